import { setImmediate } from 'node:timers/promises';
import { findDocument } from '../../db/documents';
import { editorialChangesOf } from '../../db/editorial-changes';
import { readingsOf } from '../../db/negotiation-readings';
import { type AwaitedAct, awaitedOn } from '../../domain/negotiation/awaits';
import type { ClauseEntry } from '../../domain/negotiation/clause-index';
import {
  type ClauseState,
  clauseStanding,
  holdersOf,
  toReconfirm,
} from '../../domain/negotiation/clause-state';
import { type ClauseStep, openClauseSteps } from '../../domain/negotiation/clause-steps';
import { type Eyes, type StandingPosition, UNSPOKEN } from '../../domain/negotiation/positions';
import { nextReading } from '../../domain/negotiation/readings';
import type { Stance } from '../../domain/negotiation/types';
import { type Actor, rolesIn } from '../../domain/policy/can';
import { eyesOf } from '../../domain/policy/positions';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import {
  clauseFacts,
  type NegotiationFacts,
  negotiationFacts,
  positionsSeen,
} from '../use-cases/negotiation-facts';
import { type BracketWait, bracketWaits } from './bracket-waits';
import { indexedText } from './clause-index';
import { type DocumentView, getDocument } from './documents';

/** How a clause stands, and who stands where on it, as this person may see it. All delegations are ISO codes. */
export interface NegotiationClause {
  readonly id: string;
  readonly kind: ClauseEntry['kind'];
  readonly level: number;
  readonly citation: string;
  readonly opening: string;
  readonly hash: string;
  readonly state: ClauseState;
  readonly changedSince: boolean;
  readonly brackets: number;
  readonly proposals: number;
  /** Capitals that have yet to confirm what was agreed ad referendum. */
  readonly pending: readonly string[];
  readonly objects: readonly string[];
  readonly reserves: readonly string[];
  readonly proposes: readonly string[];
  readonly adRef: readonly string[];
  readonly toReconfirm: readonly string[];
  readonly accepts: readonly string[];
  readonly notSpoken: readonly string[];
  /** Delegations on whose word an open bracket in it waits. */
  readonly holdsBracket: readonly string[];
  readonly own: OwnPosition | null;
  readonly awaits: AwaitedAct | null;
  /** What the chair may find of it now. */
  readonly steps: readonly ClauseStep[];
}

export interface OwnPosition {
  readonly stance: Stance;
  readonly ring: StandingPosition['ring'];
  readonly standing: StandingPosition['standing'];
}

export interface NegotiationView {
  readonly document: DocumentView;
  readonly textHash: string;
  /** Members of the body, in its order. */
  readonly members: readonly string[];
  readonly clauses: readonly NegotiationClause[];
  /** Where delegations stand on the text as a whole. */
  readonly whole: Pick<
    NegotiationClause,
    'objects' | 'reserves' | 'adRef' | 'toReconfirm' | 'accepts' | 'own'
  >;
  readonly readings: readonly {
    readonly number: number;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }[];
  readonly nextReading: number | null;
  /** The delegation that the person speaks for, where positions may be taken now. */
  readonly speaksFor: string | null;
  readonly mayFind: boolean;
}

const CLAUSES_IN_A_TURN = 60;

