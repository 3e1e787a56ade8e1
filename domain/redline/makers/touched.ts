import type { Aspect } from '../../text/ledger/form/aspects';
import type { ClauseTouches, SeenTouch } from '../../text/ledger/form/between';
import type { RedlineRow } from '../types';

/** Who touched what between the two texts of a redline. `null` is somebody who cannot be named. */
export class Touched {
  private readonly touches: ReadonlyMap<string, ClauseTouches[string]>;

  /** Of an id that two clauses of one text bear it cannot be told which of them was touched. */
  constructor(touches: ClauseTouches, rows: readonly RedlineRow[]) {
    const twins = new Set([...twinsIn(rows, 'old'), ...twinsIn(rows, 'new')]);
    this.touches = new Map(Object.entries(touches).filter(([id]) => !twins.has(id)));
  }

  of(clause: string, ...aspects: readonly Aspect[]): SeenTouch[] {
    return aspects.flatMap((aspect) => this.touches.get(clause)?.[aspect] ?? []);
  }

  /** Whether nobody but this delegation, and perhaps not even that, touched these aspects of these clauses. */
  onlyMayBe(by: string, clauses: readonly string[], ...aspects: readonly Aspect[]): boolean {
    return clauses.every((clause) => this.of(clause, ...aspects).every((touch) => touch.by === by));
  }
}

/** Whose all these touches are; undefined where there is none, or they are of several, or of nobody. */
export function soleHandOf(touches: readonly SeenTouch[]): string | undefined {
  const [first] = touches;
  return touches.every(({ by }) => by === first?.by) ? (first?.by ?? undefined) : undefined;
}

/** Whose the last touch is. */
export function lastHandOf(touches: readonly SeenTouch[]): string | undefined {
  return touches.at(-1)?.by ?? undefined;
}

/**
 * Who put a clause in the place of another that has its words: whoever took that one away, where that is who brought this
 * one. Undefined for a clause that keeps its id.
 */
export function carrierOf(from: string, to: string, touched: Touched): string | undefined {
  const away = lastHandOf(touched.of(from, 'there'));
  const here = lastHandOf(touched.of(to, 'there'));
  return away === here ? here : undefined;
}

/** The ids of the clauses of a row, old and new; null where one of them has none. */
export function idsOf({ old, new: fresh }: RedlineRow): readonly string[] | null {
  const ids: string[] = [];
  for (const clause of [old, fresh]) {
    if (clause === null) continue;
    if (clause.id === null) return null;
    if (!ids.includes(clause.id)) ids.push(clause.id);
  }
  return ids;
}

function twinsIn(rows: readonly RedlineRow[], side: 'old' | 'new'): string[] {
  const places = new Map<string, number>();
  return rows.flatMap((row) => {
    const { id, index } = row[side] ?? { id: null, index: 0 };
    if (id === null) return [];
    const known = places.get(id);
    places.set(id, index);
    return known === undefined || known === index ? [] : [id];
  });
}
