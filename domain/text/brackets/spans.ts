import { compareTexts } from '../../redline';
import type { RedlineRow, Segment } from '../../redline/types';
import type { NodeJson } from '../document-json';
import { lengthOfLine, sliceLine } from './inline';

/** One stretch of a line that shall read otherwise; `from` and `to` are places in the line as it stands. */
export interface SpanEdit {
  readonly from: number;
  readonly to: number;
  /** What shall stand there; empty for a deletion. */
  readonly line: readonly NodeJson[];
}

/**
 * What has to change in a line so that it reads as another: read off the one redline, in order, without overlap.
 * Where that does not add up (characters that no comparison can place) the whole line is one change.
 */
export function spanEdits(line: readonly NodeJson[], wanted: readonly NodeJson[]): SpanEdit[] {
  const redline = compareTexts(asText(line), asText(wanted), { houseStyle: 'declaration' });
  if (redline.summary.identical) return [];
  const edits: { from: number; to: number; newFrom: number; newTo: number }[] = [];
  let [place, newPlace] = [0, 0];
  let open = false;
  for (const { oldLength, newLength, isSame } of stepsOf(redline.rows)) {
    if (isSame) open = false;
    else {
      const last = edits.at(-1);
      if (open && last !== undefined) {
        last.to += oldLength;
        last.newTo += newLength;
      } else {
        edits.push({ from: place, to: place + oldLength, newFrom: newPlace, newTo: newPlace + newLength });
      }
      open = true;
    }
    place += oldLength;
    newPlace += newLength;
  }
  const [length, newLength] = [lengthOfLine(line), lengthOfLine(wanted)];
  if (place !== length || newPlace !== newLength || edits.length === 0) {
    return [{ from: 0, to: length, line: wanted }];
  }
  return edits.map(({ from, to, newFrom, newTo }) => ({ from, to, line: sliceLine(wanted, newFrom, newTo) }));
}

interface Step {
  readonly oldLength: number;
  readonly newLength: number;
  readonly isSame: boolean;
}

function stepsOf(rows: readonly RedlineRow[]): Step[] {
  const steps: Step[] = [];
  for (const { segments, status } of rows) {
    if (status === 'moved-away') continue;
    let index = 0;
    while (index < segments.length) {
      const segment = segments[index];
      if (segment === undefined) break;
      const end = segment.footnote === true ? endOfNote(segments, index) : index + 1;
      steps.push(segment.footnote === true ? noteStep(segments.slice(index, end)) : wordStep(segment));
      index = end;
    }
  }
  return steps;
}

function wordStep({ op, text, oldText, oldMarks, invisible }: Segment): Step {
  return {
    oldLength: op === 'insert' ? 0 : (oldText ?? text).length,
    newLength: op === 'delete' ? 0 : text.length,
    isSame: op === 'equal' && oldMarks === undefined && invisible === undefined,
  };
}

/** The words of a footnote are one thing in the line, however they are cut. */
function noteStep(segments: readonly Segment[]): Step {
  const isOld = segments.some(({ op }) => op !== 'insert');
  const isNew = segments.some(({ op }) => op !== 'delete');
  const isSame = segments.every((segment) => wordStep(segment).isSame);
  return { oldLength: isOld ? 1 : 0, newLength: isNew ? 1 : 0, isSame };
}

function endOfNote(segments: readonly Segment[], from: number): number {
  let end = from;
  const note = segments[from]?.note;
  while (segments[end]?.footnote === true && segments[end]?.note === note) end += 1;
  return end;
}

/** Two lines are compared as one clause, whatever they are of. */
function asText(line: readonly NodeJson[]) {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'line' }, content: line }] } as const;
}
