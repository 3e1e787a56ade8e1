import { atomic } from '../../db/atomic';
import { findDocument } from '../../db/documents';
import { findSilenceRun, silenceEventsOf } from '../../db/silence';
import { reminderDue } from '../../domain/silence/reminders';
import type { Runtime } from '../runtime';
import { asRun, noteSilence, tellSilence } from './silence-acts';

/** Reminds everybody of a run whose end is near, once for each hour and end (SP18). True where a reminder went out. */
export function remindSilence(runtime: Runtime, runId: string): boolean {
  return atomic(runtime.db, (tx): boolean => {
    const at = runtime.clock.now();
    const run = findSilenceRun(tx, runId);
    const document = run === null ? null : findDocument(tx, run.documentId);
    if (run === null || document === null) return false;
    // After more time was given everybody is reminded of the new end anew.
    const sent = silenceEventsOf(tx, [run.id]).flatMap((event) => {
      if (event.kind !== 'reminded') return [];
      const { hours, until } = JSON.parse(event.data) as { hours: number; until: string };
      return until === run.expiresAt ? [hours] : [];
    });
    const hours = reminderDue(asRun(run), sent, at);
    if (hours === null) return false;
    noteSilence(tx, run.id, {
      kind: 'reminded',
      at,
      by: null,
      country: null,
      receipt: `${run.id}:reminded:${run.expiresAt}:${hours}`,
      data: { hours, until: run.expiresAt },
    });
    tellSilence(tx, at, document, run, {
      kind: 'silenceReminder',
      key: `reminded:${run.expiresAt}:${hours}`,
      data: { hours },
    });
    return true;
  });
}
