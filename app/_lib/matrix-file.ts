import { writeCsv } from '@/domain/plan/blocks';
import { FIELD_NAMES, type FieldContext, sayCell } from '@/domain/plan/fields';
import { type Activity, activitiesInOrder, areaOf } from '@/domain/plan/matrix';
import type { MatrixPaper } from '@/domain/plan/paper';
import { plannedSpan, revisedSpan } from '@/domain/plan/span';
import { ACTIVITY_STATUSES } from '@/domain/plan/statuses';
import { inGroups } from '@/domain/plan/view';
import type { Actor } from '@/domain/policy/can';
import { accept, type Outcome } from '@/domain/refusal';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { sayMonths } from '@/messages/months';
import { countryName, nameIn } from '@/messages/names';
import { formatter, translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getPlan, type PlanView } from '@/server/queries/plans';
import type { Runtime } from '@/server/runtime';

export interface MatrixFile {
  readonly content: string | Uint8Array;
  readonly fileName: string;
}

/** The matrix to take away in the reader's language: as separated values without formulas (PL31), or in Word. */
export async function exportMatrix(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly format: 'csv' | 'docx'; readonly locale: Locale },
): Promise<Outcome<MatrixFile>> {
  const found = getPlan(runtime, actor, input.planId);
  if (!found.ok) return found;
  const { format, locale } = input;
  const content =
    format === 'csv'
      ? matrixCsv(runtime, found.value, locale)
      : await runtime.word.matrix(matrixPaper(runtime, found.value, locale));
  return accept({
    content,
    fileName: `${found.value.plan.title.replace(/[^\p{L}\p{N}]+/gu, '-')}.${format}`,
  });
}

function matrixCsv(runtime: Runtime, { results, activities, before }: PlanView, locale: Locale): string {
  const t = translator(locale, 'plan');
  const context: FieldContext = {
    results,
    countries: countriesFor(runtime).map((country) => ({
      code: country.code,
      names: [countryName(locale, country)],
    })),
    statuses: ACTIVITY_STATUSES.map((status) => ({ status, names: [t(`status.${status}`)] })),
    predecessors: before,
  };
  const rows = activitiesInOrder(results, activities).map((activity) => {
    const area = areaOf(results, activity.resultId);
    return [
      area === null ? '' : `${area.code} ${nameIn(locale, area.title, area.titleThai)}`,
      ...FIELD_NAMES.map((name) => sayCell(name, activity[name], context)),
    ];
  });
  return writeCsv([[t('level.area'), ...FIELD_NAMES.map((name) => t(`field.${name}`))], ...rows]);
}

const SHARES = { activity: 38, lead: 16, timeline: 16, budget: 15, status: 15 } as const;
const COLUMNS = ['activity', 'lead', 'timeline', 'budget', 'status'] as const;

function matrixPaper(runtime: Runtime, view: PlanView, locale: Locale): MatrixPaper {
  const { plan, body, results, activities, before } = view;
  const t = translator(locale, 'plan');
  const at = runtime.clock.now();
  const countries = countriesFor(runtime);
  const names = (codes: readonly string[]) =>
    codes
      .map((code) => countries.find((country) => country.code === code))
      .map((country) => (country === undefined ? '' : countryName(locale, country)))
      .join(', ');
  const row = (activity: Activity): string[][] => {
    const carried = before.find(({ id }) => id === activity.carriedFromId);
    const [planned, revised] = [plannedSpan(activity), revisedSpan(activity)];
    return [
      [
        `${activity.code} ${activity.title}`,
        ...(carried === undefined ? [] : [t('paper.carriesOn', { code: carried.code })]),
      ],
      [
        names(activity.leads),
        ...(activity.coLeads.length === 0 ? [] : [t('paper.coLeads', { names: names(activity.coLeads) })]),
      ],
      [
        planned === null ? '' : sayMonths(locale, planned),
        ...(revised === null ? [] : [t('paper.revised', { span: sayMonths(locale, revised) })]),
      ],
      [
        activity.budget === null
          ? t('activity.unknown')
          : `${activity.currency} ${formatter(locale).number(activity.budget, { maximumFractionDigits: 2 })}`,
        ...[activity.budgetSource, activity.partners].filter((words) => words !== ''),
      ],
      [t(`status.${activity.status}`), ...(activity.statusReason === '' ? [] : [activity.statusReason])],
    ];
  };
  const inOrder = activitiesInOrder(results, activities);
  return {
    title: nameIn(locale, plan.title, plan.titleThai),
    lead: [
      body.acronym,
      t('paper.state', { state: t(`state.${plan.state}`) }),
      t('paper.at', { at: sayInstant(locale, at) }),
    ].join(' · '),
    language: locale === 'th' ? 'th-TH' : 'en-GB',
    at,
    columns: COLUMNS.map((name) => ({ head: t(`paper.${name}`), share: SHARES[name] })),
    groups: inGroups(inOrder, results, 'area', []).map(({ key, activities: rows }) => {
      const area = results.find(({ id }) => id === key);
      return {
        title:
          area === undefined ? t('under.area') : `${area.code} ${nameIn(locale, area.title, area.titleThai)}`,
        rows: rows.map(row),
      };
    }),
    pages: t('paper.page', { page: '{page}', pages: '{pages}' }),
  };
}
