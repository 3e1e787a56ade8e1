import { atomic } from '../../db/atomic';
import { listMemberships } from '../../db/bodies';
import { type BracketActRow, insertBracketAct } from '../../db/bracket-acts';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { holdsAt } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import type { DocumentOperation } from '../../domain/policy/operations';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { appendEdit, editAhead } from './edit-ahead';
import { permittedDocument } from './permitted-document';
import { readAhead, standingText } from './standing-text';

/** What an act makes of the text, and what is to be written down about it. */
export interface BracketChange {
  readonly text: DocumentJson;
  /** Writes it down, in the transaction that carries the edit. */
  readonly record: (place: BracketPlace) => void;
}

export interface BracketPlace {
  readonly tx: Db;
  readonly document: DocumentRow;
  readonly actor: Actor;
  readonly at: string;
}

/** Looks at the text as it stands and says what becomes of it; asked again where somebody wrote meanwhile. */
export type BracketDecision = (tx: Db, document: DocumentRow, text: DocumentJson) => Outcome<BracketChange>;

/** Carries an act on brackets out: worked out ahead, judged and written in one transaction, as one forward edit. */
export async function editBrackets(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly operation: DocumentOperation },
  decide: BracketDecision,
): Promise<Outcome<true>> {
  const { documentId, operation } = input;
  const permitted = openForEdit(runtime.db, actor, operation, documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, documentId);
  const first = decide(runtime.db, permitted.value, JSON.parse(ahead.canonical) as DocumentJson);
  if (!first.ok) return first;
  const prepared = await editAhead(runtime, documentId, JSON.stringify(first.value.text));
  const outcome = atomic(runtime.db, (tx): Outcome<true> => {
    const found = openForEdit(tx, actor, operation, documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, documentId, ahead);
    // The acts of others are read anew even where no word has changed.
    const decided = decide(tx, document, JSON.parse(standing.canonical) as DocumentJson);
    if (!decided.ok) return decided;
    const at = runtime.clock.now();
    const isSame = standing.position === ahead.position && standing.position === prepared.position;
    const target = JSON.stringify(decided.value.text);
    appendEdit(tx, { document, actor, at }, target, isSame ? prepared : undefined);
    decided.value.record({ tx, document, actor, at });
    return accept(true);
  });
  if (outcome.ok) runtime.live.followLog(documentId);
  return outcome;
}

/** Brackets are words of the text: nobody sets or lifts them while pens are down (PR5). */
function openForEdit(
  db: Db,
  actor: Actor,
  operation: DocumentOperation,
  documentId: string,
): Outcome<DocumentRow> {
  const found = permittedDocument(db, actor, operation, documentId);
  return found.ok && found.value.pensDownAt !== null ? refuse('PR5') : found;
}

/** Writes down one thing that was said or found about a bracket. */
export function recordBracketAct(
  { tx, document, actor, at }: BracketPlace,
  act: Pick<BracketActRow, 'bracketId' | 'act'> &
    Partial<Pick<BracketActRow, 'alternative' | 'country' | 'reason'>>,
): void {
  insertBracketAct(tx, {
    id: newId('bra'),
    documentId: document.id,
    alternative: null,
    country: null,
    reason: '',
    ...act,
    by: actor.userId,
    at,
  });
}

/** BR10: brackets are held by delegations that sit in the body as members. */
export function checkOwners(
  tx: Db,
  document: DocumentRow,
  owners: readonly string[],
  at: string,
): Outcome<true> {
  const members = new Set(
    listMemberships(tx, document.bodyId)
      .filter((membership) => membership.standing === 'member' && holdsAt(membership, at))
      .map(({ country }) => country),
  );
  const stranger = owners.find((code) => !members.has(code));
  return stranger === undefined ? accept(true) : refuse('BR10', { country: stranger, field: 'owners' });
}
