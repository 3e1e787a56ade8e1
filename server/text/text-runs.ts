import * as Y from 'yjs';
import { commonSequence } from '../../domain/redline/myers';
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

/** Equal for equal runs, whatever order marks and attributes were written in; null attributes count as absent. */
export function shapeOfRuns(runs: readonly TextRun[]): string {
  return JSON.stringify(runs.map(({ text, marks }) => [text, shapeOfMarks(marks)]));
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

/** Makes `text` read as `runs`: words that differ are deleted and inserted, marks that differ are set or taken off. */
export function rewriteText(text: Y.XmlText, runs: readonly TextRun[]): void {
  const held = runsOf(text);
  if (shapeOfRuns(held) === shapeOfRuns(runs)) return;
  rewriteWords(text, joined(held), joined(runs));
  rewriteMarks(text, runs);
}

function joined(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

function rewriteWords(text: Y.XmlText, from: string, to: string): void {
  if (from === to) return;
  const [own, goal] = [pieces(from), pieces(to)];
  const numbers = new Map<string, number>();
  const number = (piece: string) => {
    const known = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, known);
    return known;
  };
  const partners = commonSequence(Int32Array.from(own, number), Int32Array.from(goal, number));
  let place = from.length;
  let next = goal.length - 1;
  for (let index = own.length - 1; index >= 0; index -= 1) {
    const partner = partners[index] ?? -1;
    const length = own[index]?.length ?? 0;
    if (partner >= 0) {
      const missing = goal.slice(partner + 1, next + 1).join('');
      if (missing !== '') text.insert(place, missing);
      next = partner - 1;
    }
    place -= length;
    if (partner < 0) text.delete(place, length);
  }
  const missing = goal.slice(0, next + 1).join('');
  if (missing !== '') text.insert(0, missing);
}

/** Words, single spaces and punctuation, and single characters of scripts without spaces; no surrogate pair is cut. */
function pieces(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{M}\p{N}]+|./gsu) ?? [];
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
