import { setImmediate } from 'node:timers/promises';
import { clauseActsOn } from '../../db/clause-acts';
import { answersOn, type DispositionRow, dispositionsOn } from '../../db/dispositions';
import { clauseAsText } from '../../domain/negotiation/amend';
import { wordsToBeginWith } from '../../domain/negotiation/carry-out';
import { isWaiting, missingOwners } from '../../domain/negotiation/dispositions';
import { NO_WORDS } from '../../domain/negotiation/proposal-place';
import { linesOf } from '../../domain/negotiation/reworded';
import { openSuggestions } from '../../domain/negotiation/suggestions';
import type { DispositionKind } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome } from '../../domain/refusal';
import { canonicalText, textHash } from '../../domain/text/canonical';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import type { ClauseActData } from '../use-cases/negotiation-facts';
import { readAhead } from '../use-cases/standing-text';
import { type DeskProposal, proposalRedline, signedRedline, weighed, wordedView } from './desk-proposals';
import { type DocumentView, getDocument } from './documents';
import { inTurns } from './in-turns';
import { chosenProposals, type ProposalHeadView, type ProposalView } from './proposals';

export type { DeskProposal, MetProposal } from './desk-proposals';

/** Where proposals for the beginning of a text are dealt with: before any clause. */
export const START = 'start';

/** What a delegation says to a suggestion. */
export interface AnswerView {
  readonly country: string;
  readonly answer: 'agree' | 'cannotAgree';
  readonly note: string;
  readonly at: string;
}

/** One act of the chair: done, or suggested. */
export interface ActView {
  readonly actId: string;
  readonly kind: DispositionKind;
  readonly reason: string;
  readonly at: string;
  readonly proposals: readonly { readonly number: number; readonly country: string }[];
  /** The chair's words against the clause as it stands, in a suggestion; null where there are none. */
  readonly redline: Redline | null;
  readonly answers: readonly AnswerView[];
  /** Delegations whose agreement a merger lacks. */
  readonly missing: readonly string[];
}

export interface ClauseDeskView {
  readonly document: DocumentView;
  readonly clauseId: string;
  readonly clause: {
    readonly citation: string;
    /** Its words as rows without a change, to be drawn like those of the proposals. */
    readonly redline: Redline;
    readonly hash: string;
  } | null;
  /** It was merged into another or split into several when the chair accepted that (PS29); null where neither. */
  readonly fate: {
    readonly act: 'merged' | 'split';
    readonly at: string;
    /** The clauses that hold its words, as far as they stand. */
    readonly into: readonly { readonly id: string; readonly citation: string }[];
  } | null;
  readonly previous: string | null;
  readonly next: string | null;
  /** On the table: tabled, referred or carried over. */
  readonly waiting: readonly DeskProposal[];
  /** Mergers that would join this clause to another, and are dealt with on that one's desk. */
  readonly joining: readonly ProposalHeadView[];
  readonly settled: readonly DeskProposal[];
  readonly suggestions: readonly ActView[];
  readonly done: readonly ActView[];
  /** What the chair is about to deal with, and the words to begin with, line by line. */
  readonly chosen: { readonly proposals: readonly DeskProposal[]; readonly lines: readonly string[] } | null;
  readonly may: {
    readonly dispose: boolean;
    /** The delegation for which this person answers suggestions; null for nobody. */
    readonly answerFor: string | null;
  };
}

export interface ClauseDeskInput {
  readonly documentId: string;
  readonly clauseId: string;
  /** Proposals the chair has chosen. */
  readonly chosen: readonly string[];
}

