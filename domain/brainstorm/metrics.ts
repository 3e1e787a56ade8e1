import { IN_THE_TEXT } from './outcomes';
import { substance, type Trace, unsourcedClauses } from './trace';

const DAY = 24 * 60 * 60 * 1000;

/** A share that always says of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface SourceMetrics {
  /** Inputs of which somebody said what became of them. */
  readonly decided: Share;
  readonly withoutSource: Share;
  /** Days from an input to the first clause that comes from it, of those that have one; null where none has. */
  readonly days: { readonly least: number; readonly median: number; readonly most: number } | null;
}

export function sourceMetrics(trace: Trace): SourceMetrics {
  const days = trace.inputs
    .flatMap(({ at, linkedAt }) => (linkedAt === null ? [] : [daysBetween(at, linkedAt)]))
    .sort((a, b) => a - b);
  return {
    decided: {
      count: trace.inputs.filter(({ outcome }) => outcome !== null).length,
      of: trace.inputs.length,
    },
    withoutSource: { count: unsourcedClauses(trace).length, of: substance(trace).length },
    days: days.length === 0 ? null : { least: days[0] ?? 0, median: median(days), most: days.at(-1) ?? 0 },
  };
}

/** How many inputs of one delegation went into this text. Delegations are not laid beside each other. */
export function takenUpOf(trace: Trace, country: string): Share {
  const own = trace.inputs.filter((input) => input.country === country);
  const taken = own.filter(
    ({ outcome, clauseIds }) => outcome !== null && IN_THE_TEXT.includes(outcome) && clauseIds.length > 0,
  );
  return { count: taken.length, of: own.length };
}

/** Whole days that have passed. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY));
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
