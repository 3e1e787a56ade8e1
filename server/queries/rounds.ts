import { listCountries } from '../../db/bodies';
import { findDocument, listDocumentsInContext } from '../../db/documents';
import {
  eventsOf,
  firstSubmissions,
  type ReturnRow,
  type RoundRow,
  returnsOf,
  roundsOf,
  roundsRunning,
} from '../../db/rounds';
import { isOwed } from '../../domain/monitoring/reminders';
import { isLate, type ShownState, type Sight, shownState } from '../../domain/monitoring/returns';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { permittedRound, sightFor } from '../use-cases/return-act';
import { getMonitoredPlan, type MonitoredPlan } from './indicators';

/** What one country returned, as the actor may know it. */
export interface ReturnLine {
  readonly country: string;
  readonly state: ShownState;
  readonly isLate: boolean;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  /** Whether there is something of it to look at. */
  readonly isOpen: boolean;
}

export interface RoundView {
  readonly round: RoundRow;
  readonly phase: 'before' | 'open' | 'closed' | 'locked';
  readonly note: { readonly id: string; readonly symbol: string; readonly title: string } | null;
  /** In the order of the countries' names. */
  readonly returns: readonly ReturnLine[];
  /** The delegation whose return is the actor's own, or null. */
  readonly own: string | null;
}

export interface RoundsView extends MonitoredPlan {
  readonly rounds: readonly RoundView[];
  /** Adopted concept notes by which a round can be opened. */
  readonly notes: readonly { readonly id: string; readonly symbol: string; readonly title: string }[];
}

/** The collection rounds of a plan. */
export function listRounds(runtime: Runtime, actor: Actor, planId: string): Outcome<RoundsView> {
  const found = getMonitoredPlan(runtime, actor, planId);
  if (!found.ok) return found;
  const rounds = roundsOf(runtime.db, planId).map((round) => viewOf(runtime, actor, found.value, round));
  const notes = listDocumentsInContext(runtime.db, { bodyIds: [found.value.body.id], states: ['adopted'] })
    .map(({ document }) => document)
    .filter((document) => document.kind === 'conceptNote' && can(actor, 'read', subjectOf(document)).ok)
    .map(({ id, symbol, title }) => ({ id, symbol, title }));
  return accept({ ...found.value, rounds, notes });
}

export interface OneRound extends MonitoredPlan, RoundView {
  /** Reminders that went out, the latest first; for the secretariat. */
  readonly reminders: readonly { readonly at: string; readonly countries: readonly string[] }[];
}

export function getRound(runtime: Runtime, actor: Actor, roundId: string): Outcome<OneRound> {
  const found = permittedRound(runtime.db, actor, 'readPlan', roundId);
  if (!found.ok) return found;
  const head = getMonitoredPlan(runtime, actor, found.value.plan.id);
  if (!head.ok) return head;
  const view = viewOf(runtime, actor, head.value, found.value.round);
  return accept({
    ...head.value,
    ...view,
    reminders: head.value.may.run ? remindersOf(runtime, roundId) : [],
  });
}

function viewOf(runtime: Runtime, actor: Actor, head: MonitoredPlan, round: RoundRow): RoundView {
  const now = runtime.clock.now();
  const order = new Map(listCountries(runtime.db).map(({ code }, index) => [code, index]));
  const note = round.conceptNoteId === null ? null : findDocument(runtime.db, round.conceptNoteId);
  const mayRead = note !== null && can(actor, 'read', subjectOf(note)).ok;
  const own = innerRingOf(actor, head.body.id);
  const all = returnsOf(runtime.db, [round.id]).toSorted(
    (a, b) => (order.get(a.country) ?? 0) - (order.get(b.country) ?? 0),
  );
  const first = firstSubmissions(
    runtime.db,
    all.map(({ id }) => id),
  );
  return {
    round,
    phase: phaseOf(round, now),
    note: mayRead ? { id: note.id, symbol: note.symbol, title: note.title } : null,
    returns: all.map((standing) =>
      lineOf(
        standing,
        sightFor(actor, head.body.id, head.rules, standing.country),
        round,
        first.get(standing.id) ?? null,
        now,
      ),
    ),
    own: all.some(({ country }) => country === own) ? own : null,
  };
}

export function phaseOf(round: RoundRow, now: string): RoundView['phase'] {
  if (round.lockedAt !== null) return 'locked';
  if (now < round.opensAt) return 'before';
  return now < round.closesAt ? 'open' : 'closed';
}

function lineOf(
  standing: ReturnRow,
  sight: Sight,
  round: RoundRow,
  firstSubmittedAt: string | null,
  now: string,
): ReturnLine {
  const state = shownState(sight, standing);
  const knowsSubmission = sight === 'all' || sight === 'released';
  // To others a return is late as long as it is awaited; when it came is told with its acceptance.
  const late = knowsSubmission
    ? isLate(firstSubmittedAt, round.closesAt, now)
    : state === 'awaited' && round.closesAt < now;
  const acceptedAt = standing.acceptedAt;
  return {
    country: standing.country,
    state,
    isLate: late,
    submittedAt: knowsSubmission ? standing.submittedAt : null,
    acceptedAt,
    isOpen:
      sight === 'all' ||
      (sight === 'released' && (standing.submittedAt !== null || standing.state === 'locked')) ||
      (sight === 'accepted' && acceptedAt !== null),
  };
}

function remindersOf(runtime: Runtime, roundId: string): OneRound['reminders'] {
  const byInstant = new Map<string, string[]>();
  for (const { id, country } of returnsOf(runtime.db, [roundId])) {
    for (const event of eventsOf(runtime.db, id)) {
      if (event.act === 'reminded') byInstant.set(event.at, [...(byInstant.get(event.at) ?? []), country]);
    }
  }
  return [...byInstant]
    .map(([at, countries]) => ({ at, countries }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** A return that waits for somebody: its delegation, or the secretariat. */
export interface OwedReturn {
  readonly roundId: string;
  readonly plan: string;
  readonly planThai: string;
  readonly period: string;
  readonly country: string;
  readonly closesAt: string;
  readonly isLate: boolean;
  /** `fill` not yet returned, `clarify` asked about, `settle` submitted and waiting for the secretariat. */
  readonly task: 'fill' | 'clarify' | 'settle';
  /** For `settle`: how many. */
  readonly count: number;
}

/** What waits for this person in the rounds that run. */
export function owedReturns(runtime: Runtime, actor: Actor): OwedReturn[] {
  const now = runtime.clock.now();
  return roundsRunning(runtime.db, now).flatMap(({ round, bodyId, plan, planThai }): OwedReturn[] => {
    const all = returnsOf(runtime.db, [round.id]);
    const line = { roundId: round.id, plan, planThai, period: round.period, closesAt: round.closesAt };
    const waiting = all.filter(({ state }) => state === 'submitted');
    if (canInBody(actor, 'acceptReturn', bodyId).ok && waiting.length > 0) {
      return [{ ...line, country: '', isLate: false, task: 'settle', count: waiting.length }];
    }
    if (!canInBody(actor, 'fillReturn', bodyId).ok) return [];
    const mine = all.find(({ country }) => country === innerRingOf(actor, bodyId));
    if (mine === undefined || !isOwed(mine.state)) return [];
    const task = mine.state === 'clarification' ? 'clarify' : 'fill';
    const isLate = round.closesAt <= now;
    return [{ ...line, country: mine.country, isLate, task, count: 1 }];
  });
}
