import { clausesOf, isTextBlock } from '../../../domain/text/clauses';
import { type DocumentJson, type NodeJson, numberAttr, stringAttr } from '../../../domain/text/document-json';
import type { HouseStyle } from '../../../domain/text/numbering';
import {
  CELL_STYLE,
  clauseStyle,
  DEEPEST_LIST,
  HEADER_CELL_STYLE,
  LIST_ITEM_STYLE,
  listContinueStyle,
} from '../styles';
import type { Look } from './draft';
import type { Numberings } from './numbering';

/** Where a block stands: in the text itself, within an item of a list, or within a cell. */
export interface Place {
  readonly within: 'text' | 'item' | 'cell' | 'header-cell';
  /** The innermost list around it and its depth from 1; depth 0 outside lists. */
  readonly list: string;
  readonly depth: number;
  /** Annexes before it. */
  readonly section: number;
  /** Whether it begins an item and bears its number. */
  readonly isFirst: boolean;
  /** Of the cell around it. */
  readonly align: string | null;
}

/** One text and how its clauses look. `side` tells the lists of the two texts of a redline apart. */
export class TextSide {
  readonly text: DocumentJson;
  readonly clauses: ReturnType<typeof clausesOf>;
  private readonly houseStyle: HouseStyle;
  private readonly sections: number[] = [];
  private readonly listKeys = new Map<NodeJson, string>();
  private readonly indexes = new Map<NodeJson, number>();

  constructor(side: 'old' | 'new', text: DocumentJson, houseStyle: HouseStyle, numberings: Numberings) {
    this.text = text;
    this.houseStyle = houseStyle;
    this.clauses = clausesOf(text);
    let section = 0;
    this.clauses.forEach((clause, index) => {
      this.indexes.set(clause.node, index);
      this.sections.push(section);
      if (clause.kind === 'annex') section += 1;
    });
    this.nameLists(text, side, numberings);
  }

  /** Which clause a node is, null where it is none or a part of one. */
  clauseOf(node: NodeJson): number | null {
    return this.indexes.get(node) ?? null;
  }

  /** Where a clause stands, for its own blocks. */
  placeOf(index: number): Place {
    const clause = this.clauses[index];
    if (clause === undefined) throw new Error(`TextSide: no clause ${index}`);
    const section = this.sections[index] ?? 0;
    if (clause.kind !== 'listItem') {
      return { within: 'text', list: '', depth: 0, section, isFirst: false, align: null };
    }
    const list = this.listKey(this.listOf(index));
    return { within: 'item', list, depth: clause.level, section, isFirst: true, align: null };
  }

  /** Where a block of the text itself stands. */
  placeOfBlock(block: number): Place {
    const section = (this.text.content ?? []).slice(0, block).filter(({ type }) => type === 'annex').length;
    return { within: 'text', list: '', depth: 0, section, isFirst: false, align: null };
  }

  listKey(list: NodeJson | undefined): string {
    return (list === undefined ? undefined : this.listKeys.get(list)) ?? '';
  }

  /** The innermost list around an item. */
  listOf(index: number): NodeJson | undefined {
    return nodeBy(this.text, (this.clauses[index]?.path ?? []).slice(0, -1));
  }

  /** Lets a list go under the name that a list of the other text has: items that stay then keep their numbers. */
  renameList(list: NodeJson, key: string): void {
    this.listKeys.set(list, key);
  }

  look(node: NodeJson, place: Place): Look {
    if (node.type === 'paragraph' || clauseStyle(node.type, 1) === undefined) return this.plainLook(place);
    const level = numberAttr(node, 'level', 1);
    const style = (clauseStyle(node.type, level) ?? clauseStyle(node.type, 1))?.id ?? '';
    return {
      style,
      align: place.align,
      numbering: place.within === 'text' ? this.numberOf(node.type, level, place.section) : null,
    };
  }

  private plainLook({ within, list, depth, isFirst, align }: Place): Look {
    if (depth > 0) {
      const level = Math.min(depth, DEEPEST_LIST);
      return isFirst
        ? { style: LIST_ITEM_STYLE.id, numbering: { key: list, level: level - 1 }, align }
        : { style: listContinueStyle(level).id, numbering: null, align };
    }
    if (within === 'cell') return { style: CELL_STYLE.id, numbering: null, align };
    if (within === 'header-cell') return { style: HEADER_CELL_STYLE.id, numbering: null, align };
    return { style: clauseStyle('paragraph', 1)?.id ?? '', numbering: null, align };
  }

  private numberOf(kind: string, level: number, section: number): Look['numbering'] {
    const depth = Math.min(Math.max(level, 1), 3) - 1;
    if (kind === 'operative') return { key: `operative:${section}`, level: depth };
    if (kind === 'annex') return { key: 'annex:', level: 0 };
    if (kind === 'heading' && this.houseStyle === 'sections') {
      return { key: `heading:${section}`, level: depth };
    }
    return null;
  }

  private nameLists(node: NodeJson, side: string, numberings: Numberings): void {
    for (const child of node.content ?? []) {
      if (child.type === 'bulletList' || child.type === 'orderedList') {
        const key = `list:${side}:${this.listKeys.size}`;
        this.listKeys.set(child, key);
        numberings.addList(key, child);
      }
      if (!isTextBlock(child)) this.nameLists(child, side, numberings);
    }
  }
}

/** A block of running text, with its look. */
export interface Leaf {
  readonly node: NodeJson;
  readonly look: Look;
}

/** The blocks that hold words below `nodes`, in reading order, as domain/redline joins them. */
export function leavesOf(nodes: readonly NodeJson[], place: Place, side: TextSide): Leaf[] {
  return nodes.flatMap((node, index) => {
    const here = { ...place, isFirst: place.isFirst && index === 0 };
    return isTextBlock(node)
      ? [{ node, look: side.look(node, here) }]
      : leavesOf(node.content ?? [], inside(node, here, side), side);
  });
}

/** The place of what a block holds. */
export function inside(node: NodeJson, place: Place, side: TextSide): Place {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return { ...place, list: side.listKey(node), depth: place.depth + 1, isFirst: false };
    case 'listItem':
      return { ...place, isFirst: true };
    case 'tableCell':
      return {
        ...place,
        within: 'cell',
        list: '',
        depth: 0,
        isFirst: false,
        align: stringAttr(node, 'align'),
      };
    case 'tableHeader':
      return {
        ...place,
        within: 'header-cell',
        list: '',
        depth: 0,
        isFirst: false,
        align: stringAttr(node, 'align'),
      };
    default:
      return { ...place, isFirst: false };
  }
}

export function holdsTable(nodes: readonly NodeJson[]): boolean {
  return nodes.some(
    (node) => node.type === 'table' || (!isTextBlock(node) && holdsTable(node.content ?? [])),
  );
}

function nodeBy(text: DocumentJson, path: readonly number[]): NodeJson | undefined {
  let node: NodeJson | undefined = text;
  for (const step of path) node = node?.content?.[step];
  return node;
}
