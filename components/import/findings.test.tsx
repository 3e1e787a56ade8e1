import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
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

describe('IM30 what drafts of proposals do not carry', () => {
  const leftOut = [
    { kind: 'header', count: 1, where: 'ACCSM/2026/3' },
    { kind: 'footer', count: 1, where: 'Page 1 of 2' },
    { kind: 'image', count: 1, where: 'AGREE' },
  ] as const;
  const found = (more: Partial<ImportFindings>, isForProposals: boolean) =>
    renderToStaticMarkup(
      <Findings
        fileName="Draft.docx"
        expiresAt="2026-03-02T09:30:00.000Z"
        findings={{ ...findings(1), ...more }}
        isForProposals={isForProposals}
        locale="en"
      />,
    );

  test('IM30 comments are named before the file is gone; an import, which can bring them, says nothing of it', () => {
    const said = found({ comments: 2 }, true);
    expect(said).toContain('The file has 2 comments: drafts do not carry them.');
    expect(said).not.toContain('everything in the file has its place');
    expect(found({ comments: 2 }, false)).not.toContain('drafts do not carry');
    expect(found({}, true)).toContain('everything in the file has its place');
  });

  test('IM17 header and footer of a file that was taken away from here are not listed; those of others are', () => {
    const ours = found({ leftOut, isOwn: true }, true);
    expect(ours).toContain('Picture');
    expect(ours).not.toContain('Header');
    expect(ours).not.toContain('Footer');
    expect(found({ leftOut: leftOut.slice(0, 2), isOwn: true }, true)).toContain(
      'everything in the file has its place',
    );
    expect(found({ leftOut, isOwn: false }, true)).toContain('Header');
    expect(found({ leftOut, isOwn: true }, false)).toContain('Header');
  });
});
