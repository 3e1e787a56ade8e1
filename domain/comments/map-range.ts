import { compareTexts } from '../redline';
import type { RedlineRow, Segment } from '../redline/types';
import type { DocumentJson, NodeJson } from '../text/document-json';
import type { StandingClause } from './standing';

/** A stretch of the words of a clause as it stood. */
export interface OldRange {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

export interface MappedRange {
  /** The clause that has most of it, by its index in the text. */
  readonly clause: number;
  readonly from: number;
  readonly to: number;
  /** Every sign of it still stands there, and nothing between them. */
  readonly asQuoted: boolean;
  /** Which part of its letters still stands there. */
  readonly share: number;
}

/** What is left of a stretch of words in these clauses, by the one redline; null where none of its words are. */
export function mapRange(old: OldRange, clauses: readonly StandingClause[]): MappedRange | null {
  const { rows } = compareTexts(textOf([old.words]), textOf(clauses.map(({ words }) => words)), {
    houseStyle: 'declaration',
  });
  const quote = old.words.slice(old.from, old.to);
  const sign = /[\p{L}\p{N}]/u.test(quote) ? /[\p{L}\p{N}]/gu : /\S/gu;
  const [best] = keptIn(rows, old, sign).sort((a, b) => b.signs - a.signs || a.clause - b.clause);
  const clause = best === undefined ? undefined : clauses[best.clause];
  if (best === undefined || clause === undefined) return null;
  const { from, to } = best;
  return {
    clause: clause.index,
    from,
    to,
    asQuoted: clause.words.slice(from, to) === quote,
    share: best.signs / countOf(quote, sign),
  };
}

/** What one clause of the new text keeps of a stretch: between which offsets, and how many of its letters. */
interface Kept {
  readonly clause: number;
  from: number;
  to: number;
  signs: number;
}

function keptIn(rows: readonly RedlineRow[], old: OldRange, sign: RegExp): Kept[] {
  const kept = new Map<number, Kept>();
  const reached = new Map<number, number>();
  let oldAt = 0;
  for (const row of rows) {
    // Its words stand at the other end of the move.
    if (row.status === 'moved-away') continue;
    const clause = row.new?.index ?? -1;
    let at = reached.get(clause) ?? 0;
    for (const segment of row.segments) {
      const piece = keptOf(segment, { oldAt, at }, old);
      if (piece !== null) join(kept, { clause, ...piece, signs: countOf(piece.words, sign) });
      if (segment.op !== 'insert') oldAt += oldText(segment).length;
      if (segment.op !== 'delete') at += segment.text.length;
    }
    reached.set(clause, at);
  }
  return [...kept.values()];
}

/** The part of a stretch that an untouched run has, and where it stands now. */
function keptOf(
  segment: Segment,
  { oldAt, at }: { readonly oldAt: number; readonly at: number },
  old: OldRange,
): { readonly from: number; readonly to: number; readonly words: string } | null {
  if (segment.op !== 'equal') return null;
  const from = Math.max(old.from - oldAt, 0);
  const to = Math.min(old.to - oldAt, oldText(segment).length);
  if (to <= from) return null;
  const words = oldText(segment).slice(from, to);
  // Of a run that differs in signs nobody sees, nobody can say which sign became which: it is one piece.
  return segment.oldText === undefined
    ? { from: at + from, to: at + to, words }
    : { from: at, to: at + segment.text.length, words };
}

/** Spaces and commas at the edges are nothing without a word: a place begins and ends at a run that has one. */
function join(kept: Map<number, Kept>, piece: Kept): void {
  if (piece.signs === 0) return;
  const before = kept.get(piece.clause);
  if (before === undefined) kept.set(piece.clause, piece);
  else {
    before.to = piece.to;
    before.signs += piece.signs;
  }
}

function oldText(segment: Segment): string {
  return segment.oldText ?? segment.text;
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** Bare words. One clause against one is the same clause; of several nobody knows. */
function textOf(clauses: readonly string[]): DocumentJson {
  return {
    type: 'doc',
    content: clauses.map(
      (words): NodeJson => ({
        type: 'paragraph',
        ...(clauses.length === 1 ? { attrs: { id: 'c_same' } } : {}),
        ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }),
      }),
    ),
  };
}
