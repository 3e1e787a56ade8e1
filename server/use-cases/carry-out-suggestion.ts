import type { Actor } from '../../domain/policy/can';
import { type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { type Disposed, disposeProposals } from './dispose-proposals';
import { openSuggestion } from './open-suggestion';
import { permittedDocument } from './permitted-document';

export interface CarryOutInput {
  readonly documentId: string;
  readonly actId: string;
  /** Hash of the clause on the page the chair acted on. */
  readonly clauseHash?: string;
}

/** Carries out what was suggested, in exactly the words that delegations answered. */
export async function carryOutSuggestion(
  runtime: Runtime,
  actor: Actor,
  input: CarryOutInput,
): Promise<Outcome<Disposed>> {
  const permitted = permittedDocument(runtime.db, actor, 'dispose', input.documentId);
  if (!permitted.ok) return permitted;
  const found = openSuggestion(runtime.db, input.documentId, input.actId);
  if (!found.ok) return found;
  const [first] = found.value;
  if (first === undefined) return refuse('NP34');
  return disposeProposals(runtime, actor, {
    documentId: input.documentId,
    proposalIds: found.value.map(({ proposalId }) => proposalId),
    kind: first.kind,
    reason: first.reason,
    ...(first.text === null ? {} : { words: JSON.parse(first.text) as DocumentJson }),
    ...(input.clauseHash === undefined ? {} : { clauseHash: input.clauseHash }),
    actId: input.actId,
  });
}
