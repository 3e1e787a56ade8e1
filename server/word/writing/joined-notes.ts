import type { Block, Hand, Paragraph, Piece } from './draft';
import { isInNew } from './draft';
import { noteOfOneText } from './notes-apart';

type Side = 'old' | 'new';
type Words = Exclude<Piece, { readonly type: 'comment' }>;

/**
 * Pandoc (2.17) reads the footnotes of a paragraph before it joins the paragraph to the words before it, and so puts
 * those words into the first footnote of the paragraph (WO12). Where a paragraph mark stands in one text only, what the
 * other text has after it, up to its last footnote, is therefore written before the mark: deleted there and inserted
 * after it, or the other way about. Word, LibreOffice and pandoc make the same two texts of that.
 */
export function withNotesBeforeJoints(blocks: readonly Block[]): readonly Block[] {
  return inOneText(inOneText(blocks, 'old'), 'new');
}

function inOneText(blocks: readonly Block[], side: Side): readonly Block[] {
  const written: Block[] = [];
  let chain: Paragraph[] = [];
  const close = () => {
    written.push(...joined(chain, side));
    chain = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      chain.push(block);
      if (standsIn(block.mark, side)) close();
      continue;
    }
    close();
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: inOneText(cell.blocks, side) })),
    }));
    written.push({ ...block, rows });
  }
  close();
  return written;
}

/** Paragraphs that are one paragraph of this text: its words up to the last footnote go to the first that has any. */
function joined(chain: readonly Paragraph[], side: Side): readonly Paragraph[] {
  const first = chain.findIndex(({ pieces }) => pieces.some((piece) => isWordsOf(piece, side)));
  const last = chain.findLastIndex(({ pieces }) => pieces.some((piece) => isNoteOf(piece, side)));
  const target = chain[first];
  if (target === undefined || last <= first) return chain;
  const brought: Piece[] = [];
  const left = chain.slice(first + 1, last + 1).map((paragraph, index) => {
    const isLast = first + 1 + index === last;
    const { before, after } = isLast
      ? cutAfterNotes(paragraph.pieces, side)
      : { before: paragraph.pieces, after: [] };
    brought.push(...before.flatMap((piece) => ofThisText(piece, side)));
    return { ...paragraph, pieces: [...before.flatMap((piece) => ofOtherText(piece, side)), ...after] };
  });
  return [
    ...chain.slice(0, first),
    { ...target, pieces: [...target.pieces, ...brought] },
    ...left,
    ...chain.slice(last + 1),
  ];
}

/** After the last footnote, and the word or sign that it is set to: a program may put a space where it joins. */
function cutAfterNotes(
  pieces: readonly Piece[],
  side: Side,
): { readonly before: Piece[]; readonly after: Piece[] } {
  const note = pieces.findLastIndex((piece) => isNoteOf(piece, side));
  const before = pieces.slice(0, note + 1);
  for (const [index, piece] of pieces.slice(note + 1).entries()) {
    const space = piece.type === 'text' && isWordsOf(piece, side) ? piece.text.search(/\s/) : -1;
    if (piece.type === 'text' && space >= 0) {
      if (space > 0) before.push({ ...piece, text: piece.text.slice(0, space) });
      return {
        before,
        after: [{ ...piece, text: piece.text.slice(space) }, ...pieces.slice(note + index + 2)],
      };
    }
    before.push(piece);
  }
  return { before, after: [] };
}

function standsIn({ fate }: Hand, side: Side): boolean {
  return fate === 'kept' || isInNew({ fate }) === (side === 'new');
}

function isWordsOf(piece: Piece, side: Side): piece is Words {
  return piece.type !== 'comment' && standsIn(piece, side) && (piece.type === 'note' || piece.text !== '');
}

function isNoteOf(piece: Piece, side: Side): boolean {
  return piece.type === 'note' && standsIn(piece, side);
}

function ofThisText(piece: Piece, side: Side): Piece[] {
  if (piece.type === 'comment') return side === 'new' ? [piece] : [];
  return standsIn(piece, side) ? [ofOneText(piece, side)] : [];
}

function ofOtherText(piece: Piece, side: Side): Piece[] {
  if (piece.type === 'comment') return side === 'new' ? [] : [piece];
  if (piece.fate === 'kept') return [ofOneText(piece, side === 'old' ? 'new' : 'old')];
  return standsIn(piece, side) ? [] : [piece];
}

/** What moved is away from its place here: it is deleted and inserted like the rest. */
function ofOneText(piece: Words, side: Side): Words {
  const fate = side === 'old' ? 'deleted' : 'inserted';
  if (piece.type === 'note') return piece.fate === 'kept' ? noteOfOneText(piece, fate) : piece;
  const { oldMarks, ...plain } = piece;
  return { ...plain, fate, marks: side === 'old' ? (oldMarks ?? piece.marks) : piece.marks };
}
