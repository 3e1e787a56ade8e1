import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import {
  findSilenceRules,
  insertSilenceEvent,
  type SilenceEventRow,
  type SilenceRunRow,
} from '../../db/silence';
import { PARTIES } from '../../domain/body/grants';
import type { NoticeKind } from '../../domain/notices/kinds';
import { DEFAULT_SILENCE_RULES, type SilenceRules } from '../../domain/silence/rules';
import type { SilenceRun } from '../../domain/silence/run';
import { newId } from '../ids';
import { tell } from './tell';

/** What the acts of a silence procedure share: the body's rules, the run's own record, and telling everybody. */

export function silenceRulesOf(db: Db, bodyId: string): SilenceRules {
  const row = findSilenceRules(db, bodyId);
  if (row === null) return DEFAULT_SILENCE_RULES;
  const { minimumHours, outageMinutes, namesBreaker } = row;
  return { minimumHours, outageMinutes, namesBreaker, holidays: JSON.parse(row.holidays) as string[] };
}

export function asRun(row: SilenceRunRow): SilenceRun {
  const { id, state, startedAt, expiresAt, zone } = row;
  return { id, state, startedAt, expiresAt, zone };
}

/** Writes down what happened in a run. Without a receipt of its own an event has one that nobody else has. */
export function noteSilence(
  tx: Db,
  runId: string,
  event: Pick<SilenceEventRow, 'kind' | 'at' | 'by' | 'country'> & {
    readonly receipt?: string;
    readonly data?: Readonly<Record<string, string | number>>;
  },
): SilenceEventRow {
  const id = newId('sil');
  const { kind, at, by, country } = event;
  const row = {
    ...{ id, runId, kind, at, by, country },
    receipt: event.receipt ?? id,
    data: JSON.stringify(event.data ?? {}),
  };
  insertSilenceEvent(tx, row);
  return row;
}

/** Tells everybody of the body what became of a run. `key` names the event within the run. */
export function tellSilence(
  tx: Db,
  at: string,
  document: Pick<DocumentRow, 'id' | 'bodyId'>,
  run: Pick<SilenceRunRow, 'id' | 'expiresAt' | 'zone'>,
  event: {
    readonly kind: NoticeKind;
    readonly key: string;
    readonly data?: Readonly<Record<string, string | number>>;
    readonly except?: string;
  },
): void {
  tell(tx, at, {
    kind: event.kind,
    bodyId: document.bodyId,
    documentId: document.id,
    data: { runId: run.id, until: run.expiresAt, zone: run.zone, ...event.data },
    key: `silence:${run.id}:${event.key}`,
    to: { roles: PARTIES, ...(event.except === undefined ? {} : { except: event.except }) },
  });
}
