import type { RedlineRow, Segment } from '../types';
import { type RedlineFile, signOf, told } from './file';

/** A line of the file that is a remark and no words of a text. */
const REMARK = '»';
const BORDER = '='.repeat(72);

/**
 * A redline for terminals and text tools: `[-deleted-]`, `{+inserted+}`, remarks on lines that begin with "»". One
 * clause a paragraph, the text between two lines of "=", the list of changes below. Either text follows from it by
 * rule: take out the deletions (or insertions) and their signs, the remarks, and paragraphs of which nothing is left;
 * a border `{+¶+}` or `[-¶-]` that goes takes the blank line after it with it; a paragraph with the remark "» [n]"
 * stood in the old text where the same remark stands alone. "\" goes before a sign that is meant as itself, "↵" is a
 * line break within a clause, ⟦a footnote⟧ stands at its place, and numbers before paragraphs are the new ones.
 */
export function redlinePlain(file: RedlineFile): string {
  const { redline, words } = file;
  const head = [
    `${words.title}: ${file.from} → ${file.to}`,
    ...words.summary(redline).map(([name, value]) => `${name}: ${value}`),
    `[-${words.legend.deleted}-] {+${words.legend.inserted}+} ${REMARK} ${words.legend.moved}, ${words.legend.form}`,
  ];
  const rows = redline.rows.map((row, index) => paragraph(file, row, index)).join('');
  return `${head.join('\n')}\n\n${BORDER}\n\n${rows}${BORDER}\n\n${changeLines(file).join('\n')}\n`;
}

/** The list of changes, one a line: where, of what kind, and the words. */
export function changeLines(file: RedlineFile): string[] {
  const { redline, words } = file;
  const { changes, rows } = redline;
  return [
    words.changes(changes.length),
    ...changes.map((change, index) => {
      const place = words.place(rows, change.row);
      const { old, new: fresh, note } = told(file, change);
      const texts = [old, fresh].filter((text) => text !== '').map((text) => `“${text}”`);
      const what = [texts.join(' → '), note].filter((part) => part !== '').join(', ');
      return `${String(index + 1).padStart(4)}. ${place === '' ? '' : `${place}: `}${words.kind(change)} ${what}`.trimEnd();
    }),
  ];
}

function paragraph(file: RedlineFile, row: RedlineRow, index: number): string {
  const { redline, words } = file;
  const tag = words.tag(row, redline.rows[row.counterpart ?? -1]);
  const pair = row.counterpart === undefined ? '' : `[${Math.min(index, row.counterpart) + 1}] `;
  const remarks = [...(tag === null ? [] : [`${pair}${tag}`]), ...words.notes(row)].map(
    (remark) => `${REMARK} ${remark.replaceAll('\n', ' ')}\n`,
  );
  const shown = row.status === 'moved-away' ? '' : wordsOf(row);
  if (shown === '' && remarks.length === 0) return '';
  const line =
    shown === ''
      ? ''
      : `${indent(row)}${numberOf(file, row)}${shown}${border(row, redline.rows[index + 1])}\n`;
  return `${remarks.join('')}${line}\n`;
}

/** What stands before the words of a row, with the space after it. */
function numberOf(file: RedlineFile, row: RedlineRow): string {
  const sign = signOf(file, row);
  return sign === '' ? '' : `${sign} `;
}

function indent(row: RedlineRow): string {
  const ref = row.new ?? row.old;
  const isDeep = ref?.kind === 'operative' || ref?.kind === 'listItem';
  return isDeep ? '   '.repeat(ref.level - 1) : '';
}

/** The end of a clause that only one of the texts has. */
function border(row: RedlineRow, next: RedlineRow | undefined): string {
  if (next === undefined || next.status === 'moved-away') return '';
  const isSame = (side: 'old' | 'new') => row[side] !== null && row[side]?.index === next[side]?.index;
  if (isSame('old')) return '{+¶+}';
  return isSame('new') ? '[-¶-]' : '';
}

function wordsOf(row: RedlineRow): string {
  if (row.cells === undefined) return segmentsText(row.segments);
  if (row.status === 'inserted' || row.status === 'deleted') {
    const cells = row.cells.map((cell) => `| ${plainSegments(cell.segments)} `).join('');
    return signed(`${cells}|`, row.status === 'inserted' ? 'insert' : 'delete');
  }
  const cells = row.cells.map((cell) => {
    if (cell.status === 'kept') return `| ${segmentsText(cell.segments)} `;
    return signed(`| ${plainSegments(cell.segments)} `, cell.status === 'inserted' ? 'insert' : 'delete');
  });
  return `${cells.join('')}|`;
}

function plainSegments(segments: readonly Segment[]): string {
  return segmentsText(segments.map((segment) => ({ ...segment, op: 'equal' as const })));
}

/** Runs of one fate are one run; the words of a footnote stand in brackets of their own. */
function segmentsText(segments: readonly Segment[]): string {
  let text = '';
  for (let at = 0, end = 0; at < segments.length; at = end) {
    const first = segments[at];
    if (first === undefined) break;
    end = at + 1;
    if (first.footnote === true) {
      while (segments[end]?.footnote === true && segments[end]?.note === first.note) end += 1;
      text += noteText(segments.slice(at, end));
    } else {
      while (segments[end]?.op === first.op && segments[end]?.footnote !== true) end += 1;
      text += signed(escaped(joined(segments.slice(at, end))), first.op);
    }
  }
  return text;
}

function noteText(segments: readonly Segment[]): string {
  const op = segments[0]?.op ?? 'equal';
  const isWhole = segments.every((segment) => segment.op === op);
  const words = isWhole
    ? escaped(joined(segments))
    : segments.map((segment) => signed(escaped(segment.text), segment.op)).join('');
  return signed(`⟦${words}⟧`, isWhole ? op : 'equal');
}

function joined(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

function signed(text: string, op: Segment['op']): string {
  if (op === 'equal' || text === '') return text;
  return op === 'insert' ? `{+${text}+}` : `[-${text}-]`;
}

function escaped(text: string): string {
  return text
    .replace(/\\|\[(?=-)|-(?=\])|\{(?=\+)|\+(?=\})|[↵¶⟦⟧»]/g, '\\$&')
    .replace(/^=/, '\\=')
    .replaceAll('\n', '↵\n');
}
