import { describe, expect, test } from 'vitest';
import { PAGE_LIMITS, type ReviewPage, reviewPages } from './review-pages';
import type { ClaimedChange, MarkedParagraph, MarkedRun } from './tracked-changes';

const change = (number: number): ClaimedChange => ({
  number,
  kind: 'insertion',
  author: 'Ministry A',
  at: null,
});
const changes = (count: number) => Array.from({ length: count }, (_, number) => change(number));
const inserted = (text: string, ...numbers: number[]): MarkedRun => ({
  text,
  mark: 'inserted',
  changes: numbers,
});
const same = (text: string): MarkedRun => ({ text, mark: 'none', changes: [] });
const paragraph = (...runs: MarkedRun[]): MarkedParagraph => ({ kind: 'operative', runs });

const decisionsOn = ({ passages }: ReviewPage) =>
  passages.flatMap((passage) => passage.changes.map(({ number }) => number));
const wordsOf = (pages: readonly ReviewPage[]) =>
  pages
    .flatMap(({ passages }) => passages.flatMap(({ runs }) => runs.map(({ text, tail }) => text + tail)))
    .join('');

describe('IM24 tracked changes are laid out on pages', () => {
  test('paragraph by paragraph, at most 100 changes a page, each change on one', () => {
    const marked = Array.from({ length: 250 }, (_, n) => paragraph(same('AGREE '), inserted(`w${n}`, n)));
    const pages = reviewPages(marked, changes(250));
    expect(pages.map((page) => decisionsOn(page).length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(decisionsOn)).toEqual(changes(250).map(({ number }) => number));
    expect(pages[1]?.passages[0]).toMatchObject({ number: 101, isContinued: false, kind: 'operative' });
  });

  test('a paragraph is not torn apart where it fits on the next page', () => {
    const sixty = (from: number) =>
      paragraph(...Array.from({ length: 60 }, (_, n) => inserted(`w${from + n} `, from + n)));
    const pages = reviewPages([sixty(0), sixty(60)], changes(120));
    expect(pages.map(({ passages }) => passages.map(({ number }) => number))).toEqual([[1], [2]]);
  });

  test('one paragraph with 20,000 changes goes on from page to page, and no word of it is lost', () => {
    const runs = Array.from({ length: 20_000 }, (_, n) => [inserted(`w${n} `, n), same('and ')]).flat();
    const pages = reviewPages([paragraph(...runs, same('the end'))], changes(20_000));
    expect(pages.length).toBeLessThanOrEqual(201);
    for (const page of pages) expect(decisionsOn(page).length).toBeLessThanOrEqual(PAGE_LIMITS.decisions);
    expect(new Set(pages.flatMap(decisionsOn)).size).toBe(20_000);
    expect(wordsOf(pages)).toBe(
      runs
        .map(({ text }) => text)
        .join('')
        .concat('the end'),
    );
    expect(pages.map(({ passages }) => passages[0]?.isContinued).slice(0, 3)).toEqual([false, true, true]);
  });

  test('one change over 5,000 paragraphs, and one of 100,000 runs', () => {
    const long = Array.from({ length: 5000 }, () => paragraph(inserted('word', 0)));
    const cut = paragraph(...Array.from({ length: 100_000 }, (_, n) => inserted('x', 0, 1 + (n % 2))));
    for (const page of reviewPages([...long, cut], changes(3))) {
      expect(page.passages.length).toBeLessThanOrEqual(PAGE_LIMITS.decisions);
      const runs = page.passages.reduce((sum, passage) => sum + passage.runs.length, 0);
      expect(runs).toBeLessThanOrEqual(PAGE_LIMITS.runs);
    }
  });

  test('a page holds at most 40,000 characters, however long one run is; what is not shown is counted', () => {
    const marked = Array.from({ length: 20 }, () =>
      paragraph(same('s'.repeat(1_000_000)), inserted('i'.repeat(1_000_000), 0)),
    );
    const pages = reviewPages(marked, changes(1));
    for (const page of pages) {
      expect(wordsOf([page]).length).toBeLessThanOrEqual(PAGE_LIMITS.characters);
    }
    const [first, second] = pages[0]?.passages[0]?.runs ?? [];
    expect((first?.text.length ?? 0) + (first?.tail.length ?? 0) + (first?.omitted ?? 0)).toBe(1_000_000);
    expect(second?.omitted).toBe(992_000);
  });

  test('a file that tracks nothing has no page', () => {
    expect(reviewPages([], [])).toEqual([]);
  });
});
