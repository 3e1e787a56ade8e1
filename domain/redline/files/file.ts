import type { Change, Redline, RedlineRow, Segment } from '../types';

/** What a redline as a file says besides the texts, in the words of one language. */
export interface RedlineWords {
  /** BCP 47, of these words. */
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly legend: Readonly<Record<'inserted' | 'deleted' | 'moved' | 'form', string>>;
  /** Pairs of a name and a value: lengths, words, clauses, form. */
  summary(redline: Redline): readonly (readonly [name: string, value: string])[];
  /** What happened to the clause as a whole; null where nothing did. */
  tag(row: RedlineRow, other: RedlineRow | undefined): string | null;
  /** What changed in structure, form, and signs that nobody sees; each thing once. */
  notes(row: RedlineRow): readonly string[];
  kind(change: Change): string;
  /** Where a change is: the citation, or what lies nearest to one. */
  place(rows: readonly RedlineRow[], index: number): string;
  author(code: string): string;
  changes(count: number): string;
}

/** A redline to be written to a file. */
export interface RedlineFile {
  readonly redline: Redline;
  /** What the two texts are called. */
  readonly from: string;
  readonly to: string;
  /** Language of the texts. */
  readonly language: string;
  readonly words: RedlineWords;
  /** Signs before list items (list-signs.ts), by the index of the clause in either text. */
  readonly signs: { readonly old: readonly string[]; readonly new: readonly string[] };
}

/** The number or sign before a row: of the new text, and for what is gone of the old. */
export function signOf({ signs }: RedlineFile, row: RedlineRow): string {
  const ref = row.new ?? row.old;
  if (ref === null) return '';
  return ref.label === '' ? ((row.new === null ? signs.old : signs.new)[ref.index] ?? '') : ref.label;
}

/** One change in a list: the wordings that it changed, or else what it did in words. */
export interface ToldChange {
  readonly old: string;
  readonly new: string;
  readonly note: string;
}

/** A change of words is told by them, any other by what was done to which words. */
export function told({ redline, words }: RedlineFile, change: Change): ToldChange {
  const row = redline.rows[change.row];
  const [old, fresh] = [excerpt(change.oldText), excerpt(change.newText)];
  if (change.kind === 'wording' || change.kind.startsWith('clause-') || row === undefined) {
    return { old, new: fresh, note: '' };
  }
  const isWhole = change.kind === 'moved' || change.kind === 'split' || change.kind === 'merged';
  const notes = isWhole
    ? [words.tag(row, redline.rows[row.counterpart ?? -1]) ?? '']
    : words.notes(ofChange(row, change.id));
  return { old: '', new: change.kind === 'structure' ? '' : fresh, note: notes.join('; ') };
}

/** A row with nothing but what one change did to it. */
function ofChange(row: RedlineRow, id: string): RedlineRow {
  const own = (segments: readonly Segment[]) => segments.filter((segment) => segment.change === id);
  return {
    ...row,
    segments: own(row.segments),
    ...(row.cells === undefined
      ? {}
      : { cells: row.cells.map((cell) => ({ ...cell, segments: own(cell.segments) })) }),
    structure: row.structure.filter((structure) => structure.change === id),
  };
}

/** Words in quotation marks of a list of changes, cut where they are long. */
export function excerpt(words: string, most = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // Cut between words, and never within a letter that is made of several signs.
  const cut = line.slice(0, most).replace(/\s\S*$/, '');
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
