import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../domain/sheets/table';
import { accepted, ruleOf } from '../../tests/outcome';
import { number, row, type SheetParts, sheetFile, word } from '../testing/files';
import { readWorkbook } from './read-workbook';

const COLUMNS = [
  { key: 'code', names: ['Code', 'รหัส'], isNeeded: true },
  { key: 'value', names: ['Value', 'ค่า'], isNeeded: true },
  { key: 'title', names: ['Title'], isTold: true },
];
const HEAD = row(1, word('A1', 'Code'), word('B1', 'Value'));

function read(parts: SheetParts | string | Uint8Array) {
  const bytes =
    typeof parts === 'string'
      ? new TextEncoder().encode(parts)
      : parts instanceof Uint8Array
        ? parts
        : sheetFile(parts);
  return tableOf(accepted(readWorkbook(bytes)).sheets, COLUMNS);
}
const values = (parts: Parameters<typeof read>[0]) =>
  accepted(read(parts)).rows.map(({ words }) => words.value);
const found = (parts: SheetParts | string) =>
  accepted(read(parts)).findings.map(({ address, refusal }) => [address, refusal.rule]);

describe('what stands in cells', () => {
  test('words, shared words, formatted words, numbers, dates of either calendar, percent, yes and no', () => {
    const formats = ['d mmm yyyy', '0.0%', '[$-41E]mmm yy', '#,##0.00'];
    const cells = [
      word('B2', 'words'),
      '<c r="B3" t="s"><v>1</v></c>',
      '<c r="B4" t="inlineStr"><is><r><t>bold </t></r><r><t>plain</t></r><rPh><t>x</t></rPh></is></c>',
      number('B5', '1234.5'),
      number('B6', '0.30000000000000004'),
      number('B7', 43539, 1),
      number('B8', 0.455, 2),
      number('B9', 43539, 3),
      number('B10', 12000, 4),
      '<c r="B11" t="b"><v>1</v></c>',
    ];
    const rows = HEAD + cells.map((cell, index) => row(index + 2, cell)).join('');
    const parts = { rows, formats, strings: ['no', 'shared'] };
    expect(values(parts)).toEqual([
      'words',
      'shared',
      'bold plain',
      '1234.5',
      '0.3',
      '2019-03-15',
      '45.5%',
      '2019-03-15',
      '12000',
      'yes',
    ]);
    const from1904 = { ...parts, workbookProperties: '<workbookPr date1904="1"/>' };
    expect(values(from1904)[5]).toBe('2023-03-16');
  });

  test('XL16, XL18 formulas and errors are found by their cells, whatever they came to', () => {
    const rows =
      HEAD +
      row(2, word('A2', 'a'), '<c r="B2"><f>SUM(1,2)</f><v>3</v></c>') +
      row(17, '<c r="B17" t="e"><v>#REF!</v></c>');
    expect(found({ rows })).toEqual([
      ['B2', 'XL16'],
      ['B17', 'XL18'],
    ]);
  });

  test('XL17 merged cells are found, above the table and beside it they do no harm', () => {
    const rows =
      row(1, word('A1', 'A title')) +
      row(2, word('A2', 'Code'), word('B2', 'Value')) +
      row(3, word('A3', 'a'));
    const after =
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B3:B5"/><mergeCell ref="F3:G9"/></mergeCells>';
    expect(found({ rows, after })).toEqual([['B3:B5', 'XL17']]);
  });
});

describe('the table in a file', () => {
  test('XL11 it is found by what stands above its columns, in either language and any order', () => {
    const rows =
      row(3, word('C3', ' ค่า '), word('D3', 'Mine'), word('E3', 'CODE *')) +
      row(9, number('C9', 1), word('E9', 'x'));
    const table = accepted(read({ rows }));
    expect(table.rows).toEqual([{ row: 9, words: { value: '1', code: 'x' } }]);
    expect(table.ignored).toEqual(['Mine']);
    expect(table.letters).toEqual({ value: 'C', code: 'E' });
    expect(ruleOf(read({ rows: row(1, word('A1', 'Code')) }))).toBe('XL11');
  });

  test('XL12 a column stands once; XL14 there are not endless rows; empty ones are none', () => {
    expect(ruleOf(read({ rows: HEAD.replace('</row>', `${word('C1', 'value')}</row>`) }))).toBe('XL12');
    const csv = (count: number) => `Code,Value\n${'a,1\n'.repeat(count)}`;
    expect(accepted(read(`${csv(5000)}\n\n,\n`)).rows).toHaveLength(5000);
    expect(ruleOf(read(csv(5001)))).toBe('XL14');
  });

  test('separated values: commas, semicolons or tabs, quotes, and the encodings of Excel', () => {
    expect(values('\ufeffCode,Value\r\na,"one, ""two""\nthree"\r\n')).toEqual(['one, "two"\nthree']);
    expect(values('Code;Value\na;1,5\n')).toEqual(['1,5']);
    expect(values(Buffer.from('\ufeffCode\tValue\r\na\tไทย\r\n', 'utf16le'))).toEqual(['ไทย']);
    expect(found('Code,Value\na,=1+1\nb,-5\n')).toEqual([['B2', 'XL16']]);
    expect(ruleOf(readWorkbook(new TextEncoder().encode('Code,Value\n"a,1')))).toBe('XL3');
  });
});
