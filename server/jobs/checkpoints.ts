import { atomic } from '../../db/atomic';
import { findDocument } from '../../db/documents';
import { type GrownLog, logsGrownSinceVersion, type VersionRow } from '../../db/versions';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { readAhead, textWhenAsked } from '../use-cases/standing-text';
import { countVersion, hasGrown, storeVersion } from '../use-cases/store-version';

const EVERY_MS = 30_000;
/** A checkpoint is taken once nobody has written for this long … */
export const QUIET_SECONDS = 120;
/** … or, where they never stop, once this much time has passed since the last version. */
export const BUSY_SECONDS = 600;

/** VE2: whether a log that has grown is due for a checkpoint at `now`. */
export function isDue(log: Pick<GrownLog, 'firstAt' | 'lastAt'>, now: string): boolean {
  return secondsBetween(log.lastAt, now) >= QUIET_SECONDS || secondsBetween(log.firstAt, now) >= BUSY_SECONDS;
}

/** Takes every checkpoint that is due, in the name of whoever wrote last. One document's failure is not another's. */
export async function takeDueCheckpoints(runtime: Runtime): Promise<number> {
  const now = runtime.clock.now();
  let taken = 0;
  for (const log of logsGrownSinceVersion(runtime.db)) {
    if (!isDue(log, now)) continue;
    try {
      if (await takeCheckpoint(runtime, log, now)) taken += 1;
    } catch (error) {
      runtime.logger.error({ err: error, documentId: log.documentId }, 'a checkpoint could not be taken');
    }
  }
  return taken;
}

async function takeCheckpoint(runtime: Runtime, log: GrownLog, at: string): Promise<boolean> {
  const ahead = await readAhead(runtime, log.documentId);
  const taken = atomic(
    runtime.db,
    (tx): { version: VersionRow; houseStyle: 'declaration' | 'sections' } | null => {
      const document = findDocument(tx, log.documentId);
      if (document === null || isFinal(document.state) || !hasGrown(tx, log.documentId)) return null;
      const standing = textWhenAsked(tx, document.id, ahead);
      const version = storeVersion(tx, document, { kind: 'checkpoint', takenBy: log.lastBy, at }, standing);
      return { version, houseStyle: document.houseStyle };
    },
  );
  if (taken === null) return false;
  await countVersion(runtime, taken.version, taken.houseStyle);
  return true;
}

/** Looks every 30 seconds; returns the function that stops it. A round that takes long is not run twice at once. */
export function startCheckpoints(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    takeDueCheckpoints(runtime)
      .catch((error: unknown) =>
        runtime.logger.error({ err: error }, 'checkpoints could not be looked after'),
      )
      .finally(() => {
        running = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
