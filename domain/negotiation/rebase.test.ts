import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revisions, twoRevisions } from '../redline/testing/arbitraries';
import {
  doc,
  footnote,
  list,
  listItem,
  marked,
  operative,
  paragraph,
  row,
  table,
} from '../redline/testing/texts';
import { canonicalDocument, textHash } from '../text/canonical';
import type { DocumentJson } from '../text/document-json';
import { combineWords } from './combine';
import { isText, type Rebased, rebaseWords } from './rebase';
import { touchedOf } from './touched';
import { editsBetween, withEdits } from './words/edits';
import { TokenText, textOfTokens } from './words/tokens';

const RUNS = { numRuns: 60, seed: 20190422 };

const BASE = doc(operative(1, 'Member States shall report every year to the Meeting.'));

function op(...words: Parameters<typeof operative>[1][]): DocumentJson {
  return doc(operative(1, ...words));
}

function clean(rebased: Rebased): DocumentJson {
  if (!rebased.isClean) throw new Error(`not clean: ${JSON.stringify(rebased)}`);
  return canonicalDocument(rebased.words);
}

/** A text without the ids of its clauses: those of the clause itself are settled where it is put into the text. */
function said(document: DocumentJson): string {
  return JSON.stringify(canonicalDocument(document), (key, value) =>
    key === 'id' ? undefined : value,
  ).replace(/"attrs":\{\},|,"attrs":\{\}/g, '');
}

describe('a text as tokens', () => {
  test('NP21 tokens make the text again, and what turns one into another makes the other', () => {
    fc.assert(
      fc.property(revisions, ([old, fresh]) => {
        const [was, is] = [new TokenText(old), new TokenText(fresh)];
        const [first, made] = [textOfTokens(was.tokens), withEdits(was.tokens, editsBetween(was, is))];
        if (textHash(first ?? doc()) !== textHash(old)) return;
        expect(made.map(({ key }) => key)).toEqual(is.tokens.map(({ key }) => key));
      }),
      RUNS,
    );
  });

  test('NP21 items, cells, footnotes and marks come back as they were', () => {
    for (const text of [
      doc(list('bulletList', listItem(paragraph('one', footnote('note')), paragraph('two')))),
      doc(table(row('a', '', 'c'))),
      doc(operative(2, 'one ', marked('two', 'bold'), ' three', { type: 'hardBreak' }, 'four')),
    ]) {
      expect(textOfTokens(new TokenText(text).tokens)).toEqual(canonicalDocument(text));
    }
  });
});

describe('what a proposal touches', () => {
  test('NP21 words replaced, put in, taken out; a footnote; the form of the clause', () => {
    expect(touchedOf(BASE, op('Member States should report every year to the Meeting.'))).toEqual({
      whole: false,
      spans: [{ from: 14, to: 19 }],
    });
    expect(touchedOf(BASE, op('Member States shall report to the Meeting.')).spans).toEqual([
      { from: 27, to: 38 },
    ]);
    const put = touchedOf(BASE, op('Member States shall duly report every year to the Meeting.')).spans;
    expect(put).toHaveLength(1);
    expect(put[0]?.from).toBe(put[0]?.to);
    expect(touchedOf(op('one', footnote('a')), op('one', footnote('b'))).spans).toEqual([
      { from: 3, to: 3, footnote: 0 },
    ]);
    const form = touchedOf(BASE, doc(operative(2, 'Member States shall report every year to the Meeting.')));
    expect(form).toEqual({ whole: true, spans: [{ from: 0, to: 0 }] });
  });
});

describe('a proposal on a clause that has changed since', () => {
  const SHOULD = op('Member States should report every year to the Meeting.');
  const TWICE = op('Member States shall report twice a year to the Meeting.');

  test('NP22 what it touches is as it was: it goes on, and the other change stays', () => {
    expect(clean(rebaseWords(BASE, SHOULD, TWICE))).toEqual(
      canonicalDocument(op('Member States should report twice a year to the Meeting.')),
    );
  });

  test('NP22 what it touches was touched: the spans are named, as they stood', () => {
    const MUST = op('Member States must report every year to the Meeting.');
    expect(rebaseWords(BASE, SHOULD, MUST)).toEqual({
      isClean: false,
      why: 'words',
      spans: [
        { from: 14, to: 19 },
        { from: 14, to: 19 },
      ],
    });
  });

  test('NP22 marks and footnotes stay where they are', () => {
    const base = op(
      'Member States ',
      marked('shall', 'bold'),
      ' report',
      footnote('See Rev.1'),
      ' every year.',
    );
    const proposed = op(
      'Member States ',
      marked('shall', 'bold'),
      ' report',
      footnote('See Rev.1'),
      ' twice a year.',
    );
    const present = op(
      'All Member States ',
      marked('shall', 'bold'),
      ' report',
      footnote('See Rev.2'),
      ' every year.',
    );
    expect(clean(rebaseWords(base, proposed, present))).toEqual(
      canonicalDocument(
        op('All Member States ', marked('shall', 'bold'), ' report', footnote('See Rev.2'), ' twice a year.'),
      ),
    );
  });

  test('NP22 a clause cut in two takes the words that were changed elsewhere', () => {
    const cut = doc(operative(1, 'Member States shall report every year'), operative(1, 'to the Meeting.'));
    expect(clean(rebaseWords(BASE, cut, SHOULD))).toEqual(
      canonicalDocument(
        doc(operative(1, 'Member States should report every year'), operative(1, 'to the Meeting.')),
      ),
    );
  });

  test('NP22 rebasing over nothing changes nothing; what both said alike is no conflict', () => {
    fc.assert(
      fc.property(revisions, ([base, proposed]) => {
        expect(clean(rebaseWords(base, proposed, base))).toEqual(canonicalDocument(proposed));
        const again = rebaseWords(base, proposed, proposed);
        if (again.isClean) expect(said(again.words)).toBe(said(proposed));
      }),
      RUNS,
    );
  });

  test('NP22 in either order the same text, which the schema allows', () => {
    let met = 0;
    fc.assert(
      fc.property(twoRevisions, ([base, first, second]) => {
        if (![base, first, second].every(isText)) return;
        const one = rebaseWords(base, first, second);
        const other = rebaseWords(base, second, first);
        expect(one.isClean).toBe(other.isClean);
        if (!one.isClean || !other.isClean) return;
        met += 1;
        expect(said(one.words)).toBe(said(other.words));
        expect(isText(one.words)).toBe(true);
        expect(said(clean(combineWords(base, [first, second])))).toBe(said(one.words));
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(5);
  });
});
