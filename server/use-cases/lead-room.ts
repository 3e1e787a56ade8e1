import { type Actor, rolesIn } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { isClauseId } from '../../domain/text/clause-ids';
import type { Runtime } from '../runtime';
import { permittedDocument } from './permitted-document';

export interface LeadRoomInput {
  readonly documentId: string;
  /** The clause now under discussion; null: none. */
  readonly clauseId: string | null;
}

/** Shows the room which clause is under discussion. Whoever follows is taken there; nothing is recorded. */
export async function leadRoom(runtime: Runtime, actor: Actor, input: LeadRoomInput): Promise<Outcome<true>> {
  const document = permittedDocument(runtime.db, actor, 'leadRoom', input.documentId);
  if (!document.ok) return document;
  if (input.clauseId !== null && !isClauseId(input.clauseId))
    return refuse('NP2', { clauseId: input.clauseId });
  const leader = rolesIn(actor, document.value.bodyId).includes('chair') ? 'chair' : 'secretariat';
  runtime.stages.show(input.documentId, { clauseId: input.clauseId, leader, at: runtime.clock.now() });
  return accept(true);
}
