import { roundsRunning } from '../../db/rounds';
import type { Runtime } from '../runtime';
import { remindRound } from '../use-cases/remind-round';

const EVERY_MS = 60_000;

/** Reminds of every round that runs; one round's failure is not another's. Returns how many delegations were reminded. */
export function lookAfterRounds(runtime: Runtime): number {
  let reminded = 0;
  for (const { round } of roundsRunning(runtime.db, runtime.clock.now())) {
    try {
      reminded += remindRound(runtime, round.id);
    } catch (error) {
      runtime.logger.error({ err: error, roundId: round.id }, 'nobody could be reminded of a round');
    }
  }
  return reminded;
}

/** Looks after collection rounds every minute, at once for the first time; returns the function that stops it. */
export function startRounds(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  const look = () => {
    try {
      lookAfterRounds(runtime);
    } catch (error) {
      runtime.logger.error({ err: error }, 'collection rounds could not be looked after');
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
