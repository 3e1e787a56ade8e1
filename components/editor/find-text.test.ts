import { describe, expect, test } from 'vitest';
import { documentSchema } from '@/domain/text/schema';
import { findMatches, nextMatch } from './find-text';

const schema = documentSchema();

function paragraph(...parts: (string | 'note')[]) {
  return schema.node(
    'paragraph',
    null,
    parts.map((part) => (part === 'note' ? schema.node('footnote', { text: 'x' }) : schema.text(part, []))),
  );
}

function doc(...blocks: ReturnType<typeof paragraph>[]) {
  return schema.node('doc', null, blocks);
}

function found(document: ReturnType<typeof doc>, text: string, matchCase = false): string[] {
  return findMatches(document, { text, matchCase }).map(({ from, to }) => document.textBetween(from, to));
}

describe('find', () => {
  test('finds in every block, whatever the case', () => {
    const document = doc(paragraph('Capacity building'), paragraph('build capacity; CAPACITY'));
    expect(found(document, 'capacity')).toEqual(['Capacity', 'capacity', 'CAPACITY']);
    expect(found(document, 'capacity', true)).toEqual(['capacity']);
  });

  test('finds across runs with different marks', () => {
    const bold = schema.node('paragraph', null, [
      schema.text('work', [schema.mark('bold')]),
      schema.text(' plan'),
    ]);
    expect(found(doc(bold), 'work plan')).toEqual(['work plan']);
  });

  test('does not reach across a footnote or two blocks', () => {
    expect(found(doc(paragraph('work', 'note', 'plan')), 'workplan')).toEqual([]);
    expect(found(doc(paragraph('work'), paragraph('plan')), 'workplan')).toEqual([]);
  });

  test('keeps positions true beside letters whose lower case is longer', () => {
    expect(found(doc(paragraph('İstanbul İİ Plan')), 'plan')).toEqual(['Plan']);
  });

  test('matches do not overlap, and nothing matches nothing', () => {
    expect(found(doc(paragraph('aaaa')), 'aa')).toEqual(['aa', 'aa']);
    expect(found(doc(paragraph('aaaa')), '')).toEqual([]);
  });

  test('finds Thai words', () => {
    expect(found(doc(paragraph('การพัฒนาข้าราชการพลเรือน')), 'ข้าราชการ')).toEqual(['ข้าราชการ']);
  });

  test('goes to the next and the previous match, round the ends', () => {
    const matches = [
      { from: 5, to: 7 },
      { from: 12, to: 14 },
    ];
    expect(nextMatch(matches, 6, 1)).toBe(1);
    expect(nextMatch(matches, 13, 1)).toBe(0);
    expect(nextMatch(matches, 12, -1)).toBe(0);
    expect(nextMatch(matches, 3, -1)).toBe(1);
    expect(nextMatch([], 3, 1)).toBe(-1);
  });
});
