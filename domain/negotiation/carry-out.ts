import { accept, type Outcome, refuse } from '../refusal';
import { bracketProposals, type ProposedWords } from '../text/brackets';
import type { DocumentJson } from '../text/document-json';
import { amend, clauseAsText } from './amend';
import { type Collision, collisionsOf } from './collisions';
import { combineWords } from './combine';
import { withShareOf } from './credited';
import { type Standing, standingOf, type WordedProposal } from './standing';
import type { DispositionKind, TextChange } from './types';
import { TokenText } from './words/tokens';

/** One edit of the text: what it makes of it, and whose words it brings. */
export interface TextStep {
  readonly target: DocumentJson;
  /** The proposal it carries out; null for the chair's own words. */
  readonly proposal: WordedProposal | null;
}

type Clean = Extract<Standing, { isClean: true }>;

/**
 * What a disposition makes of the text, edit by edit, so that every word has its author: proposals accepted as they
 * stand, one after the other; of chair's words first what the proposals say alike, then what the chair put in place.
 * Proposals that say the same go in once. Refusals: NP32 one does not fit any more, NP23 two of them collide, NP29 they
 * cannot be merged, NP41 nothing changes, and those of `amend`.
 */
export function stepsOf(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
  kind: DispositionKind,
  words: DocumentJson | null,
  salt = '',
): Outcome<readonly TextStep[]> {
  if (kind === 'accepted') return acceptedSteps(document, proposals);
  if (kind === 'bracketed') return bracketedSteps(document, proposals, salt);
  if (kind !== 'acceptedModified' && kind !== 'merged') return accept([]);
  const [first] = proposals;
  if (first === undefined || words === null) return refuse('NP41');
  return wordedSteps(document, proposals, first, words);
}

function acceptedSteps(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
): Outcome<readonly TextStep[]> {
  const stuck = proposals.find((proposal) => !standingOf(document, proposal).isClean);
  if (stuck !== undefined) return refuse('NP32', { number: stuck.number });
  const met = standingsOn(document, proposals).collisions;
  if (met.some(({ kind }) => kind !== 'same')) return refuse('NP23');
  const said = new Set(met.map(({ b }) => b));
  const steps: TextStep[] = [];
  let text = document;
  for (const proposal of proposals) {
    if (said.has(proposal.id)) continue;
    const standing = standingOf(text, proposal);
    if (!standing.isClean) return refuse('NP23');
    if (standing.change === null) continue;
    const amended = amend(text, standing.change);
    if (!amended.ok) return amended;
    text = amended.value;
    steps.push({ target: text, proposal });
  }
  return accept(steps);
}

/**
 * The clause with what is proposed in brackets beside what stands, one proposal after the other, so that the words of
 * each are its delegation's. What shall come after the clause follows it in brackets of its own.
 */
function bracketedSteps(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
  salt: string,
): Outcome<readonly TextStep[]> {
  const clauseId = proposals[0]?.clauseId ?? null;
  const present = clauseId === null ? null : clauseAsText(document, clauseId);
  const bare = proposals.find(({ kind }) => kind === 'move' || kind === 'merge' || kind === 'comment');
  if (bare !== undefined) return refuse('NP36', { number: bare.number });
  if (clauseId === null || present === null) return refuse('NP2', { clauseId: clauseId ?? '' });
  const steps: TextStep[] = [];
  const proposed: ProposedWords[] = [];
  for (const proposal of proposals) {
    const standing = standingOf(document, proposal);
    if (!standing.isClean) return refuse('NP32', { number: proposal.number });
    const own = wordsOf(standing);
    const words =
      proposal.kind === 'insert' && own !== null
        ? { ...present, content: [...(present.content ?? []), ...(own.content ?? [])] }
        : own;
    proposed.push({ countries: [proposal.country, ...proposal.cosponsors], words });
    const bracketed = bracketProposals(present, proposed, { salt });
    const amended = amend(document, { kind: 'replace', clauseId, words: bracketed });
    if (!amended.ok) return amended;
    steps.push({ target: amended.value, proposal });
  }
  return accept(steps);
}

