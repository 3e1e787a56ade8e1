import { dueCorrigenda } from '../../db/corrigenda';
import type { Runtime } from '../runtime';
import { issueCorrigendum } from '../use-cases/settle-corrigendum';

const EVERY_MS = 60_000;

/** Issues every corrigendum to which nobody objected in time (DE30). One document's failure is not another's. */
export function issueDueCorrigenda(runtime: Runtime): number {
  let issued = 0;
  for (const { id } of dueCorrigenda(runtime.db, runtime.clock.now())) {
    try {
      if (issueCorrigendum(runtime, id)) issued += 1;
    } catch (error) {
      runtime.logger.error({ err: error, corrigendumId: id }, 'a corrigendum could not be issued');
    }
  }
  return issued;
}

/** Looks at once and then every minute; returns the function that stops it. */
export function startCorrigenda(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  const look = () => {
    try {
      issueDueCorrigenda(runtime);
    } catch (error) {
      runtime.logger.error({ err: error }, 'corrigenda could not be looked after');
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
