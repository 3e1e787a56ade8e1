import { endedSilences, runningSilences } from '../../db/silence';
import type { Runtime } from '../runtime';
import { expireSilence } from '../use-cases/expire-silence';
import { remindSilence } from '../use-cases/remind-silence';
import { beatHeart, lastBeat } from '../use-cases/silence-heartbeat';

const EVERY_MS = 2000;

/**
 * One round: the heart beats first, so that no run ends in time that an outage took from it; then what has ended is
 * adopted, then people are reminded. Returns how many texts were adopted. One run's failure is not another's, and
 * where the heart cannot beat nothing is adopted.
 */
export async function lookAfterSilences(runtime: Runtime, isStart = false): Promise<number> {
  beatHeart(runtime, isStart);
  let adopted = 0;
  for (const run of endedSilences(runtime.db, runtime.clock.now())) {
    try {
      if ((await expireSilence(runtime, run.id)).ok) adopted += 1;
    } catch (error) {
      runtime.logger.error({ err: error, runId: run.id }, 'a silence that has ended could not be adopted');
    }
  }
  for (const run of runningSilences(runtime.db)) {
    try {
      remindSilence(runtime, run.id);
    } catch (error) {
      runtime.logger.error({ err: error, runId: run.id }, 'nobody could be reminded of a silence');
    }
  }
  return adopted;
}

/**
 * Looks after silence procedures every two seconds, for the first time before anybody is served: what ended while the
 * server was stopped is adopted, or made longer, before somebody can act on it. Returns the function that stops it.
 */
export async function startSilences(runtime: Runtime, everyMs: number = EVERY_MS): Promise<() => void> {
  let running = false;
  const round = async (isStart: boolean): Promise<void> => {
    if (running) return;
    running = true;
    try {
      await lookAfterSilences(runtime, isStart);
    } catch (error) {
      runtime.logger.error({ err: error }, 'silence procedures could not be looked after');
    } finally {
      running = false;
    }
  };
  await round(true);
  const timer = setInterval(() => void round(false), everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    try {
      lastBeat(runtime);
    } catch (error) {
      runtime.logger.warn({ err: error }, 'the last beat before stopping could not be written');
    }
  };
}
