import { centresOf, programmesOf } from '../../db/centres';
import { findDocument, listDocumentsInContext } from '../../db/documents';
import { indicatorsOf } from '../../db/indicators';
import {
  activitiesOf,
  changesOf,
  everyResultOf,
  findActivity,
  findPlan,
  type NamedChange,
  type PlanResultRow,
  type PlanRow,
  plansOf,
  type StandingActivity,
} from '../../db/plans';
import { findVersionById, listVersionHeads } from '../../db/versions';
import { lineage } from '../../domain/plan/matrix';
import type { PlanRights } from '../../domain/plan/rights';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { planRights } from '../use-cases/plan-act';
import { readablePlan } from './plans';

/** A clause of an adopted version, as one cites it. */
export interface OriginClause {
  readonly documentId: string;
  readonly symbol: string;
  readonly title: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly clauseId: string;
  readonly citation: string;
  readonly words: string;
}

/** An activity of another plan. */
export interface RelatedActivity {
  readonly planId: string;
  readonly planTitle: string;
  readonly planTitleThai: string;
  readonly activityId: string;
  readonly code: string;
  readonly title: string;
}

export interface ActivityView {
  readonly plan: PlanRow;
  readonly activity: StandingActivity;
  /** The area first. */
  readonly lineage: readonly PlanResultRow[];
  /** Codes of what its changes speak of, by id: results that ever were in the plan, activities of the plan before. */
  readonly codes: Readonly<Record<string, string>>;
  readonly origin: OriginClause | null;
  readonly carriedFrom: RelatedActivity | null;
  readonly carriedOnBy: readonly RelatedActivity[];
  readonly changes: readonly NamedChange[];
  readonly programmes: readonly {
    readonly id: string;
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly participants: number | null;
    readonly centre: {
      readonly id: string;
      readonly name: string;
      readonly nameThai: string;
      readonly country: string;
    };
  }[];
  /** Indicators that measure it. */
  readonly indicators: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  readonly rights: PlanRights;
}

export function getActivity(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly activityId: string },
): Outcome<ActivityView> {
  const found = readablePlan(runtime, actor, input.planId);
  if (!found.ok) return found;
  const plan = found.value;
  const { db } = runtime;
  const activity = findActivity(db, input.activityId);
  if (activity === null || activity.planId !== plan.id) return refuse('PO1');
  const results = everyResultOf(db, plan.id);
  const before = activity.carriedFromId === null ? null : findActivity(db, activity.carriedFromId);
  const centres = canInBody(actor, 'enter', plan.bodyId).ok ? centresOf(db, [plan.bodyId]) : [];
  return accept({
    plan,
    activity,
    lineage: lineage(results, activity.resultId).flatMap(
      ({ id }) => results.find((row) => row.id === id) ?? [],
    ),
    codes: Object.fromEntries(
      [...results, ...(plan.predecessorId === null ? [] : activitiesOf(db, plan.predecessorId))].map(
        ({ id, code }) => [id, code],
      ),
    ),
    origin: originOf(runtime, actor, activity),
    carriedFrom: before === null ? null : related(findPlan(db, before.planId), before),
    carriedOnBy: plansOf(db, [plan.bodyId])
      .filter(({ predecessorId }) => predecessorId === plan.id)
      .flatMap((next) =>
        activitiesOf(db, next.id)
          .filter(({ carriedFromId }) => carriedFromId === activity.id)
          .flatMap((row) => related(next, row) ?? []),
      ),
    changes: changesOf(db, activity.id),
    programmes: programmesOf(
      db,
      centres.map(({ id }) => id),
    ).flatMap(({ id, title, startsOn, endsOn, participants, centreId, activityIds }) => {
      const centre = centres.find((row) => row.id === centreId);
      const serves = (JSON.parse(activityIds) as string[]).includes(activity.id);
      if (centre === undefined || !serves) return [];
      const { name, nameThai, country } = centre;
      return [
        { id, title, startsOn, endsOn, participants, centre: { id: centre.id, name, nameThai, country } },
      ];
    }),
    indicators: indicatorsOf(db, plan.id)
      .filter(({ activityId, retiredAt }) => activityId === activity.id && retiredAt === null)
      .map(({ id, code, title }) => ({ id, code, title })),
    rights: planRights(actor, plan),
  });
}

function related(plan: PlanRow | null, { id, code, title }: StandingActivity): RelatedActivity | null {
  if (plan === null) return null;
  const { title: planTitle, titleThai: planTitleThai } = plan;
  return { planId: plan.id, planTitle, planTitleThai, activityId: id, code, title };
}

function originOf(runtime: Runtime, actor: Actor, activity: StandingActivity): OriginClause | null {
  const { clauseId, versionId } = activity;
  if (clauseId === null || versionId === null) return null;
  return clausesOfVersion(runtime, actor, versionId).find((clause) => clause.clauseId === clauseId) ?? null;
}

/** Clauses of all adopted texts of the body, from which an activity may stem. */
export function originChoices(runtime: Runtime, actor: Actor, bodyId: string): readonly OriginClause[] {
  return listDocumentsInContext(runtime.db, { bodyIds: [bodyId], states: ['adopted'] }).flatMap(
    ({ document }) => {
      const adopted = listVersionHeads(runtime.db, document.id).find(({ kind }) => kind === 'adopted');
      return adopted === undefined ? [] : clausesOfVersion(runtime, actor, adopted.id);
    },
  );
}

function clausesOfVersion(runtime: Runtime, actor: Actor, versionId: string): OriginClause[] {
  const version = findVersionById(runtime.db, versionId);
  const document = version === null ? null : findDocument(runtime.db, version.documentId);
  if (version === null || document === null || !can(actor, 'readVersion', subjectOf(document)).ok) return [];
  const text = JSON.parse(version.text) as DocumentJson;
  const numbers = numberClauses(text, document.houseStyle);
  return clausesOf(text).flatMap((clause, index) => {
    const words = clauseText(clause);
    if (clause.id === null || words.trim() === '') return [];
    return {
      documentId: document.id,
      symbol: document.symbol,
      title: document.title,
      versionId,
      versionNumber: version.number,
      clauseId: clause.id,
      citation: numbers[index]?.citation ?? '',
      words,
    };
  });
}
