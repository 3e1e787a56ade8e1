import type * as Y from 'yjs';
import type { ClauseEvent } from '../../../../domain/text/ledger/history';
import { movedClauses } from '../../../../domain/text/ledger/moved';
import { FRAGMENT } from '../../ydoc';
import { Ledger, type LedgerRow, type RowTold } from '../ledger';
import { readingOf, readingOfClause } from '../reading';
import { decodeReading, encodeReading } from '../snapshot';
import { clauseAround, clauseNodes, documentOfClause, idOf } from './clause-nodes';
import { type ClauseState, enterTouch, type Step } from './steps';

export type ChronicleRow = Omit<LedgerRow, 'restores'>;

/** Where a version lies in the log; `restores` is the place it was brought back from, else 0. */
export interface VersionMark {
  readonly position: number;
  readonly restores: number;
}

/**
 * What became of every clause of a text, step by step, worked out from the log row by row beside the ledger. The same
 * log and the same versions always give the same steps.
 */
export class Chronicle {
  readonly ledger = new Ledger();
  readonly steps = new Map<string, Step[]>();
  /** The delegation of every row, by position; the first is at 1. */
  readonly delegations: string[] = [''];
  private nodes: ReadonlyMap<string, Y.XmlElement> = new Map();
  private readonly marks = new Map<number, number>();
  private readonly readings = new Map<number, Uint8Array>();
  private versionsPassed = 0;

  /** The clauses of the text as it stands, in reading order. */
  get order(): string[] {
    return [...this.nodes.keys()];
  }

  /** The node of a clause that stands, else null. */
  nodeOf(id: string): Y.XmlElement | null {
    return this.nodes.get(id) ?? null;
  }

  /** Names the versions. False where one lies in what was entered already and was not known: then begin anew. */
  know(versions: readonly VersionMark[]): boolean {
    for (const { position, restores } of versions) {
      if (this.marks.get(position) === restores) continue;
      if (position <= this.ledger.position) return false;
      this.marks.set(position, restores);
    }
    return true;
  }

  /** Enters the next row. Throws where a row was left out, or the text that it restores was never read. */
  enter(row: ChronicleRow): void {
    const restores = this.marks.get(row.position) ?? 0;
    const told = this.ledger.enter(restores === 0 ? row : { ...row, restores: this.readingAt(restores) });
    this.delegations.push(row.delegation);
    const events = new Map<string, ClauseEvent[]>();
    const touched = told.isStructural ? this.look(told, events) : this.clausesOf(told);
    for (const id of touched) this.touch(id, row, restores, events.get(id) ?? []);
    if (this.marks.has(row.position)) {
      this.versionsPassed += 1;
      this.readings.set(row.position, encodeReading(readingOf(this.ledger)));
    }
  }

  private readingAt(position: number) {
    const bytes = this.readings.get(position);
    const reading = bytes === undefined ? null : decodeReading(bytes);
    if (reading === null) throw new Error(`chronicle: no reading at ${position}`);
    return reading;
  }

  private clausesOf({ touched }: RowTold): Set<string> {
    const ids = new Set<string>();
    for (const block of touched) {
      const clause = clauseAround(block);
      const id = clause === null ? null : idOf(clause);
      if (id !== null && this.nodes.get(id) === clause) ids.add(id);
    }
    return ids;
  }

  /** Looks at all clauses anew: which came, went, moved, gave words to another. */
  private look(told: RowTold, events: Map<string, ClauseEvent[]>): Set<string> {
    const before = this.nodes;
    this.nodes = clauseNodes(this.ledger.doc.getXmlFragment(FRAGMENT));
    const touched = this.clausesOf(told);
    const tell = (id: string, event: ClauseEvent) => {
      touched.add(id);
      events.set(id, [...(events.get(id) ?? []), event]);
    };
    for (const [id, element] of this.nodes) {
      if (before.get(id) !== element) touched.add(id);
      if (!before.has(id)) tell(id, { kind: this.steps.has(id) ? 'back' : 'created' });
    }
    for (const id of before.keys()) if (!this.nodes.has(id)) tell(id, { kind: 'deleted' });
    for (const { id, past } of movedClauses([...before.keys()], [...this.nodes.keys()])) {
      tell(id, past === null ? { kind: 'moved' } : { kind: 'swapped', clause: past });
    }
    for (const { from, to, characters } of told.flows) {
      const [stood, stands] = [before.has(from), this.nodes.has(from)];
      const isNew = !before.has(to);
      // A few words that two clauses share make neither a part of the other.
      const whole = isNew ? this.lengthOf(to) : (this.steps.get(from)?.at(-1)?.after?.reading.length ?? 0);
      if ((isNew || !stands) && characters * 2 < whole) continue;
      tell(to, {
        kind: isNew && stood && stands ? 'split' : stood && !stands && !isNew ? 'joined' : 'took',
        clause: from,
      });
      if (stood)
        tell(from, { kind: stands ? (isNew ? 'gave' : 'lost') : isNew ? 'lost' : 'joinedTo', clause: to });
    }
    return touched;
  }

  private lengthOf(id: string): number {
    const element = this.nodes.get(id);
    return element === undefined ? 0 : readingOfClause(element, this.ledger).length;
  }

  private touch(id: string, row: ChronicleRow, restores: number, events: readonly ClauseEvent[]): void {
    const element = this.nodes.get(id);
    const state = element === undefined ? null : this.stateOf(element);
    const steps = this.steps.get(id) ?? [];
    const last = steps.at(-1)?.after ?? null;
    if (events.length === 0 && last?.json === state?.json) return;
    this.steps.set(id, steps);
    enterTouch(steps, {
      position: row.position,
      userId: row.userId,
      delegation: row.delegation,
      at: row.at,
      era: this.versionsPassed,
      state: last !== null && state?.json === last.json ? { ...last, reading: state.reading } : state,
      events: restores === 0 ? events : [...events, { kind: 'restored', position: restores }],
    });
  }

  private stateOf(element: Y.XmlElement): ClauseState {
    const text = documentOfClause(element);
    return { text, json: JSON.stringify(text), reading: readingOfClause(element, this.ledger) };
  }
}
