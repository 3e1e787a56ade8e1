import type { Db } from '../../db/client';
import { monitoringRulesOf } from '../../db/indicators';
import { findPlan, type PlanRow } from '../../db/plans';
import { findReturn, findRound, insertReturnEvent, type ReturnRow, type RoundRow } from '../../db/rounds';
import { DEFAULT_RULES, type MonitoringRules } from '../../domain/monitoring/lights';
import { type Sight, sightOf } from '../../domain/monitoring/returns';
import { type Actor, canInBody } from '../../domain/policy/can';
import type { BodyOperation } from '../../domain/policy/operations';
import { delegationLedBy, innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import { permittedInBody, recordAct } from './body-act';

/** What the use-cases and queries of monitoring share: the gate, what somebody sees of whom, the trail. */

/** The plan, where the actor may do `operation` in its body; unknown plans are refused like foreign ones. */
export function permittedPlan(
  db: Db,
  actor: Actor,
  operation: BodyOperation,
  planId: string,
): Outcome<PlanRow> {
  const plan = findPlan(db, planId);
  if (plan === null) return refuse('PO1');
  const allowed = permittedInBody(db, actor, operation, plan.bodyId);
  return allowed.ok ? accept(plan) : allowed;
}

export interface RoundFacts {
  readonly round: RoundRow;
  readonly plan: PlanRow;
}

export function permittedRound(
  db: Db,
  actor: Actor,
  operation: BodyOperation,
  roundId: string,
): Outcome<RoundFacts> {
  const round = findRound(db, roundId);
  if (round === null) return refuse('PO1');
  const plan = permittedPlan(db, actor, operation, round.planId);
  return plan.ok ? accept({ round, plan: plan.value }) : plan;
}

export interface ReturnFacts extends RoundFacts {
  readonly standing: ReturnRow;
}

export function permittedReturn(
  db: Db,
  actor: Actor,
  operation: BodyOperation,
  returnId: string,
): Outcome<ReturnFacts> {
  const standing = findReturn(db, returnId);
  if (standing === null) return refuse('PO1');
  const found = permittedRound(db, actor, operation, standing.roundId);
  return found.ok ? accept({ ...found.value, standing }) : found;
}

/** MO26: only a delegation fills its own return; only its head or focal point releases it. */
export function ownReturn(
  db: Db,
  actor: Actor,
  operation: 'fillReturn' | 'submitReturn',
  returnId: string,
): Outcome<ReturnFacts> {
  const found = permittedReturn(db, actor, operation, returnId);
  if (!found.ok) return found;
  const { bodyId } = found.value.plan;
  const mine = operation === 'fillReturn' ? innerRingOf(actor, bodyId) : delegationLedBy(actor, bodyId);
  return mine === found.value.standing.country ? found : refuse('PO4');
}

export function rulesFor(db: Db, bodyId: string): MonitoringRules {
  return monitoringRulesOf(db, bodyId) ?? DEFAULT_RULES;
}

/** How much somebody sees of a country's return. */
export function sightFor(actor: Actor, bodyId: string, rules: MonitoringRules, country: string): Sight {
  return sightOf(
    {
      ring: innerRingOf(actor, bodyId),
      isSecretariat: canInBody(actor, 'acceptReturn', bodyId).ok,
      namesCountries: rules.namesCountries,
    },
    country,
  );
}

/** Writes a step of a return: its own record and, where it is in the open, the audit trail. */
export function noteReturn(
  tx: Db,
  actor: Actor,
  at: string,
  { standing, round, plan }: ReturnFacts,
  act: Parameters<typeof insertReturnEvent>[1]['act'],
  reason = '',
): void {
  insertReturnEvent(tx, { id: newId('rev'), returnId: standing.id, act, reason, by: actor.userId, at });
  // That a delegation has begun is its own affair; that its return is locked stands in the act on the round.
  if (act === 'started' || act === 'locked') return;
  recordAct(tx, actor, at, {
    kind: `return.${act}`,
    bodyId: plan.bodyId,
    subjectType: 'return',
    subjectId: standing.id,
    data: { plan: plan.title, period: round.period, country: standing.country },
  });
}
