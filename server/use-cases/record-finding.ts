import type { Db } from '../../db/client';
import {
  insertRecordFinding,
  type RecordFindingKind,
  type RecordFindingRow,
  waitingRecordFinding,
  withdrawRecordFindings,
} from '../../db/record-findings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';

/** Keeps what was entered for the record until a second person confirms it; it takes the place of what waited (DE41). */
export function keepFinding(
  tx: Db,
  documentId: string,
  entered: {
    readonly kind: RecordFindingKind;
    readonly what: unknown;
    readonly foundBy: string;
    readonly at: string;
  },
): string {
  const { kind, what, foundBy, at } = entered;
  withdrawRecordFindings(tx, documentId, kind, at);
  const id = newId('fnd');
  insertRecordFinding(tx, { id, documentId, kind, what: JSON.stringify(what), foundBy, at });
  return id;
}

/** What waits and `actor` was shown: DE39 something waits, DE41 it is that, DE40 they did not enter it themselves. */
export function findingToConfirm(
  tx: Db,
  actor: Actor,
  shown: { readonly documentId: string; readonly findingId: string; readonly kind: RecordFindingKind },
): Outcome<RecordFindingRow> {
  const finding = waitingRecordFinding(tx, shown.documentId, shown.kind);
  if (finding === null) return refuse('DE39');
  if (finding.id !== shown.findingId) return refuse('DE41');
  return finding.foundBy === actor.userId ? refuse('DE40') : accept(finding);
}
