import { clauseAsText } from '../../domain/negotiation/amend';
import type { Collision } from '../../domain/negotiation/collisions';
import { hasWords, NO_WORDS } from '../../domain/negotiation/proposal-place';
import type { Standing, WordedProposal } from '../../domain/negotiation/standing';
import type { TouchedSpan } from '../../domain/negotiation/touched';
import type { Redline } from '../../domain/redline/types';
import { signedJob } from '../../domain/text/brackets/job';
import { canonicalText } from '../../domain/text/canonical';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { createMemory } from '../use-cases/remembered';
import type { StandingText } from '../use-cases/standing-text';
import type { DocumentView } from './documents';
import { inTurns } from './in-turns';
import type { ProposalView } from './proposals';

/** That two proposals cannot both be, or say the same, from the side of one. */
export interface MetProposal {
  readonly number: number;
  readonly country: string;
  readonly kind: Collision['kind'];
  /** The words of the clause that both touch, one stretch each; empty where something is put in at one place. */
  readonly words: readonly string[];
}

/** What is found of a proposal when it is held against the clause as it stands and the others on it. */
interface Weighing {
  /** Against the clause as it stands, where it fits; else against the words it was drafted on. Null: no words change. */
  readonly redline: Redline | null;
  /** Why it does not fit any more; null where it does. Of a proposal that waits. */
  readonly stuck: (Extract<Standing, { isClean: false }> & { readonly words: readonly string[] }) | null;
  readonly meets: readonly MetProposal[];
}

export interface DeskProposal extends ProposalView, Weighing {}

/** Desks that are remembered: of the clauses that are dealt with somewhere now. */
const remembered = createMemory<readonly Weighing[]>(24);

/**
 * Proposals that wait on one clause, held against it: once for each position of the log and the same proposals, since
 * words on the table never change (NP5). Who sees other proposals has another desk.
 */
export async function weighed(
  runtime: Runtime,
  document: DocumentView,
  standing: StandingText,
  waiting: readonly ProposalView[],
): Promise<DeskProposal[]> {
  const ids = waiting.map(({ id }) => id).join(' ');
  const key = `${document.id} ${standing.position} ${document.houseStyle} ${ids}`;
  const weighings = await remembered(key, () => weigh(runtime, document, standing.canonical, waiting));
  return waiting.flatMap((proposal, index) => {
    const weighing = weighings[index];
    return weighing === undefined ? [] : [{ ...proposal, ...weighing }];
  });
}

async function weigh(
  runtime: Runtime,
  document: DocumentView,
  canonical: string,
  waiting: readonly ProposalView[],
): Promise<Weighing[]> {
  const { standings, collisions } = await runtime.texts.standings(canonical, waiting.map(wordedView));
  const text = JSON.parse(canonical) as DocumentJson;
  return inTurns(waiting, async (proposal, index) => {
    const standing = standings[index];
    if (standing === undefined) throw new Error('weigh: a proposal without its standing');
    return {
      redline: await proposalRedline(runtime, document, text, proposal, standing),
      stuck: standing.isClean ? null : { ...standing, words: wordsAt(proposal.base, standing.spans) },
      meets: meetsOf(text, proposal, waiting, collisions),
    };
  });
}

export async function proposalRedline(
  runtime: Runtime,
  document: DocumentView,
  text: DocumentJson,
  { kind, base, words }: ProposalView,
  standing: Standing | null,
): Promise<Redline | null> {
  if (kind !== 'delete' && !hasWords(kind)) return null;
  const fits = kind === 'replace' && standing?.isClean === true && standing.change?.kind === 'replace';
  if (!fits || standing.change?.kind !== 'replace')
    return signedRedline(runtime, document, canonicalText(base), canonicalText(words ?? NO_WORDS));
  const clause = clauseAsText(text, standing.change.clauseId) ?? base;
  return signedRedline(runtime, document, canonicalText(clause), canonicalText(standing.change.words));
}

/** Brackets are shown as signs, with whoever holds the words. */
export function signedRedline(
  runtime: Runtime,
  { houseStyle }: DocumentView,
  oldJson: string,
  newJson: string,
): Promise<Redline> {
  return runtime.redline.compare(signedJob({ oldJson, newJson, options: { houseStyle } }));
}

function meetsOf(
  text: DocumentJson,
  { id, clauseId }: ProposalView,
  waiting: readonly ProposalView[],
  collisions: readonly Collision[],
): MetProposal[] {
  const clause = clauseId === null ? null : clauseAsText(text, clauseId);
  return collisions.flatMap(({ a, b, kind, spans }) => {
    if (a !== id && b !== id) return [];
    const other = waiting.find((proposal) => proposal.id === (a === id ? b : a));
    if (other === undefined) return [];
    const words = clause === null ? [] : wordsAt(clause, a === id ? spans.a : spans.b);
    return [{ number: other.number ?? 0, country: other.country, kind, words }];
  });
}

export function wordedView(proposal: ProposalView): WordedProposal {
  const { id, kind, clauseId, otherClauseId, country, base, baseHash, words } = proposal;
  const sponsors = proposal.backings.filter((backing) => backing.kind === 'cosponsor');
  return {
    ...{ id, kind, clauseId, otherClauseId, country, base, baseHash, words },
    number: proposal.number ?? 0,
    cosponsors: sponsors.map((backing) => backing.country),
  };
}

/** The words of a clause in these spans; a place at which something is put in has none. */
function wordsAt(clause: DocumentJson, spans: readonly TouchedSpan[]): string[] {
  const [first] = clausesOf(clause);
  const words = first === undefined ? '' : clauseText(first);
  const stretches = spans
    .filter(({ footnote }) => footnote === undefined)
    .map(({ from, to }) => words.slice(from, to).trim());
  return [...new Set(stretches.filter((stretch) => stretch !== ''))];
}
