import { canonicalDocument } from '../../../domain/text/canonical';
import type { DocumentJson, MarkJson, NodeJson } from '../../../domain/text/document-json';
import { documentSchema } from '../../../domain/text/schema';
import { LONGEST_FOOTNOTE } from '../../text/attributes';
import { type Anchor, type PlacedAnchor, placeAnchors } from './anchors';
import {
  type Condition,
  type FlowBlock,
  type FlowParagraph,
  type FlowTable,
  type Look,
  lookWith,
  type Marks,
  type NoteWords,
  type Piece,
  stands,
} from './flow';
import { ListBuilder } from './lists';
import { tableNode } from './table';
import { type ChangesOfClause, placeTouches, type Touch } from './touches';

export interface Composed {
  /** Canonical, with the attributes that the schema fills in. */
  readonly text: DocumentJson;
  /** Where the comments of the file begin and end in `text`. */
  readonly anchors: readonly PlacedAnchor[];
}

/** Notes by their words, put together once for one choice of changes. */
type NoteTexts = Map<readonly NoteWords[], string>;

export type Taken = (change: number) => boolean;

/** The text of a file when the changes in `taken` are, and no others. */
export function compose(blocks: readonly FlowBlock[], taken: Taken): Composed {
  const found: Found = { anchors: [], touches: null, notes: new Map() };
  const raw: DocumentJson = { type: 'doc', content: blockNodes(blocks, taken, found, []) };
  const filled = documentSchema().nodeFromJSON(canonicalDocument(raw)).toJSON() as DocumentJson;
  return { text: canonicalDocument(filled), anchors: placeAnchors(raw, found.anchors) };
}

/** Which changes touch each clause of that text, taken or left. */
export function touchedBy(blocks: readonly FlowBlock[], taken: Taken): ChangesOfClause {
  const touches: Touch[] = [];
  const found: Found = { anchors: [], touches, notes: new Map() };
  return placeTouches({ type: 'doc', content: blockNodes(blocks, taken, found, []) }, touches);
}

/** What is met on the way through the blocks. */
interface Found {
  readonly anchors: Anchor[];
  /** Null where nobody asks for them. */
  readonly touches: Touch[] | null;
  readonly notes: NoteTexts;
}

/** A paragraph as it stands, what runs into it from the ones before included. */
interface StandingParagraph {
  readonly look: Look;
  readonly pieces: Piece[];
  /** Of which paragraphs of the file something stands in it. */
  readonly from: FlowParagraph[];
}

/** `around`: what the row and the cell depend on that the blocks are in. */
function blockNodes(blocks: readonly FlowBlock[], taken: Taken, found: Found, around: Condition): NodeJson[] {
  const lists = new ListBuilder();
  for (const block of standingBlocks(blocks, taken)) {
    if ('rows' in block) {
      const table = tableNode(block, taken, (cell, when) =>
        blockNodes(cell, taken, found, [...around, ...when]),
      );
      if (table !== null) lists.add(null, table);
    } else {
      const node = paragraphNode(block, taken, found);
      found.touches?.push({ node, from: block.from, around });
      lists.add(block.look, node);
    }
  }
  return lists.content.length === 0 ? [{ type: 'paragraph' }] : lists.content;
}

/** Joins paragraphs whose end does not stand with the next one, and drops what only Word needs. */
function standingBlocks(blocks: readonly FlowBlock[], taken: Taken): (StandingParagraph | FlowTable)[] {
  const standing: (StandingParagraph | FlowTable)[] = [];
  let carried: StandingParagraph | null = null;
  const put = (paragraph: StandingParagraph): void => {
    const { isFiller, isRecord } = paragraph.look;
    if (!isRecord && (hasWords(paragraph.pieces) || !isFiller)) standing.push(paragraph);
    carried = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (carried !== null && hasWords((carried as StandingParagraph).pieces)) put(carried);
      standing.push(block);
      continue;
    }
    const paragraph = joined(carried, standingParagraph(block, taken));
    if (stands(block.mark, taken)) put(paragraph);
    else carried = paragraph;
  }
  if (carried !== null && hasWords((carried as StandingParagraph).pieces)) put(carried);
  return standing;
}

function standingParagraph(block: FlowParagraph, taken: Taken): StandingParagraph {
  return {
    look: lookWith(block, taken),
    pieces: block.pieces.filter((piece) => piece.kind === 'comment' || stands(piece.when, taken)),
    from: [block],
  };
}

/** The end of a paragraph makes it what it is; the id goes with the first words. */
function joined(carried: StandingParagraph | null, next: StandingParagraph): StandingParagraph {
  if (carried === null) return next;
  const hadWords = hasWords(carried.pieces);
  // The page of the record is ours, and left out: words of the text that run into it stay what they are.
  if (next.look.isRecord && hadWords && !carried.look.isRecord) return carried;
  // Put at the end of what is there: a hundred thousand paragraphs may run into one another.
  const { pieces, from } = carried;
  for (const piece of next.pieces) pieces.push(piece);
  // Of a paragraph that is gone as a whole nothing touches the one after it.
  if (!hadWords) return { look: next.look, pieces, from: next.from };
  for (const block of next.from) from.push(block);
  return { look: next.look.isFiller ? carried.look : { ...next.look, id: carried.look.id }, pieces, from };
}

function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.kind !== 'comment');
}

function paragraphNode(
  { look, pieces }: StandingParagraph,
  taken: Taken,
  { anchors, notes }: Found,
): NodeJson {
  const content: NodeJson[] = [];
  const isListed = look.list !== null || look.continues !== null;
  const hasLevel = look.block === 'operative' || look.block === 'heading';
  const node: NodeJson = {
    type: look.block,
    attrs: {
      ...(hasLevel ? { level: look.level } : {}),
      ...(look.id === null || isListed ? {} : { id: look.id }),
    },
    content,
  };
  let offset = 0;
  for (const piece of pieces) {
    if (piece.kind === 'comment') anchors.push({ id: piece.id, edge: piece.edge, node, offset });
    else if (piece.kind === 'break') {
      content.push({ type: 'hardBreak' });
      offset += 1;
    } else if (piece.kind === 'footnote') {
      content.push({ type: 'footnote', attrs: { text: footnoteText(piece, taken, notes) } });
    } else {
      const isOld = piece.oldMarks !== null && !taken(piece.oldMarks.change);
      const marks = markNodes(isOld ? (piece.oldMarks?.marks ?? piece.marks) : piece.marks);
      content.push({ type: 'text', text: piece.text, ...(marks.length === 0 ? {} : { marks }) });
      offset += piece.text.length;
    }
  }
  return node;
}

function footnoteText(
  { words, isExact }: Extract<Piece, { kind: 'footnote' }>,
  taken: Taken,
  notes: NoteTexts,
): string {
  const known = notes.get(words);
  if (known !== undefined) return known;
  const standing = words.filter(({ when }) => stands(when, taken)).map(({ text }) => text);
  const text = (isExact ? standing.join('') : standing.join('').trim()).slice(0, LONGEST_FOOTNOTE);
  notes.set(words, text);
  return text;
}

function markNodes(marks: Marks): MarkJson[] {
  return [
    ...(marks.bold ? [{ type: 'bold' }] : []),
    ...(marks.italic ? [{ type: 'italic' }] : []),
    ...(marks.underline ? [{ type: 'underline' }] : []),
    ...(marks.link === null ? [] : [{ type: 'link', attrs: { href: marks.link } }]),
    ...(marks.language === null ? [] : [{ type: 'language', attrs: { lang: marks.language } }]),
  ];
}
