import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownPrefix } from './known-prefix';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

test('LE15 the longest known prefix is the longest that any of the texts holds', () => {
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 4 }), (words, texts) => {
      let length = words.length;
      while (length > 0 && !texts.some((text) => text.includes(words.slice(0, length)))) length -= 1;
      expect(knownPrefix(words, texts)).toBe(length);
    }),
    { numRuns: 2000, seed: 20261128 },
  );
});
