import { atomic } from '../../db/atomic';
import { bracketActsOn } from '../../db/bracket-acts';
import { checkKept, consentsTo, ownersOf, wordingHash } from '../../domain/negotiation/lifting';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { findBracket } from '../../domain/text/brackets';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { recordBracketAct } from './bracket-edit';
import { permittedDocument } from './permitted-document';
import { recordOnTrail } from './put-in-brackets';
import { readAhead, standingText } from './standing-text';

export interface ConsentInput {
  readonly documentId: string;
  readonly bracketId: string;
  /** The alternative that the delegation can live with; null: that none of the words stay. */
  readonly alternative: number | null;
  readonly withdraw?: boolean;
}

/**
 * A delegation that holds something in a bracket agrees that it go and one alternative stay, by the word of its head or
 * focal point (BR11), or takes that back. It is bound to the words as they stand. In the open, like the bracket.
 */
export async function consentToLifting(
  runtime: Runtime,
  actor: Actor,
  input: ConsentInput,
): Promise<Outcome<true>> {
  const { documentId, bracketId, alternative, withdraw = false } = input;
  const permitted = permittedDocument(runtime.db, actor, 'takePosition', documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, documentId);
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedDocument(tx, actor, 'takePosition', documentId);
    if (!found.ok) return found;
    const document = found.value;
    const country = delegationLedBy(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const text = JSON.parse(standingText(tx, documentId, ahead).canonical) as DocumentJson;
    const bracket = findBracket(text, bracketId);
    if (bracket === null) return refuse('BR6');
    const known = checkKept(bracket, alternative);
    if (!known.ok) return known;
    if (!ownersOf(bracket).includes(country)) return refuse('BR11');
    const consents = consentsTo(bracket, bracketActsOn(tx, documentId));
    const own = consents.find((consent) => consent.country === country);
    if (withdraw && own === undefined) return refuse('BR11');
    const at = runtime.clock.now();
    const place = { tx, document, actor, at };
    recordBracketAct(place, {
      bracketId,
      act: withdraw ? 'consentWithdrawn' : 'consented',
      alternative,
      country,
      reason: withdraw ? '' : wordingHash(bracket, alternative),
    });
    recordOnTrail(place, withdraw ? 'bracket.consentWithdrawn' : 'bracket.consented', {
      bracket: bracketId,
      kept: alternative,
      delegation: country,
    });
    return accept(true);
  });
}
