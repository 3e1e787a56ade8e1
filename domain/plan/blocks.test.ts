import { describe, expect, test } from 'vitest';
import { readBlock, writeBlock, writeCsv } from './blocks';

describe('blocks of cells', () => {
  test('are read as Excel puts them on the clipboard', () => {
    expect(readBlock('A.1\tStudy\r\nA.2\t"Two\nlines ""here"""\r\n')).toEqual([
      ['A.1', 'Study'],
      ['A.2', 'Two\nlines "here"'],
    ]);
    expect(readBlock('one')).toEqual([['one']]);
    expect(readBlock('a\t\t')).toEqual([['a', '', '']]);
    expect(readBlock('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(readBlock('say "hello"')).toEqual([['say "hello"']]);
  });

  test('PL31 hold no formulas on their way out, and come back as they were', () => {
    const rows = [
      ['=1+1', '+1', '-1', '@x', 'a=b'],
      ['tab\there', 'quote "x"', '\tx', '', "'tis"],
      ["'=1+1", "''+", "'", "''", "'@x"],
    ];
    expect(writeBlock([['=1+1', 'x']])).toBe("'=1+1\tx");
    expect(readBlock(writeBlock(rows))).toEqual(rows);
    expect(
      writeCsv([
        ['=cmd()', 'a,b'],
        ['\rx', 'ไทย'],
      ]),
    ).toBe('\ufeff\'=cmd(),"a,b"\r\n"\'\rx",ไทย\r\n');
  });
});
