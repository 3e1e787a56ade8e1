import type { ClauseRef, Redline, RedlineRow } from '../../../domain/redline/types';
import { ownBlocks } from '../../../domain/text/clauses';
import type { NodeJson } from '../../../domain/text/document-json';
import type { RedlineMoves } from '../../../domain/text/paper';
import type { Block, Hand, Paragraph } from './draft';
import { KEPT } from './draft';
import { cutIntoParagraphs, IN_PLACE, LeafCursor, onOneSide, type Reading } from './lines';
import { holdsTable, leavesOf, type TextSide } from './looks';
import { RowMakers } from './row-makers';
import { isTableRow, TablePairs, tablePath } from './table-pairs';
import { draftTable, type Sides } from './tables';
import { TornLists } from './torn-lists';
import { draftTree, ofClause, withBookmark } from './tree';

/** The redline of two texts as Word shows it, clause by clause in its order. */
export function draftRedline(redline: Redline, sides: Sides, moves: RedlineMoves): Block[] {
  return new RedlineDrafter(redline, sides, moves).run();
}

/** The words that a clause brought along are moved; what it lost or gained on the way is deleted there, inserted here. */
function moving(fate: 'moved-away' | 'moved-here', author: string | undefined): Reading {
  return { ...IN_PLACE, equal: { fate, author } };
}

class RedlineDrafter {
  private readonly rows: readonly RedlineRow[];
  private readonly sides: Sides;
  private readonly moves: RedlineMoves;
  private readonly tables: TablePairs;
  private readonly makers: RowMakers;
  private readonly lists: TornLists;
  private readonly written = new Set<string>();
  private cursors: {
    readonly row: RedlineRow;
    readonly old: LeafCursor | null;
    readonly new: LeafCursor | null;
  } | null = null;

  constructor(redline: Redline, sides: Sides, moves: RedlineMoves) {
    this.rows = redline.rows;
    this.sides = sides;
    this.moves = moves;
    this.tables = new TablePairs(redline.rows);
    this.makers = new RowMakers(redline);
    this.lists = new TornLists(redline.rows, sides);
  }

  run(): Block[] {
    return this.draft(this.rows.map((_, index) => index));
  }

  private draft(indexes: readonly number[]): Block[] {
    const drafted: Block[] = [];
    for (let at = 0; at < indexes.length; ) {
      const index = indexes[at] ?? 0;
      const row = this.rows[index];
      if (row === undefined) break;
      at += 1;
      if (this.lists.holds(row)) drafted.push(...this.lists.draft(row));
      else if (!isTableRow(row)) {
        if (row.old !== null || row.new !== null) {
          drafted.push(...ofClause(this.clause(row, index), row.new?.index ?? null));
        }
      } else if (this.tables.isTorn(row)) {
        drafted.push(...this.tornTables(row));
      } else {
        const key = this.tables.keyOf(row);
        const rest = indexes.slice(at - 1);
        const end = rest.findLastIndex((other) => this.tables.keyOf(this.rows[other]) === key) + 1;
        const [members, others] = divide(
          rest.slice(0, end),
          (other) => this.tables.keyOf(this.rows[other]) === key,
        );
        // Rows of one text's table follow each other without a break: what came before the first that is new stands
        // before the table, whatever else went between its rows after it.
        const firstNew = members.find((other) => this.rows[other]?.new !== null) ?? 0;
        const [before, after] = divide(others, (other) => other < firstNew && this.rows[other]?.new !== null);
        drafted.push(...this.draft(before));
        drafted.push(...this.table(members.flatMap((other) => this.rows[other] ?? [])));
        drafted.push(...this.draft(after));
        at += end - 1;
      }
    }
    return drafted;
  }

  /** Tables that were cut in two or joined: no program undoes that, so the old ones go whole and the new ones come whole. */
  private tornTables(row: RedlineRow): Block[] {
    const { old, new: fresh } = this.sides;
    const blocks: Block[] = [];
    const write = (side: TextSide, ref: ClauseRef, fate: 'inserted' | 'deleted') => {
      const key = `${fate} ${tablePath(ref)}`;
      const node = tableNode(side, ref);
      if (this.written.has(key) || node === undefined) return;
      this.written.add(key);
      blocks.push(...draftTree([node], side.placeOf(ref.index), side, { fate }));
    };
    if (row.old !== null && row.status !== 'moved' && this.tables.isTornOld(row.old))
      write(old, row.old, 'deleted');
    if (row.new !== null) write(fresh, row.new, 'inserted');
    return blocks;
  }

  private table(rows: readonly RedlineRow[]): Block[] {
    const first = rows.find((row) => row.new !== null)?.new;
    const table = first === undefined || first === null ? undefined : tableNode(this.sides.new, first);
    const id = table?.attrs?.id;
    return withBookmark(
      [draftTable(rows, this.sides, this.makers)],
      'table',
      typeof id === 'string' ? id : null,
    );
  }

  private clause(row: RedlineRow, index: number): Block[] {
    const { old, new: fresh } = this.sides;
    const oldNodes = blocksOf(row.old, old);
    const newNodes = blocksOf(row.new, fresh);
    const isNewClause = row.new !== null && this.rows[index - 1]?.new?.index !== row.new.index;
    const id = isNewClause ? (row.new?.id ?? null) : null;
    if (row.status === 'moved-away' && row.old !== null) return this.movedAway(row, row.old, oldNodes);
    if (row.status === 'moved' && row.new !== null && this.moves === 'delete-insert') {
      const author = this.makers.ofMove(row);
      return draftTree(newNodes, fresh.placeOf(row.new.index), fresh, { fate: 'inserted', author });
    }
    if (holdsTable(oldNodes) || holdsTable(newNodes)) return this.whole(row, index, oldNodes, newNodes);
    const isMoved = row.status === 'moved';
    const paragraphs = cutIntoParagraphs(
      isMoved ? onOneSide(row.segments, 'new') : row.segments,
      isMoved ? { ...this.cursorsOf(row), old: null } : this.cursorsOf(row),
      isMoved ? moving('moved-here', this.makers.ofMove(row)) : IN_PLACE,
      this.markOf(row, index),
    );
    const blocks = withBookmark(paragraphs, 'clause', id);
    return isMoved ? this.asMove(blocks, index) : blocks;
  }

