import type { Segment } from '../../../domain/redline/types';
import type { MarkJson, NodeJson } from '../../../domain/text/document-json';
import { stringAttr } from '../../../domain/text/document-json';
import { BREAK, type Hand, KEPT, type Look, type Paragraph, type Piece } from './draft';
import type { Leaf } from './looks';

/**
 * The words of one clause or cell of one text, read from its start to its end. "\n" in them is the end of an inner
 * block or a hard break; only the blocks tell which.
 */
export class LeafCursor {
  private readonly leaves: readonly Leaf[];
  private readonly borders: ReadonlySet<number>;
  private at = 0;
  private leaf = 0;

  constructor(leaves: readonly Leaf[]) {
    this.leaves = leaves;
    const borders = new Set<number>();
    let end = -1;
    for (const { node } of leaves.slice(0, -1)) {
      end += 1 + lengthOf(node);
      borders.add(end);
    }
    this.borders = borders;
  }

  look(): Look | null {
    return this.leaves[this.leaf]?.look ?? null;
  }

  isAtBorder(): boolean {
    return this.borders.has(this.at);
  }

  /** Passes a "\n", and the end of a block where it is one. */
  pass(): void {
    if (this.isAtBorder()) this.leaf += 1;
    this.at += 1;
  }

  skip(characters: number): void {
    this.at += characters;
  }
}

function lengthOf(block: NodeJson): number {
  return (block.content ?? []).reduce(
    (sum, child) => sum + (child.type === 'text' ? (child.text ?? '').length : 1),
    0,
  );
}

/** How the segments of one row become Word's: what each of their three fates is called there. */
export interface Reading {
  readonly equal: Hand;
  readonly insert: Hand;
  readonly delete: Hand;
}

export const IN_PLACE: Reading = {
  equal: KEPT,
  insert: { fate: 'inserted' },
  delete: { fate: 'deleted' },
};

/**
 * Cuts the segments of one row or cell into paragraphs. The last one ends in `mark`. A mark that stands in one text
 * only joins its words, in the other, to the paragraph after it.
 */
export function cutIntoParagraphs(
  segments: readonly Segment[],
  cursors: { readonly old: LeafCursor | null; readonly new: LeafCursor | null },
  reading: Reading,
  mark: Hand,
): Paragraph[] {
  return new LineCutter(cursors.old, cursors.new, reading).run(segments, mark);
}

class LineCutter {
  private readonly done: Paragraph[] = [];
  private pieces: Piece[] = [];
  private note: { readonly number: number; readonly pieces: Piece[] } | null = null;
  private readonly old: LeafCursor | null;
  private readonly fresh: LeafCursor | null;
  private readonly reading: Reading;

  constructor(old: LeafCursor | null, fresh: LeafCursor | null, reading: Reading) {
    this.old = old;
    this.fresh = fresh;
    this.reading = reading;
  }

  run(segments: readonly Segment[], mark: Hand): Paragraph[] {
    for (const segment of segments) {
      if (segment.footnote === true) this.addNote(segment, segments);
      else this.addWords(segment);
    }
    this.end(mark);
    return this.done;
  }

  private addWords(segment: Segment): void {
    this.note = null;
    if (segment.oldText !== undefined && segment.oldText !== segment.text) {
      this.old?.skip(segment.oldText.length);
      this.fresh?.skip(segment.text.length);
      this.pieces.push(...this.piecesOf(segment));
      return;
    }
    segment.text.split(BREAK).forEach((line, index) => {
      if (index > 0) this.lineEnd(segment);
      if (line === '') return;
      if (segment.op !== 'insert') this.old?.skip(line.length);
      if (segment.op !== 'delete') this.fresh?.skip(line.length);
      this.pieces.push(...this.piecesOf({ ...segment, text: line }));
    });
  }

  private lineEnd(segment: Segment): void {
    const endsOld = segment.op !== 'insert' && this.old?.isAtBorder() === true;
    const endsNew = segment.op !== 'delete' && this.fresh?.isAtBorder() === true;
    const hand = this.handOf(segment);
    if (segment.op !== 'equal') {
      if (endsOld || endsNew) this.end(hand, segment);
      else this.pieces.push(...this.piecesOf({ ...segment, text: BREAK }));
    } else if (endsOld === endsNew) {
      if (endsOld) this.end(hand, segment);
      else this.pieces.push(...this.piecesOf({ ...segment, text: BREAK }));
    } else if (this.old === null || this.fresh === null) {
      this.end(hand, segment);
    } else if (endsNew) {
      this.pieces.push(...this.piecesOf({ ...segment, op: 'delete', text: BREAK }));
      this.end(this.reading.insert, segment);
    } else {
      this.end(this.reading.delete, segment);
      this.pieces.push(...this.piecesOf({ ...segment, op: 'insert', text: BREAK }));
    }
    if (segment.op !== 'insert') this.old?.pass();
    if (segment.op !== 'delete') this.fresh?.pass();
  }

