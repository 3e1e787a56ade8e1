import { accept, type Outcome, refuse } from '../refusal';
import { textHash } from '../text/canonical';
import { type Clause, clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { longestRising } from '../text/ledger/rising';
import { amend, asTextOfItsOwn } from './amend';
import { changeOf, type ProposalPlace } from './proposal-place';
import { isText } from './rebase';

/** A proposal as it would begin: its clauses, and the words its room begins with. */
export interface ProposedChange {
  readonly place: ProposalPlace;
  /** Null where a clause goes. */
  readonly words: DocumentJson | null;
}

/** What differs between two texts and no proposal carries. `where` are the first words of the clause. */
export interface NotProposed {
  readonly why: 'moved' | 'doesNotFit' | 'elsewhere';
  /** Of the clause, null where it is a new one. */
  readonly clauseId: string | null;
  readonly where: string;
}

export interface ProposedBetween {
  readonly proposals: readonly ProposedChange[];
  readonly notProposed: readonly NotProposed[];
}

const WHERE_LENGTH = 80;

/**
 * What would have to be proposed on `base` for it to become `wanted`, clause by clause: one replacement for each clause
 * that differs, one deletion for each that went, one insertion for each run of new ones. Clauses are known again by
 * their ids, so `wanted` was given those of `base` before. What no proposal carries is named: a clause that moved, one
 * that does not fit at its place, and whatever would still differ were all of them accepted.
 * Refuses with NP2 a base of whose clauses one has no id: no proposal can name it; with IM29 more than `most` of them,
 * before any is tried: each is tried on the whole text.
 */
export function proposedBetween(
  base: DocumentJson,
  wanted: DocumentJson,
  most = Number.POSITIVE_INFINITY,
): Outcome<ProposedBetween> {
  const old = clausesOf(base);
  if (old.some(({ id }) => id === null)) return refuse('NP2', { clauseId: '' });
  const known = new Map(old.map((clause, index) => [clause.id, index]));
  const fresh = clausesOf(wanted);
  const stays = fresh.filter(({ id }) => known.has(id));
  const inOrder = longestRising(stays.map(({ id }) => known.get(id) ?? 0));
  const moved = stays.filter((_, index) => !inOrder.has(index));
  const standing = new Set(stays.map(({ id }) => id));
  const wishes = [
    ...stays.flatMap((clause) => replacement(base, wanted, old[known.get(clause.id) ?? 0], clause)),
    ...insertions(wanted, fresh, known),
    ...old
      .filter(({ id }) => !standing.has(id))
      .map((clause) => ({ ...about('delete', clause.id), clauses: [clause] })),
  ];
  if (wishes.length > most) return refuse('IM29', { count: wishes.length, most });
  const proposals: ProposedChange[] = [];
  const unfit: Clause[][] = [];
  let text = base;
  for (const { clauses, ...proposed } of wishes) {
    const made = accepting(text, proposed);
    if (made === null) unfit.push(clauses);
    else {
      text = made;
      proposals.push(proposed);
    }
  }
  const named = [...moved, ...unfit.flat()];
  const notProposed: NotProposed[] = [
    ...moved.map((clause) => notProposedAt('moved', clause)),
    ...unfit.flat().map((clause) => notProposedAt('doesNotFit', clause)),
    ...stillOther(clausesOf(text), fresh, named),
  ];
  // As one reads the text: what is new after a clause behind what becomes of the clause itself.
  const place = ({ place: { kind, clauseId } }: ProposedChange) =>
    (known.get(clauseId) ?? -1) + (kind === 'insert' ? 0.5 : 0);
  proposals.sort((a, b) => place(a) - place(b));
  return accept({ proposals, notProposed });
}

/** The text with a proposal accepted; null where it does not fit there or the schema does not allow it. */
function accepting(text: DocumentJson, { place, words }: ProposedChange): DocumentJson | null {
  const change = changeOf(place, words);
  const made = change === null ? null : amend(text, change);
  return made?.ok && isText(made.value) ? made.value : null;
}

interface Wish extends ProposedChange {
  /** The clauses of either text that it is about. */
  readonly clauses: Clause[];
}

function about(kind: 'replace' | 'delete' | 'insert', clauseId: string | null): ProposedChange {
  return { place: { kind, clauseId, otherClauseId: null }, words: null };
}

function replacement(
  base: DocumentJson,
  wanted: DocumentJson,
  old: Clause | undefined,
  clause: Clause,
): Wish[] {
  const before = old === undefined ? null : asTextOfItsOwn(base, old);
  const words = asTextOfItsOwn(wanted, clause);
  if (before === null || words === null || textHash(before) === textHash(words)) return [];
  return [{ ...about('replace', clause.id), words, clauses: [clause] }];
}

/** New clauses that follow each other are one insertion after the clause before them, which stands already. */
function insertions(
  wanted: DocumentJson,
  fresh: readonly Clause[],
  known: ReadonlyMap<string | null, number>,
): Wish[] {
  const runs: { after: string | null; clauses: Clause[] }[] = [];
  let after: string | null = null;
  let run: Clause[] | null = null;
  for (const clause of fresh) {
    if (known.has(clause.id)) {
      [after, run] = [clause.id, null];
      continue;
    }
    if (run === null) {
      run = [];
      runs.push({ after, clauses: run });
    }
    run.push(clause);
  }
  return runs.map(({ after: place, clauses }) => {
    const content = clauses.flatMap((one) => asTextOfItsOwn(wanted, one)?.content ?? []);
    return { ...about('insert', place), words: { type: 'doc', content } as DocumentJson, clauses };
  });
}

/** The first clause that would read otherwise or stand elsewhere were everything accepted, besides those named before. */
function stillOther(
  made: readonly Clause[],
  wanted: readonly Clause[],
  named: readonly Clause[],
): readonly NotProposed[] {
  const clauses = new Set(named);
  const ids = new Set(named.flatMap(({ id }) => (id === null ? [] : [id])));
  const isOpen = (clause: Clause) => !clauses.has(clause) && (clause.id === null || !ids.has(clause.id));
  const [are, shall] = [made.filter(isOpen), wanted.filter(isOpen)];
  for (let at = 0; at < Math.max(are.length, shall.length); at++) {
    const [is, wish] = [are[at], shall[at]];
    const other = wish ?? is;
    if (other === undefined || (is !== undefined && wish !== undefined && reads(is) === reads(wish)))
      continue;
    return [notProposedAt('elsewhere', other)];
  }
  return [];
}

function reads(clause: Clause): string {
  return `${clause.kind} ${clause.level} ${clauseText(clause)}`;
}

function notProposedAt(why: NotProposed['why'], clause: Clause): NotProposed {
  return { why, clauseId: clause.id, where: firstWordsOf(clause) };
}

function firstWordsOf(clause: Clause): string {
  return Array.from(clauseText(clause).trim()).slice(0, WHERE_LENGTH).join('');
}
