import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, countBrackets, writeBrackets } from '../text/brackets';
import { canonicalText } from '../text/canonical';
import { type DocumentJson, plainText } from '../text/document-json';
import { asWanted, type CompiledProposal, compile } from './compilation';
import { proposed } from './testing/proposed';

function text(...words: string[]): DocumentJson {
  return {
    type: 'doc',
    content: words.map((word, index) => ({
      type: 'operative',
      attrs: { id: `c_${index + 1}` },
      content: [{ type: 'text', text: word }],
    })),
  };
}
const BASE = text('AGREE to meet yearly.', 'REQUEST a report.', 'THANK the host.');
function proposal(id: string, country: string, change: Partial<CompiledProposal>): CompiledProposal {
  return {
    id,
    countries: [country],
    kind: 'replace',
    clauseId: 'c_1',
    otherClauseId: null,
    words: null,
    ...change,
  };
}
const PROPOSALS = [
  proposal('p1', 'TH', { words: text('AGREE to meet monthly.') }),
  proposal('p2', 'VN', { words: text('DECIDE to meet yearly.') }),
  proposal('p3', 'ID', { kind: 'delete', clauseId: 'c_2' }),
  proposal('p4', 'MY', { kind: 'insert', clauseId: 'c_2', words: text('INVITE observers.') }),
  proposal('p5', 'SG', { kind: 'insert', clauseId: 'c_2', words: text('WELCOME partners.') }),
  proposal('p6', 'LA', { kind: 'move', clauseId: 'c_3', otherClauseId: null }),
];

describe('views of one text', () => {
  test('BR16 a compilation has every proposal bracketed and attributed in its place', () => {
    const { text: compiled, beside } = compile(BASE, PROPOSALS);
    const lines = (writeBrackets(compiled, { attribution: 'delegations' }).content ?? []).map(plainText);
    expect(lines).toEqual([
      '[AGREE] [VN: DECIDE] to meet [yearly] [TH: monthly].',
      '[REQUEST a report.] [ID: —]',
      '[MY: INVITE observers.]',
      '[SG: WELCOME partners.]',
      'THANK the host.',
    ]);
    expect(beside).toEqual(['p6']);
    expect(countBrackets(compiled)).toMatchObject({ brackets: 5, clauses: 4 });
  });

  test('BR3 BR16 with every proposal rejected it is the text as it stands', () => {
    expect(canonicalText(cleanText(compile(BASE, PROPOSALS).text))).toBe(canonicalText(BASE));
  });

  test('§10 BR3 BR16 so it is of any text and any proposals on it, of every kind', () => {
    let bracketed = 0;
    fc.assert(
      fc.property(proposed, ([base, proposals]) => {
        const compiled = compile(base, proposals).text;
        if (countBrackets(compiled).brackets > 0) bracketed += 1;
        expect(canonicalText(cleanText(compiled))).toBe(canonicalText(base));
      }),
      { seed: 20190426, numRuns: 200 },
    );
    expect(bracketed).toBeGreaterThan(100);
  });

  test('BR17 one delegation’s view has its changes and nobody else’s', () => {
    const { text: wanted, beside } = asWanted(
      BASE,
      [PROPOSALS[2], PROPOSALS[5]].filter((one) => one !== undefined),
    );
    expect((wanted.content ?? []).map(plainText)).toEqual(['THANK the host.', 'AGREE to meet yearly.']);
    expect(beside).toEqual([]);
  });
});
