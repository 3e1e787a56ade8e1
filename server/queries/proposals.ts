import { setImmediate } from 'node:timers/promises';
import { findDocument } from '../../db/documents';
import {
  type BackingRow,
  backingsOf,
  type ChallengeRow,
  challengesOf,
  type ProposalHead,
  type ProposalRow,
  proposalHeadsOn,
  proposalSubject,
  proposalsWithIds,
} from '../../db/proposals';
import { readLog } from '../../db/update-log';
import { hasWords, NO_WORDS } from '../../domain/negotiation/proposal-place';
import type { ProposalClass, ProposalKind, ProposalState } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { canSeeProposal } from '../../domain/policy/proposals';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { permittedDocument, subjectOf } from '../use-cases/permitted-document';
import { permittedProposal } from '../use-cases/permitted-proposal';
import { inTurns } from './in-turns';
import { type ProposalRights, rightsOf } from './proposal-rights';

export type { ProposalRights };

export interface BackingView {
  readonly country: string;
  readonly kind: BackingRow['kind'];
  readonly at: string;
}

export interface ChallengeView {
  readonly country: string;
  readonly reason: string;
  readonly at: string;
  readonly settled: { readonly class: ProposalClass; readonly at: string } | null;
}

/** A proposal as the person who asks may see it. */
export interface ProposalView {
  readonly id: string;
  readonly documentId: string;
  /** n of "Proposal n"; null in a draft. */
  readonly number: number | null;
  readonly state: ProposalState;
  readonly isGivenUp: boolean;
  readonly country: string;
  readonly kind: ProposalKind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
  readonly class: ProposalClass;
  readonly rationale: string;
  /** The words it is compared with, and the position of the log at which they stood. */
  readonly base: DocumentJson;
  readonly baseHash: string;
  readonly basePosition: number;
  /** The proposed words; of a draft those of its room as they stand. Null where it has none. */
  readonly words: DocumentJson | null;
  readonly hash: string | null;
  readonly backings: readonly BackingView[];
  readonly challenges: readonly ChallengeView[];
  readonly replaces: { readonly id: string; readonly number: number | null } | null;
  readonly replacedBy: { readonly id: string; readonly number: number | null } | null;
  readonly onBehalf: boolean;
  readonly confirmedAt: string | null;
  readonly createdAt: string;
  readonly tabledAt: string | null;
  readonly closedAt: string | null;
  /** In its ring: not tabled, for the eyes of the own delegation. */
  readonly isDraft: boolean;
  readonly may: ProposalRights;
}

export interface ComparedProposal extends ProposalView {
  /** Against its base; null where it changes no words (moved, commented on). */
  readonly redline: Redline | null;
}

export interface ProposalFilter {
  /** These alone, as a page has chosen them from `proposalHeads`. */
  readonly ids?: readonly string[];
  /** Drafts alone. */
  readonly drafts?: true;
}

/** Of a proposal what a list is chosen and counted by. */
export type ProposalHeadView = Pick<
  ProposalView,
  'id' | 'number' | 'state' | 'country' | 'kind' | 'clauseId' | 'otherClauseId' | 'class' | 'isDraft'
>;

