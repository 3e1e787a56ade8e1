import { shortened } from './shortened';
import type { ClaimedChange, MarkedParagraph, MarkedRun } from './tracked-changes';

/** What one page of a review holds at most: things to decide on, runs to draw, characters to read (IM24). */
export const PAGE_LIMITS = { decisions: 100, runs: 600, characters: 40_000 } as const;
/** Words that nobody changed are there for their surroundings alone. */
const LONGEST_UNCHANGED = 1200;
const LONGEST_CHANGED = 8000;

/** A run as it is shown; of long words the middle is left out. */
export interface ReviewRun extends MarkedRun {
  /** What follows the words left out; "" where none are. */
  readonly tail: string;
  /** How many characters are left out between `text` and `tail`. */
  readonly omitted: number;
}

/** A paragraph, or a part of one that is too much for one page, with the changes in it to be decided on. */
export interface ReviewPassage {
  /** Of the paragraph, from 1. */
  readonly number: number;
  readonly kind: string;
  /** Whether it goes on from the passage before. */
  readonly isContinued: boolean;
  readonly runs: readonly ReviewRun[];
  readonly changes: readonly ClaimedChange[];
}

export interface ReviewPage {
  readonly passages: readonly ReviewPassage[];
}

interface Weight {
  readonly decisions: number;
  readonly runs: number;
  readonly characters: number;
}

/** Lays the tracked changes of a file out on pages, paragraph by paragraph, none of them more than can be drawn at once. */
export function reviewPages(
  marked: readonly MarkedParagraph[],
  changes: readonly ClaimedChange[],
): ReviewPage[] {
  const pages: ReviewPassage[][] = [];
  let weight: Weight = { decisions: 0, runs: 0, characters: 0 };
  for (const [index, paragraph] of marked.entries()) {
    for (const passage of passagesOf(paragraph, index + 1, changes)) {
      const added = sum(weight, weightOf(passage));
      const page = pages.at(-1);
      if (page === undefined || isTooMuch(added)) {
        pages.push([passage]);
        weight = weightOf(passage);
      } else {
        page.push(passage);
        weight = added;
      }
    }
  }
  return pages.map((passages) => ({ passages }));
}

function passagesOf(
  paragraph: MarkedParagraph,
  number: number,
  changes: readonly ClaimedChange[],
): ReviewPassage[] {
  const passages: ReviewPassage[] = [];
  let runs: ReviewRun[] = [];
  let decided = new Set<number>();
  let characters = 0;
  const close = () => {
    // Changes that stand within others come after them; here each stands in the order of the file.
    const numbers = [...decided].sort((a, b) => a - b);
    passages.push({
      number,
      kind: paragraph.kind,
      isContinued: passages.length > 0,
      runs,
      changes: numbers.flatMap((each) => changes[each] ?? []),
    });
    [runs, decided, characters] = [[], new Set(), 0];
  };
  for (const run of paragraph.runs.map(reviewRun)) {
    const fresh = run.changes.filter((change) => !decided.has(change)).length;
    const next = {
      decisions: decided.size + fresh,
      runs: runs.length + 1,
      characters: characters + lengthOf(run),
    };
    if (runs.length > 0 && isTooMuch(next)) close();
    runs.push(run);
    for (const change of run.changes) decided.add(change);
    characters += lengthOf(run);
  }
  if (runs.length > 0) close();
  return passages;
}

function reviewRun(run: MarkedRun): ReviewRun {
  const most = run.changes.length === 0 ? LONGEST_UNCHANGED : LONGEST_CHANGED;
  const { head, tail, omitted } = shortened(run.text, most);
  return { ...run, text: head, tail, omitted };
}

function weightOf({ runs, changes }: ReviewPassage): Weight {
  return {
    decisions: changes.length,
    runs: runs.length,
    characters: runs.reduce((total, run) => total + lengthOf(run), 0),
  };
}

function lengthOf({ text, tail }: ReviewRun): number {
  return text.length + tail.length;
}

function sum(a: Weight, b: Weight): Weight {
  return {
    decisions: a.decisions + b.decisions,
    runs: a.runs + b.runs,
    characters: a.characters + b.characters,
  };
}

function isTooMuch({ decisions, runs, characters }: Weight): boolean {
  return decisions > PAGE_LIMITS.decisions || runs > PAGE_LIMITS.runs || characters > PAGE_LIMITS.characters;
}
