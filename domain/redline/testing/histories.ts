import type { DocumentJson, NodeJson } from '../../text/document-json';
import { Random } from './random';

/**
 * Texts with a known history. Every word carries an identity, so what really changed between the two texts is
 * known by construction and a redline can be held against it.
 */
export interface History {
  readonly old: DocumentJson;
  readonly new: DocumentJson;
  readonly truth: Truth;
}

export interface Truth {
  readonly oldWords: number;
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
  readonly moved: number;
  readonly splits: number;
  readonly merges: number;
}

export interface HistoryPlan {
  readonly seed: number;
  readonly clauses: number;
  readonly withIds: boolean;
  readonly replacements: number;
  readonly insertions: number;
  readonly deletions: number;
  readonly newClauses: number;
  readonly deletedClauses: number;
  readonly movedClauses: number;
  readonly splits: number;
  readonly merges: number;
  /** Clauses in which about half of the words are replaced. */
  readonly rewritten: number;
  /** How often a line that repeats itself stands in the text. */
  readonly repeated: number;
  /** Every clause begins with its number as text, and all numbers change. */
  readonly renumbered: boolean;
}

export const QUIET_PLAN: HistoryPlan = {
  seed: 1,
  clauses: 100,
  withIds: false,
  replacements: 0,
  insertions: 0,
  deletions: 0,
  newClauses: 0,
  deletedClauses: 0,
  movedClauses: 0,
  splits: 0,
  merges: 0,
  rewritten: 0,
  repeated: 0,
  renumbered: false,
};

