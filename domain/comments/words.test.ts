import { describe, expect, test } from 'vitest';
import { checkAnchor, commentWords, LONGEST_COMMENT } from './words';

describe('what a comment may be', () => {
  test('CO5 one to 4,000 characters, spaces around left out', () => {
    expect(commentWords('  Please\r\n\r\n\r\n\r\nclarify. ')).toEqual({
      ok: true,
      value: 'Please\n\nclarify.',
    });
    expect(commentWords(' \n ')).toMatchObject({ rule: 'CO5' });
    expect(commentWords('x'.repeat(LONGEST_COMMENT)).ok).toBe(true);
    expect(commentWords('x'.repeat(LONGEST_COMMENT + 1))).toMatchObject({ rule: 'CO5' });
  });

  test('CO4 an anchor is a stretch of its clause and not empty', () => {
    const anchor = { clauseId: 'c_1', from: 0, to: 5, clauseText: 'AGREE to meet', quote: 'AGREE' };
    expect(checkAnchor(anchor).ok).toBe(true);
    for (const wrong of [
      { from: -1 },
      { to: 0 },
      { to: 99 },
      { from: 0.5 },
      { quote: 'AGREED' },
      { from: 5, to: 6, quote: ' ' },
    ])
      expect(checkAnchor({ ...anchor, ...wrong })).toMatchObject({ rule: 'CO4' });
  });
});