/** Everything on the table about one clause, side by side. Drafts of the own ring are on the pages of proposals. */
export async function clauseDesk(
  runtime: Runtime,
  actor: Actor,
  input: ClauseDeskInput,
): Promise<Outcome<ClauseDeskView>> {
  const found = await getDocument(runtime, actor, input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const about = input.clauseId === START ? null : input.clauseId;
  const seen = await chosenProposals(runtime, actor, document.id, (heads) =>
    heads.filter(({ isDraft, clauseId }) => !isDraft && clauseId === about).map(({ id }) => id),
  );
  if (!seen.ok) return seen;
  const open = seen.value.heads.filter(({ isDraft }) => !isDraft);
  await setImmediate();
  const standing = await readAhead(runtime, document.id);
  const text = JSON.parse(standing.canonical) as DocumentJson;
  const tabled = seen.value.proposals;
  const onTable = tabled.filter(({ state }) => isWaiting(state));
  const desk = new Desk(runtime, document, text);
  const waiting = await weighed(runtime, document, standing, onTable);
  const settled = await inTurns(
    tabled.filter(({ state }) => !isWaiting(state)),
    (proposal) => desk.settled(proposal),
  );
  const acts = await desk.acts(tabled);
  return accept({
    document,
    clauseId: input.clauseId,
    ...(await desk.place(about)),
    fate: desk.fate(about),
    waiting,
    joining: open.filter(
      ({ kind, otherClauseId, state }) =>
        kind === 'merge' && about !== null && otherClauseId === about && isWaiting(state),
    ),
    settled,
    ...acts,
    chosen: document.may.dispose ? chosenOf(text, waiting, input.chosen) : null,
    may: {
      dispose: document.may.dispose,
      answerFor: document.may.answerDisposition ? delegationLedBy(actor, document.body.id) : null,
    },
  });
}

class Desk {
  private readonly runtime: Runtime;
  private readonly document: DocumentView;
  private readonly text: DocumentJson;

  constructor(runtime: Runtime, document: DocumentView, text: DocumentJson) {
    this.runtime = runtime;
    this.document = document;
    this.text = text;
  }

  async settled(proposal: ProposalView): Promise<DeskProposal> {
    const redline = await proposalRedline(this.runtime, this.document, this.text, proposal, null);
    return { ...proposal, redline, stuck: null, meets: [] };
  }

  /** What the chair suggested and did about these proposals. */
  async acts(proposals: readonly ProposalView[]): Promise<Pick<ClauseDeskView, 'suggestions' | 'done'>> {
    const known = new Map(proposals.map((proposal) => [proposal.id, proposal]));
    const recorded = dispositionsOn(this.runtime.db, this.document.id).filter(({ proposalId }) =>
      known.has(proposalId),
    );
    const states = new Map(proposals.map(({ id, state }) => [id, state]));
    const open = openSuggestions(recorded, states);
    const acts = [...new Set(recorded.map(({ actId }) => actId))];
    const carried = acts.filter((actId) => recorded.some((row) => row.actId === actId && !row.isSuggestion));
    return {
      suggestions: await Promise.all(open.map((actId) => this.act(recorded, known, actId, true))),
      done: await Promise.all(carried.map((actId) => this.act(recorded, known, actId, false))),
    };
  }

  private async act(
    recorded: readonly DispositionRow[],
    known: ReadonlyMap<string, ProposalView>,
    actId: string,
    isSuggestion: boolean,
  ): Promise<ActView> {
    const rows = recorded.filter((row) => row.actId === actId && row.isSuggestion === isSuggestion);
    const [first] = rows;
    if (first === undefined) throw new Error('clauseDesk: an act without rows');
    const proposals = rows.flatMap(({ proposalId }) => known.get(proposalId) ?? []);
    const answers = answersOn(this.runtime.db, this.document.id).filter((answer) => answer.actId === actId);
    const newest = new Map(answers.map((answer) => [answer.country, answer]));
    const isOpenMerger = isSuggestion && first.kind === 'merged';
    return {
      actId,
      kind: first.kind,
      reason: first.reason,
      at: first.at,
      proposals: proposals.map(({ number, country }) => ({ number: number ?? 0, country })),
      redline:
        isSuggestion && first.text !== null
          ? await this.compare(this.present(first, known), first.text)
          : null,
      answers: [...newest.values()].map(({ country, answer, note, at }) => ({ country, answer, note, at })),
      missing: isOpenMerger ? missingOwners(proposals, [...newest.values()]) : [],
    };
  }

  /** What the words of an act take the place of; an insertion takes none. */
  private present({ proposalId }: DispositionRow, known: ReadonlyMap<string, ProposalView>): string {
    const proposal = known.get(proposalId);
    const clauseId = proposal?.kind === 'insert' ? null : (proposal?.clauseId ?? null);
    const clause = clauseId === null ? null : clauseAsText(this.text, clauseId);
    return canonicalText(clause ?? NO_WORDS);
  }

  private compare(oldJson: string, newJson: string): Promise<Redline> {
    return signedRedline(this.runtime, this.document, oldJson, newJson);
  }

  /** What the chair's newest finding says became of the clause as a whole: of one that went, or of the words it has now. */
  fate(clauseId: string | null): ClauseDeskView['fate'] {
    const own = clauseId === null ? null : clauseAsText(this.text, clauseId);
    const row = clauseActsOn(this.runtime.db, this.document.id).findLast((act) => act.clauseId === clauseId);
    if (row === undefined || (row.act !== 'merged' && row.act !== 'split')) return null;
    if (row.act === 'merged' ? own !== null : own === null || textHash(own) !== row.hash) return null;
    const { into = [] } = JSON.parse(row.data) as ClauseActData;
    const numbers = numberClauses(this.text, this.document.houseStyle);
    const standing = clausesOf(this.text).flatMap(({ id }, index) =>
      id !== null && into.includes(id) ? [{ id, citation: numbers[index]?.citation ?? '' }] : [],
    );
    return { act: row.act, at: row.at, into: standing };
  }

  /** The clause among its neighbours. */
  async place(clauseId: string | null): Promise<Pick<ClauseDeskView, 'clause' | 'previous' | 'next'>> {
    const clauses = clausesOf(this.text);
    const index = clauseId === null ? -1 : clauses.findIndex(({ id }) => id === clauseId);
    const [previous, next] = [clauses[index - 1]?.id ?? null, clauses[index + 1]?.id ?? null];
    const own = clauseId === null ? null : clauseAsText(this.text, clauseId);
    if (own === null)
      return { clause: null, previous: null, next: index < 0 && clauseId !== null ? null : next };
    const citation = numberClauses(this.text, this.document.houseStyle)[index]?.citation ?? '';
    const canonical = canonicalText(own);
    const redline = await this.compare(canonical, canonical);
    return { clause: { citation, redline, hash: textHash(own) }, previous, next };
  }
}

function chosenOf(
  text: DocumentJson,
  waiting: readonly DeskProposal[],
  ids: readonly string[],
): ClauseDeskView['chosen'] {
  const proposals = waiting.filter(({ id }) => ids.includes(id));
  if (proposals.length === 0) return null;
  const words = wordsToBeginWith(text, proposals.map(wordedView));
  return { proposals, lines: words === null ? [] : linesOf(words) };
}
