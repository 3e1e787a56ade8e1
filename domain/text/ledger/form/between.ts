import type { Aspect, Touch, Trace } from './aspects';

/** A touch between two texts. `row` is the last of its rows, 0 where that lies beyond them. */
export interface SeenTouch {
  /** Null: nobody can be named. */
  readonly by: string | null;
  readonly row: number;
  readonly isSure: boolean;
  readonly other: string;
}

export type SeenAspects = Readonly<Partial<Record<Aspect, readonly SeenTouch[]>>>;

/** Who touched what of which clause between two texts, oldest first, by clause ids. */
export type ClauseTouches = Readonly<Record<string, SeenAspects>>;

/** A row that brought back the text of an earlier one. */
export interface RestoredAt {
  readonly position: number;
  readonly restores: number;
}

/** A stretch of the log: rows after `from` through `to`. In one that is not `told`, nobody is named. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly told: boolean;
}

/**
 * What was touched by the rows after `from` through `to`. A restored version is the very text it was: what was done since
 * that text and before the restore is undone and left out. Where the older text itself lies there, whoever restored
 * took back what others did and did nothing else, so that nobody is named.
 */
export function touchesBetween(
  traces: Iterable<readonly [string, ReadonlyMap<Aspect, Trace>]>,
  from: number,
  to: number,
  restored: readonly RestoredAt[],
): ClauseTouches {
  const stretches = stretchesBetween(from, to, restored);
  const seen: [string, SeenAspects][] = [];
  for (const [clause, aspects] of traces) {
    const ofClause: [Aspect, SeenTouch[]][] = [];
    for (const [aspect, trace] of aspects) {
      const touches = stretches.flatMap((stretch) => seenIn(stretch, trace));
      if (touches.length > 0) ofClause.push([aspect, touches]);
    }
    if (ofClause.length > 0) seen.push([clause, Object.fromEntries(ofClause)]);
  }
  return Object.fromEntries(seen);
}

function stretchesBetween(from: number, to: number, restored: readonly RestoredAt[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let end = to; end > from; ) {
    const restore = restored.findLast(
      ({ position, restores }) => restores > 0 && position > from && position <= end,
    );
    if (restore === undefined) {
      stretches.unshift({ from, to: end, told: true });
      break;
    }
    stretches.unshift({ from: restore.position, to: end, told: true });
    if (restore.restores < from) {
      stretches.unshift({ from, to: restore.position, told: false });
      break;
    }
    end = restore.restores;
  }
  return stretches;
}

function seenIn({ from, to, told }: Stretch, { touches, forgotten }: Trace): SeenTouch[] {
  const isIn = (row: number) => row > from && row <= to;
  const seen = touches
    .filter(({ first, last }) => last > from && first <= to)
    .map(
      ({ last, by, sure, other }: Touch): SeenTouch => ({
        by: told ? by : null,
        row: isIn(last) ? last : 0,
        isSure: isIn(sure),
        other,
      }),
    );
  return forgotten > from && to > from ? [{ by: null, row: 0, isSure: false, other: '' }, ...seen] : seen;
}
