import { findBody } from '../../db/bodies';
import { listDocumentsInContext } from '../../db/documents';
import { indicatorsOf } from '../../db/indicators';
import { activitiesOf, type PlanResultRow, type PlanRow, plansOf, resultsOf } from '../../db/plans';
import { resultsInOrder } from '../../domain/plan/matrix';
import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { editedPlan } from '../use-cases/plan-act';
import { type Measurable, measurableIn } from './indicators';

/** A result with what stands directly under it, and what measures it. */
export interface ShapedResult {
  readonly result: PlanResultRow;
  readonly below: number;
  readonly activities: number;
  /** Codes of the indicators that measure it. */
  readonly indicators: readonly string[];
}

export interface PlanShape {
  readonly plan: PlanRow;
  readonly body: { readonly acronym: string; readonly name: string; readonly nameThai: string };
  /** Texts of the body that the plan can belong to: work plans first. */
  readonly texts: readonly { readonly id: string; readonly symbol: string; readonly title: string }[];
  /** Plans of the body that can come before it. */
  readonly earlier: readonly PlanRow[];
  /** In the order of the matrix. */
  readonly results: readonly ShapedResult[];
  readonly measurable: readonly Measurable[];
}

/** A plan as whoever may change it describes and shapes it (PO4, PL18). */
export function getPlanShape(runtime: Runtime, actor: Actor, planId: string): Outcome<PlanShape> {
  const { db } = runtime;
  const found = editedPlan(db, actor, planId);
  if (!found.ok) return found;
  const plan = found.value;
  const body = findBody(db, plan.bodyId);
  const results = resultsOf(db, planId);
  const activities = activitiesOf(db, planId);
  const indicators = indicatorsOf(db, planId).filter(({ retiredAt }) => retiredAt === null);
  const texts = listDocumentsInContext(db, { bodyIds: [plan.bodyId] })
    .map(({ document }) => document)
    .filter((document) => can(actor, 'list', subjectOf(document)).ok)
    // A plan in force belongs to an adopted text; what it belongs to stays a choice (PL27).
    .filter(({ id, state }) => plan.state === 'drafted' || state === 'adopted' || id === plan.documentId)
    .toSorted((a, b) => Number(b.kind === 'workPlan') - Number(a.kind === 'workPlan'));
  return accept({
    plan,
    body: { acronym: body?.acronym ?? '', name: body?.name ?? '', nameThai: body?.nameThai ?? '' },
    texts: texts.map(({ id, symbol, title }) => ({ id, symbol, title })),
    earlier: plansOf(db, [plan.bodyId]).filter(({ id }) => id !== planId),
    results: resultsInOrder(results).map((result) => ({
      result,
      below: results.filter(({ parentId }) => parentId === result.id).length,
      activities: activities.filter(({ resultId }) => resultId === result.id).length,
      indicators: indicators.filter(({ resultId }) => resultId === result.id).map(({ code }) => code),
    })),
    measurable: measurableIn(db, planId),
  });
}
