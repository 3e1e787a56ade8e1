import { expect, test } from 'vitest';
import { beginning, shortened } from './shortened';

test('IM24 of very long words the middle is left out, and counted', () => {
  expect(shortened('short', 5)).toEqual({ head: 'short', tail: '', omitted: 0 });
  expect(shortened('abcdefghij', 4)).toEqual({ head: 'ab', tail: 'ij', omitted: 6 });
});

test('IM24 neither end is cut through a letter with its signs, in Thai or beyond the basic plane', () => {
  // Of กี่ two signs stand on one letter.
  const thai = 'กี่กี่กี่กี่';
  for (let most = 2; most < thai.length; most += 1) {
    const { head, tail, omitted } = shortened(thai, most);
    expect(head).toMatch(/^(กี่)*$/);
    expect(tail).toMatch(/^(กี่)*$/);
    expect(head.length + tail.length + omitted).toBe(thai.length);
  }
  expect(beginning('👍👍👍', 3)).toBe('👍');
  expect(shortened('👍👍👍👍', 6)).toEqual({ head: '👍', tail: '👍', omitted: 4 });
});

test('IM24 a heap of signs on one letter is cut all the same', () => {
  const heap = `a${'\u0301'.repeat(10_000)}`;
  const { head, tail, omitted } = shortened(heap, 200);
  expect(head.length).toBeGreaterThan(60);
  expect(head.length + tail.length + omitted).toBe(heap.length);
});
