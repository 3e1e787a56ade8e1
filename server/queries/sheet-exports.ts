import { findDocument } from '../../db/documents';
import { activitiesOf, resultsOf } from '../../db/plans';
import { nameIn } from '../../domain/body/names';
import { activitiesInOrder } from '../../domain/plan/matrix';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { SheetLanguage } from '../../domain/sheets/facts';
import type { ReportFacts } from '../../domain/sheets/reports';
import type { Runtime } from '../runtime';
import { activitiesFacts, namedCountries } from '../use-cases/sheet-facts';
import { listIndicators } from './indicators';
import { originChoices } from './plan-activity';
import { readablePlan } from './plans';
import { getReturn } from './returns';
import { getRound } from './rounds';

export const EXPORTS = ['matrix', 'indicators', 'tool1', 'tool2', 'returns'] as const;
export type Export = (typeof EXPORTS)[number];

export interface ExportAsk {
  readonly what: Export;
  /** Of the plan; of the round where it is of returns. */
  readonly id: string;
  readonly locale: SheetLanguage;
}

/** A file to keep, of what this person may read. */
export async function getExport(
  runtime: Runtime,
  actor: Actor,
  { what, id, locale }: ExportAsk,
): Promise<Outcome<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const fileName = `${what}.xlsx`;
  if (what === 'matrix') {
    const plan = readablePlan(runtime, actor, id);
    if (!plan.ok) return plan;
    const facts = activitiesFacts(runtime.db, id, plan.value, locale, runtime.clock.now());
    return accept({ fileName, bytes: await runtime.sheets.template(facts, 'xlsx') });
  }
  const facts =
    what === 'indicators'
      ? indicators(runtime, actor, id, locale)
      : what === 'returns'
        ? returns(runtime, actor, id, locale)
        : tools(runtime, actor, id, locale, what);
  if (!facts.ok) return facts;
  return accept({ fileName, bytes: await runtime.sheets.report(facts.value) });
}

function tools(
  runtime: Runtime,
  actor: Actor,
  planId: string,
  locale: SheetLanguage,
  what: 'tool1' | 'tool2',
): Outcome<ReportFacts> {
  const plan = readablePlan(runtime, actor, planId);
  if (!plan.ok) return plan;
  const { db } = runtime;
  const results = resultsOf(db, planId);
  return accept({
    report: what,
    locale,
    at: runtime.clock.now(),
    title: nameIn(locale, plan.value.title, plan.value.titleThai),
    countries: namedCountries(db),
    results,
    activities: activitiesInOrder(results, activitiesOf(db, planId)),
    // How figures are collected calls for no follow-up.
    clauses: originChoices(runtime, actor, plan.value.bodyId).filter(
      ({ documentId }) => findDocument(db, documentId)?.kind !== 'conceptNote',
    ),
  });
}

function indicators(
  runtime: Runtime,
  actor: Actor,
  planId: string,
  locale: SheetLanguage,
): Outcome<ReportFacts> {
  const found = listIndicators(runtime, actor, planId);
  if (!found.ok) return found;
  const lines = found.value.groups.flatMap((group) => group.lines);
  return accept({
    report: 'indicators',
    locale,
    at: runtime.clock.now(),
    title: nameIn(locale, found.value.plan.title, found.value.plan.titleThai),
    lines: lines.map((line) => ({ ...line, measures: line.measures?.code ?? '' })),
  });
}

/** What the actor sees of each country's return is asked country by country (MO26). */
function returns(
  runtime: Runtime,
  actor: Actor,
  roundId: string,
  locale: SheetLanguage,
): Outcome<ReportFacts> {
  const found = getRound(runtime, actor, roundId);
  if (!found.ok) return found;
  const { round, plan, returns: all } = found.value;
  const answers = all.flatMap(({ country }) => {
    const seen = getReturn(runtime, actor, { roundId, country });
    if (!seen.ok) return [];
    return seen.value.lines.map(({ indicator, milestone, answer }) => ({
      country,
      indicator,
      target: milestone?.value ?? null,
      answer,
    }));
  });
  return accept({
    report: 'returns',
    locale,
    at: runtime.clock.now(),
    title: `${nameIn(locale, plan.title, plan.titleThai)} · ${round.period}`,
    countries: namedCountries(runtime.db),
    answers,
  });
}