/** The proposals on a text that this person may see, without their words, in the order of `proposalsFor`. */
export function proposalHeads(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Outcome<ProposalHeadView[]> {
  const seen = headsSeen(runtime, actor, documentId);
  return seen.ok ? accept(headViews(seen.value)) : seen;
}

function headViews(heads: readonly ProposalHead[]): ProposalHeadView[] {
  return byNumber(heads).map(({ id, number, state, country, kind, clauseId, otherClauseId, class: its }) => ({
    ...{ id, number, state, country, kind, clauseId, otherClauseId },
    class: its,
    isDraft: state === 'draft',
  }));
}

/** The proposals on a text that this person may see: tabled ones by number, then the drafts of the own ring. */
export async function proposalsFor(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  filter: ProposalFilter = {},
): Promise<Outcome<ProposalView[]>> {
  const seen = headsSeen(runtime, actor, documentId);
  if (!seen.ok) return seen;
  await setImmediate();
  return accept(await viewsAmong(runtime, actor, seen.value, filter));
}

/** All heads, and of those that are chosen from them the proposals: what is read of thousands is read once. */
export async function chosenProposals(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  choose: (heads: readonly ProposalHeadView[]) => readonly string[],
): Promise<Outcome<{ readonly heads: ProposalHeadView[]; readonly proposals: ProposalView[] }>> {
  const seen = headsSeen(runtime, actor, documentId);
  if (!seen.ok) return seen;
  const heads = headViews(seen.value);
  // Between these passes, each over everything on the text, others' keystrokes and requests come first.
  await setImmediate();
  const ids = choose(heads);
  return accept({ heads, proposals: await viewsAmong(runtime, actor, seen.value, { ids }) });
}

async function viewsAmong(
  runtime: Runtime,
  actor: Actor,
  seen: readonly ProposalHead[],
  filter: ProposalFilter,
): Promise<ProposalView[]> {
  const wanted = seen.filter((head) => isWanted(head, filter));
  // In the order of the heads, which is that of their making.
  const rows = new Map(
    proposalsWithIds(
      runtime.db,
      wanted.map(({ id }) => id),
    ).map((row) => [row.id, row]),
  );
  const views = await viewsOf(
    runtime,
    actor,
    wanted.flatMap(({ id }) => rows.get(id) ?? []),
    seen,
  );
  return byNumber(views);
}

function headsSeen(runtime: Runtime, actor: Actor, documentId: string): Outcome<ProposalHead[]> {
  const { db } = runtime;
  const document = permittedDocument(db, actor, 'readNegotiation', documentId);
  if (!document.ok) return document;
  const subject = subjectOf(document.value);
  return accept(
    proposalHeadsOn(db, documentId).filter((row) => canSeeProposal(actor, proposalSubject(subject, row)).ok),
  );
}

function byNumber<Proposal extends { readonly number: number | null }>(all: readonly Proposal[]): Proposal[] {
  return [...all].sort(
    (a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER),
  );
}

export async function getProposal(
  runtime: Runtime,
  actor: Actor,
  proposalId: string,
): Promise<Outcome<ProposalView>> {
  const found = permittedProposal(runtime.db, actor, proposalId);
  if (!found.ok) return found;
  const { proposal } = found.value;
  const seen = headsSeen(runtime, actor, proposal.documentId);
  const [view] = await viewsOf(runtime, actor, [proposal], seen.ok ? seen.value : []);
  return view === undefined ? refuse('PO1') : accept(view);
}

/** Each with its redline. Ask for those that are shown, not for all of a text. */
export function withRedlines(
  runtime: Runtime,
  proposals: readonly ProposalView[],
  houseStyle: HouseStyle,
): Promise<ComparedProposal[]> {
  return inTurns(proposals, async (proposal) => ({
    ...proposal,
    redline: await redlineOf(runtime, proposal, houseStyle),
  }));
}

async function redlineOf(
  runtime: Runtime,
  { kind, base, words }: ProposalView,
  houseStyle: HouseStyle,
): Promise<Redline | null> {
  if (kind !== 'delete' && !hasWords(kind)) return null;
  return runtime.redline.compare({
    oldJson: canonicalText(base),
    newJson: canonicalText(words ?? NO_WORDS),
    options: { houseStyle },
  });
}

/** All of one document; `seen` is everything on it that this person sees. */
async function viewsOf(
  runtime: Runtime,
  actor: Actor,
  rows: readonly ProposalRow[],
  seen: readonly ProposalHead[],
): Promise<ProposalView[]> {
  const { db } = runtime;
  const ids = rows.map(({ id }) => id);
  const backings = grouped(backingsOf(db, ids));
  const challenges = grouped(challengesOf(db, ids));
  const [first] = rows;
  const document = first === undefined ? null : findDocument(db, first.documentId);
  if (document === null) return [];
  const views: ProposalView[] = [];
  for (const row of rows) {
    const subject = proposalSubject(subjectOf(document), row);
    const backed = (backings.get(row.id) ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
    const challenged = challenges.get(row.id) ?? [];
    views.push({
      ...placeOf(row),
      ...(await wordsOf(runtime, row)),
      ...lineageOf(row, seen),
      isGivenUp: subject.isGivenUp,
      backings: backed.map(({ country, kind, at }) => ({ country, kind, at })),
      challenges: challenged.map(challengeView),
      isDraft: row.state === 'draft',
      may: rightsOf(actor, row, subject, backed, challenged),
    });
  }
  return views;
}

function placeOf(row: ProposalRow) {
  const { id, documentId, number, state, country, kind, clauseId, otherClauseId, rationale } = row;
  const { basePosition, baseHash, onBehalf, confirmedAt, createdAt, tabledAt, closedAt } = row;
  return {
    id,
    documentId,
    number,
    state,
    country,
    kind,
    clauseId,
    otherClauseId,
    class: row.class,
    rationale,
    base: JSON.parse(row.baseText) as DocumentJson,
    baseHash,
    basePosition,
    onBehalf,
    confirmedAt,
    createdAt,
    tabledAt,
    closedAt,
  };
}

async function wordsOf(runtime: Runtime, row: ProposalRow) {
  if (!hasWords(row.kind)) return { words: null, hash: null };
  if (row.text !== null) return { words: JSON.parse(row.text) as DocumentJson, hash: row.hash };
  const reading = await runtime.texts.read(readLog(runtime.db, row.id).updates);
  return { words: JSON.parse(reading.canonical) as DocumentJson, hash: reading.hash };
}

/** What it replaces and what replaced it, among what this person may see. */
function lineageOf(row: ProposalHead, seen: readonly ProposalHead[]) {
  const line = (other: ProposalHead | undefined) =>
    other === undefined ? null : { id: other.id, number: other.number };
  const isReplacement = (other: ProposalHead) => other.replacesId === row.id && other.number !== null;
  return {
    replaces: row.replacesId === null ? null : line(seen.find(({ id }) => id === row.replacesId)),
    replacedBy: row.state === 'superseded' ? line(seen.findLast(isReplacement)) : null,
  };
}

function challengeView({ country, reason, at, settledAt, settledClass }: ChallengeRow): ChallengeView {
  const isSettled = settledAt !== null && settledClass !== null;
  return { country, reason, at, settled: isSettled ? { class: settledClass, at: settledAt } : null };
}

function isWanted(head: ProposalHead, { ids, drafts }: ProposalFilter): boolean {
  if (ids !== undefined && !ids.includes(head.id)) return false;
  if (drafts === true && head.state !== 'draft') return false;
  return true;
}

function grouped<Row extends { readonly proposalId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.proposalId);
    if (group === undefined) groups.set(row.proposalId, [row]);
    else group.push(row);
  }
  return groups;
}
