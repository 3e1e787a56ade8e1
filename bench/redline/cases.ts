import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type HistoryPlan,
  makeHistory,
  QUIET_PLAN,
  type Truth,
} from '../../domain/redline/testing/histories';
import { Random } from '../../domain/redline/testing/random';
import { doc, paragraph } from '../../domain/redline/testing/texts';
import type { DocumentJson } from '../../domain/text/document-json';

/** One pair of texts to compare; `truth` where it is known by construction. */
export interface BenchCase {
  readonly name: string;
  readonly old: DocumentJson;
  readonly new: DocumentJson;
  readonly truth: Truth | null;
}

const EASY: HistoryPlan = {
  ...QUIET_PLAN,
  clauses: 1500,
  replacements: 120,
  insertions: 50,
  deletions: 40,
  newClauses: 20,
  deletedClauses: 15,
  movedClauses: 15,
  splits: 10,
  merges: 8,
};
const HARD: HistoryPlan = { ...EASY, repeated: 60, rewritten: 40, renumbered: true };

/** The made cases: an ordinary revision, a hard one, and shapes that make careless comparisons explode. */
export function madeCases(): BenchCase[] {
  return [
    historyCase('60,000 words, 300 edits, ids', { ...EASY, withIds: true }),
    historyCase('60,000 words, 300 edits, no ids', EASY),
    historyCase('every clause renumbered, 60 repeated lines, 40 rewritten', HARD),
    identicalLines(),
    rewrittenParagraph(),
    shuffledParagraph(),
    allDifferent(),
    reversed(),
  ];
}

/** Pairs of neighbouring files of a folder of plain texts, in the order of their names. */
export function realCases(folder: string): BenchCase[] {
  const names = readdirSync(folder)
    .filter((name) => /\.(md|txt)$/.test(name))
    .sort();
  return names.slice(1).map((name, index) => ({
    name: `${names[index]} → ${name}`,
    old: textFile(join(folder, names[index] ?? name)),
    new: textFile(join(folder, name)),
    truth: null,
  }));
}

function textFile(path: string): DocumentJson {
  const blocks = readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
  return doc(...blocks.map((block) => paragraph(block)));
}

function historyCase(name: string, plan: HistoryPlan): BenchCase {
  const history = makeHistory(plan);
  return { name, old: history.old, new: history.new, truth: history.truth };
}

function identicalLines(): BenchCase {
  const lines = (count: number) =>
    Array.from({ length: count }, () => paragraph('[Agreed ad referendum by all members]'));
  return {
    name: '1,500 identical lines, 20 more',
    old: doc(...lines(1500)),
    new: doc(...lines(1520)),
    truth: null,
  };
}

/** All clauses of a history as one clause, the widest thing the comparison of words meets. */
function rewrittenParagraph(): BenchCase {
  const history = makeHistory({ ...QUIET_PLAN, clauses: 75, rewritten: 60, deletions: 30, insertions: 30 });
  return {
    name: 'one clause of 3,000 words, rewritten',
    old: doc(paragraph(textOf(history.old))),
    new: doc(paragraph(textOf(history.new))),
    truth: { ...history.truth, splits: 0, merges: 0 },
  };
}

function shuffledParagraph(): BenchCase {
  const words = textOf(makeHistory({ ...QUIET_PLAN, clauses: 75 }).old).split(' ');
  const random = new Random(5);
  const shuffled = words
    .map((word) => ({ word, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
  return {
    name: 'one clause of 3,000 words, shuffled',
    old: doc(paragraph(words.join(' '))),
    new: doc(paragraph(shuffled.join(' '))),
    truth: null,
  };
}

function textOf(document: DocumentJson): string {
  return (document.content ?? []).map((block) => block.content?.[0]?.text ?? '').join(' ');
}

function allDifferent(): BenchCase {
  const text = (seed: number) => makeHistory({ ...QUIET_PLAN, seed, clauses: 1500 }).old;
  return { name: '1,500 clauses, all different', old: text(3), new: text(4), truth: null };
}

function reversed(): BenchCase {
  const text = makeHistory({ ...QUIET_PLAN, clauses: 1500 }).old;
  return {
    name: '1,500 clauses, reversed',
    old: text,
    new: doc(...[...(text.content ?? [])].reverse()),
    truth: null,
  };
}
