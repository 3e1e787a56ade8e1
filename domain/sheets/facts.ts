import type { Indicator } from '../monitoring/indicators';
import type { Activity } from '../plan/matrix';
import type { ActivityWrite, WriteFacts } from '../plan/writes';
import type { DryRun } from './dry-run';
import type { IndicatorGround, IndicatorWrite } from './indicators';
import type { AnswerWrite, AskedIndicator } from './returns';

/** Languages in which a file is written; it is read in any of them. */
export type SheetLanguage = 'en' | 'th';

export interface NamedCountry {
  readonly code: string;
  readonly shortName: string;
  readonly thaiName: string;
}

/** What every file says of where it comes from. */
interface Common {
  readonly locale: SheetLanguage;
  /** The instant at which it is written. */
  readonly at: string;
  readonly title: string;
  readonly countries: readonly NamedCountry[];
}

/** All that is needed to write the activities of a plan into a file, and to try a file on them. */
export interface ActivitiesFacts extends Common {
  readonly kind: 'activities';
  readonly planId: string;
  readonly write: WriteFacts;
  /** Activities of the plan before. */
  readonly predecessors: readonly Pick<Activity, 'id' | 'code'>[];
}

/** An indicator as the file of a return tells of it. */
export interface ToldIndicator extends AskedIndicator, Pick<Indicator, 'baseline'> {
  readonly title: string;
  readonly unit: string;
  readonly target: number | null;
}

/** All that is needed to write a country's return into a file, and to try a file on it. */
export interface ReturnFacts extends Common {
  readonly kind: 'return';
  readonly returnId: string;
  readonly period: string;
  readonly country: string;
  readonly asked: readonly ToldIndicator[];
}

/** All that is needed to write the indicators of a plan into a file, and to try a file on them. */
export interface PlanIndicatorsFacts extends Common {
  readonly kind: 'indicators';
  readonly planId: string;
  readonly ground: IndicatorGround;
}

export type SheetFacts = ActivitiesFacts | ReturnFacts | PlanIndicatorsFacts;
export type SheetKind = SheetFacts['kind'];

/** What importing a checked file would write, by its kind. */
export type SheetRun =
  | ({ readonly kind: 'activities' } & DryRun<ActivityWrite>)
  | ({ readonly kind: 'return' } & DryRun<AnswerWrite>)
  | ({ readonly kind: 'indicators' } & DryRun<IndicatorWrite>);

/** How far the check of a file is. */
export interface SheetProgress {
  readonly stage: 'sheets' | 'rows';
  readonly done: number;
  readonly total: number;
}

/** `return:ret_…`: what a file is for, as it says itself. */
export function targetOf(
  facts:
    | Pick<ActivitiesFacts | PlanIndicatorsFacts, 'kind' | 'planId'>
    | Pick<ReturnFacts, 'kind' | 'returnId'>,
): string {
  return facts.kind === 'return' ? `return:${facts.returnId}` : `${facts.kind}:${facts.planId}`;
}
