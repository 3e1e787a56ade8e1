import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { changeReturn, changeRound, type ReturnRow, returnsOf, standingValues } from '../../db/rounds';
import { NOT_REPORTED } from '../../domain/monitoring/entries';
import { decideReturn, type ReturnStep } from '../../domain/monitoring/returns';
import type { Actor } from '../../domain/policy/can';
import { DELEGATION_ROLES } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordAct } from './body-act';
import { noteReturn, ownReturn, permittedReturn, permittedRound, type ReturnFacts } from './return-act';
import { tell } from './tell';

/** What somebody does to a return; `rev` is that of the page. */
export interface ReturnInput {
  readonly returnId: string;
  readonly rev: number;
  readonly reason?: string;
}

/** The head or focal point releases the return: from now on the secretariat sees it (MO26, MO37). */
export async function submitReturn(
  runtime: Runtime,
  actor: Actor,
  input: ReturnInput,
): Promise<Outcome<true>> {
  return release(runtime, actor, input, 'submit');
}

/** The delegation answers what the secretariat asked, with the figures as they now are. */
export async function answerClarification(
  runtime: Runtime,
  actor: Actor,
  input: ReturnInput,
): Promise<Outcome<true>> {
  return release(runtime, actor, input, 'answer');
}

function release(
  runtime: Runtime,
  actor: Actor,
  input: ReturnInput,
  step: 'submit' | 'answer',
): Outcome<true> {
  const now = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = ownReturn(tx, actor, 'submitReturn', input.returnId);
    if (!found.ok) return found;
    const decided = decide(found.value, input, step);
    if (!decided.ok) return decided;
    const values = standingValues(tx, input.returnId);
    if (!values.some(({ kind }) => kind !== NOT_REPORTED.kind)) return refuse('MO37');
    // Everything that stands is released, also what was entered in the same millisecond.
    const at = values.reduce((last, value) => (value.at > last ? value.at : last), now);
    changeReturn(tx, found.value.standing, {
      state: decided.value,
      submittedAt: at,
      submittedBy: actor.userId,
    });
    noteReturn(tx, actor, at, found.value, step === 'submit' ? 'submitted' : 'answered', reasonOf(input));
    tellSecretariat(tx, actor, at, found.value, step);
    return accept(true);
  });
}

function tellSecretariat(
  tx: Db,
  actor: Actor,
  at: string,
  facts: ReturnFacts,
  step: 'submit' | 'answer',
): void {
  const { standing, plan, round } = facts;
  tell(tx, at, {
    kind: step === 'submit' ? 'returnSubmitted' : 'returnAnswered',
    bodyId: plan.bodyId,
    documentId: null,
    data: { roundId: round.id, period: round.period, country: standing.country },
    key: `return:${standing.id}:${step}:${at}`,
    to: { roles: ['secretariat'], except: actor.userId },
  });
}

/** The secretariat asks the delegation about its return; the question is the delegation's and the secretariat's alone. */
export async function askClarification(
  runtime: Runtime,
  actor: Actor,
  input: ReturnInput,
): Promise<Outcome<true>> {
  return settle(runtime, actor, input, 'askClarification');
}

/** The secretariat accepts a return as it was submitted. In a round that is locked already it is locked at once. */
export async function acceptReturn(
  runtime: Runtime,
  actor: Actor,
  input: ReturnInput,
): Promise<Outcome<true>> {
  return settle(runtime, actor, input, 'accept');
}

/** The secretariat opens a return anew, with a reason. What was accepted stands until something else is (MO1). */
export async function reopenReturn(
  runtime: Runtime,
  actor: Actor,
  input: ReturnInput,
): Promise<Outcome<true>> {
  return settle(runtime, actor, input, 'reopen');
}

const ACTS = {
  askClarification: { act: 'clarificationAsked', notice: 'clarificationAsked' },
  accept: { act: 'accepted', notice: 'returnAccepted' },
  reopen: { act: 'reopened', notice: 'returnReopened' },
} as const;

function settle(runtime: Runtime, actor: Actor, input: ReturnInput, step: keyof typeof ACTS): Outcome<true> {
  const now = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedReturn(tx, actor, 'acceptReturn', input.returnId);
    if (!found.ok) return found;
    const decided = decide(found.value, input, step);
    if (!decided.ok) return decided;
    const { standing, round, plan } = found.value;
    const isAccepted = step === 'accept';
    const at = standing.submittedAt !== null && standing.submittedAt > now ? standing.submittedAt : now;
    const isLocked = isAccepted && round.lockedAt !== null;
    changeReturn(tx, standing, {
      state: isLocked ? 'locked' : decided.value,
      ...(isAccepted ? { acceptedAt: at, acceptedBy: actor.userId } : {}),
    });
    const { act, notice } = ACTS[step];
    noteReturn(tx, actor, at, found.value, act, reasonOf(input));
    if (isLocked) noteReturn(tx, actor, at, found.value, 'locked');
    tell(tx, at, {
      kind: notice,
      bodyId: plan.bodyId,
      documentId: null,
      data: { roundId: round.id, period: round.period, country: standing.country },
      key: `return:${standing.id}:${act}:${at}`,
      to: { roles: DELEGATION_ROLES, countries: [standing.country] },
    });
    return accept(true);
  });
}

/** Closes the round for good: what was accepted is locked, what never came is locked as not reported (MO38). */
export async function lockRound(
  runtime: Runtime,
  actor: Actor,
  input: { readonly roundId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedRound(tx, actor, 'runRound', input.roundId);
    if (!found.ok) return found;
    const { round, plan } = found.value;
    if (round.lockedAt !== null) return refuse('MO44');
    const all = returnsOf(tx, [round.id]);
    const waiting = all.filter(({ state }) => state === 'submitted' || state === 'clarification');
    if (waiting.length > 0) return refuse('MO38', { count: waiting.length });
    for (const standing of all) lock(tx, actor, at, { ...found.value, standing });
    changeRound(tx, round.id, { lockedAt: at });
    recordAct(tx, actor, at, {
      kind: 'round.locked',
      bodyId: plan.bodyId,
      subjectType: 'round',
      subjectId: round.id,
      data: { plan: plan.title, period: round.period },
    });
    return accept(true);
  });
}

function lock(tx: Db, actor: Actor, at: string, facts: ReturnFacts): void {
  const decided = decideReturn(facts.standing.state, 'lock');
  if (!decided.ok) return;
  changeReturn(tx, facts.standing, { state: decided.value });
  noteReturn(tx, actor, at, facts, 'locked');
}

/** MO14, MO15, and MO35: nobody acts on a return that looked otherwise. */
function decide({ standing }: { readonly standing: ReturnRow }, input: ReturnInput, step: ReturnStep) {
  const decided = decideReturn(standing.state, step, input.reason);
  if (!decided.ok) return decided;
  return standing.rev === input.rev ? decided : refuse('MO35', { code: '' });
}

function reasonOf({ reason = '' }: ReturnInput): string {
  return reason.normalize('NFC').trim();
}
