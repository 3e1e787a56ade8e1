import { type ClauseActRow, clauseActsOn } from '../../db/clause-acts';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { type EditorialChangeRow, editorialChangesOf } from '../../db/editorial-changes';
import { type PositionRow, positionsOn } from '../../db/positions';
import { type WaitingProposal, waitingProposals } from '../../db/tabled-proposals';
import { type ClauseEntry, clauseIndex, type TextIndex } from '../../domain/negotiation/clause-index';
import type { ClauseAct, ClauseFacts } from '../../domain/negotiation/clause-state';
import {
  type EditorialStep,
  type Eyes,
  type StandingPosition,
  standingPositions,
} from '../../domain/negotiation/positions';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { membersNow } from './roster-now';
import type { StandingText } from './standing-text';

/** All that was said and found of a text, as it stands at one instant. */
export interface NegotiationFacts {
  readonly textHash: string;
  readonly clauses: readonly ClauseEntry[];
  readonly byId: ReadonlyMap<string, ClauseEntry>;
  /** Codes of the members of the body, in its order: whose word counts. */
  readonly members: readonly string[];
  /** Positions by clause, oldest first, of every ring; under null those on the whole text. */
  readonly positions: ReadonlyMap<string | null, readonly PositionRow[]>;
  /** The newest finding on each clause. */
  readonly acts: ReadonlyMap<string, ClauseActRow>;
  /** Editorial changes by clause; under null those of the whole text. */
  readonly steps: ReadonlyMap<string | null, readonly EditorialStep[]>;
  /** Tabled proposals that would change a word. */
  readonly proposals: readonly WaitingProposal[];
  readonly proposalsOn: ReadonlyMap<string, number>;
  readonly tabledOn: ReadonlyMap<string, number>;
}

/** The clauses of a text, worked out once for each reading of it, with the house style that numbers them. */
const INDEXES = new WeakMap<StandingText, ClauseIndex>();

interface ClauseIndex {
  readonly houseStyle: DocumentRow['houseStyle'];
  readonly clauses: readonly ClauseEntry[];
}

export function clausesNow(
  standing: StandingText,
  houseStyle: DocumentRow['houseStyle'],
): readonly ClauseEntry[] {
  const known = INDEXES.get(standing);
  if (known?.houseStyle === houseStyle) return known.clauses;
  const made = clauseIndex(JSON.parse(standing.canonical) as DocumentJson, houseStyle);
  INDEXES.set(standing, { houseStyle, clauses: made });
  return made;
}

/** The same and its open brackets, ahead of the page or transaction that needs them: a long text in a worker thread. */
export async function indexAhead(
  runtime: Runtime,
  standing: StandingText,
  houseStyle: DocumentRow['houseStyle'],
): Promise<TextIndex> {
  const index = await runtime.texts.index(standing.canonical, houseStyle);
  INDEXES.set(standing, { houseStyle, clauses: index.clauses });
  return index;
}

/** Reads what a negotiation amounts to; `clauses` are those of the text whose hash is `textHash`. */
export function negotiationFacts(
  db: Db,
  document: Pick<DocumentRow, 'id' | 'bodyId'>,
  text: { readonly hash: string; readonly clauses: readonly ClauseEntry[] },
  at: string,
): NegotiationFacts {
  const { clauses } = text;
  const members = membersNow(db, document.bodyId, at);
  const changes = editorialChangesOf(db, document.id);
  const steps = new Map<string | null, readonly EditorialStep[]>(
    grouped(changes, ({ clauseId }) => clauseId),
  ).set(null, textSteps(changes));
  const proposals = waitingProposals(db, document.id).filter(({ kind }) => kind !== 'comment');
  return {
    textHash: text.hash,
    clauses,
    byId: new Map(clauses.map((clause) => [clause.id, clause])),
    members,
    positions: grouped(
      positionsOn(db, document.id).filter(({ country }) => members.includes(country)),
      ({ clauseId }) => clauseId,
    ),
    acts: new Map(clauseActsOn(db, document.id).map((act) => [act.clauseId, act])),
    steps,
    proposals,
    proposalsOn: countedByClause(proposals),
    tabledOn: countedByClause(proposals.filter(({ state }) => state === 'tabled')),
  };
}

/** What the state of a clause follows from, as these eyes see it. */
export function clauseFacts(facts: NegotiationFacts, clause: ClauseEntry, eyes: Eyes): ClauseFacts {
  return {
    hash: clause.hash,
    brackets: clause.brackets,
    proposals: facts.proposalsOn.get(clause.id) ?? 0,
    tabled: facts.tabledOn.get(clause.id) ?? 0,
    positions: positionsSeen(facts, clause, eyes),
    act: actOf(facts, clause.id),
    steps: facts.steps.get(clause.id) ?? [],
  };
}

/** What these eyes see of the positions on a clause, or on the whole text (null), in the order of the members. */
export function positionsSeen(
  facts: NegotiationFacts,
  clause: ClauseEntry | null,
  eyes: Eyes,
): (StandingPosition & PositionRow)[] {
  const id = clause?.id ?? null;
  const held = facts.positions.get(id) ?? [];
  const seen = standingPositions(held, clause?.hash ?? facts.textHash, facts.steps.get(id) ?? [], eyes);
  return (seen as (StandingPosition & PositionRow)[]).sort(
    (one, other) => facts.members.indexOf(one.country) - facts.members.indexOf(other.country),
  );
}

/** What the chair's finding holds besides: who was there, whose capital has yet to answer. */
export interface ClauseActData {
  readonly present?: readonly string[];
  readonly pending?: readonly string[];
  /** Where the words of a clause went that was merged or split, by ids of clauses. */
  readonly into?: readonly string[];
}

function actOf(facts: NegotiationFacts, clauseId: string): ClauseAct | null {
  const row = facts.acts.get(clauseId);
  if (row === undefined) return null;
  const { pending = [] } = JSON.parse(row.data) as ClauseActData;
  return {
    act: row.act,
    hash: row.hash,
    pending: pending.filter((country) => facts.members.includes(country)),
  };
}

/** An insertion contests no clause that stands; a merger both it names. */
function countedByClause(proposals: readonly WaitingProposal[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (id: string | null) => {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const { kind, clauseId, otherClauseId } of proposals) {
    if (kind === 'insert') continue;
    count(clauseId);
    if (kind === 'merge') count(otherClauseId);
  }
  return counts;
}

/** Editorial changes as steps of the whole text. */
export function textSteps(
  changes: readonly Pick<EditorialChangeRow, 'fromTextHash' | 'toTextHash' | 'challengedAt'>[],
): EditorialStep[] {
  return changes.map(({ fromTextHash, toTextHash, challengedAt }) => ({
    fromHash: fromTextHash,
    toHash: toTextHash,
    challengedAt,
  }));
}

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
