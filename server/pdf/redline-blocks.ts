import type { ClauseRef, Redline, RedlineRow } from '../../domain/redline/types';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Locale } from '../../messages/locale';
import { translator } from '../../messages/translate';
import { markersOf } from './markers';
import { Outline } from './outline';
import type { RedlineNotes } from './redline-notes';
import { redlineTable } from './redline-table';
import { segmentRuns } from './segments';
import type { Block, ListItem, Marking, ParagraphBlock } from './sheet';

/** Both texts of a redline: what a list item is marked with, and how cells are merged, stands only in them. */
export interface RedlineTexts {
  readonly old: DocumentJson;
  readonly new: DocumentJson;
}

/** A redline as blocks of a page: the new text in its order, with what was taken away at the place where it was. */
export function redlineBlocks(
  redline: Redline,
  texts: RedlineTexts,
  notes: RedlineNotes,
  locale: Locale,
): Block[] {
  return new Writer(redline, texts, notes, locale).blocks();
}

class Writer {
  private readonly rows: readonly RedlineRow[];
  private readonly texts: RedlineTexts;
  private readonly notes: RedlineNotes;
  private readonly outline = new Outline();
  private readonly markers: { readonly old: readonly string[]; readonly new: readonly string[] };
  private readonly noteWord: string;

  constructor(redline: Redline, texts: RedlineTexts, notes: RedlineNotes, locale: Locale) {
    this.rows = redline.rows;
    this.texts = texts;
    this.notes = notes;
    this.markers = {
      old: markersOf(texts.old, clausesOf(texts.old)),
      new: markersOf(texts.new, clausesOf(texts.new)),
    };
    this.noteWord = translator(locale, 'paper')('redline.note');
  }

  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < this.rows.length; ) {
      const row = this.rows[at];
      if (row === undefined) break;
      const end = this.endOfRun(at);
      if (isTableRow(row)) {
        blocks.push(
          redlineTable(this.rows.slice(at, end), {
            texts: this.texts,
            notes: this.notes,
            counterpart: (entry) => this.counterpart(entry),
            runs: (segments) => segmentRuns(segments, this.noteWord),
          }),
        );
      } else if (refOf(row).kind === 'listItem') {
        blocks.push({ t: 'l', items: this.items(at, end, this.leastLevel(at, end)).items });
      } else {
        blocks.push(this.paragraph(row));
      }
      at = end;
    }
    return blocks;
  }

  /** Rows that make one table or one list together end before this one. */
  private endOfRun(start: number): number {
    const first = this.rows[start];
    if (first === undefined) return start + 1;
    const kind = refOf(first).kind;
    if (kind !== 'listItem' && kind !== 'tableRow') return start + 1;
    let end = start + 1;
    while (end < this.rows.length) {
      const row = this.rows[end];
      if (row === undefined || refOf(row).kind !== kind || startsAnother(this.rows, start, end)) break;
      end += 1;
    }
    return end;
  }

  /** Items of one depth, the deeper ones that follow each inside it. */
  private items(start: number, end: number, level: number): { items: ListItem[]; at: number } {
    const items: { marker: string; blocks: Block[] }[] = [];
    let at = start;
    while (at < end) {
      const row = this.rows[at];
      if (row === undefined || refOf(row).level < level) break;
      if (refOf(row).level === level) {
        items.push({ marker: this.markerOf(row), blocks: [this.paragraph(row)] });
        at += 1;
        continue;
      }
      const inner = this.items(at, end, level + 1);
      const list: Block = { t: 'l', items: inner.items };
      const last = items.at(-1);
      if (last === undefined) items.push({ marker: '', blocks: [list] });
      else last.blocks.push(list);
      at = inner.at;
    }
    return { items, at };
  }

  private leastLevel(start: number, end: number): number {
    return Math.min(...this.rows.slice(start, end).map((row) => refOf(row).level));
  }

  private markerOf(row: RedlineRow): string {
    if (row.status === 'moved-away') return '';
    if (row.new !== null) return this.markers.new[row.new.index] ?? '•';
    return row.old === null ? '•' : (this.markers.old[row.old.index] ?? '•');
  }

  private paragraph(row: RedlineRow): ParagraphBlock {
    const ref = refOf(row);
    const isAway = row.status === 'moved-away';
    const isGoing = row.status === 'merged' || row.status === 'split' || isAway;
    const was = row.old?.label ?? '';
    const now = row.new?.label ?? '';
    const isOutlined = row.new !== null && row.status !== 'merged' && row.segments.length > 0;
    return {
      t: 'p',
      kind: isAway ? 'paragraph' : ref.kind,
      level: ref.level,
      label: isAway || row.status === 'merged' ? '' : row.new === null ? '' : now,
      ...(isGoing || was === '' || was === now ? {} : { was }),
      outline: isOutlined ? this.outline.next(ref.kind, ref.level) : 0,
      runs: isAway ? [] : segmentRuns(row.segments, this.noteWord),
      ...this.marking(row),
    };
  }

  private marking(row: RedlineRow): Marking {
    const tag = this.notes.tag(row, this.counterpart(row));
    const below = this.notes.below(row);
    const by = this.notes.writers(row);
    const isMove = row.status === 'moved' || row.status === 'moved-away';
    return {
      ...(isMove
        ? { bar: 'move' as const }
        : row.changed || row.status !== 'kept'
          ? { bar: 'change' as const }
          : {}),
      ...(tag === null ? {} : { tag }),
      ...(below.length === 0 ? {} : { notes: below }),
      ...(by === '' ? {} : { by }),
    };
  }

  private counterpart(row: RedlineRow): RedlineRow | undefined {
    return row.counterpart === undefined ? undefined : this.rows[row.counterpart];
  }
}

const NOWHERE: ClauseRef = {
  id: null,
  kind: 'paragraph',
  level: 1,
  path: [],
  index: 0,
  label: '',
  citation: '',
};

export function refOf(row: RedlineRow): ClauseRef {
  return row.new ?? row.old ?? NOWHERE;
}

function isTableRow(row: RedlineRow): boolean {
  return refOf(row).kind === 'tableRow';
}

/** Whether the row at `end` belongs to another table or list of the new (else the old) text than the run's rows. */
function startsAnother(rows: readonly RedlineRow[], start: number, end: number): boolean {
  const row = rows[end];
  for (const side of ['new', 'old'] as const) {
    const ref = row?.[side];
    if (ref === null || ref === undefined) continue;
    for (let before = end - 1; before >= start; before -= 1) {
      const other = rows[before]?.[side];
      if (other !== null && other !== undefined) return other.path[0] !== ref.path[0];
    }
  }
  return false;
}
