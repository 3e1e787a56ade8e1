import type { Block, Piece } from './draft';

type Note = Extract<Piece, { readonly type: 'note' }>;

/**
 * LibreOffice (7.4) drops what is tracked within footnotes after a first one that stands in a table, and shows old
 * and new words side by side as if nobody had touched them. There, a footnote that was reworded is the old one
 * deleted and the new one inserted: what happened to the signs of footnotes it keeps.
 */
export function withNotesApart(blocks: readonly Block[]): readonly Block[] {
  const holder = blocks.find(holdsNote);
  return holder?.type === 'table' ? new NotesApart().blocks(blocks) : blocks;
}

function holdsNote(block: Block): boolean {
  return block.type === 'paragraph'
    ? block.pieces.some(({ type }) => type === 'note')
    : block.rows.some((row) => row.cells.some((cell) => cell.blocks.some(holdsNote)));
}

class NotesApart {
  private isFirst = true;

  blocks(blocks: readonly Block[]): Block[] {
    return blocks.map((block) => {
      if (block.type === 'paragraph') return { ...block, pieces: this.pieces(block.pieces) };
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: this.blocks(cell.blocks) })),
      }));
      return { ...block, rows };
    });
  }

  private pieces(pieces: readonly Piece[]): Piece[] {
    return pieces.flatMap((piece): Piece[] => {
      if (piece.type !== 'note') return [piece];
      const staysWhole = this.isFirst || piece.fate !== 'kept' || !isReworded(piece);
      this.isFirst = false;
      return staysWhole ? [piece] : [noteOfOneText(piece, 'deleted'), noteOfOneText(piece, 'inserted')];
    });
  }
}

function isReworded({ pieces }: Note): boolean {
  return pieces.some((piece) => piece.type === 'text' && piece.fate !== 'kept');
}

/** The note of one of the two texts. Words that stand in both are in nobody's name. */
export function noteOfOneText(note: Note, fate: 'deleted' | 'inserted'): Note {
  const hands = note.pieces.flatMap((piece) => (piece.type === 'text' ? [piece] : []));
  const changed = hands.filter((piece) => piece.fate === fate);
  const [first] = changed;
  const author = changed.every((piece) => piece.author === first?.author) ? first?.author : undefined;
  const pieces = hands
    .filter((piece) => piece.fate === fate || piece.fate === 'kept')
    .map((piece): Piece => ({ ...piece, fate }));
  const marks = fate === 'deleted' ? (note.oldMarks ?? note.marks) : note.marks;
  return { type: 'note', marks, pieces, fate, author };
}
