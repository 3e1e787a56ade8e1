import { accept, type Outcome, refuse } from '../refusal';
import { type Clause, clausesOf, clauseText } from '../text/clauses';
import { type DocumentJson, plainText } from '../text/document-json';
import { amend } from './amend';
import { firstDifference } from './first-difference';
import { changeOf } from './proposal-place';
import { isText } from './rebase';
import { type ProposedChange, type ProposedClauses, wishedChanges } from './wished-changes';

/** What differs between two texts and no proposal carries. `where` are the first words of the clause. */
export interface NotProposed {
  readonly why: 'moved' | 'doesNotFit' | 'bracketed' | 'elsewhere';
  /** Of the clause, null where it is a new one. */
  readonly clauseId: string | null;
  readonly where: string;
}

export interface ProposedBetween {
  readonly proposals: readonly ProposedClauses[];
  readonly notProposed: readonly NotProposed[];
}

const WHERE_LENGTH = 80;

/**
 * What would have to be proposed on `base` for it to become `wanted`, clause by clause and as one reads the text.
 * Clauses are known again by their ids, so `wanted` was given those of `base` before. What no proposal carries is named:
 * a clause that moved, one that does not fit at its place, and the first that would still differ were all of them
 * accepted one after the other.
 * Refuses with NP2 a base of whose clauses one has no id: no proposal can name it; with IM29 more than `most` of them,
 * before any is tried: each is tried on the whole text.
 */
export function proposedBetween(
  base: DocumentJson,
  wanted: DocumentJson,
  most = Number.POSITIVE_INFINITY,
): Outcome<ProposedBetween> {
  if (clausesOf(base).some(({ id }) => id === null)) return refuse('NP2', { clauseId: '' });
  const { changes, moved, placeless, blank } = wishedChanges(base, wanted);
  if (changes.length > most) return refuse('IM29', { count: changes.length, most });
  const proposals: ProposedClauses[] = [];
  const unfit = [...placeless];
  let text = base;
  for (const change of changes) {
    const made = accepting(text, change);
    if (made === null) unfit.push(...change.clauses);
    else {
      text = made;
      proposals.push(change);
    }
  }
  const named = [...moved, ...unfit];
  const isSaid = new Set([...blank, ...named.map(({ node }) => node)]);
  const ids = new Set(named.flatMap(({ id }) => id ?? []));
  const other = firstDifference(
    text,
    wanted,
    ({ node, id }) => !isSaid.has(node) && (id === null || !ids.has(id)),
  );
  const still = other?.wanted ?? other?.is ?? null;
  const notProposed = [
    ...moved.map((clause) => notProposedAt('moved', clause)),
    ...unfit.map((clause) => notProposedAt('doesNotFit', clause)),
    ...(still === null ? [] : [notProposedAt('elsewhere', still)]),
  ];
  return accept({ proposals, notProposed });
}

/** The text with a proposal accepted; null where it does not fit there, says nothing, or the schema does not allow it. */
function accepting(text: DocumentJson, { place, words }: ProposedChange): DocumentJson | null {
  if (words !== null && plainText(words).trim() === '') return null;
  const change = changeOf(place, words);
  const made = change === null ? null : amend(text, change);
  return made?.ok && isText(made.value) ? made.value : null;
}

export function notProposedAt(why: NotProposed['why'], clause: Clause): NotProposed {
  return { why, clauseId: clause.id, where: firstWordsOf(clause) };
}

/** By which people find a clause. */
export function firstWordsOf(clause: Clause): string {
  return Array.from(clauseText(clause).trim()).slice(0, WHERE_LENGTH).join('');
}
