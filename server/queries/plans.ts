import { listBodies } from '../../db/bodies';
import { findDocument } from '../../db/documents';
import {
  activitiesOf,
  changesSince,
  findPlan,
  findSnapshot,
  type NamedChange,
  type PlanResultRow,
  type PlanRow,
  type PlanSnapshotRow,
  plansOf,
  resultsOf,
  type StandingActivity,
  snapshotsOf,
} from '../../db/plans';
import type { PlanRights } from '../../domain/plan/rights';
import { countStatuses, type StatusCounts } from '../../domain/plan/rollups';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { planRights } from '../use-cases/plan-act';
import { membersNow } from '../use-cases/roster-now';

/** A plan as lists show it. */
export interface PlanLine {
  readonly plan: PlanRow;
  readonly body: { readonly id: string; readonly acronym: string };
  readonly activities: number;
  readonly counts: StatusCounts;
}

export interface PlanTitle {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
}

export interface PlanView {
  readonly plan: PlanRow;
  readonly body: { readonly id: string; readonly acronym: string; readonly name: string };
  /** Its negotiated text, where the actor may know of it. */
  readonly document: { readonly id: string; readonly symbol: string; readonly title: string } | null;
  readonly predecessor: PlanTitle | null;
  readonly successor: PlanTitle | null;
  readonly results: readonly PlanResultRow[];
  readonly activities: readonly StandingActivity[];
  /** Codes and titles of the plan before, which rows may carry on. */
  readonly before: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  /** Codes of the countries that can lead: members of the body today. */
  readonly members: readonly string[];
  readonly rights: PlanRights;
  readonly snapshots: ReturnType<typeof snapshotsOf>;
}

/** Work plans of the bodies whose plans the actor reads, the latest first. */
export function listPlans(runtime: Runtime, actor: Actor): readonly PlanLine[] {
  const bodies = listBodies(runtime.db).filter((body) => canInBody(actor, 'readPlan', body.id).ok);
  const plans = plansOf(
    runtime.db,
    bodies.map(({ id }) => id),
  );
  return plans.map((plan) => {
    const activities = activitiesOf(runtime.db, plan.id);
    const body = bodies.find(({ id }) => id === plan.bodyId);
    return {
      plan,
      body: { id: plan.bodyId, acronym: body?.acronym ?? '' },
      activities: activities.length,
      counts: countStatuses(activities),
    };
  });
}

/** Bodies in which the actor may begin a plan. */
export function bodiesWithPlans(runtime: Runtime, actor: Actor) {
  return listBodies(runtime.db).filter((body) => canInBody(actor, 'editPlan', body.id).ok);
}

/** The plan, where the actor may read it; unknown ones are refused like foreign ones (PO1). */
export function readablePlan(runtime: Runtime, actor: Actor, planId: string): Outcome<PlanRow> {
  const plan = findPlan(runtime.db, planId);
  if (plan === null) return refuse('PO1');
  const allowed = canInBody(actor, 'readPlan', plan.bodyId);
  return allowed.ok ? accept(plan) : allowed;
}

export function getPlan(runtime: Runtime, actor: Actor, planId: string): Outcome<PlanView> {
  const found = readablePlan(runtime, actor, planId);
  if (!found.ok) return found;
  const plan = found.value;
  const { db } = runtime;
  const body = listBodies(db).find(({ id }) => id === plan.bodyId);
  const document = plan.documentId === null ? null : findDocument(db, plan.documentId);
  const mayKnow = document !== null && can(actor, 'list', subjectOf(document)).ok;
  const before = plan.predecessorId === null ? null : findPlan(db, plan.predecessorId);
  const after = plansOf(db, [plan.bodyId]).find(({ predecessorId }) => predecessorId === plan.id);
  return accept({
    plan,
    body: { id: plan.bodyId, acronym: body?.acronym ?? '', name: body?.name ?? '' },
    document: mayKnow ? { id: document.id, symbol: document.symbol, title: document.title } : null,
    predecessor: before === null ? null : titleOf(before),
    successor: after === undefined ? null : titleOf(after),
    results: resultsOf(db, planId),
    activities: activitiesOf(db, planId),
    before:
      before === null ? [] : activitiesOf(db, before.id).map(({ id, code, title }) => ({ id, code, title })),
    members: membersNow(db, plan.bodyId, runtime.clock.now()),
    rights: planRights(actor, plan),
    snapshots: snapshotsOf(db, planId),
  });
}

/** One kept matrix of a plan, whole (PL2). */
export function keptMatrix(
  runtime: Runtime,
  actor: Actor,
  planId: string,
  number: number,
): Outcome<PlanSnapshotRow> {
  const plan = readablePlan(runtime, actor, planId);
  if (!plan.ok) return plan;
  const kept = findSnapshot(runtime.db, planId, number);
  return kept === null ? refuse('PO1') : accept(kept);
}

function titleOf({ id, title, titleThai }: PlanRow): PlanTitle {
  return { id, title, titleThai };
}

/** What a screen that shows the plan as of `since` has not seen yet. */
export interface PlanNews {
  readonly seq: number;
  readonly state: PlanRow['state'];
  /** Left out where nothing changed. */
  readonly news?: {
    readonly results: readonly PlanResultRow[];
    readonly activities: readonly StandingActivity[];
    /** Ids of all rows that stand, by their places. */
    readonly order: readonly string[];
    readonly changes: readonly Pick<NamedChange, 'activityId' | 'field' | 'country' | 'by' | 'at'>[];
  };
}

/** PL15: cells of others reach every open screen within seconds. Nobody is named but by delegation. */
export function planNews(runtime: Runtime, actor: Actor, planId: string, since: number): Outcome<PlanNews> {
  const found = readablePlan(runtime, actor, planId);
  if (!found.ok) return found;
  const { seq, state } = found.value;
  if (since >= seq) return accept({ seq, state });
  const changes = changesSince(runtime.db, planId, since);
  const touched = new Set(changes.map(({ activityId }) => activityId));
  const standing = activitiesOf(runtime.db, planId);
  // Whoever moves a row moves others out of its way.
  const isMoved = changes.some(({ field }) => field === 'position');
  return accept({
    seq,
    state,
    news: {
      results: resultsOf(runtime.db, planId),
      activities: isMoved ? standing : standing.filter(({ id }) => touched.has(id)),
      order: standing.map(({ id }) => id),
      changes: changes.map(({ activityId, field, country, by, at }) => ({
        activityId,
        field,
        country,
        // The screen asks only whether it was its own person.
        by: by === actor.userId ? by : '',
        at,
      })),
    },
  });
}
