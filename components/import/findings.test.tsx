import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ImportFindings } from '@/domain/text/import-findings';
import { Findings } from './findings';

function findings(authors: number): ImportFindings {
  const names = Array.from({ length: authors }, (_, index) => `Ministry ${index}.`);
  return {
    words: 10,
    clauses: 2,
    tables: 0,
    footnotes: 0,
    comments: 0,
    leftOut: [],
    authors: names.map((author) => ({
      author,
      insertions: 1,
      deletions: 0,
      moves: 0,
      formats: 0,
      firstAt: null,
      lastAt: null,
    })),
    authorOf: names.map((_, index) => index),
    pages: 1,
    passages: 1,
  };
}
const drawn = (authors: number) =>
  renderToStaticMarkup(
    <Findings
      fileName="Draft.docx"
      expiresAt="2026-03-02T09:30:00.000Z"
      findings={findings(authors)}
      locale="en"
    />,
  );

test('IM24 of claimed authors the first twenty are listed, the others open below', () => {
  const [seen = '', folded = ''] = drawn(500).split('<details');
  expect(seen.match(/Ministry \d+\./g)).toHaveLength(20);
  expect(folded).toContain('And 480 more');
  expect(folded.match(/Ministry \d+\./g)?.at(-1)).toBe('Ministry 499.');
});

test('IM24 twenty authors are listed without a fold', () => {
  expect(drawn(20)).not.toContain('<details');
  expect(drawn(20).match(/Ministry \d+\./g)).toHaveLength(20);
});
