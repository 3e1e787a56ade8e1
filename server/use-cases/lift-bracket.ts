import { bracketActsOn } from '../../db/bracket-acts';
import { checkLifting } from '../../domain/negotiation/lifting';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { allBrackets, findBracket, liftBracket as lifted } from '../../domain/text/brackets';
import type { Runtime } from '../runtime';
import { editBrackets, recordBracketAct } from './bracket-edit';
import { recordOnTrail } from './put-in-brackets';

export interface LiftBracketInput {
  readonly documentId: string;
  readonly bracketId: string;
  /** The alternative whose words stay; null for none of them. */
  readonly alternative: number | null;
  /** Why the chair finds so although not all have consented; empty where all have. */
  readonly reason: string;
}

/**
 * The chair lifts a bracket: the words of one alternative stay, the others go. It takes the consent of every delegation
 * that holds what goes (BR12), or the chair's finding with its reason, which is on record (BR13). Brackets within what
 * goes must be lifted first, so that nobody's words go unseen (BR14).
 */
export async function liftBracket(
  runtime: Runtime,
  actor: Actor,
  input: LiftBracketInput,
): Promise<Outcome<true>> {
  const { documentId, bracketId, alternative } = input;
  const reason = input.reason.trim().normalize('NFC');
  return editBrackets(runtime, actor, { documentId, operation: 'dispose' }, (tx, _document, text) => {
    const bracket = findBracket(text, bracketId);
    if (bracket === null) return refuse('BR6');
    const going = bracket.alternatives.filter((other) => other.alternative !== alternative);
    const within = allBrackets(going.flatMap(({ nested }) => nested)).length;
    if (within > 0) return refuse('BR14', { count: within });
    const checked = checkLifting(bracket, alternative, bracketActsOn(tx, documentId), reason);
    if (!checked.ok) return checked;
    const { isFinding } = checked.value;
    return accept({
      text: lifted(text, bracketId, alternative),
      record: (place) => {
        const act = { bracketId, alternative } as const;
        if (isFinding) recordBracketAct(place, { ...act, act: 'found', reason });
        recordBracketAct(place, { ...act, act: 'lifted' });
        recordOnTrail(place, 'bracket.lifted', {
          bracket: bracketId,
          clauseId: bracket.clauseId,
          kept: alternative,
          ...(isFinding ? { finding: reason } : {}),
        });
      },
    });
  });
}
