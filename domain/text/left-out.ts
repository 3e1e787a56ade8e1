import type { DocumentJson } from './document-json';

/** What a file can hold that a text of Mufakat has no place for. Whoever reads a file lists it; nothing goes in silence. */
export const LEFT_OUT_KINDS = [
  'image',
  'drawing',
  'textBox',
  'chart',
  'equation',
  'embeddedObject',
  'field',
  'formControl',
  'header',
  'footer',
  'pageBreak',
  'columns',
  'columnWidths',
  'style',
  'record',
  'colour',
  'alignment',
  'listNumbering',
  'nestedTable',
  'bookmark',
  'link',
  'strikethrough',
  'superscript',
  'code',
  'quotation',
  'rule',
  'comment',
  'trackedChange',
  'control',
  'other',
] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

/** `where` quotes the words beside the first of them (at most 80 characters, "" where there are none). */
export interface LeftOut {
  readonly kind: LeftOutKind;
  readonly count: number;
  readonly where: string;
}

/** A file read as a text: the text, and what could not be carried into it. */
export interface ReadText {
  readonly text: DocumentJson;
  readonly leftOut: readonly LeftOut[];
}

/** Gathers what is left out, one entry for each kind with the place of its first. */
export class LeftOutList {
  private readonly entries = new Map<LeftOutKind, { count: number; where: string }>();

  add(kind: LeftOutKind, where = ''): void {
    const known = this.entries.get(kind);
    if (known !== undefined) known.count += 1;
    else this.entries.set(kind, { count: 1, where: where.replace(/\s+/g, ' ').trim().slice(0, 80) });
  }

  list(): LeftOut[] {
    return [...this.entries].map(([kind, entry]) => ({ kind, ...entry }));
  }
}
