import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import { readInstallation, writeInstallation } from '../../db/installation';
import { changeSilenceRun, runningSilences, type SilenceRunRow } from '../../db/silence';
import { decideOutage, type Outage, outageBetween } from '../../domain/silence/outage';
import { systemActor } from '../auth/system-actor';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { asRun, noteSilence, silenceRulesOf, tellSilence } from './silence-acts';

/** When the server last said that it served: how long an outage was is the distance to it. */
const BEAT = 'lastServedAt';
export const BEAT_MS = 10_000;

/**
 * Says that the server serves, and makes every run longer that an outage took time from (SP17), in one transaction: a
 * crash in between forgets neither. Returns the documents whose end moved.
 */
export function beatHeart(runtime: Runtime, isStart: boolean): string[] {
  const moved = atomic(runtime.db, (tx): string[] => {
    const now = runtime.clock.now();
    const last = readInstallation(tx, BEAT);
    const outage = outageBetween(last, now, isStart);
    // Rounds are more frequent than beats: a beat is a write to the disk.
    if (outage === null && !isStart && isFresh(last, now)) return [];
    const documents =
      outage === null ? [] : runningSilences(tx).flatMap((run) => lengthened(tx, run, outage, now));
    writeInstallation(tx, BEAT, now);
    return documents;
  });
  for (const documentId of moved) runtime.live.reviewDocument(documentId);
  return moved;
}

/** The last beat of a server that stops: until then it served. */
export function lastBeat(runtime: Runtime): void {
  atomic(runtime.db, (tx) => writeInstallation(tx, BEAT, runtime.clock.now()));
}

/** Whether the heart has not beaten for so long that it is an outage nobody has looked at yet. */
export function wasAway(tx: Db, now: string): boolean {
  return outageBetween(readInstallation(tx, BEAT), now, false) !== null;
}

function isFresh(last: string | null, now: string): boolean {
  if (last === null) return false;
  const gap = Date.parse(now) - Date.parse(last);
  return gap >= 0 && gap < BEAT_MS;
}

function lengthened(tx: Db, run: SilenceRunRow, outage: Outage, now: string): string[] {
  const document = findDocument(tx, run.documentId);
  if (document === null) return [];
  const moved = decideOutage(asRun(run), outage, silenceRulesOf(tx, document.bodyId));
  if (moved === null) return [];
  changeSilenceRun(tx, run.id, moved);
  const data = { from: run.expiresAt, ...moved, outageFrom: outage.from, outageTo: outage.to };
  noteSilence(tx, run.id, { kind: 'outageExtended', at: now, by: null, country: null, data });
  recordDocumentEvent(tx, systemActor('Silence procedure'), document, now, {
    kind: 'document.silenceExtended',
    data: { runId: run.id, ...data },
  });
  tellSilence(
    tx,
    now,
    document,
    { ...run, ...moved },
    { kind: 'silenceExtended', key: `extended:${moved.expiresAt}`, data: { from: run.expiresAt } },
  );
  return [document.id];
}
