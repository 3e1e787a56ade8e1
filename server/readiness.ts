import type { Db } from '../db/client';
import { canRead, canWrite } from '../db/probe';
import type { Clock } from './ports';

export interface ReadinessParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly isServingPages: () => boolean;
  readonly isStopping: () => boolean;
  /** Whether the last commit of edits failed; rejects where the rooms do not answer. */
  readonly isStorageFailing: () => Promise<boolean>;
}

/** A doubtful disk is tried no more often than this: a database that is locked holds up whoever tries. */
const TRY_EVERY_MS = 2000;

/** Why people cannot work here now, one word each; empty when they can. */
export function createReadiness(parts: ReadinessParts): () => Promise<string[]> {
  let triedAtMs = 0;
  let couldWrite = true;

  function isWritable(isStorageFailing: boolean): boolean {
    if (!isStorageFailing) return true;
    const at = parts.clock.now();
    if (Date.parse(at) - triedAtMs >= TRY_EVERY_MS) {
      triedAtMs = Date.parse(at);
      couldWrite = canWrite(parts.db, at);
    }
    return couldWrite;
  }

  return async () => {
    if (parts.isStopping()) return ['stopping'];
    const isFailing = await parts.isStorageFailing().catch(() => null);
    return [
      ...(parts.isServingPages() ? [] : ['starting']),
      ...(canRead(parts.db) && isWritable(isFailing ?? false) ? [] : ['database']),
      ...(isFailing === null ? ['rooms'] : []),
    ];
  };
}
