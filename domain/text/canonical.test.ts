import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../redline/testing/arbitraries';
import { block, doc, footnote, marked, paragraph } from '../redline/testing/texts';
import { canonicalDocument, canonicalText, textHash } from './canonical';
import type { DocumentJson, NodeJson } from './document-json';

/** The same text as another editor might have written it: keys turned round, nulls written out, runs cut up. */
function writtenOtherwise(node: NodeJson): NodeJson {
  const attrs = Object.entries(node.attrs ?? {}).reverse();
  const content = (node.content ?? []).flatMap((child) =>
    child.type === 'text' ? letterByLetter(child) : [writtenOtherwise(child)],
  );
  return {
    ...(content.length === 0 ? {} : { content }),
    attrs: { ...Object.fromEntries(attrs), nothing: null },
    type: node.type,
  };
}

function letterByLetter(node: NodeJson): NodeJson[] {
  const marks = [...(node.marks ?? [])].reverse();
  return [...(node.text ?? '')].map((text) => ({ marks, text, type: 'text' }));
}

describe('the canonical form', () => {
  test('TX5 one text has one form, however it was written down', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(textHash(writtenOtherwise(document) as DocumentJson)).toBe(textHash(document));
      }),
      { numRuns: 200, seed: 20190422 },
    );
  });

  test('TX5 the canonical document is its own canonical form', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const canonical = canonicalDocument(document);
        expect(canonicalDocument(canonical)).toEqual(canonical);
        expect(canonicalText(canonical)).toBe(canonicalText(document));
      }),
      { numRuns: 200, seed: 20190422 },
    );
  });

  test('TX5 letters composed or not are the same letters, across runs too', () => {
    const composed = doc(paragraph('Việt'));
    expect(textHash(doc(paragraph('Vie\u0323\u0302t')))).toBe(textHash(composed));
    expect(textHash(doc(paragraph('Vie\u0323', '\u0302t')))).toBe(textHash(composed));
    expect(textHash(doc(paragraph(footnote('e\u0301'))))).toBe(textHash(doc(paragraph(footnote('é')))));
  });

  test('TX5 an attribute that is null is an attribute that is absent', () => {
    expect(textHash(doc(block('paragraph', { id: null }, 'x')))).toBe(textHash(doc(paragraph('x'))));
  });

  test.each<[string, DocumentJson]>([
    ['a letter', doc(paragraph('Members shal meet'))],
    ['case', doc(paragraph('members shall meet'))],
    ['a space', doc(paragraph('Members  shall meet'))],
    ['a no-break space', doc(paragraph('Members\u00A0shall meet'))],
    ['a mark', doc(paragraph('Members ', marked('shall', 'bold'), ' meet'))],
    ['a kind', doc(block('operative', {}, 'Members shall meet'))],
    ['an id', doc(block('paragraph', { id: 'c_1' }, 'Members shall meet'))],
    ['a clause more', doc(paragraph('Members shall meet'), paragraph())],
    ['a footnote', doc(paragraph('Members shall meet', footnote('?')))],
  ])('TX5 %s makes another text', (_, other) => {
    expect(textHash(other)).not.toBe(textHash(doc(paragraph('Members shall meet'))));
  });

  test('TX5 the bytes are RFC 8785: keys sorted, no spaces', () => {
    expect(
      canonicalText(doc(block('heading', { level: 2, id: 'c_1' }, marked('A "b"', 'italic', 'bold')))),
    ).toBe(
      '{"content":[{"attrs":{"id":"c_1","level":2},"content":[{"marks":[{"type":"bold"},{"type":"italic"}],"text":"A \\"b\\"","type":"text"}],"type":"heading"}],"type":"doc"}',
    );
  });

  test('TX5 the bytes are those that the reference of RFC 8785 writes', () => {
    const odd = block('heading', {
      ...{ id: 'c_1', level: -0, ตัว: true, a: 1.5, b: { z: 1, y: [1, null, 'x\u2028'] }, A: '\ud800' },
    });
    for (const document of [doc(odd), ...fc.sample(documents, { numRuns: 200, seed: 20190422 })]) {
      expect(canonicalText(document)).toBe(canonicalize(canonicalDocument(document)));
    }
  });

  test('TX5 the fingerprint of the empty text is known', () => {
    expect(canonicalText(doc())).toBe('{"type":"doc"}');
    expect(textHash(doc())).toBe('a2cacbda46e7e7abefcbbefb37b99e6fdf137fc738e6bc58b4f259069f36dfb9');
  });
});