  private movedAway(row: RedlineRow, ref: ClauseRef, nodes: readonly NodeJson[]): Block[] {
    const { old } = this.sides;
    const place = old.placeOf(ref.index);
    const arrived = row.counterpart === undefined ? undefined : this.rows[row.counterpart];
    const author = this.makers.ofMove(arrived);
    if (this.moves !== 'moves') return draftTree(nodes, place, old, { fate: 'deleted', author });
    if (arrived === undefined || holdsTable(nodes)) {
      return this.asMove(draftTree(nodes, place, old, { fate: 'moved-away', author }), row.counterpart);
    }
    const cursors = { old: new LeafCursor(leavesOf(nodes, place, old)), new: null };
    const reading = moving('moved-away', author);
    return this.asMove(
      cutIntoParagraphs(onOneSide(arrived.segments, 'old'), cursors, reading, reading.equal),
      row.counterpart,
    );
  }

  /** A clause with a table in it: the old one deleted and the new one inserted, or as it stands in both. */
  private whole(
    row: RedlineRow,
    index: number,
    oldNodes: readonly NodeJson[],
    newNodes: readonly NodeJson[],
  ): Block[] {
    const { old, new: fresh } = this.sides;
    const before = this.rows[index - 1];
    const blocks: Block[] = [];
    if (row.status === 'moved' && row.new !== null) {
      const place = fresh.placeOf(row.new.index);
      return this.asMove(
        draftTree(newNodes, place, fresh, { fate: 'moved-here', author: this.makers.ofMove(row) }),
        index,
      );
    }
    if (row.status === 'kept' && !row.changed && row.new !== null) {
      return draftTree(newNodes, fresh.placeOf(row.new.index), fresh, KEPT);
    }
    if (row.old !== null && before?.old?.index !== row.old.index) {
      blocks.push(...draftTree(oldNodes, old.placeOf(row.old.index), old, { fate: 'deleted' }));
    }
    if (row.new !== null && before?.new?.index !== row.new.index) {
      blocks.push(...draftTree(newNodes, fresh.placeOf(row.new.index), fresh, { fate: 'inserted' }));
    }
    return blocks;
  }

  /** Both ends of a move bear the number of the row where the clause arrived. */
  private asMove(blocks: readonly Block[], move: number | undefined): Block[] {
    if (move === undefined || this.moves !== 'moves') return [...blocks];
    const last = blocks.findLastIndex((block) => block.type === 'paragraph');
    const first = blocks.findIndex((block) => block.type === 'paragraph');
    return blocks.map((block, index): Block => {
      if (block.type !== 'paragraph') return block;
      const paragraph: Paragraph = block;
      return {
        ...paragraph,
        ...(index === first ? { moveStart: move } : {}),
        ...(index === last ? { moveEnd: move } : {}),
      };
    });
  }

  /** Rows of one clause that was split or merged read it on from where the row before them stopped. */
  private cursorsOf(row: RedlineRow) {
    const { old, new: fresh } = this.sides;
    const before = this.cursors;
    const cursor = (side: TextSide, ref: RedlineRow['old']) =>
      ref === null ? null : new LeafCursor(leavesOf(blocksOf(ref, side), side.placeOf(ref.index), side));
    this.cursors = {
      row,
      old: row.old !== null && before?.row.old?.index === row.old.index ? before.old : cursor(old, row.old),
      new: row.new !== null && before?.row.new?.index === row.new.index ? before.new : cursor(fresh, row.new),
    };
    return this.cursors;
  }

  /** What happened to the mark at the end of a row: where a clause goes on in the next row, one text has none there. */
  private markOf(row: RedlineRow, index: number): Hand {
    const next = this.rows[index + 1];
    // Who divided or joined clauses is not told by whose words stand in them.
    const isSplit = row.old !== null && next?.old?.index === row.old.index && next.status !== 'moved-away';
    if (next !== undefined && isSplit) {
      return { fate: 'inserted', author: this.makers.ofSeam([row, next]) };
    }
    if (row.new !== null && next?.new?.index === row.new.index) {
      return { fate: 'deleted', author: this.makers.ofSeam([row, next]) };
    }
    switch (row.status) {
      case 'inserted':
        return { fate: 'inserted', author: this.makers.ofWhole(row, row.segments) };
      case 'deleted':
        return { fate: 'deleted', author: this.makers.ofWhole(row, row.segments) };
      case 'moved':
        return { fate: 'moved-here', author: this.makers.ofMove(row) };
      default:
        return { fate: 'kept', author: this.makers.ofStructure(row) };
    }
  }
}

function divide(indexes: readonly number[], belongs: (index: number) => boolean): [number[], number[]] {
  return [indexes.filter(belongs), indexes.filter((index) => !belongs(index))];
}

function tableNode(side: TextSide, ref: ClauseRef): NodeJson | undefined {
  let node: NodeJson | undefined = side.text;
  for (const step of ref.path.slice(0, -1)) node = node?.content?.[step];
  return node;
}

function blocksOf(ref: RedlineRow['old'], side: TextSide): readonly NodeJson[] {
  const clause = ref === null ? undefined : side.clauses[ref.index];
  return clause === undefined ? [] : ownBlocks(clause);
}
