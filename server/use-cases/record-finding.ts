import type { Db } from '../../db/client';
import {
  insertRecordFinding,
  type RecordFindingKind,
  type RecordFindingRow,
  waitingRecordFinding,
  withdrawRecordFinding,
} from '../../db/record-findings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import { recordDocumentEvent } from './document-event';
import { tell } from './tell';

/** Keeps what was entered for the record until a second person confirms it (DE41). */
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
  const id = newId('fnd');
  insertRecordFinding(tx, { id, documentId, kind, what: JSON.stringify(what), foundBy, at });
  return id;
}

/** Takes back what waits: the trail says so, and whoever entered it is told unless they did it themselves (DE41). */
export function withdrawFinding(
  tx: Db,
  actor: Actor,
  document: { readonly id: string; readonly bodyId: string; readonly symbol: string },
  finding: Pick<RecordFindingRow, 'id' | 'kind' | 'foundBy'>,
  at: string,
): void {
  withdrawRecordFinding(tx, finding.id, at);
  recordDocumentEvent(tx, actor, document, at, {
    kind: 'document.findingWithdrawn',
    data: { findingId: finding.id, what: finding.kind },
  });
  tell(tx, at, {
    kind: 'findingTakenBack',
    bodyId: document.bodyId,
    documentId: document.id,
    data: { person: actor.name, form: finding.kind },
    key: `findingTakenBack:${finding.id}`,
    to: { roles: [], userIds: [finding.foundBy], except: actor.userId },
  });
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
