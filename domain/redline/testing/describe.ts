import type { DocumentJson } from '../../text/document-json';
import type { HouseStyle } from '../../text/numbering';
import { compareTexts } from '..';
import { applyChanges, changeListOf, revertChanges } from '../list';
import type { Redline, RedlineRow, Segment } from '../types';

/**
 * A redline in a few characters, for expectations that a person can check: `[-old-]`, `{+new+}`, `<reformatted>`,
 * `~invisible~`, `^footnote^`; one line a row, with its status where it is not `kept`, cells divided by ` | `.
 */
export function describeRows(redline: Redline): string[] {
  return redline.rows.map((row) => {
    const status = row.status === 'kept' ? '' : `${row.status}: `;
    const words =
      row.cells === undefined
        ? describeSegments(row.segments)
        : row.cells.map((cell) => `${cellStatus(cell.status)}${describeSegments(cell.segments)}`).join(' | ');
    return `${status}${words}${describeStructure(row)}`;
  });
}

function cellStatus(status: string): string {
  return status === 'inserted' ? '+' : status === 'deleted' ? '-' : '';
}

function describeStructure(row: RedlineRow): string {
  return row.structure.map(({ what, from, to }) => ` #${what} ${from}→${to}`).join('');
}

export function describeSegments(segments: readonly Segment[]): string {
  return segments.map(describeSegment).join('');
}

function describeSegment(segment: Segment): string {
  const text = segment.footnote === true ? `^${segment.text}^` : segment.text;
  if (segment.op === 'delete') return `[-${text}-]`;
  if (segment.op === 'insert') return `{+${text}+}`;
  if (segment.invisible !== undefined) return `~${text}~`;
  return segment.oldMarks === undefined ? text : `<${text}>`;
}

/** Kinds of changes in order, each with its texts: `wording: shall → should`. */
export function describeChanges(redline: Redline): string[] {
  return redline.changes.map(({ kind, oldText, newText }) => `${kind}: ${oldText} → ${newText}`);
}

/**
 * Every pair that was compared here: a test that imports the golden cases finds them all, in the order in which their
 * tests ran (server/word/writing holds each to what Word makes of it).
 */
export const COMPARED: (readonly [DocumentJson, DocumentJson])[] = [];

export function redlineOf(
  old: DocumentJson,
  fresh: DocumentJson,
  houseStyle: HouseStyle = 'declaration',
): Redline {
  COMPARED.push([old, fresh]);
  return compareTexts(old, fresh, { houseStyle });
}

/** Rows of the redline of two documents, described. Its list of changes must make either text of the other (RL22). */
export function rowsOf(old: DocumentJson, fresh: DocumentJson): string[] {
  const redline = redlineOf(old, fresh);
  const list = changeListOf(redline, old, fresh);
  if (!applyChanges(old, list).ok || !revertChanges(fresh, list).ok) {
    throw new Error('rowsOf: the list of changes does not make the texts');
  }
  return describeRows(redline);
}
