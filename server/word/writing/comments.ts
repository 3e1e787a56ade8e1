import type { CommentThread } from '../../../domain/text/comment-thread';
import { type Block, isInNew, type Paragraph, type Piece } from './draft';

/** A thread with its place among the threads of a file. */
interface Anchor {
  readonly thread: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the anchors of comments into the clauses they are about. Offsets count the words of the new text as
 * `clauseText` does: a footnote is nothing, blocks are joined by one character, and so are cells.
 */
export function anchorComments(
  blocks: readonly Block[],
  threads: readonly CommentThread[],
): readonly Block[] {
  if (threads.length === 0) return blocks;
  const writers = new Map<number, AnchorWriter>();
  const writerOf = (clause: number): AnchorWriter => {
    const writer = writers.get(clause) ?? new AnchorWriter(anchorsOf(clause, threads));
    writers.set(clause, writer);
    return writer;
  };
  return blocks.map((block): Block => {
    if (block.type === 'paragraph')
      return block.clause === null ? block : writerOf(block.clause).paragraph(block);
    return {
      ...block,
      rows: block.rows.map((row) => {
        if (row.clause === null) return row;
        const writer = writerOf(row.clause);
        return { ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: writer.blocks(cell.blocks) })) };
      }),
    };
  });
}

function anchorsOf(clause: number, threads: readonly CommentThread[]): Anchor[] {
  return threads.flatMap((thread, index) =>
    thread.clause === clause && thread.comments.length > 0
      ? [{ thread: index, from: Math.min(thread.from, thread.to), to: Math.max(thread.from, thread.to) }]
      : [],
  );
}

class AnchorWriter {
  private at = 0;
  private readonly open: { readonly edge: 'start' | 'end'; readonly at: number; readonly thread: number }[];

  constructor(anchors: readonly Anchor[]) {
    this.open = anchors
      .flatMap(({ thread, from, to }) => [
        { edge: 'start' as const, at: from, thread },
        { edge: 'end' as const, at: to, thread },
      ])
      .sort((a, b) => a.at - b.at || (a.edge === b.edge ? 0 : a.edge === 'start' ? -1 : 1));
  }

  blocks(blocks: readonly Block[]): Block[] {
    if (this.open.length === 0) return [...blocks];
    return blocks.map((block) => (block.type === 'paragraph' ? this.paragraph(block) : block));
  }

  paragraph(paragraph: Paragraph): Paragraph {
    const pieces: Piece[] = [];
    for (const piece of paragraph.pieces) {
      if (piece.type === 'text' && isInNew(piece)) pieces.push(...this.cut(piece));
      else pieces.push(piece);
    }
    pieces.push(...this.edgesUpTo(this.at));
    if (isInNew(paragraph.mark)) this.at += 1;
    return { ...paragraph, pieces };
  }

  private cut(piece: Extract<Piece, { readonly type: 'text' }>): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    const end = this.at + piece.text.length;
    while (this.open[0] !== undefined && this.open[0].at < end) {
      const next = Math.max(0, this.open[0].at - this.at);
      if (next > from) pieces.push({ ...piece, text: piece.text.slice(from, next) });
      from = Math.max(from, next);
      pieces.push(...this.edgesUpTo(this.at + from));
    }
    if (from < piece.text.length) pieces.push({ ...piece, text: piece.text.slice(from) });
    this.at = end;
    return pieces;
  }

  private edgesUpTo(place: number): Piece[] {
    const pieces: Piece[] = [];
    while (this.open[0] !== undefined && this.open[0].at <= place) {
      const edge = this.open.shift();
      if (edge !== undefined) pieces.push({ type: 'comment', edge: edge.edge, thread: edge.thread });
    }
    return pieces;
  }
}
