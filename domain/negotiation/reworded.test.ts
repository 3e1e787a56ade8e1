import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../redline/testing/arbitraries';
import {
  doc,
  footnote,
  lineBreak,
  list,
  listItem,
  marked,
  operative,
  paragraph,
  row,
  table,
} from '../redline/testing/texts';
import { canonicalDocument } from '../text/canonical';
import { linesOf, withLines } from './reworded';

describe('words the chair gives', () => {
  test('NP41 what is not changed keeps its marks and footnotes', () => {
    const clause = doc(operative(1, 'Members ', marked('shall', 'bold'), footnote('Rev.1'), ' report.'));
    expect(withLines(clause, ['Members should report.'])).toEqual(
      canonicalDocument(
        doc(operative(1, 'Members ', marked('should', 'bold'), footnote('Rev.1'), ' report.')),
      ),
    );
    expect(withLines(clause, ['All Members shall report twice.'])).toEqual(
      canonicalDocument(
        doc(operative(1, 'All Members ', marked('shall', 'bold'), footnote('Rev.1'), ' report twice.')),
      ),
    );
  });

  test('NP41 lines and cells are filled one by one', () => {
    const item = doc(list('bulletList', listItem(paragraph('one', lineBreak(), 'more'), paragraph('two'))));
    expect(linesOf(item)).toEqual(['one\nmore', 'two']);
    expect(withLines(item, ['one\r\nmore', 'three'])).toEqual(
      canonicalDocument(
        doc(list('bulletList', listItem(paragraph('one', lineBreak(), 'more'), paragraph('three')))),
      ),
    );
    expect(withLines(item, ['one'])).toBeNull();
    expect(withLines(item, ['one', ' '])).toBeNull();
    expect(linesOf(doc(table(row('a', '', 'c'))))).toEqual(['a', '', 'c']);
  });

  test('NP41 the same words make the same text', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const lines = linesOf(text);
        const isPlain = lines.every((line) => line === line.trim() && line === line.normalize('NFC'));
        if (!isPlain || lines.some((line) => line === '')) return;
        const made = withLines(text, lines);
        expect(made === null ? [] : linesOf(made)).toEqual(lines);
      }),
      { numRuns: 60, seed: 20190422 },
    );
  });
});
