import { atomic } from '../../db/atomic';
import { findDocument } from '../../db/documents';
import { findSilenceRun, type SilenceEventRow, silenceEventsOf } from '../../db/silence';
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
    const sent = sentReminders(silenceEventsOf(tx, [run.id]));
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

/**
 * Hours of which everybody was reminded. After the chair gave more time the new end is reminded of anew; after an outage
 * as much time is left as was, so what was sent before it counts.
 */
function sentReminders(events: readonly SilenceEventRow[]): number[] {
  const given = events.findLastIndex(({ kind }) => kind === 'extended');
  return events
    .slice(given + 1)
    .flatMap(({ kind, data }) =>
      kind === 'reminded' ? [(JSON.parse(data) as { hours: number }).hours] : [],
    );
}
