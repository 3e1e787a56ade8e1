import * as Y from 'yjs';
import { commonSequence } from '../../domain/redline/myers';
import { tokenise } from '../../domain/redline/tokens';
import { Vocabulary } from '../../domain/redline/vocabulary';
import type { NodeJson } from '../../domain/text/document-json';

/** A stretch of text with one set of marks, as Yjs keeps it: mark name → attributes. */
export interface TextRun {
  readonly text: string;
  readonly marks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export function textRun(node: NodeJson): TextRun {
  return {
    text: node.text ?? '',
    marks: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
  };
}

/** The runs of a text in a document. */
export function runsOf(text: Y.XmlText): TextRun[] {
  const delta = text.toDelta() as { insert: string; attributes?: TextRun['marks'] }[];
  return delta.map(({ insert, attributes }) => ({ text: insert, marks: attributes ?? {} }));
}

/** Equal for equal runs, whatever order marks and attributes were written in; null attributes count as absent, and letters as NFC. */
export function shapeOfRuns(runs: readonly TextRun[]): string {
  const joinedRuns: [string, string][] = [];
  for (const { text, marks } of runs) {
    const shape = JSON.stringify(shapeOfMarks(marks));
    const last = joinedRuns.at(-1);
    if (last?.[1] === shape) last[0] += text;
    else joinedRuns.push([text, shape]);
  }
  return JSON.stringify(joinedRuns.map(([text, shape]) => [text.normalize('NFC'), shape]));
}

function shapeOfMarks(marks: TextRun['marks']): unknown[] {
  return Object.keys(marks)
    .sort()
    .map((name) => [name, shapeOfAttributes(marks[name] ?? {})]);
}

export function shapeOfAttributes(attrs: Readonly<Record<string, unknown>>): unknown[] {
  return Object.keys(attrs)
    .filter((name) => attrs[name] !== null && attrs[name] !== undefined)
    .sort()
    .map((name) => [name, attrs[name]]);
}

/** A new text of the given runs, to be put into a document. */
export function insertedText(runs: readonly TextRun[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(runs.map((run) => ({ insert: run.text, attributes: { ...run.marks } })));
  return text;
}

/**
 * Makes `text` read as `runs`: words that differ are deleted and inserted, marks that differ are set or taken off.
 * Words that differ only in how their letters are composed stay as they are.
 */
export function rewriteText(text: Y.XmlText, runs: readonly TextRun[]): void {
  const held = runsOf(text);
  if (shapeOfRuns(held) === shapeOfRuns(runs)) return;
  const standing = rewriteWords(text, joined(held), runs);
  rewriteMarks(text, standing);
}

function joined(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Edits the words; answers with the runs in the letters that now stand, which may be composed otherwise. */
function rewriteWords(text: Y.XmlText, from: string, runs: readonly TextRun[]): readonly TextRun[] {
  const to = joined(runs);
  if (from === to) return runs;
  const own = pieces(from);
  const goal = pieces(to);
  const homes = runsOfPieces(goal, runs);
  const partners = partnersOf(own, goal);
  const standing = [...goal];
  let place = from.length;
  let next = goal.length;
  const insertMissing = (after: number) => {
    const missing = standing.slice(after + 1, next).join('');
    if (missing !== '') text.insert(place, missing);
  };
  for (let index = own.length - 1; index >= 0; index -= 1) {
    const piece = own[index] ?? '';
    const partner = partners[index] ?? -1;
    // A word composed otherwise is kept only where one run holds it whole: its letters cannot be told apart.
    const stays = partner >= 0 && (piece === goal[partner] || homes[partner]?.length === 1);
    if (stays) {
      insertMissing(partner);
      standing[partner] = piece;
      next = partner;
    }
    place -= piece.length;
    if (!stays) text.delete(place, piece.length);
  }
  insertMissing(-1);
  const texts = runs.map(() => '');
  homes.forEach((parts, index) => {
    const piece = standing[index] ?? '';
    for (const { run, from: start, to: end } of parts) {
      texts[run] += parts.length === 1 ? piece : piece.slice(start, end);
    }
  });
  return runs.map((run, index) => ({ marks: run.marks, text: texts[index] ?? '' }));
}

/** For each word of one list its place in the other, or -1. */
function partnersOf(own: readonly string[], goal: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  const number = (piece: string) => {
    const composed = piece.normalize('NFC');
    const known = numbers.get(composed) ?? numbers.size;
    numbers.set(composed, known);
    return known;
  };
  return commonSequence(Int32Array.from(own, number), Int32Array.from(goal, number));
}

/** Words, signs and spaces as the redline cuts them. */
function pieces(text: string): string[] {
  const { starts } = tokenise(text, [], new Vocabulary());
  return Array.from({ length: starts.length - 1 }, (_, index) =>
    text.slice(starts[index], starts[index + 1]),
  );
}

interface Part {
  readonly run: number;
  /** Place in the word. */
  readonly from: number;
  readonly to: number;
}

/** In which runs each word stands, and with which of its letters. */
function runsOfPieces(words: readonly string[], runs: readonly TextRun[]): Part[][] {
  let run = 0;
  let left = runs[0]?.text.length ?? 0;
  return words.map((word) => {
    const parts: Part[] = [];
    let from = 0;
    while (from < word.length) {
      while (left === 0 && run < runs.length - 1) {
        run += 1;
        left = runs[run]?.text.length ?? 0;
      }
      const to = Math.min(word.length, from + Math.max(left, 1));
      parts.push({ run, from, to });
      left -= to - from;
      from = to;
    }
    return parts;
  });
}

function rewriteMarks(text: Y.XmlText, runs: readonly TextRun[]): void {
  let start = 0;
  for (const run of runs) {
    let place = 0;
    for (const held of runsOf(text)) {
      const from = Math.max(place, start);
      const to = Math.min(place + held.text.length, start + run.text.length);
      place += held.text.length;
      if (from >= to) continue;
      const change = markChange(held.marks, run.marks);
      if (change !== null) text.format(from, to - from, change);
    }
    start += run.text.length;
  }
}

/** The formats to set (null: to take off) so that `held` becomes `wanted`; null where they are alike. */
function markChange(held: TextRun['marks'], wanted: TextRun['marks']): Record<string, unknown> | null {
  const change: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(held), ...Object.keys(wanted)])) {
    const [before, after] = [held[name], wanted[name]];
    const alike =
      (before === undefined) === (after === undefined) &&
      JSON.stringify(shapeOfAttributes(before ?? {})) === JSON.stringify(shapeOfAttributes(after ?? {}));
    if (!alike) change[name] = after ?? null;
  }
  return Object.keys(change).length === 0 ? null : change;
}
