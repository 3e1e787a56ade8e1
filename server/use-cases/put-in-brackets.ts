import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import type { Actor } from '../../domain/policy/can';
import { SPEAKING_ROLES } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import {
  addAlternative,
  addOwner,
  type NewAlternative,
  openBracket,
  type WordRange,
  wordsInRange,
} from '../../domain/text/brackets';
import type { DocumentJson } from '../../domain/text/document-json';
import { newSecret } from '../ids';
import type { Runtime } from '../runtime';
import {
  type BracketDecision,
  type BracketPlace,
  checkOwners,
  editBrackets,
  recordBracketAct,
} from './bracket-edit';
import { recordDocumentEvent } from './document-event';
import { tell } from './tell';

/** Longest wording of one alternative, in characters. */
const LONGEST_ALTERNATIVE = 4000;

export interface PutInBracketsInput {
  readonly documentId: string;
  readonly clauseId: string;
  readonly range: WordRange;
  /** The words that were selected: whoever selected them must have seen what stands there. */
  readonly words: string;
  /** Delegations that put the words in brackets. */
  readonly owners: readonly string[];
  readonly isPlaceholder: boolean;
  readonly alternatives: readonly NewAlternative[];
}

/** Puts words of a clause in brackets, with the alternatives to them that are known. */
export async function putInBrackets(
  runtime: Runtime,
  actor: Actor,
  input: PutInBracketsInput,
): Promise<Outcome<{ bracketId: string }>> {
  const { documentId, clauseId, range, owners, isPlaceholder, alternatives } = input;
  const id = `b_${newSecret()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)}`;
  if (alternatives.some(({ words }) => words.length > LONGEST_ALTERNATIVE)) return refuse('BR9');
  const decide: BracketDecision = (tx, document, text) => {
    const named = checkOwners(tx, document, [...owners, ...alternatives.flatMap((own) => own.owners)], now());
    if (!named.ok) return named;
    if (wordsInRange(text, clauseId, range) !== input.words) return refuse('BR7');
    const opened = openBracket(text, clauseId, range, { id, owners, isPlaceholder, alternatives });
    if (!opened.ok) return opened;
    return accept({
      text: opened.value,
      record: (place) => {
        recordBracketAct(place, { bracketId: id, act: 'opened' });
        recordOnTrail(place, 'bracket.opened', {
          bracket: id,
          clauseId,
          owners,
          alternatives: alternatives.length,
        });
        const holders = [...owners, ...alternatives.flatMap((own) => own.owners)];
        tellHolders(place, id, holders);
      },
    });
  };
  const outcome = await editBrackets(runtime, actor, { documentId, operation: 'bracketText' }, decide);
  return outcome.ok ? accept({ bracketId: id }) : outcome;

  function now() {
    return runtime.clock.now();
  }
}

/** Adds an alternative to a bracket; one without words is that there be none. */
export async function addToBracket(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly bracketId: string; readonly alternative: NewAlternative },
): Promise<Outcome<true>> {
  const { documentId, bracketId, alternative } = input;
  if (alternative.words.length > LONGEST_ALTERNATIVE) return refuse('BR9', { field: 'words' });
  if (alternative.owners.length === 0) return refuse('BR10', { country: '–', field: 'owners' });
  return editBrackets(runtime, actor, { documentId, operation: 'bracketText' }, (tx, document, text) =>
    added(tx, document, alternative.owners, addAlternative(text, bracketId, alternative), (place) => {
      recordBracketAct(place, { bracketId, act: 'opened' });
      recordOnTrail(place, 'bracket.alternativeAdded', { bracket: bracketId, owners: alternative.owners });
      tellHolders(place, bracketId, alternative.owners);
    }),
  );

  function added(
    tx: Db,
    document: DocumentRow,
    owners: readonly string[],
    changed: Outcome<DocumentJson>,
    record: (place: BracketPlace) => void,
  ) {
    const named = checkOwners(tx, document, owners, runtime.clock.now());
    if (!named.ok) return named;
    return changed.ok ? accept({ text: changed.value, record }) : changed;
  }
}

/** Writes one more delegation to an alternative. */
export async function joinAlternative(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly documentId: string;
    readonly bracketId: string;
    readonly alternative: number;
    readonly country: string;
  },
): Promise<Outcome<true>> {
  const { documentId, bracketId, alternative, country } = input;
  return editBrackets(runtime, actor, { documentId, operation: 'bracketText' }, (tx, document, text) => {
    const named = checkOwners(tx, document, [country], runtime.clock.now());
    if (!named.ok) return named;
    const owned = addOwner(text, bracketId, alternative, country);
    if (!owned.ok) return owned;
    return accept({
      text: owned.value,
      record: (place) => {
        recordBracketAct(place, { bracketId, act: 'ownerAdded', alternative, country });
        recordOnTrail(place, 'bracket.ownerAdded', { bracket: bracketId, alternative, delegation: country });
        tellHolders(place, bracketId, [country]);
      },
    });
  });
}

/** An act on a bracket in the audit trail: names and numbers, never words. */
export function recordOnTrail(
  { tx, actor, document, at }: BracketPlace,
  kind: string,
  data: Readonly<Record<string, unknown>>,
): void {
  recordDocumentEvent(tx, actor, document, at, { kind, data });
}

/** Whoever speaks for the delegations that hold something is told that the bracket waits for their consent. */
export function tellHolders(
  { tx, document, actor, at }: BracketPlace,
  bracketId: string,
  holders: readonly string[],
) {
  if (holders.length === 0) return;
  tell(tx, at, {
    kind: 'bracketAwaitsConsent',
    bodyId: document.bodyId,
    documentId: document.id,
    data: { symbol: document.symbol, bracketId },
    key: `bracketAwaitsConsent ${bracketId}`,
    to: { roles: SPEAKING_ROLES, countries: [...new Set(holders)], except: actor.userId },
  });
}
