import { cellRow, compareRowForm, wholeRow } from './cells';
import { ChangeWriter } from './changes';
import { runningWords } from './flat';
import type { Matching } from './matching';
import { cutAtSeams } from './seams';
import { comparePieces } from './segments';
import { compareStructure } from './structure';
import { type ColumnPlans, pairCells, tablesKey } from './tables';
import type { Change, RedlineRow, StructureChange } from './types';
import type { Unit } from './units';
import type { Vocabulary } from './vocabulary';
import { joinSides } from './words';

/** Everything the rows of one redline are written from. */
export interface RowContext {
  readonly matching: Matching;
  readonly plans: ColumnPlans;
  readonly vocabulary: Vocabulary;
  readonly flip: boolean;
}

/**
 * Writes the rows in the reading order of the new text. What was deleted or moved away stands where it stood,
 * before whatever is new at the same place.
 */
export function writeRows(context: RowContext): {
  rows: RedlineRow[];
  changes: readonly Change[];
  wordsMoved: number;
} {
  const writer = new RowWriter(context);
  writer.run();
  return { rows: writer.linkedRows(), changes: writer.list.changes, wordsMoved: writer.wordsMoved };
}

class RowWriter {
  readonly list = new ChangeWriter();
  wordsMoved = 0;
  private readonly rows: RedlineRow[] = [];
  private readonly context: RowContext;
  private readonly tablesSeen = new Set<string>();
  private oldDone = 0;

  constructor(context: RowContext) {
    this.context = context;
  }

  run(): void {
    const { matching } = this.context;
    const anchors = this.nextKeptOld();
    let index = 0;
    while (index < matching.new.length) {
      const unit = matching.new[index];
      if (unit === undefined) break;
      this.leftBehind(anchors[index] ?? matching.old.length);
      index += this.writeNew(unit);
    }
    this.leftBehind(matching.old.length);
  }

  linkedRows(): RedlineRow[] {
    const left = new Map<number, number>();
    const arrived = new Map<number, number>();
    this.rows.forEach((row, index) => {
      if (row.status === 'moved-away' && row.old !== null) left.set(row.old.index, index);
      if (row.status === 'moved' && row.old !== null) arrived.set(row.old.index, index);
    });
    return this.rows.map((row) => {
      const other = row.status === 'moved-away' ? arrived : row.status === 'moved' ? left : null;
      const counterpart = other === null || row.old === null ? undefined : other.get(row.old.index);
      return counterpart === undefined ? row : { ...row, counterpart };
    });
  }

  /** For each new clause: the first old clause that stays at or after it, up to which all others come first. */
  private nextKeptOld(): number[] {
    const { matching } = this.context;
    const anchors: number[] = new Array(matching.new.length).fill(matching.old.length);
    let next = matching.old.length;
    for (let index = matching.new.length - 1; index >= 0; index -= 1) {
      const partner = matching.partnerOfNew(index);
      const source = matching.splitSource(index);
      if (source !== null) next = source.index;
      else if (partner !== null && !matching.isMoved(partner.index)) {
        next = this.partsOf(index, partner)[0]?.index ?? partner.index;
      }
      anchors[index] = next;
    }
    return anchors;
  }

  /** The old clauses that went into the new one at `index`: its partner and neighbours merged with it. */
  private partsOf(index: number, partner: Unit): Unit[] {
    const { matching } = this.context;
    const parts = [partner];
    const isPart = (at: number) => matching.mergeTarget(at)?.index === index;
    for (let at = partner.index - 1; isPart(at); at -= 1) parts.unshift(...matching.old.slice(at, at + 1));
    for (let at = partner.index + 1; isPart(at); at += 1) parts.push(...matching.old.slice(at, at + 1));
    return parts;
  }

  private leftBehind(until: number): void {
    const { matching, vocabulary } = this.context;
    for (; this.oldDone < until; this.oldDone += 1) {
      const unit = matching.old[this.oldDone];
      if (unit === undefined) continue;
      if (matching.isMoved(unit.index)) {
        this.rows.push({
          status: 'moved-away',
          old: unit.ref,
          new: null,
          segments: [],
          ...(unit.isRow ? { cells: [] } : {}),
          structure: [],
          changed: true,
        });
      } else if (matching.isFreeOld(unit.index)) {
        const change = this.list.open('clause-deleted', this.rows.length, {
          oldText: runningWords(unit.flat),
          wordsDeleted: unit.words,
        });
        this.rows.push({
          status: 'deleted',
          old: unit.ref,
          new: null,
          ...wholeRow(unit, 'delete', vocabulary, change.id),
        });
      }
    }
  }

