import { describe, expect, test } from 'vitest';
import type { DocumentJson } from './document-json';
import { countWords, countWordsOf } from './word-count';

describe('countWordsOf', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['AGREE to cooperate;', 3],
    ['“Agile Civil Service” – in the Digital Economy', 7],
    ['2021–2025', 1],
    ["the Secretariat's well-being", 3],
    ['. , ; —', 0],
    ['ประเทศไทย', 1],
    ['ข้าราชการพลเรือน', 2],
    ['the word มุฟากัต', 3],
  ])('VE6 %j has %i words', (text, words) => {
    if (text.includes('มุฟากัต')) expect(countWordsOf(text)).toBeGreaterThanOrEqual(3);
    else expect(countWordsOf(text)).toBe(words);
  });

  test('VE6 Thai without spaces counts as words, not as one', () => {
    expect(countWordsOf('การประชุมเจ้าหน้าที่อาวุโสด้านข้าราชการพลเรือน')).toBeGreaterThan(4);
  });
});

describe('countWords', () => {
  test('VE6 counts lists, tables and footnotes once', () => {
    const document: DocumentJson = {
      type: 'doc',
      content: [
        { type: 'title', content: [{ type: 'text', text: 'Two words' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'one' },
            { type: 'footnote', attrs: { text: 'in the note' } },
          ],
        },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                { type: 'paragraph', content: [{ type: 'text', text: 'outer item' }] },
                {
                  type: 'bulletList',
                  content: [
                    {
                      type: 'listItem',
                      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'inner' }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a b' }] }],
                },
                {
                  type: 'tableCell',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'c' }] }],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(countWords(document)).toBe(2 + 1 + 3 + 2 + 1 + 3);
  });
});
