import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../domain/redline/testing/arbitraries';
import type { Outcome } from '../../domain/refusal';
import { htmlOf } from '../../domain/text/as-html';
import { plainOf } from '../../domain/text/as-plain';
import { canonicalText } from '../../domain/text/canonical';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import type { ReadText } from '../../domain/text/left-out';
import { readFile } from './read-file';
import { settled } from './settled';

const OPTIONS = { changes: 'accept', numbers: 'count' } as const;
const FACTS = { title: 'T', symbol: 'S/1', language: 'en', houseStyle: 'declaration' } as const;

function read(name: string, text: string): ReadText {
  return value(readFile(name, new TextEncoder().encode(text), OPTIONS));
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule}: ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}

/** Texts as a file in UTF-8 can hold them: halves of surrogate pairs have no bytes. */
const texts = documents.map(
  (document) => JSON.parse(JSON.stringify(document).replaceAll('\\ud800', '\\ufffd')) as DocumentJson,
);

describe('our own exports', () => {
  it('FI10 the JSON of a text reads back as the text', () => {
    fc.assert(
      fc.property(texts, (document) => {
        const text = value(settled(document));
        expect(read('a.json', canonicalText(text))).toEqual({ text, leftOut: [] });
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('the page of a text reads back as the text, to the last attribute', () => {
    fc.assert(
      fc.property(texts, (document) => {
        const text = value(settled(document));
        expect(canonicalText(read('a.html', htmlOf(text, FACTS)).text)).toBe(canonicalText(text));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('FI12 plain text gives back numbered clauses, lists and rows', () => {
    const text: DocumentJson = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'The Meeting' }] },
        { type: 'operative', attrs: { level: 1 }, content: [{ type: 'text', text: 'AGREED to meet;' }] },
        { type: 'operative', attrs: { level: 2 }, content: [{ type: 'text', text: 'in May;' }] },
        { type: 'operative', attrs: { level: 3 }, content: [{ type: 'text', text: 'in Hanoi;' }] },
        { type: 'operative', attrs: { level: 1 }, content: [{ type: 'text', text: 'THANKED the host.' }] },
        { type: 'annex', content: [{ type: 'text', text: 'Work plan' }] },
        { type: 'operative', attrs: { level: 1 }, content: [{ type: 'text', text: 'First' }] },
      ],
    };
    const back = read('a.txt', plainOf(text, 'declaration')).text;
    expect(canonicalText(back)).toBe(canonicalText(value(settled(text))));
  });

  it('plain text gives back the words of every clause', () => {
    const document = value(
      settled({
        type: 'doc',
        content: [
          { type: 'title', content: [{ type: 'text', text: 'แถลงการณ์' }] },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }],
              },
            ],
          },
        ],
      }),
    );
    const back = read('a.txt', plainOf(document, 'declaration')).text;
    expect(clausesOf(back).map(clauseText)).toEqual(clausesOf(document).map(clauseText));
    expect(back.content?.map(({ type }) => type)).toEqual(['paragraph', 'bulletList']);
  });
});