  private addNote(segment: Segment, all: readonly Segment[]): void {
    if (this.note?.number !== segment.note) {
      const own = all.filter((other) => other.footnote === true && other.note === segment.note);
      const isOld = own.some(({ op }) => op !== 'insert');
      const isNew = own.some(({ op }) => op !== 'delete');
      const pieces: Piece[] = [];
      const op = isOld && isNew ? 'equal' : segment.op;
      const { text: _, ...reference } = this.piece(segment, op, '', segment.marks, segment.oldMarks);
      this.note = { number: segment.note ?? 0, pieces };
      this.pieces.push({ ...reference, type: 'note', pieces });
      if (isOld) this.old?.skip(1);
      if (isNew) this.fresh?.skip(1);
    }
    if (segment.text !== '' || segment.oldText !== undefined) {
      const { oldMarks: _, ...plain } = segment;
      this.note?.pieces.push(...this.piecesOf({ ...plain, marks: [] }));
    }
  }

  /** One segment; two where the new text has other characters, or another link, in the place of the old. */
  private piecesOf(segment: Segment): Piece[] {
    const { marks, oldMarks, text } = segment;
    const isReplaced =
      (segment.oldText !== undefined && segment.oldText !== text) ||
      (oldMarks !== undefined && linkOf(oldMarks) !== linkOf(marks));
    if (!isReplaced || segment.op !== 'equal')
      return [this.piece(segment, segment.op, text, marks, oldMarks)];
    return [
      this.piece(segment, 'delete', segment.oldText ?? text, oldMarks ?? marks),
      this.piece(segment, 'insert', text, marks),
    ];
  }

  private piece(
    segment: Segment,
    op: Segment['op'],
    text: string,
    marks: readonly MarkJson[],
    oldMarks?: readonly MarkJson[],
  ): Extract<Piece, { readonly type: 'text' }> {
    const hand = this.reading[op];
    return {
      type: 'text',
      text,
      marks,
      ...(oldMarks === undefined || hand.fate !== 'kept' ? {} : { oldMarks }),
      fate: hand.fate,
      author: segment.author ?? hand.author,
    };
  }

  private handOf(segment: Segment): Hand {
    const hand = this.reading[segment.op];
    return { fate: hand.fate, author: authorOf(segment) ?? hand.author };
  }

  private end(mark: Hand, segment?: Segment): void {
    const author = mark.author ?? authorOf(segment);
    const fresh = this.fresh?.look() ?? null;
    const old = this.old?.look() ?? null;
    const look = mark.fate === 'deleted' ? (old ?? fresh) : (fresh ?? old);
    if (look === null) throw new Error('LineCutter: a paragraph of neither text');
    this.done.push({
      type: 'paragraph',
      look,
      oldLook: mark.fate === 'kept' ? old : null,
      mark: { fate: mark.fate, author },
      pieces: this.pieces,
      clause: null,
      bookmarks: [],
    });
    this.pieces = [];
    this.note = null;
  }
}

/** Who made words come or go; who reformatted those that stayed made no end of a paragraph. */
function authorOf(segment: Segment | undefined): string | undefined {
  return segment === undefined || segment.op === 'equal' ? undefined : segment.author;
}

/** A moved clause at one of its ends: only what stands in that text, as it stands there. */
export function onOneSide(segments: readonly Segment[], side: 'old' | 'new'): Segment[] {
  return segments.flatMap((segment): Segment[] => {
    if (segment.op !== 'equal') return segment.op === (side === 'old' ? 'delete' : 'insert') ? [segment] : [];
    const { oldText, oldMarks, author: _, ...rest } = segment;
    if (side === 'new') return [rest];
    return [{ ...rest, text: oldText ?? rest.text, marks: oldMarks ?? rest.marks }];
  });
}

/** What a link leads to, "" where there is none: the rest of a link's settings Word has no word for. */
export function linkOf(marks: readonly MarkJson[]): string {
  const link = marks.find((mark) => mark.type === 'link');
  if (link === undefined) return '';
  const node: NodeJson = { type: 'link', attrs: link.attrs ?? {} };
  return JSON.stringify([stringAttr(node, 'href'), stringAttr(node, 'title')]);
}
