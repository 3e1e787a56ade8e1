import type { Aspect, Touch, Trace } from './aspects';

/** So many turns of hands are remembered of each aspect of a clause. */
export const MOST_TOUCHES = 24;

/** Which rows touched which aspect of which clause. */
export class Traces {
  private readonly clauses = new Map<string, Map<Aspect, Trace>>();

  touch(clause: string, aspect: Aspect, row: number, by: string, isSure = false): void {
    const trace = this.traceOf(clause, aspect);
    const last = trace.touches.at(-1);
    const sure = isSure ? row : 0;
    if (last?.by !== by) this.add(trace, { first: row, last: row, by, sure, other: '' });
    else trace.touches[trace.touches.length - 1] = { ...last, last: row, sure: isSure ? row : last.sure };
  }

  /** Words of one clause stand in another; each row is remembered by itself. */
  flow(from: string, to: string, row: number, by: string): void {
    this.add(this.traceOf(to, 'words'), { first: row, last: row, by, sure: 0, other: from });
    this.add(this.traceOf(from, 'words'), { first: row, last: row, by, sure: 0, other: to });
  }

  /** In the order in which clauses and their aspects were first touched. */
  entries(): Iterable<readonly [clause: string, aspects: ReadonlyMap<Aspect, Trace>]> {
    return this.clauses;
  }

  /** Takes up what was kept. */
  put(clause: string, aspect: Aspect, trace: Trace): void {
    const aspects = this.clauses.get(clause) ?? new Map<Aspect, Trace>();
    this.clauses.set(clause, aspects.set(aspect, trace));
  }

  private traceOf(clause: string, aspect: Aspect): Trace {
    const known = this.clauses.get(clause)?.get(aspect);
    if (known !== undefined) return known;
    const trace: Trace = { touches: [], forgotten: 0 };
    this.put(clause, aspect, trace);
    return trace;
  }

  private add(trace: Trace, touch: Touch): void {
    trace.touches.push(touch);
    if (trace.touches.length > MOST_TOUCHES) trace.forgotten = trace.touches.shift()?.last ?? trace.forgotten;
  }
}
