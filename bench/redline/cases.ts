import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  HARD_PLAN,
  type HistoryPlan,
  makeHistory,
  ORDINARY_PLAN,
  QUIET_PLAN,
} from '../../domain/redline/testing/histories';
import { Random } from '../../domain/redline/testing/random';
import { doc, paragraph } from '../../domain/redline/testing/texts';
import type { DocumentJson } from '../../domain/text/document-json';
import { thaiHistory } from './thai';

/** Two texts, and what is known about how one became the other. */
export interface Texts {
  readonly old: DocumentJson;
  readonly new: DocumentJson;
  /** Words inserted and deleted, those of clauses that only moved left out. */
  readonly words?: number;
  /** Letters inserted and deleted. */
  readonly letters?: number;
  readonly moved?: number;
  readonly splits?: number;
  readonly merges?: number;
}

export interface BenchCase {
  readonly name: string;
  readonly title: string;
  readonly group: Group;
  make(): Texts;
}

export const GROUPS = ['ordinary', 'hard', 'thai', 'real', 'worst', 'growth'] as const;
export type Group = (typeof GROUPS)[number];

/** Thousands of words; the edits grow with them. */
const GROWTH = [15, 30, 60, 125, 250, 500];
const CLAUSES_PER_THOUSAND = 25;

/** Every case; with a folder of plain texts (.md, .txt) also its neighbouring files, in the order of their names. */
export function benchCases(texts: string | null): BenchCase[] {
  return [
    made('ordinary', '60,000 words, 300 edits, no ids', 'ordinary', () => historyOf(ORDINARY_PLAN)),
    made('ordinary-ids', '60,000 words, 300 edits, ids', 'ordinary', () =>
      historyOf({ ...ORDINARY_PLAN, withIds: true }),
    ),
    made('hard', 'every clause renumbered, 60 repeated lines, 40 rewritten, no ids', 'hard', () =>
      historyOf(HARD_PLAN),
    ),
    made('thai', '1,500 Thai paragraphs, 300 edits', 'thai', () => thaiHistory()),
    ...(texts === null ? [] : realCases(texts)),
    made('rewritten', 'one paragraph of 3,000 words, rewritten', 'worst', rewrittenParagraph),
    made('shuffled', 'one paragraph of 3,000 words, shuffled', 'worst', shuffledParagraph),
    made('identical', '1,500 identical lines, 20 more', 'worst', identicalLines),
    made('different', '1,500 paragraphs, all different', 'worst', allDifferent),
    made('reversed', '1,500 paragraphs, reversed', 'worst', reversed),
    made('empty', 'two empty texts', 'worst', () => ({ old: doc(), new: doc() })),
    ...GROWTH.map((thousands) =>
      made(`growth-${thousands}k`, `${thousands},000 words`, 'growth', () => historyOf(grown(thousands))),
    ),
  ];
}

export function realCases(folder: string): BenchCase[] {
  const names = readdirSync(folder)
    .filter((name) => /\.(md|txt)$/.test(name))
    .sort();
  return names.slice(1).map((name, index) => {
    const before = names[index] ?? name;
    return made(`real-${index + 1}`, `${before} → ${name}`, 'real', () => ({
      old: textFile(join(folder, before)),
      new: textFile(join(folder, name)),
    }));
  });
}

function made(name: string, title: string, group: Group, make: () => Texts): BenchCase {
  return { name, title, group, make };
}

function textFile(path: string): DocumentJson {
  const blocks = readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
  return doc(...blocks.map((block) => paragraph(block)));
}

function historyOf(plan: HistoryPlan): Texts {
  const { old, new: fresh, truth } = makeHistory(plan);
  return {
    old,
    new: fresh,
    words: truth.wordsInserted + truth.wordsDeleted,
    moved: truth.moved,
    splits: truth.splits,
    merges: truth.merges,
  };
}

function grown(thousands: number): HistoryPlan {
  const times = thousands / 60;
  const scaled = Object.entries(ORDINARY_PLAN).map(([name, value]) => [
    name,
    typeof value === 'number' && name !== 'seed' ? Math.round(value * times) : value,
  ]);
  return { ...ORDINARY_PLAN, ...Object.fromEntries(scaled), clauses: thousands * CLAUSES_PER_THOUSAND };
}

function identicalLines(): Texts {
  const lines = (count: number) =>
    doc(...Array.from({ length: count }, () => paragraph('[Agreed ad referendum by all members]')));
  return { old: lines(1500), new: lines(1520), words: 120 };
}

/** All clauses of a history as one, the widest thing the comparison of words meets. */
function rewrittenParagraph(): Texts {
  const { words, ...history } = historyOf({
    ...QUIET_PLAN,
    clauses: 75,
    rewritten: 60,
    deletions: 30,
    insertions: 30,
  });
  return {
    old: doc(paragraph(textOf(history.old))),
    new: doc(paragraph(textOf(history.new))),
    ...(words === undefined ? {} : { words }),
  };
}

function shuffledParagraph(): Texts {
  const words = textOf(makeHistory({ ...QUIET_PLAN, clauses: 75 }).old).split(' ');
  const random = new Random(5);
  const shuffled = words
    .map((word) => ({ word, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
  return { old: doc(paragraph(words.join(' '))), new: doc(paragraph(shuffled.join(' '))) };
}

function textOf(document: DocumentJson): string {
  return (document.content ?? []).map((block) => block.content?.[0]?.text ?? '').join(' ');
}

function allDifferent(): Texts {
  const text = (seed: number) => makeHistory({ ...QUIET_PLAN, seed, clauses: 1500 }).old;
  return { old: text(3), new: text(4) };
}

function reversed(): Texts {
  const text = makeHistory({ ...QUIET_PLAN, clauses: 1500 }).old;
  return { old: text, new: doc(...[...(text.content ?? [])].reverse()) };
}
