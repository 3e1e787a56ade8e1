import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { accepted, ruleOf } from '../tests/outcome';
import { SHEET_LIMITS } from './reading/limits';
import { readWorkbook } from './reading/read-workbook';
import { row, sheetFile, sheetParts, word } from './testing/files';

const GOOD = { rows: row(1, word('A1', 'Code')) };
const ruleFor = (bytes: Uint8Array, limits = SHEET_LIMITS) => ruleOf(readWorkbook(bytes, () => {}, limits));

describe('files that are no workbook, or a hostile one', () => {
  test('the good file of these tests is read', () => {
    expect(ruleFor(sheetFile(GOOD))).toBe('accepted');
  });

  test('XL15 an empty file, XL10 one that is too large', () => {
    expect(ruleFor(new Uint8Array())).toBe('XL15');
    expect(ruleFor(sheetFile(GOOD), { ...SHEET_LIMITS, fileBytes: 100 })).toBe('XL10');
  });

  test('XL2 what a file is counts, not its name', () => {
    expect(ruleFor(strToU8('%PDF-1.7 \u0000'))).toBe('XL2');
    expect(ruleFor(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }))).toBe(
      'XL2',
    );
    expect(ruleFor(zipSync({ 'a.txt': strToU8('a') }))).toBe('XL2');
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    expect(ruleFor(sheetFile({ ...GOOD, contentType: docx }))).toBe('XL2');
  });

  test('XL3 cut short, not well-formed, an entity that nobody declared, a part that is missing', () => {
    const good = sheetFile(GOOD);
    expect(ruleFor(good.slice(0, good.length - 40))).toBe('XL3');
    expect(ruleFor(sheetFile({ sheet: '<worksheet><sheetData></worksheet>' }))).toBe('XL3');
    expect(ruleFor(sheetFile({ rows: row(1, word('A1', '&lol;')) }))).toBe('XL3');
    const { 'xl/worksheets/sheet1.xml': _, ...without } = sheetParts(GOOD);
    expect(ruleFor(zipSync(without))).toBe('XL3');
  });

  test('XL4 a password', () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const encrypted = new Uint8Array([
      ...ole,
      ...new Uint8Array(512),
      ...Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(ruleFor(encrypted)).toBe('XL4');
    expect(ruleFor(new Uint8Array([...ole, ...new Uint8Array(512)]))).toBe('XL2');
  });

  test('XL5 a zip bomb is refused before it is unpacked', () => {
    const bomb = sheetFile({ ...GOOD, more: { 'xl/worksheets/sheet1.xml': new Uint8Array(80_000_000) } });
    expect(bomb.length).toBeLessThan(400_000);
    const start = performance.now();
    expect(ruleFor(bomb)).toBe('XL5');
    expect(performance.now() - start).toBeLessThan(100);
  });

  test('XL5 elements, depth, cells and characters are counted on the way', () => {
    const many = sheetFile({
      rows: Array.from({ length: 300 }, (_, at) => row(at + 1, word(`A${at + 1}`, 'x'))).join(''),
    });
    expect(ruleFor(many, { ...SHEET_LIMITS, elements: 500 })).toBe('XL5');
    expect(ruleFor(many, { ...SHEET_LIMITS, cells: 200 })).toBe('XL5');
    expect(ruleFor(many, { ...SHEET_LIMITS, characters: 100 })).toBe('XL5');
    expect(ruleFor(sheetFile({ sheet: `${'<a>'.repeat(100)}${'</a>'.repeat(100)}` }))).toBe('XL5');
  });

  test('XL6 macros, by their part or by the kind of file', () => {
    expect(ruleFor(sheetFile({ ...GOOD, more: { 'xl/vbaProject.bin': 'x' } }))).toBe('XL6');
    const contentType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    expect(ruleFor(sheetFile({ ...GOOD, contentType }))).toBe('XL6');
    expect(ruleFor(sheetFile({ ...GOOD, more: { 'xl/macrosheets/sheet1.xml': '<x/>' } }))).toBe('XL6');
  });

  test('XL7 links to other workbooks and data connections', () => {
    expect(ruleFor(sheetFile({ ...GOOD, more: { 'xl/externalLinks/externalLink1.xml': '<x/>' } }))).toBe(
      'XL7',
    );
    expect(ruleFor(sheetFile({ ...GOOD, more: { 'xl/connections.xml': '<x/>' } }))).toBe('XL7');
  });

  test('XL8 a document type, and names that a workbook has not', () => {
    const sheet = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>';
    expect(ruleFor(sheetFile({ sheet }))).toBe('XL8');
    expect(ruleFor(sheetFile({ ...GOOD, more: { '../../etc/passwd': 'x' } }))).toBe('XL8');
  });

  test('parts that nobody reads are not unpacked', () => {
    const file = sheetFile({ ...GOOD, more: { 'xl/drawings/drawing1.xml': '<not well formed' } });
    expect(accepted(readWorkbook(file)).sheets).toHaveLength(1);
  });

  test('XL5 a string that many cells share counts in each of them, and none is longer than a cell', () => {
    const shared = (address: string) => `<c r="${address}" t="s"><v>0</v></c>`;
    const cells = Array.from({ length: 30 }, (_, index) => row(index + 1, shared(`A${index + 1}`))).join('');
    const limits = { ...SHEET_LIMITS, characters: 2_000 };
    expect(ruleFor(sheetFile({ rows: cells, strings: ['x'.repeat(50)] }), limits)).toBe('accepted');
    expect(ruleFor(sheetFile({ rows: cells, strings: ['x'.repeat(100)] }), limits)).toBe('XL5');
    expect(ruleFor(sheetFile({ rows: row(1, shared('A1')), strings: ['x'.repeat(32_768)] }))).toBe('XL5');
  });
});
