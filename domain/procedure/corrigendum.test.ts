import { expect, test } from 'vitest';
import type { DocumentJson } from '../text/document-json';
import { correct } from './corrigendum';

const BOLD = [{ type: 'bold' }];
const TEXT: DocumentJson = {
  type: 'doc',
  content: [
    {
      type: 'operative',
      attrs: { id: 'c_1', level: 1 },
      content: [
        { type: 'text', text: 'AGREE\u00A0' },
        { type: 'text', text: 'to meet', marks: BOLD },
        { type: 'text', text: '\u00A0agian;' },
      ],
    },
  ],
};

test('DE25 the same words, no-break spaces included, are no correction', () => {
  expect(correct(TEXT, 'c_1', 'AGREE\u00A0to meet\u00A0agian;', [])).toMatchObject({
    ok: false,
    rule: 'DE25',
  });
});

test('DE28 what is not corrected keeps its marks and its no-break spaces', () => {
  const corrected = correct(TEXT, 'c_1', ' AGREE\u00A0to meet\u00A0again;\n', []);
  if (!corrected.ok) throw new Error(corrected.rule);
  expect(corrected.value.text.content?.[0]?.content).toEqual([
    { type: 'text', text: 'AGREE\u00A0' },
    { type: 'text', text: 'to meet', marks: BOLD },
    { type: 'text', text: '\u00A0again;' },
  ]);
});
