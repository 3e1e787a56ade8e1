import { accept, type Outcome, refuse } from '../refusal';
import type { Frequency } from './periods';

export const INDICATOR_TYPES = ['number', 'percent', 'yesNo', 'scale', 'text'] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];
export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const AGGREGATIONS = ['sum', 'mean', 'shareMeeting', 'none'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];
export const FREQUENCIES = ['yearly', 'halfYearly', 'quarterly', 'once'] as const;

/** What is needed of an indicator to read, judge and add up figures. */
export interface Indicator {
  readonly type: IndicatorType;
  /** Steps of a scale from the lowest to the highest; empty for other types. */
  readonly scale: readonly string[];
  readonly direction: Direction;
  /** Whether a figure is the total so far, or that of its period alone. */
  readonly cumulative: boolean;
  /** Null is "unknown". */
  readonly baseline: number | null;
  readonly aggregation: Aggregation;
}

export interface IndicatorSheet extends Indicator {
  readonly code: string;
  readonly resultId: string | null;
  readonly activityId: string | null;
  readonly baselineYear: number | null;
  readonly frequency: Frequency;
}

const MOST_STEPS = 10;

/** Which ways of adding up countries mean something for a type. Steps of a scale and yes or no have no average. */
const FITTING: Readonly<Record<IndicatorType, readonly Aggregation[]>> = {
  number: ['sum', 'mean', 'shareMeeting', 'none'],
  percent: ['mean', 'shareMeeting', 'none'],
  yesNo: ['shareMeeting', 'none'],
  scale: ['shareMeeting', 'none'],
  text: ['none'],
};

/** MO2–MO6: whether a sheet says all that is needed and nothing that does not go together. */
export function checkSheet(sheet: IndicatorSheet, codesOfOthers: readonly string[]): Outcome<true> {
  const { code, scale, type } = sheet;
  if (codesOfOthers.some((other) => other.toLowerCase() === code.toLowerCase())) {
    return refuse('MO2', { code, field: 'code' });
  }
  if ((sheet.resultId === null) === (sheet.activityId === null)) return refuse('MO3', { field: 'measures' });
  const steps = new Set(scale.map((step) => step.toLowerCase()));
  const isScale = type === 'scale';
  if (
    isScale ? scale.length < 2 || scale.length > MOST_STEPS || steps.size < scale.length : scale.length > 0
  ) {
    return refuse('MO4', { most: MOST_STEPS, field: 'scale' });
  }
  if (sheet.baseline !== null && !isPossible(sheet, sheet.baseline))
    return refuse('MO5', { field: 'baseline' });
  if (sheet.cumulative && type !== 'number') return refuse('MO6', { field: 'cumulative' });
  if (!FITTING[type].includes(sheet.aggregation)) return refuse('MO6', { field: 'aggregation' });
  return accept(true);
}

/** Beyond it, whole numbers are no longer told apart. */
const LARGEST = 1e15;

/** MO5: whether a number can be a figure of this type: a share of a whole, yes (1) or no (0), a step counted from 1. */
export function isPossible({ type, scale }: Pick<Indicator, 'type' | 'scale'>, value: number): boolean {
  switch (type) {
    case 'number':
      return Number.isFinite(value) && Math.abs(value) <= LARGEST;
    case 'percent':
      return value >= 0 && value <= 100;
    case 'yesNo':
      return value === 0 || value === 1;
    case 'scale':
      return Number.isInteger(value) && value >= 1 && value <= scale.length;
    case 'text':
      return false;
    default:
      return type satisfies never;
  }
}

type Measured = Indicator & { readonly unit: string; readonly frequency: Frequency };

/** MO7: what figures were reported on keeps what gives them their meaning. */
export function keepsMeaning(before: Measured, after: Measured): boolean {
  return (
    before.type === after.type &&
    before.unit === after.unit &&
    before.direction === after.direction &&
    before.cumulative === after.cumulative &&
    before.frequency === after.frequency &&
    before.scale.join('\n') === after.scale.join('\n')
  );
}

/** MO36: what no number can tell is judged by people. */
export function isJudgedByHand({ type, aggregation }: Pick<Indicator, 'type' | 'aggregation'>): boolean {
  return type === 'text' || aggregation === 'none';
}
