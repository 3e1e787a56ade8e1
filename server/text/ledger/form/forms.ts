import * as Y from 'yjs';
import { shifted } from '../../../../domain/text/ledger/form/shifted';
import { Traces } from '../../../../domain/text/ledger/form/traces';
import { FRAGMENT } from '../../ydoc';
import { type Block, parentOf } from '../blocks';
import type { RowTold } from '../ledger';
import { type ClauseForm, formOf, LISTS, marksOf, OWN_ASPECTS } from './clause-form';
import { type StandingClause, standingClauses, withoutTwins } from './standing';

const NONE: ReadonlySet<StandingClause> = new Set();

/**
 * Watches over what no words tell: which row brought, took away, moved, split, joined or reshaped which clause. What a
 * row did is the difference of the text before it and after it, so that a clause which Yjs sets up anew is the one it was.
 */
export class Forms {
  readonly traces: Traces;
  private order: readonly StandingClause[];
  private readonly byElement = new Map<Block, StandingClause>();
  private readonly fragment: Y.XmlFragment;

  /** Of a text as it stands, with what is remembered of its past. */
  constructor(doc: Y.Doc, traces = new Traces()) {
    this.fragment = doc.getXmlFragment(FRAGMENT);
    this.traces = traces;
    this.order = withoutTwins(standingClauses(this.fragment, new Map(), NONE).all);
    for (const clause of this.order) this.byElement.set(clause.element, clause);
  }

  /** Enters what one row did. */
  enter(row: number, by: string, told: RowTold): void {
    if (told.touched.length === 0) return;
    const touched = this.clausesOf(told.touched);
    if (told.isStructural || touched === null) this.lookAround(row, by, touched);
    else {
      const isOfWords = told.touched.every((block) => block instanceof Y.XmlText);
      for (const clause of touched) this.lookAt(clause, isOfWords, row, by);
    }
    // The first row holds a text as it was begun: nothing of it was done to another.
    if (row === 1) return;
    for (const { from, to } of [...told.flows, ...told.returns]) this.traces.flow(from, to, row, by);
  }

  /** The clauses in which these nodes and texts stand; null where a list or table is among them, which are around clauses. */
  private clausesOf(blocks: readonly Block[]): Set<StandingClause> | null {
    const clauses = new Set<StandingClause>();
    for (const block of blocks) {
      if (block instanceof Y.XmlElement && (LISTS.has(block.nodeName) || block.nodeName === 'table'))
        return null;
      for (let type: Block | null = block; type !== null; type = parentOf(type)) {
        const clause = this.byElement.get(type);
        if (clause === undefined) continue;
        clauses.add(clause);
        break;
      }
    }
    return clauses;
  }

  /** Who writes in texts alone may change their marks and nothing else. */
  private lookAt(clause: StandingClause, isOfWords: boolean, row: number, by: string): void {
    const form = isOfWords
      ? { ...clause.form, marks: marksOf(clause.element) }
      : formOf(clause.element, clause);
    this.compare(clause.id, clause.form, form, row, by);
    clause.form = form;
  }

  /** Looks at all clauses for what is not as it was; `touched` null: any may have changed. */
  private lookAround(row: number, by: string, touched: ReadonlySet<StandingClause> | null): void {
    const before = this.order;
    const known = touched === null ? new Map<Block, StandingClause>() : this.byElement;
    const { all, fresh } = standingClauses(this.fragment, known, touched ?? NONE);
    // Only what is new can have the id of another.
    this.order = fresh.length === 0 ? all : withoutTwins(all);
    const [start, rest] = sameEnds(before, this.order);
    const went = before.slice(start, before.length - rest);
    const came = this.order.slice(start, this.order.length - rest);
    this.know(went, came, fresh);
    if (row === 1) return;
    const then = new Map(went.map((clause) => [clause.id, clause]));
    const now = new Set(came.map(({ id }) => id));
    for (const clause of came) {
      const old = then.get(clause.id);
      if (old === undefined) this.cameOrWent(clause.id, row, by);
      else if (old !== clause) this.compare(clause.id, old.form, clause.form, row, by);
    }
    for (const id of then.keys()) if (!now.has(id)) this.cameOrWent(id, row, by);
    for (const { id, isSure } of shifted([...then.keys()], [...now])) {
      this.traces.touch(id, 'place', row, by, isSure);
    }
  }

  private know(
    went: readonly StandingClause[],
    came: readonly StandingClause[],
    fresh: readonly StandingClause[],
  ): void {
    const stands = new Set(came);
    for (const clause of went) if (!stands.has(clause)) this.byElement.delete(clause.element);
    for (const clause of fresh) if (stands.has(clause)) this.byElement.set(clause.element, clause);
  }

  private cameOrWent(id: string, row: number, by: string): void {
    this.traces.touch(id, 'there', row, by);
    this.traces.touch(id, 'place', row, by, true);
  }

  private compare(id: string, then: ClauseForm, now: ClauseForm, row: number, by: string): void {
    for (const aspect of OWN_ASPECTS) {
      if (then[aspect] !== now[aspect]) this.traces.touch(id, aspect, row, by);
    }
  }
}

/** How many clauses at the start of two texts, and at their ends, are the very same. */
function sameEnds(a: readonly StandingClause[], b: readonly StandingClause[]): [start: number, end: number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [start, end];
}
