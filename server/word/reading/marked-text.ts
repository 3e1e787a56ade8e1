import type { ClaimedChange, MarkedParagraph, MarkedRun } from '../../../domain/text/tracked-changes';
import { LONGEST_FOOTNOTE } from '../../text/attributes';
import { type Condition, type FlowBlock, type FlowParagraph, noteText, type Piece } from './flow';

type KindOf = (change: number) => ClaimedChange['kind'];

/** The paragraphs of a file in which it tracks changes, in reading order: what a person decides on. */
export function markedText(blocks: readonly FlowBlock[], kindOf: KindOf): MarkedParagraph[] {
  const marked: MarkedParagraph[] = [];
  const walk = (inside: readonly FlowBlock[], around: Condition, kind: string | null): void => {
    for (const block of inside) {
      if (block.kind === 'paragraph') {
        const paragraph = markedParagraph(block, around, kind, kindOf);
        if (paragraph !== null) marked.push(paragraph);
        continue;
      }
      for (const row of block.rows) {
        for (const cell of row.cells) walk(cell.blocks, [...around, ...row.when, ...cell.when], 'tableRow');
      }
    }
  };
  walk(blocks, [], null);
  return marked;
}

function markedParagraph(
  block: FlowParagraph,
  around: Condition,
  kind: string | null,
  kindOf: KindOf,
): MarkedParagraph | null {
  const runs: MarkedRun[] = [];
  const put = (text: string, when: Condition, format: number | null): void => {
    const changes = [...new Set([...when.map(({ change }) => change), ...(format === null ? [] : [format])])];
    const mark = markOf(when, format, kindOf);
    const last = runs.at(-1);
    const isSame = last?.mark === mark && last.changes.join() === changes.join();
    if (isSame && last !== undefined) runs[runs.length - 1] = { ...last, text: `${last.text}${text}` };
    else runs.push({ text, mark, changes });
  };
  for (const piece of block.pieces) {
    if (piece.kind !== 'comment') put(wordsOf(piece), [...around, ...piece.when], formatOf(piece));
  }
  const end: Condition = [...around, ...block.mark];
  const format = block.oldLook?.change ?? null;
  if (end.length > around.length || format !== null || (around.length > 0 && runs.length === 0))
    put('¶', end, format);
  if (runs.every(({ changes }) => changes.length === 0)) return null;
  const listed = block.look.list !== null || block.look.continues !== null;
  return { kind: kind ?? (listed ? 'listItem' : block.look.block), runs };
}

function formatOf(piece: Piece): number | null {
  return piece.kind === 'text' ? (piece.oldMarks?.change ?? null) : null;
}

function wordsOf(piece: Exclude<Piece, { kind: 'comment' }>): string {
  if (piece.kind === 'text') return piece.text;
  return piece.kind === 'break' ? '\n' : ` [${noteText(piece.words).slice(0, LONGEST_FOOTNOTE).trim()}] `;
}

/** The innermost change tells how a run is shown. */
function markOf(when: Condition, format: number | null, kindOf: KindOf): MarkedRun['mark'] {
  const last = when.at(-1);
  if (last === undefined) return format === null ? 'none' : 'formatted';
  if (kindOf(last.change) === 'move') return last.when === 'taken' ? 'movedHere' : 'movedAway';
  return last.when === 'taken' ? 'inserted' : 'deleted';
}