/** One pass over the text: how every clause stands, and on whom it waits. */
export async function negotiationOf(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<NegotiationView>> {
  const read = await readNegotiation(runtime, actor, documentId);
  if (!read.ok) return read;
  const { document, facts, seer, waits } = read.value;
  const readings = readingsOf(runtime.db, documentId);
  const whole = positionsSeen(facts, null, seer.shared);
  const clauses: NegotiationClause[] = [];
  for (const clause of facts.clauses) {
    // What was read is of one instant; while it is gone through, others' keystrokes and requests come first.
    if (clauses.length % CLAUSES_IN_A_TURN === 0) await setImmediate();
    clauses.push(clauseView(facts, clause, seer, waits));
  }
  return accept({
    document,
    textHash: facts.textHash,
    members: facts.members,
    clauses,
    whole: { ...bySaying(whole), own: ownOf(facts, null, seer) },
    readings: readings.map(({ number, openedAt, closedAt }) => ({ number, openedAt, closedAt })),
    nextReading: nextReading(readings),
    speaksFor: seer.speaksFor,
    mayFind: document.may.findOnClause,
  });
}

/** One line of the table of stances on a clause. */
export interface PositionLine {
  readonly country: string;
  readonly stance: Stance;
  readonly standing: StandingPosition['standing'];
  readonly ring: StandingPosition['ring'];
  readonly note: string;
  readonly at: string;
}

/** Everything about one clause that was said by delegations and found by the chair. */
export interface ClausePositions {
  readonly document: DocumentView;
  readonly clause: NegotiationClause;
  readonly members: readonly string[];
  readonly lines: readonly PositionLine[];
  /** Editorial changes of the clause, newest first, and whether this person's delegation may challenge them. */
  readonly editorial: readonly {
    readonly id: string;
    readonly at: string;
    readonly challengedBy: string | null;
  }[];
  readonly mayChallenge: boolean;
  readonly speaksFor: string | null;
  readonly mayFind: boolean;
}

export async function clausePositions(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  clauseId: string,
): Promise<Outcome<ClausePositions>> {
  const read = await readNegotiation(runtime, actor, documentId);
  if (!read.ok) return read;
  const { document, facts, seer, waits } = read.value;
  const clause = facts.byId.get(clauseId);
  if (clause === undefined) return refuse('PS7');
  return accept({
    document,
    clause: clauseView(facts, clause, seer, waits),
    members: facts.members,
    lines: positionsSeen(facts, clause, seer.all).map(({ country, stance, standing, ring, note, at }) => ({
      country,
      stance,
      standing,
      ring,
      note,
      at,
    })),
    editorial: editorialChangesOf(runtime.db, documentId)
      .filter((change) => change.clauseId === clauseId)
      .map(({ id, at, challengedCountry }) => ({ id, at, challengedBy: challengedCountry }))
      .toReversed(),
    mayChallenge: document.may.challengeClass,
    speaksFor: seer.speaksFor,
    mayFind: document.may.findOnClause,
  });
}

/** Who looks. `shared` are the eyes that states are worked out with: what is a delegation's own changes none (PS4). */
interface Seer {
  readonly shared: Eyes;
  readonly all: Eyes;
  readonly speaksFor: string | null;
  readonly chair: boolean;
}

async function readNegotiation(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<
  Outcome<{ document: DocumentView; facts: NegotiationFacts; waits: readonly BracketWait[]; seer: Seer }>
> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const document = found.value;
  const row = findDocument(runtime.db, documentId);
  if (!document.may.readNegotiation || row === null) return refuse('PO1');
  const text = await indexedText(runtime, document);
  const facts = negotiationFacts(runtime.db, row, text, runtime.clock.now());
  const all = eyesOf(actor, document.body.id);
  const led = delegationLedBy(actor, document.body.id);
  return accept({
    document,
    facts,
    waits: bracketWaits(runtime.db, documentId, text.brackets),
    seer: {
      all,
      shared: { ...all, ring: null },
      speaksFor: document.may.takePosition && led !== null && facts.members.includes(led) ? led : null,
      chair: document.may.findOnClause && rolesIn(actor, document.body.id).includes('chair'),
    },
  });
}

function clauseView(
  facts: NegotiationFacts,
  clause: ClauseEntry,
  seer: Seer,
  waits: readonly BracketWait[],
): NegotiationClause {
  const held = waits.filter(({ clauseId }) => clauseId === clause.id);
  const seen = clauseFacts(facts, clause, seer.shared);
  const standing = clauseStanding(seen);
  const own = ownPosition(facts, clause, seer);
  const { id, kind, level, citation, opening, hash, brackets } = clause;
  return {
    ...{ id, kind, level, citation, opening, hash, brackets },
    ...standing,
    ...bySaying(seen.positions),
    proposals: seen.proposals,
    notSpoken: facts.members.filter(
      (member) =>
        !seen.positions.some(({ country, stance }) => country === member && !UNSPOKEN.includes(stance)),
    ),
    holdsBracket: [...new Set(held.flatMap(({ delegations }) => delegations))].sort(),
    own: ownOf(facts, clause, seer),
    awaits: awaitedOn(seen, own, seer),
    steps: seer.chair ? openClauseSteps(standing.state) : [],
  };
}

function bySaying(positions: readonly StandingPosition[]) {
  return {
    objects: holdersOf(positions, 'objects'),
    reserves: holdersOf(positions, 'reserves'),
    proposes: holdersOf(positions, 'proposes'),
    adRef: holdersOf(positions, 'canAcceptAdRef'),
    accepts: holdersOf(positions, 'canAccept'),
    toReconfirm: toReconfirm(positions),
  };
}

/** The newest word of the person's own delegation, of whatever ring. */
function ownPosition(
  facts: NegotiationFacts,
  clause: ClauseEntry | null,
  seer: Seer,
): StandingPosition | null {
  const own = seer.speaksFor ?? seer.all.ring;
  if (own === null) return null;
  return positionsSeen(facts, clause, seer.all).find(({ country }) => country === own) ?? null;
}

function ownOf(facts: NegotiationFacts, clause: ClauseEntry | null, seer: Seer): OwnPosition | null {
  const own = ownPosition(facts, clause, seer);
  return own === null ? null : { stance: own.stance, ring: own.ring, standing: own.standing };
}
