import { describe, expect, test } from 'vitest';
import { openBracket } from '../text/brackets';
import type { DocumentJson } from '../text/document-json';
import { openPlaces } from './clean';

const TEXT: DocumentJson = {
  type: 'doc',
  content: ['The members shall meet.', 'The members [may] meet.', 'The members agree.'].map(
    (text, index) => ({
      type: 'operative',
      attrs: { id: `c_${index + 1}` },
      content: [{ type: 'text', text }],
    }),
  ),
};

describe('a clean text', () => {
  test('SP6 a bracket is open whether it is written out as signs or marked in the text; a placeholder, too', () => {
    const words = { line: 0, from: 'The members '.length, to: 'The members shall'.length };
    const bracket = openBracket(TEXT, 'c_1', words, {
      id: 'b_1',
      owners: ['TH'],
      alternatives: [{ owners: ['VN'], words: 'should' }],
    });
    if (!bracket.ok) throw new Error(bracket.rule);
    const placeholder = openBracket(bracket.value, 'c_3', words, {
      id: 'b_2',
      owners: [],
      isPlaceholder: true,
      alternatives: [],
    });
    if (!placeholder.ok) throw new Error(placeholder.rule);
    expect(openPlaces(TEXT, 'declaration').map(({ clauseId }) => clauseId)).toEqual(['c_2']);
    expect(openPlaces(placeholder.value, 'declaration').map(({ clauseId }) => clauseId)).toEqual([
      'c_2',
      'c_1',
      'c_3',
    ]);
  });
});
