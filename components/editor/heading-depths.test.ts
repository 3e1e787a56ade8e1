import { describe, expect, test } from 'vitest';
import { headingDepths } from './heading-depths';

function depths(...blocks: string[]): (number | null)[] {
  return headingDepths(
    blocks.map((block) => ({ kind: block.replace(/\d/, ''), level: Number(/\d/.exec(block)?.[0] ?? 1) })),
  );
}

describe('heading depths', () => {
  test('headings nest below the title without a gap, whatever levels the author chose', () => {
    expect(depths('title', 'heading2', 'paragraph', 'heading3', 'heading2')).toEqual([2, 3, null, 4, 3]);
    expect(depths('title', 'heading1', 'heading3', 'heading2')).toEqual([2, 3, 4, 4]);
  });

  test('a text without a title begins below the page’s own heading', () => {
    expect(depths('heading2', 'heading3')).toEqual([2, 3]);
  });

  test('an annex begins anew', () => {
    expect(depths('title', 'heading1', 'annex', 'heading1')).toEqual([2, 3, 2, 3]);
  });
});
