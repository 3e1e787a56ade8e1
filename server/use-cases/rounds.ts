import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { findDocument } from '../../db/documents';
import { changeRound, insertReturns, insertRound, returnsOf, roundsOf } from '../../db/rounds';
import { instantFrom, instantUntil } from '../../domain/body/days';
import { readPeriod } from '../../domain/monitoring/periods';
import { decideRound, decideWindow, rosterInstant } from '../../domain/monitoring/rounds';
import { type Actor, can } from '../../domain/policy/can';
import { DELEGATION_ROLES } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { readInput, recordAct } from './body-act';
import { optionalText } from './input-shapes';
import { subjectOf } from './permitted-document';
import { permittedPlan, permittedRound } from './return-act';
import { membersNow } from './roster-now';
import { tell } from './tell';

const RoundFields = z.object({ conceptNoteId: z.string(), period: z.string(), title: optionalText(200) });

export type OpenRoundInput = z.input<typeof RoundFields> & {
  readonly planId: string;
  /** Days, or dates with times; a closing day is the last of the window. */
  readonly opensAt: string;
  readonly closesAt: string;
};

/**
 * Opens a collection round by an adopted concept note (MO30): a return for each country that was a member of the body
 * at the end of the period (MO27), and the delegations are told.
 */
export async function openRound(
  runtime: Runtime,
  actor: Actor,
  input: OpenRoundInput,
): Promise<Outcome<{ roundId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ roundId: string }> => {
    const plan = permittedPlan(tx, actor, 'runRound', input.planId);
    if (!plan.ok) return plan;
    const { id: planId, bodyId, title: planTitle } = plan.value;
    const read = readInput(RoundFields, input);
    if (!read.ok) return read;
    const period = readPeriod(read.value.period, plan.value);
    if (!period.ok) return period;
    const window = readWindow(input);
    if (!window.ok) return window;
    const document = findDocument(tx, read.value.conceptNoteId);
    const isKnown = document !== null && can(actor, 'read', subjectOf(document)).ok;
    const taken = roundsOf(tx, planId).map((round) => round.period);
    const wanted = { bodyId, period: period.value, ...window.value };
    const decided = decideRound(wanted, isKnown ? document : null, taken);
    if (!decided.ok) return decided;
    const members = membersNow(tx, bodyId, rosterInstant(period.value, at));
    const id = newId('rnd');
    insertRound(tx, {
      id,
      planId,
      conceptNoteId: read.value.conceptNoteId,
      period: period.value.name,
      title: read.value.title,
      ...window.value,
      lockedAt: null,
      createdBy: actor.userId,
      createdAt: at,
    });
    insertReturns(
      tx,
      members.map((country) => ({
        id: newId('ret'),
        roundId: id,
        country,
        state: 'notStarted' as const,
        rev: 0,
        submittedAt: null,
        submittedBy: null,
        acceptedAt: null,
        acceptedBy: null,
      })),
    );
    recordAct(tx, actor, at, {
      kind: 'round.opened',
      bodyId,
      subjectType: 'round',
      subjectId: id,
      data: { plan: planTitle, period: period.value.name, countries: members.length, ...window.value },
    });
    tell(tx, at, {
      kind: 'roundOpened',
      bodyId,
      documentId: null,
      data: { roundId: id, period: period.value.name, until: window.value.closesAt },
      key: `round:${id}:opened`,
      to: { roles: DELEGATION_ROLES, countries: members },
    });
    return accept({ roundId: id });
  });
}

/** Changes the window of a round; the delegations are told when it now closes. */
export async function changeWindow(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly roundId: string;
    readonly opensAt: string;
    readonly closesAt: string;
    /** The window as the page showed it. */
    readonly seen: { readonly opensAt: string; readonly closesAt: string };
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedRound(tx, actor, 'runRound', input.roundId);
    if (!found.ok) return found;
    const { round, plan } = found.value;
    if (round.lockedAt !== null) return refuse('MO44');
    const window = readWindow(input);
    if (!window.ok) return window;
    const { opensAt, closesAt } = window.value;
    const decided = decideWindow(opensAt, closesAt);
    if (!decided.ok) return decided;
    if (round.opensAt !== input.seen.opensAt || round.closesAt !== input.seen.closesAt) {
      return refuse('MO35', { code: '', field: 'closesAt' });
    }
    if (round.opensAt === opensAt && round.closesAt === closesAt) return accept(true);
    changeRound(tx, round.id, { opensAt, closesAt });
    recordAct(tx, actor, at, {
      kind: 'round.windowChanged',
      bodyId: plan.bodyId,
      subjectType: 'round',
      subjectId: round.id,
      data: { plan: plan.title, period: round.period, opensAt, closesAt },
    });
    tell(tx, at, {
      kind: 'roundWindowChanged',
      bodyId: plan.bodyId,
      documentId: null,
      data: { roundId: round.id, period: round.period, until: closesAt },
      key: `round:${round.id}:window:${at}`,
      to: { roles: DELEGATION_ROLES, countries: returnsOf(tx, [round.id]).map(({ country }) => country) },
    });
    return accept(true);
  });
}

function readWindow(input: { readonly opensAt: string; readonly closesAt: string }) {
  const opensAt = instantFrom(input.opensAt);
  if (opensAt === null) return refuse('BO10', { field: 'opensAt' });
  const closesAt = instantUntil(input.closesAt);
  return closesAt === null ? refuse('BO10', { field: 'closesAt' }) : accept({ opensAt, closesAt });
}