/** What the redline is measured on (docs/performance.md): some 60,000 words with 300 known edits. */
export const ORDINARY_PLAN: HistoryPlan = {
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

/** The same with every clause renumbered, lines that repeat themselves, and clauses rewritten. */
export const HARD_PLAN: HistoryPlan = { ...ORDINARY_PLAN, repeated: 60, rewritten: 40, renumbered: true };

/** Some 60,000 words with 300 edits of all kinds. */
export const LONG_PLAN: HistoryPlan = {
  ...QUIET_PLAN,
  clauses: 1500,
  replacements: 140,
  insertions: 50,
  deletions: 50,
  newClauses: 15,
  deletedClauses: 15,
  movedClauses: 10,
  splits: 10,
  merges: 10,
};

interface Word {
  readonly text: string;
}

interface Line {
  readonly id: string;
  words: Word[];
  /** Set once an edit of the whole clause touched it: one clause bears one such edit. */
  taken: boolean;
  /** The second part of a split clause: nothing is put between it and the first. */
  readonly isSecondPart?: boolean;
}

export function makeHistory(plan: HistoryPlan): History {
  const random = new Random(plan.seed);
  const writer = new WordWriter(random);
  const lines = makeLines(plan, random, writer);
  const old = lines.map((line, index): Line => ({ ...line, words: numbered(plan, line.words, index, 1) }));
  const fresh = lines.map((line): Line => ({ ...line, words: [...line.words] }));
  const counts = edit(fresh, plan, random, writer);
  const renumbered = fresh.map(
    (line, index): Line => ({
      ...line,
      words: numbered(plan, line.words, index, 2),
    }),
  );
  const before = new Set(old.flatMap((line) => line.words));
  const after = new Set(renumbered.flatMap((line) => line.words));
  return {
    old: toDocument(old, plan.withIds),
    new: toDocument(renumbered, plan.withIds),
    truth: {
      oldWords: before.size,
      wordsInserted: [...after].filter((word) => !before.has(word)).length,
      wordsDeleted: [...before].filter((word) => !after.has(word)).length,
      ...counts,
    },
  };
}

function makeLines(plan: HistoryPlan, random: Random, writer: WordWriter): Line[] {
  const lines = Array.from(
    { length: plan.clauses },
    (_, index): Line => ({
      id: `c${index}`,
      words: writer.sentence(15 + random.below(50)),
      taken: false,
    }),
  );
  const every = Math.floor(plan.clauses / Math.max(1, plan.repeated));
  for (let count = plan.repeated; count > 0; count -= 1) {
    const words = '[Agreed ad referendum subject to the review of the secretariat]'
      .split(' ')
      .map((text) => ({ text }));
    lines.splice(count * every, 0, { id: `r${count}`, words, taken: true });
  }
  return lines;
}

function edit(lines: Line[], plan: HistoryPlan, random: Random, writer: WordWriter) {
  const free = () => {
    for (;;) {
      const index = random.below(lines.length);
      const line = lines[index];
      if (line !== undefined && !line.taken) return { index, line };
    }
  };
  const take = () => {
    const found = free();
    found.line.taken = true;
    return found;
  };
  for (let count = 0; count < plan.rewritten; count += 1) {
    const { line } = take();
    line.words = rewrite(line.words, random, writer);
  }
  for (let count = 0; count < plan.splits; count += 1) {
    const { index, line } = take();
    const at = Math.floor(line.words.length * (0.3 + random.next() * 0.4));
    const rest = line.words.splice(at);
    lines.splice(index + 1, 0, { id: `s${count}`, words: rest, taken: true, isSecondPart: true });
  }
  let merges = 0;
  while (merges < plan.merges) {
    const { index, line } = free();
    const next = lines[index + 1];
    if (next === undefined || next.taken) continue;
    line.taken = true;
    line.words.push(...next.words);
    lines.splice(index + 1, 1);
    merges += 1;
  }
  for (let count = 0; count < plan.deletedClauses; count += 1) lines.splice(take().index, 1);
  for (let count = 0; count < plan.movedClauses; count += 1) {
    const { index, line } = take();
    lines.splice(index, 1);
    const far = (index + Math.floor(lines.length * (0.2 + random.next() * 0.6))) % lines.length;
    lines.splice(gapNear(lines, far), 0, line);
    if (count % 3 === 0) replaceWord(line, random, writer);
  }
  for (let count = 0; count < plan.newClauses; count += 1) {
    const words = writer.sentence(15 + random.below(50));
    lines.splice(gapNear(lines, random.below(lines.length)), 0, { id: `n${count}`, words, taken: true });
  }
  for (let count = 0; count < plan.replacements; count += 1) replaceWord(free().line, random, writer);
  for (let count = 0; count < plan.insertions; count += 1) {
    const { words } = free().line;
    words.splice(1 + random.below(words.length - 1), 0, ...writer.words(1 + random.below(5)));
  }
  for (let count = 0; count < plan.deletions; count += 1) {
    const { words } = free().line;
    words.splice(1 + random.below(words.length - 2), 1 + random.below(3));
  }
  return { moved: plan.movedClauses, splits: plan.splits, merges: plan.merges };
}

/** A place at or after `index` that does not tear the parts of a split clause apart. */
function gapNear(lines: readonly Line[], index: number): number {
  return lines[index]?.isSecondPart === true ? index + 1 : index;
}

function replaceWord(line: Line, random: Random, writer: WordWriter): void {
  const at = random.below(line.words.length - 1);
  line.words[at] = writer.otherWords(1, line.words.slice(at, at + 1))[0] ?? writer.word();
}

/** Phrases of three to nine words are replaced by others, with phrases of the old text between them. */
function rewrite(words: readonly Word[], random: Random, writer: WordWriter): Word[] {
  const result: Word[] = [];
  let at = 0;
  while (at < words.length) {
    const kept = 4 + random.below(8);
    result.push(...words.slice(at, at + kept));
    at += kept;
    const gone = Math.min(3 + random.below(7), words.length - at);
    if (gone > 0) result.push(...writer.otherWords(3 + random.below(7), words));
    at += gone;
  }
  return result;
}

function numbered(plan: HistoryPlan, words: readonly Word[], index: number, first: number): Word[] {
  return plan.renumbered ? [{ text: `${first}.${index + 1}` }, ...words] : [...words];
}

function toDocument(lines: readonly Line[], withIds: boolean): DocumentJson {
  return {
    type: 'doc',
    content: lines.map(
      (line): NodeJson => ({
        type: 'paragraph',
        ...(withIds ? { attrs: { id: line.id } } : {}),
        content: [{ type: 'text', text: line.words.map((word) => word.text).join(' ') }],
      }),
    ),
  };
}

const SMALL_WORDS =
  'the of and to in a for that shall be by on with as is it or not may at this from its'.split(' ');
const SYLLABLES = 'ba co de fi gu ha jo ka le mi no pe qua ri so ta vu we xi za tri plo gra ster men'.split(
  ' ',
);

/** Writes words as texts have them: a third of them small and common, the rest out of a few thousand, some very often. */
class WordWriter {
  private readonly random: Random;
  private readonly lexicon: string[];

  constructor(random: Random) {
    this.random = random;
    this.lexicon = Array.from({ length: 4000 }, () =>
      Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join(''),
    );
  }

  word(): Word {
    if (this.random.next() < 0.35) return { text: this.random.pick(SMALL_WORDS) };
    const rank = Math.floor(this.lexicon.length ** this.random.next());
    return { text: this.lexicon[rank % this.lexicon.length] ?? 'word' };
  }

  words(count: number): Word[] {
    return Array.from({ length: count }, () => this.word());
  }

  /** Words that are none of `known`: a word that takes its own place again is no change that anybody could find. */
  otherWords(count: number, known: readonly Word[]): Word[] {
    const texts = new Set(known.map(({ text }) => text.replace(/[.,]$/, '')));
    return Array.from({ length: count }, () => {
      for (;;) {
        const word = this.word();
        if (!texts.has(word.text)) return word;
      }
    });
  }

  sentence(length: number): Word[] {
    return Array.from({ length }, (_, index) => {
      const { text } = this.word();
      const end = index === length - 1 ? '.' : this.random.next() < 0.08 ? ',' : '';
      return { text: `${index === 0 ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text}${end}` };
    });
  }
}
