import { describe, expect, test } from 'vitest';
import { checkText, markFault } from './ydoc';

describe('brackets at the gate', () => {
  test('BR6 a bracket is well-formed and held by countries', () => {
    expect(markFault('bracket', { path: 'b_1:0:TH+VN/b_2:1::n' })).toBeNull();
    for (const attrs of [
      {},
      { path: '' },
      { path: 'b_1:0:ZQ' },
      { path: 'b_1:0:VN+TH' },
      { path: '<b>' },
      { path: 7 },
    ]) {
      expect(markFault('bracket', attrs)).not.toBeNull();
    }
    expect(markFault('bracket', { path: 'b_1:0:', owner: 'TH' })).not.toBeNull();
  });

  test('BR6 a footnote says which bracket it stands in, or nothing', () => {
    const text = (bracket: string | null) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'footnote', attrs: { text: 'x', bracket } }] }],
    });
    expect(checkText(text('b_1:0:TH'))).toBeNull();
    expect(checkText(text(null))).toBeNull();
    expect(checkText(text('b_1'))).not.toBeNull();
  });
});
