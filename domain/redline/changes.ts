import type { Piece } from './segments';
import type { Change, Segment, StructureChange } from './types';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenChange = Mutable<Change>;

/** Collects the changes in reading order and hands out their ids: c1, c2, … */
export class ChangeWriter {
  readonly changes: OpenChange[] = [];

  open(kind: Change['kind'], row: number, texts?: Partial<Omit<Change, 'id' | 'kind' | 'row'>>): OpenChange {
    const change: OpenChange = {
      id: `c${this.changes.length + 1}`,
      kind,
      row,
      oldText: texts?.oldText ?? '',
      newText: texts?.newText ?? '',
      wordsInserted: texts?.wordsInserted ?? 0,
      wordsDeleted: texts?.wordsDeleted ?? 0,
    };
    this.changes.push(change);
    return change;
  }

  structure(row: number, structure: readonly StructureChange[]): StructureChange[] {
    return structure.map((change) => ({
      ...change,
      change: this.open('structure', row, { oldText: change.from, newText: change.to }).id,
    }));
  }

  /**
   * Turns the pieces of one row or cell into segments: a region of deleted and inserted words is one change, so is
   * a stretch reformatted in one way, and so are all invisible differences of one kind. `joint` is the id of the
   * change that split or merged the clause.
   */
  segments(row: number, pieces: readonly Piece[], joint?: string): Segment[] {
    let region: { readonly number: number; readonly change: OpenChange } | null = null;
    let format: { readonly key: string; readonly change: OpenChange } | null = null;
    const invisible = new Map<string, OpenChange>();
    return pieces.map((piece) => {
      const { segment } = piece;
      if (piece.joint === true && joint !== undefined) return { ...segment, change: joint };
      if (piece.region !== null && segment.op !== 'equal') {
        format = null;
        if (region?.number !== piece.region) {
          region = { number: piece.region, change: this.open('wording', row) };
        }
        addWords(region.change, piece);
        return { ...segment, change: region.change.id };
      }
      region = null;
      if (segment.invisible !== undefined) {
        format = null;
        const known = invisible.get(segment.invisible) ?? this.open('invisible', row);
        invisible.set(segment.invisible, known);
        known.oldText = joinWords(known.oldText, segment.oldText ?? '');
        known.newText = joinWords(known.newText, segment.text);
        return { ...segment, change: known.id };
      }
      if (segment.oldMarks !== undefined) {
        const key = formatKey(segment);
        if (format?.key !== key) format = { key, change: this.open('formatting', row) };
        format.change.oldText += segment.text;
        format.change.newText += segment.text;
        return { ...segment, change: format.change.id };
      }
      format = null;
      return segment;
    });
  }
}

function addWords(change: OpenChange, { segment, words }: Piece): void {
  if (segment.op === 'delete') {
    change.oldText += segment.text;
    change.wordsDeleted += words;
  } else {
    change.newText += segment.text;
    change.wordsInserted += words;
  }
}

function joinWords(known: string, more: string): string {
  return known === '' ? more : `${known} … ${more}`;
}

/** Which marks went and which came: neighbouring runs with the same answer were reformatted together. */
function formatKey(segment: Segment): string {
  const was = new Set((segment.oldMarks ?? []).map((mark) => JSON.stringify(mark)));
  const is = new Set(segment.marks.map((mark) => JSON.stringify(mark)));
  return JSON.stringify([[...was].filter((mark) => !is.has(mark)), [...is].filter((mark) => !was.has(mark))]);
}
