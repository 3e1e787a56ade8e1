import type { ClaimedChange, MarkedParagraph, MarkedRun } from '../../../domain/text/tracked-changes';
import { LONGEST_FOOTNOTE } from '../../text/attributes';
import { type Condition, type FlowBlock, type FlowParagraph, noteText, type Piece } from './flow';

type KindOf = (change: number) => ClaimedChange['kind'];

/** The paragraphs of a file in which it tracks changes, in reading order: what a person decides on. */
export function markedText(blocks: readonly FlowBlock[], kindOf: KindOf): MarkedParagraph[] {
  const marked: MarkedParagraph[] = [];
  const walk = (
    inside: readonly FlowBlock[],
    around: Condition,
    kind: string | null,
    cellFormat: number | null,
  ): void => {
    inside.forEach((block, index) => {
      if (block.kind === 'paragraph') {
        const ownFormat = index === 0 ? cellFormat : null;
        const paragraph = markedParagraph(block, around, kind, ownFormat, kindOf);
        if (paragraph !== null) marked.push(paragraph);
        return;
      }
      for (const row of block.rows) {
        for (const cell of row.cells) {
          const format = cell.oldLook?.change ?? null;
          walk(cell.blocks, [...around, ...row.when, ...cell.when], 'tableRow', format);
        }
      }
    });
  };
  walk(blocks, [], null, null);
  return marked;
}

function markedParagraph(
  block: FlowParagraph,
  around: Condition,
  kind: string | null,
  cellFormat: number | null,
  kindOf: KindOf,
): MarkedParagraph | null {
  const runs: MarkedRun[] = [];
  const put = (text: string, when: Condition, formats: readonly (number | null)[]): void => {
    const known = formats.filter((format) => format !== null);
    const changes = [...new Set([...when.map(({ change }) => change), ...known])];
    const mark = markOf(when, known.length > 0, kindOf);
    const last = runs.at(-1);
    const isSame = last?.mark === mark && last.changes.join() === changes.join();
    if (isSame && last !== undefined) runs[runs.length - 1] = { ...last, text: `${last.text}${text}` };
    else runs.push({ text, mark, changes });
  };
  for (const piece of block.pieces) {
    if (piece.kind !== 'comment') put(wordsOf(piece), [...around, ...piece.when], [formatOf(piece)]);
  }
  const end: Condition = [...around, ...block.mark];
  const formats = [block.oldLook?.change ?? null, cellFormat];
  const isFormatted = formats.some((format) => format !== null);
  if (end.length > around.length || isFormatted || (around.length > 0 && runs.length === 0))
    put('¶', end, formats);
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
function markOf(when: Condition, isFormatted: boolean, kindOf: KindOf): MarkedRun['mark'] {
  const last = when.at(-1);
  if (last === undefined) return isFormatted ? 'formatted' : 'none';
  if (kindOf(last.change) === 'move') return last.when === 'taken' ? 'movedHere' : 'movedAway';
  return last.when === 'taken' ? 'inserted' : 'deleted';
}
