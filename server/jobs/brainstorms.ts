import { roundsThatClose } from '../../db/brainstorm';
import type { Runtime } from '../runtime';
import { closeDue, remindOfClose } from '../use-cases/brainstorm-closing';

const EVERY_MS = 15_000;

/**
 * Closes the rounds whose instant has come and reminds of those that close soon; one round's failure is not another's.
 * What was done stands in the round itself, so a stop neither loses nor repeats anything. Returns how many were closed
 * or reminded of.
 */
export function lookAfterBrainstorms(runtime: Runtime): number {
  let done = 0;
  for (const { id } of roundsThatClose(runtime.db)) {
    try {
      if (closeDue(runtime, id) || remindOfClose(runtime, id)) done += 1;
    } catch (error) {
      runtime.logger.error({ err: error, roundId: id }, 'a round of a brainstorm could not be looked after');
    }
  }
  return done;
}

/** Looks at once and then every quarter of a minute; returns the function that stops it. */
export function startBrainstorms(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  const look = () => {
    try {
      lookAfterBrainstorms(runtime);
    } catch (error) {
      runtime.logger.error({ err: error }, 'brainstorms could not be looked after');
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