/** How the proposals on one clause stand on a text, in their order, and which of them collide. */
export interface Standings {
  readonly standings: readonly Standing[];
  readonly collisions: readonly Collision[];
}

/** Collisions are between those that fit the clause as it stands, since the others wait anyway. */
export function standingsOn(document: DocumentJson, proposals: readonly WordedProposal[]): Standings {
  const clauseId = proposals[0]?.clauseId ?? null;
  const present = clauseId === null ? null : clauseAsText(document, clauseId);
  const standings = proposals.map((proposal) => standingOf(document, proposal));
  const fitting = proposals.flatMap(({ id, kind, otherClauseId }, index) => {
    const standing = standings[index];
    return standing?.isClean === true ? [{ id, kind, otherClauseId, words: wordsOf(standing) }] : [];
  });
  return { standings, collisions: collisionsOf(present, fitting) };
}

function wordedSteps(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
  first: WordedProposal,
  words: DocumentJson,
): Outcome<readonly TextStep[]> {
  const { clauseId } = first;
  const isInsertion = first.kind === 'insert';
  if (proposals.length > 1 && first.kind !== 'replace' && !isInsertion) return refuse('NP29');
  const steps: TextStep[] = [];
  const standing = standingOf(document, first);
  // Words that are new as a whole go in as they were proposed, and then become the chair's.
  if (proposals.length === 1 && standing.isClean && (isInsertion || first.kind === 'merge')) {
    const amended = standing.change === null ? refuse('NP41') : amend(document, standing.change);
    if (!amended.ok) return amended;
    steps.push({ target: amended.value, proposal: first });
  } else if (!isInsertion && clauseId !== null)
    steps.push(...sharedSteps(document, proposals, clauseId, words));
  const last = amend(document, chairsChange(first, words));
  if (!last.ok) return last;
  return accept([...steps, { target: last.value, proposal: null }]);
}

function chairsChange(first: WordedProposal, words: DocumentJson): TextChange {
  const clauseId = first.clauseId ?? '';
  if (first.kind === 'insert') return { kind: 'insert', after: first.clauseId, words };
  if (first.kind === 'merge') return { kind: 'merge', clauseId, other: first.otherClauseId ?? '', words };
  return { kind: 'replace', clauseId, words };
}

/** The clause with the share of each proposal in the chair's words, one proposal after the other. */
function sharedSteps(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
  clauseId: string,
  words: DocumentJson,
): TextStep[] {
  const present = clauseAsText(document, clauseId);
  if (present === null) return [];
  const [clause, chairs] = [new TokenText(present), new TokenText(words)];
  const shares: TokenText[] = [];
  const steps: TextStep[] = [];
  for (const proposal of proposals) {
    const standing = standingOf(document, proposal);
    const proposed = standing.isClean ? wordsOf(standing) : null;
    if (proposed === null) continue;
    shares.push(new TokenText(proposed));
    const shared = withShareOf(clause, chairs, shares);
    const amended = shared === null ? null : amend(document, { kind: 'replace', clauseId, words: shared });
    if (amended?.ok === true) steps.push({ target: amended.value, proposal });
  }
  return steps;
}

/** The words the chair's own begin with: the proposal's, or what several say together; where they cannot, the clause. */
export function wordsToBeginWith(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
): DocumentJson | null {
  const proposed = proposals.flatMap((proposal) => {
    const standing = standingOf(document, proposal);
    return standing.isClean ? (wordsOf(standing) ?? []) : [];
  });
  const clauseId = proposals[0]?.clauseId ?? null;
  const present = clauseId === null ? null : clauseAsText(document, clauseId);
  if (proposals[0]?.kind === 'insert' || present === null) return proposed[0] ?? null;
  if (proposed.length < 2) return proposed[0] ?? present;
  const combined = combineWords(present, proposed);
  return combined.isClean ? combined.words : (proposed[0] ?? present);
}

function wordsOf({ change }: Clean): DocumentJson | null {
  return change !== null && 'words' in change ? change.words : null;
}
