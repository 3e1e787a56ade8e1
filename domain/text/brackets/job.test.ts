import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../redline';
import { documents } from '../../redline/testing/arbitraries';
import { type DocumentJson, type NodeJson, wordsOfLeaf } from '../document-json';
import { layHands } from '../ledger/lay';
import { bracketProposals } from '.';
import { signedJob } from './job';

const OPTIONS = { houseStyle: 'declaration' } as const;

function lettersOf(node: NodeJson): number {
  return node.type === 'text' || node.type === 'footnote'
    ? wordsOfLeaf(node).length
    : (node.content ?? []).reduce((sum, child) => sum + lettersOf(child), 0);
}

describe('brackets in comparisons', () => {
  test('BR4 brackets are compared as signs, and words keep their hands', () => {
    const text = (path?: string): DocumentJson => ({
      type: 'doc',
      content: [
        {
          type: 'operative',
          attrs: { id: 'c_1' },
          content: [
            { type: 'text', text: 'We ' },
            {
              type: 'text',
              text: 'agree',
              ...(path === undefined ? {} : { marks: [{ type: 'bracket', attrs: { path } }] }),
            },
            { type: 'text', text: '.' },
          ],
        },
      ],
    });
    const job = signedJob({
      oldJson: JSON.stringify(text()),
      newJson: JSON.stringify(text('b_1:0:TH')),
      options: OPTIONS,
      written: [
        [4, 'ID'],
        [5, 'VN'],
      ],
    });
    expect(job.written).toEqual([
      [3, 'ID'],
      [5, undefined],
      [1, 'ID'],
      [4, 'VN'],
      [1, undefined],
      [1, 'VN'],
    ]);
    const redline = compareTexts(JSON.parse(job.oldJson), JSON.parse(job.newJson), OPTIONS);
    const inserted = redline.rows.flatMap(({ segments }) => segments.filter(({ op }) => op === 'insert'));
    expect(inserted.map((segment) => segment.text).join('')).toBe('[TH: ]');
  });

  test('BR4 whatever is bracketed, the signed texts compare and the hands are as long as the text', () => {
    fc.assert(
      fc.property(documents, documents, (document, words) => {
        const base: DocumentJson = { type: 'doc', content: [document.content?.[0] ?? { type: 'paragraph' }] };
        const text = bracketProposals(base, [{ countries: ['TH'], words }]);
        const job = signedJob({
          oldJson: JSON.stringify(base),
          newJson: JSON.stringify(text),
          options: OPTIONS,
          written: [[lettersOf(text), 'TH']],
        });
        const signed = JSON.parse(job.newJson) as DocumentJson;
        const runs = (job.written ?? []).map(([length, hand]) => ({ length, hand }));
        expect(layHands(signed, runs)).not.toBeNull();
        compareTexts(JSON.parse(job.oldJson), signed, OPTIONS);
        // As formatting, where an engine sees the marks themselves.
        compareTexts(base, text, OPTIONS);
      }),
      { numRuns: 60, seed: 20190422 },
    );
  });
});
