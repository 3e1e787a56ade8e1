import type { Node } from '@tiptap/pm/model';

/** Letters that stand in a row, both in the words of a clause and on the screen. */
interface Run {
  /** Offset in the words of the clause. */
  readonly at: number;
  /** Where they begin, counted from the position of the clause's node. */
  readonly pos: number;
  readonly length: number;
}

/** The words of a clause as `clauseText` of domain/text has them, and where each of them is on the screen. */
interface ClauseWords {
  readonly words: string;
  readonly runs: readonly Run[];
}

export interface ShownClause extends ClauseWords {
  readonly index: number;
  readonly id: string | null;
  /** Position of the clause's node. */
  readonly pos: number;
}

/** The clauses of the text on the screen, as `clausesOf` counts them. */
export function shownClauses(document: Node): ShownClause[] {
  const found: ShownClause[] = [];
  const add = (node: Node, pos: number) => {
    const id: unknown = node.attrs.id;
    found.push({
      index: found.length,
      id: typeof id === 'string' && id !== '' ? id : null,
      pos,
      ...wordsOf(node),
    });
  };
  const walk = (parent: Node, start: number) => {
    parent.forEach((node, offset) => {
      const pos = start + offset;
      if (isList(node) || node.type.name === 'table') {
        walk(node, pos + 1);
        return;
      }
      add(node, pos);
      if (node.type.name !== 'listItem') return;
      node.forEach((child, inner) => {
        if (isList(child)) walk(child, pos + 1 + inner + 1);
      });
    });
  };
  walk(document, 0);
  return found;
}

/** Nodes never change: what was read of one stands as long as it does. */
const known = new WeakMap<Node, ClauseWords>();

function wordsOf(node: Node): ClauseWords {
  const read = known.get(node);
  if (read !== undefined) return read;
  const reader = new Reader();
  if (node.type.name === 'tableRow') {
    node.forEach((cell, offset, index) => {
      if (index > 0) reader.border('\t');
      reader.blocks([{ node: cell, pos: 1 + offset }]);
    });
  } else if (node.type.name === 'listItem') {
    const own: Placed[] = [];
    node.forEach((child, offset) => {
      if (!isList(child)) own.push({ node: child, pos: 1 + offset });
    });
    reader.blocks(own);
  } else reader.blocks([{ node, pos: 0 }]);
  known.set(node, reader.read());
  return reader.read();
}

interface Placed {
  readonly node: Node;
  readonly pos: number;
}

class Reader {
  private words = '';
  private readonly runs: Run[] = [];

  read(): ClauseWords {
    return { words: this.words, runs: this.runs };
  }

  border(sign: string): void {
    this.words += sign;
  }

  blocks(blocks: readonly Placed[]): void {
    blocks.flatMap(textBlocks).forEach((block, index) => {
      if (index > 0) this.border('\n');
      this.line(block);
    });
  }

  private line({ node, pos }: Placed): void {
    node.forEach((child, offset) => {
      if (child.type.name === 'hardBreak') this.border('\n');
      const text = child.text ?? '';
      if (text === '') return;
      this.runs.push({ at: this.words.length, pos: pos + 1 + offset, length: text.length });
      this.words += text;
    });
  }
}

function textBlocks(block: Placed): Placed[] {
  if (block.node.isTextblock || block.node.childCount === 0) return [block];
  const inside: Placed[] = [];
  block.node.forEach((node, offset) => {
    inside.push(...textBlocks({ node, pos: block.pos + 1 + offset }));
  });
  return inside;
}

function isList(node: Node): boolean {
  return node.type.name === 'bulletList' || node.type.name === 'orderedList';
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a stretch of a clause's words is on the screen; several places where borders or footnotes lie between. */
export function onScreen(clause: ShownClause, { from, to }: Stretch): Stretch[] {
  return clause.runs.flatMap(({ at, pos, length }): Stretch[] => {
    const start = Math.max(from, at);
    const end = Math.min(to, at + length);
    const shift = clause.pos + pos - at;
    return start < end ? [{ from: start + shift, to: end + shift }] : [];
  });
}

/** The words of a clause between two positions of the screen, spaces at the edges left out; null where there are none. */
export function inWords(clause: ShownClause, { from, to }: Stretch): Stretch | null {
  const touched = clause.runs.flatMap(({ at, pos, length }): Stretch[] => {
    const begin = clause.pos + pos;
    const start = Math.max(from, begin);
    const end = Math.min(to, begin + length);
    return start < end ? [{ from: start - begin + at, to: end - begin + at }] : [];
  });
  const start = touched[0]?.from ?? 0;
  const end = touched.at(-1)?.to ?? 0;
  const words = clause.words.slice(start, end);
  if (words.trim() === '') return null;
  return {
    from: start + words.length - words.trimStart().length,
    to: end - words.length + words.trimEnd().length,
  };
}
