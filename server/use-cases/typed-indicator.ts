import { findIndicator } from '../../db/indicators';
import { activitiesOf } from '../../db/plans';
import { INDICATOR_TYPES } from '../../domain/monitoring/indicators';
import { parseValue, readNumber } from '../../domain/monitoring/parse-value';
import { readPeriod } from '../../domain/monitoring/periods';
import type { Target } from '../../domain/monitoring/targets';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { type SaveIndicatorInput as Saved, saveIndicator, setTargets } from './indicators';

/** An indicator's sheet as a form sends it: everything typed. */
export type SaveIndicatorInput = Readonly<
  Record<Exclude<keyof Saved, 'rev' | 'resultId' | 'activityId'> | 'measures', string>
> & { readonly rev: number };

/** Reads what was typed and saves it. A plan is named for a new indicator, an indicator for one that stands. */
export async function saveTypedIndicator(
  runtime: Runtime,
  actor: Actor,
  typed: SaveIndicatorInput,
): Promise<Outcome<{ indicatorId: string }>> {
  const { measures, indicatorId, rev, scale, cumulative, ...rest } = typed;
  const planId = indicatorId === '' ? typed.planId : (findIndicator(runtime.db, indicatorId)?.planId ?? '');
  const steps = scale.split('\n').filter((line) => line.trim() !== '');
  const type = INDICATOR_TYPES.find((known) => known === typed.type) ?? 'number';
  const baseline = readBaseline({ type, scale: steps }, typed.baseline);
  if (!baseline.ok) return baseline;
  const year = typed.baselineYear.trim();
  const isActivity = activitiesOf(runtime.db, planId).some(({ id }) => id === measures);
  return saveIndicator(runtime, actor, {
    ...(rest as Omit<
      Saved,
      'resultId' | 'activityId' | 'scale' | 'cumulative' | 'baseline' | 'baselineYear'
    >),
    planId,
    ...(indicatorId === '' ? {} : { indicatorId, rev }),
    resultId: isActivity ? null : measures,
    activityId: isActivity ? measures : null,
    scale: steps,
    cumulative: cumulative === 'yes',
    baseline: baseline.value,
    baselineYear: year === '' ? null : Number(year),
  });
}

function readBaseline(sheet: Parameters<typeof parseValue>[0], typed: string): Outcome<number | null> {
  if (typed.trim() === '') return accept(null);
  const number = readNumber(typed.trim());
  if (number !== null) return accept(number);
  const read = sheet.type === 'text' ? refuse('MO5') : parseValue(sheet, typed);
  return read.ok ? accept(read.value.value) : refuse(read.rule, { ...read.detail, field: 'baseline' });
}

/** Targets as lines: a period, a country's code where it is not the region's, and the figure. */
export async function setTypedTargets(
  runtime: Runtime,
  actor: Actor,
  input: { readonly indicatorId: string; readonly rev: number; readonly targets: string },
): Promise<Outcome<true>> {
  const indicator = findIndicator(runtime.db, input.indicatorId);
  if (indicator === null) return refuse('PO1');
  const targets: Target[] = [];
  for (const line of input.targets.split('\n').filter((one) => one.trim() !== '')) {
    const [, period = '', country, typed = ''] = /^\s*(\S+)(?:\s+([A-Z]{2})(?=\s))?\s*(.*)$/.exec(line) ?? [];
    const read = readPeriod(period);
    if (!read.ok) return refuse(read.rule, { field: 'targets' });
    const value = readBaseline(indicator, typed);
    if (!value.ok || value.value === null) return refuse('MO12', { period, field: 'targets' });
    targets.push({ period, country: country ?? null, value: value.value });
  }
  const set = await setTargets(runtime, actor, { indicatorId: indicator.id, rev: input.rev, targets });
  return set.ok ? set : refuse(set.rule, { ...set.detail, field: 'targets' });
}
