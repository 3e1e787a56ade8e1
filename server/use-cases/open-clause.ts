import { randomBytes } from 'node:crypto';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { lastPosition } from '../../db/update-log';
import { amend } from '../../domain/negotiation/amend';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clauseId } from '../../domain/text/clause-ids';
import { cleanLine } from '../../domain/text/clean-line';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { appendEdit, editAhead } from './edit-ahead';
import { linkedDocument, readFrom, writeSource } from './link-source';
import { permittedDocument } from './permitted-document';
import { preparedText } from './prepared-text';
import { readAhead, type StandingText, standingText } from './standing-text';

/** Kinds of clauses that a cluster may become. */
export const OPENED_KINDS = ['operative', 'preambular', 'paragraph'] as const;
const LONGEST_CLAUSE = 4000;

export interface OpenClauseInput {
  readonly clusterId: string;
  readonly documentId: string;
  /** The clause after which it comes; null: at the beginning. */
  readonly after: string | null;
  readonly kind: string;
  readonly words: string;
  readonly relation: string;
  readonly reason?: string;
}

/**
 * A clause of the draft from a cluster, in the words of the chair or the secretariat, with its source attached in the
 * same transaction. Only in a draft (BS14): in a negotiation it is delegations that propose what a text shall say.
 */
export async function openClause(
  runtime: Runtime,
  actor: Actor,
  input: OpenClauseInput,
): Promise<Outcome<{ clauseId: string; sourceId: string }>> {
  const permitted = draftDocument(runtime.db, actor, input.documentId);
  if (!permitted.ok) return permitted;
  const id = clauseId(randomBytes(12));
  const before = await readAhead(runtime, input.documentId);
  const planned = withClause(before, input, id);
  if (!planned.ok) return planned;
  const ahead = await editAhead(runtime, input.documentId, planned.value);
  const at = runtime.clock.now();
  const opened = atomic(runtime.db, (tx): Outcome<{ clauseId: string; sourceId: string }> => {
    const found = draftDocument(tx, actor, input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const from = readFrom(tx, actor, document, input);
    if (!from.ok) return from;
    const standing = standingText(tx, document.id, before);
    const target = standing === before ? planned : withClause(standing, input, id);
    if (!target.ok) return target;
    appendEdit(tx, { document, actor, at }, target.value, standing === before ? ahead : undefined);
    const position = lastPosition(tx, document.id);
    const sourceId = writeSource(tx, actor, at, document, { ...from.value, clauseId: id, position });
    return accept({ clauseId: id, sourceId });
  });
  if (opened.ok) runtime.live.followLog(input.documentId);
  return opened;
}

/** The document, where the actor writes in it now and links are still made (BS14, BS16). */
function draftDocument(db: Db, actor: Actor, documentId: string): Outcome<DocumentRow> {
  const linked = linkedDocument(db, actor, documentId);
  if (!linked.ok) return linked;
  if (linked.value.state !== 'draft') return refuse('BS14', { state: linked.value.state });
  return permittedDocument(db, actor, 'edit', documentId);
}

/** JSON of the text with the new clause in its place. */
function withClause(standing: StandingText, input: OpenClauseInput, id: string): Outcome<string> {
  const kind = OPENED_KINDS.find((known) => known === input.kind);
  if (kind === undefined) return refuse('BO10', { field: 'kind' });
  const words = cleanLine(input.words);
  if (words === '' || words.length > LONGEST_CLAUSE)
    return refuse('BS5', { most: LONGEST_CLAUSE, field: 'words' });
  const attrs = kind === 'operative' ? { id, level: 1 } : { id };
  const clause: DocumentJson = {
    type: 'doc',
    content: [{ type: kind, attrs, content: [{ type: 'text', text: words }] }],
  };
  const amended = amend(JSON.parse(standing.canonical) as DocumentJson, {
    kind: 'insert',
    after: input.after,
    words: clause,
  });
  if (!amended.ok) return amended.rule === 'NP2' ? refuse('BS15', { field: 'after' }) : amended;
  const prepared = preparedText(amended.value);
  return prepared.ok ? accept(JSON.stringify(prepared.value)) : prepared;
}
