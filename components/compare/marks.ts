import { BRACKET } from '@/domain/text/brackets/inline';
import { parsePath } from '@/domain/text/brackets/path';
import type { MarkJson } from '@/domain/text/document-json';

/** One difference of form between two runs with the same words. */
export interface MarkChange {
  readonly what: 'added' | 'removed' | 'changed';
  readonly mark: string;
  /** For links and passages in another language: the target or the language, before and after. */
  readonly from: string;
  readonly to: string;
}

/** What happened to the form of a run, mark by mark, in a steady order. */
export function markChanges(before: readonly MarkJson[], after: readonly MarkJson[]): MarkChange[] {
  const names = [...new Set([...before, ...after].map((mark) => mark.type))].sort();
  return names.flatMap((name): MarkChange[] => {
    const from = valueOfMark(before, name);
    const to = valueOfMark(after, name);
    if (from === null && to !== null) return [{ what: 'added', mark: name, from: '', to }];
    if (from !== null && to === null) return [{ what: 'removed', mark: name, from, to: '' }];
    return from !== null && to !== null && from !== to ? [{ what: 'changed', mark: name, from, to }] : [];
  });
}

/** What a mark says beyond its name (a link's target, a passage's language), or null where the mark is absent. */
function valueOfMark(marks: readonly MarkJson[], name: string): string | null {
  const mark = marks.find((entry) => entry.type === name);
  if (mark === undefined) return null;
  if (name === BRACKET) return holdersIn(mark);
  const value = mark.attrs?.[name === 'link' ? 'href' : 'lang'];
  return typeof value === 'string' ? value : '';
}

/** Who holds the alternatives that words stand in, from the outermost: "TH, VN · ID"; nobody's is the text as it stands. */
function holdersIn(mark: MarkJson): string {
  const path = parsePath(mark.attrs?.path) ?? [];
  return path.map(({ owners }) => (owners.length === 0 ? '–' : owners.join(', '))).join(' · ');
}

export function hasMark(marks: readonly MarkJson[], name: string): boolean {
  return marks.some((mark) => mark.type === name);
}

/** The string attribute of a mark, or null. */
export function markValue(marks: readonly MarkJson[], name: string): string | null {
  const value = valueOfMark(marks, name);
  return value === '' ? null : value;
}