  /** Writes the row or rows that begin with this new clause; says how many new clauses they covered. */
  private writeNew(unit: Unit): number {
    const { matching, vocabulary } = this.context;
    const partner = matching.partnerOfNew(unit.index);
    const source = matching.splitSource(unit.index);
    if (partner === null && source === null) {
      const change = this.list.open('clause-inserted', this.rows.length, {
        newText: runningWords(unit.flat),
        wordsInserted: unit.words,
      });
      this.rows.push({
        status: 'inserted',
        old: null,
        new: unit.ref,
        ...wholeRow(unit, 'insert', vocabulary, change.id),
      });
      return 1;
    }
    if (partner !== null && matching.isMoved(partner.index)) {
      this.writeMoved(partner, unit);
      return 1;
    }
    if (source === null && partner !== null && partner.isRow) {
      this.writeTableRow(partner, unit, 'kept');
      this.oldDone = partner.index + 1;
      return 1;
    }
    const whole = source ?? partner;
    if (whole === null) return 1;
    const fresh: Unit[] = [];
    for (let at = unit.index; this.belongsTo(at, whole); at += 1) {
      fresh.push(...matching.new.slice(at, at + 1));
    }
    const old = fresh.length > 1 || partner === null ? [whole] : this.partsOf(unit.index, partner);
    this.writeGroup(old, fresh);
    this.oldDone = (old.at(-1)?.index ?? whole.index) + 1;
    return fresh.length;
  }

  private belongsTo(newIndex: number, old: Unit): boolean {
    const { matching } = this.context;
    return (
      matching.partnerOfNew(newIndex)?.index === old.index ||
      matching.splitSource(newIndex)?.index === old.index
    );
  }

  private writeMoved(old: Unit, fresh: Unit): void {
    const row = this.rows.length;
    this.list.open('moved', row, { oldText: runningWords(old.flat), newText: runningWords(fresh.flat) });
    const changesBefore = this.list.changes.length;
    if (fresh.isRow) this.writeTableRow(old, fresh, 'moved');
    else this.writeGroup([old], [fresh], 'moved');
    const inserted = this.list.changes
      .slice(changesBefore)
      .reduce((sum, change) => sum + change.wordsInserted, 0);
    this.wordsMoved += fresh.words - inserted;
  }

  /** Rows of running text: one clause with itself, a clause with its parts, or parts with what they became. */
  private writeGroup(old: readonly Unit[], fresh: readonly Unit[], how: 'kept' | 'moved' = 'kept'): void {
    const { vocabulary, flip, matching } = this.context;
    const oldSide = joinSides(old, vocabulary);
    const newSide = joinSides(fresh, vocabulary);
    const ends = (line: number) =>
      [old[old.length > 1 ? line : 0], fresh[fresh.length > 1 ? line : 0]] as const;
    const isPartner = (line: number) => {
      const [was, is] = ends(line);
      return was !== undefined && matching.partnerOfOld(was.index)?.index === is?.index;
    };
    const lines = cutAtSeams(comparePieces(oldSide, newSide, vocabulary, flip), isPartner);
    lines.forEach((line, index) => {
      const [was, is] = ends(index);
      if (was === undefined || is === undefined) return;
      const isPair = isPartner(index);
      const status = isPair ? how : old.length > 1 ? 'merged' : 'split';
      const row = this.rows.length;
      const before = this.list.changes.length;
      const joint = isPair
        ? undefined
        : this.list.open(status === 'merged' ? 'merged' : 'split', row, {
            oldText: runningWords(was.flat),
            newText: runningWords(is.flat),
          }).id;
      const structure = this.list.structure(row, compareStructure(was, is, isPair && this.follows(was, is)));
      const segments = this.list.segments(row, line.pieces, joint);
      this.rows.push({
        status,
        old: was.ref,
        new: is.ref,
        segments,
        structure,
        changed: status !== 'kept' || this.list.changes.length > before,
      });
    });
  }

  private writeTableRow(old: Unit, fresh: Unit, how: 'kept' | 'moved'): void {
    const row = this.rows.length;
    const before = this.list.changes.length;
    const key = tablesKey(old, fresh);
    const plan = this.context.plans.get(key);
    if (plan === undefined) throw new Error('writeTableRow: no column plan for a pair of tables');
    const structure: StructureChange[] = compareStructure(old, fresh, this.follows(old, fresh));
    if (!this.tablesSeen.has(key)) {
      this.tablesSeen.add(key);
      if (plan.oldCount !== plan.newCount) {
        structure.push({ what: 'columns', from: String(plan.oldCount), to: String(plan.newCount) });
      }
    }
    const pairs = pairCells(old, fresh, plan);
    structure.push(...compareRowForm(old, fresh, pairs, plan));
    const reported = this.list.structure(row, structure);
    const cells = pairs.map((pair) => cellRow(row, pair, this.list, this.context));
    this.rows.push({
      status: how,
      old: old.ref,
      new: fresh.ref,
      segments: [],
      cells,
      structure: reported,
      changed:
        how !== 'kept' || this.list.changes.length > before || cells.some((cell) => cell.status !== 'kept'),
    });
  }

  /** Whether the clauses before these two are a pair as well, so that a list or table cut here was cut on purpose. */
  private follows(old: Unit, fresh: Unit): boolean {
    const { matching } = this.context;
    const before = matching.old[old.index - 1];
    const partner = before === undefined ? null : matching.partnerOfOld(before.index);
    return (
      before !== undefined &&
      partner !== null &&
      partner.index === fresh.index - 1 &&
      partner.clause.kind === before.clause.kind &&
      partner.clause.level === before.clause.level
    );
  }
}
