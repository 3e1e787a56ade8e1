import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { readFile } from './read-file';

const OPTIONS = { changes: 'accept', numbers: 'count' } as const;
const words = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

function textOf(name: string, content: Uint8Array): string {
  const outcome = readFile(name, content, OPTIONS);
  return outcome.ok
    ? canonicalText(outcome.value.text)
    : `${outcome.rule} ${JSON.stringify(outcome.detail ?? {})}`;
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBigEndian ? buffer.swap16() : buffer;
}

const nested = (depth: number): string =>
  '{"type":"bulletList","content":['.repeat(depth) + ']}'.repeat(depth);

describe('readFile', () => {
  const expected = textOf('a.txt', words('ธรรมาภิบาล é'));

  it.each([
    ['a.txt', words('\uFEFFธรรมาภิบาล é\r\n')],
    ['a.TXT', utf16('ธรรมาภิบาล é', false)],
    ['a.text', utf16('ธรรมาภิบาล é', true)],
    ['a.md', words('ธรรมาภิบาล é\n')],
    ['a.markdown', words('ธรรมาภิบาล\né')],
    ['a.htm', words('<p>ธรรมาภิบาล &eacute;')],
    [
      'a.json',
      words(
        '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"ธรรมาภิบาล e\u0301"}]}]}',
      ),
    ],
  ])('FI2 FI4 reads %s', (name, content) => {
    expect(textOf(name, content)).toBe(expected);
  });

  it('an empty file is an empty text', () => {
    for (const name of ['a.txt', 'a.md', 'a.html'])
      expect(textOf(name, bytes())).toBe(textOf('b.txt', words('\n\n')));
  });

  it.each([
    ['FI1', 'a.md', bytes(0x50, 0x4b, 3, 4, 0, 0), 'zip'],
    ['FI1', 'a.txt', words('%PDF-1.7'), 'pdf'],
    ['FI1', 'a.txt', words('<!DOCTYPE html><p>a'), 'html'],
    ['FI1', 'a.html', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'image'],
    ['FI1', 'a.json', words('{\\rtf1'), 'rtf'],
    ['FI1', 'a.md', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'oldOffice'],
    ['FI2', 'a.doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'oldOffice'],
    ['FI2', 'a.pdf', words('%PDF-1.7'), 'pdf'],
    ['FI2', 'a', words('words'), 'words'],
    ['FI3', 'a.txt', new Uint8Array(26 * 1024 * 1024).fill(97), '25'],
    ['FI4', 'a.txt', bytes(0xb8, 0xc3, 0xc3, 0xc1, 0x20, 0x63, 0x61, 0x66, 0xe9), ''],
    ['FI4', 'a.txt', Buffer.from('no mark at the start', 'utf16le'), ''],
    ['FI5', 'a.md', bytes(...Array.from({ length: 200 }, (_, i) => i)), ''],
    ['FI5', 'a.txt', words('a\0b'), ''],
    ['FI6', 'a.md', words('>'.repeat(100_000)), '60'],
    ['FI6', 'a.json', words(`{"type":"doc","content":[${nested(200_000)}]}`), '40'],
    ['FI7', 'a.md', words('*a_ '.repeat(100_000)), ''],
    ['FI7', 'a.txt', words('word '.repeat(2_000_000)), '8,000,000'],
    ['FI7', 'a.txt', words('a\n'.repeat(400_000)), '300,000'],
    [
      'FI8',
      'a.docx',
      Buffer.concat([
        bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      '',
    ],
    ['FI9', 'a.json', words('{"format":"mufakat-evidence/1"}'), 'evidence'],
    ['FI9', 'a.json', words('{"format":"mufakat-changes/1"}'), 'changeList'],
    ['FI10', 'a.json', words('{"type":"doc"'), 'not JSON'],
    ['FI10', 'a.json', words('[1,2]'), 'not a document'],
    ['FI10', 'a.json', words('{"type":"doc","content":[{"type":"script"}]}'), 'script'],
    [
      'FI10',
      'a.json',
      words(
        '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"javascript:x"}}]}]}]}',
      ),
      'link.href',
    ],
    [
      'FI10',
      'a.json',
      words('{"type":"doc","content":[{"type":"paragraph","content":"a"}]}'),
      'not a document',
    ],
  ])('%s refuses %s', (rule, name, content, detail) => {
    const said = textOf(name, content);
    expect(said.split(' ')[0]).toBe(rule);
    expect(said).toContain(detail);
  });

  it('links of every kind of file lead to the web or mail', () => {
    const kinds = ['a.md', 'a.html'].map((name) =>
      textOf(name, words('<a href="data:text/html,x">a</a> <a href="mailto:a@b.org">b</a>\n')),
    );
    for (const text of kinds) expect(text.match(/"href":"[^"]*"/g)).toEqual(['"href":"mailto:a@b.org"']);
  });

  it('Markdown: headings, front matter, tables, footnotes, lists', () => {
    const outcome = readFile(
      'a.md',
      words(
        '---\ntitle: X\n---\n\n# T\n\n## A\n\nw[^1] **b** ~~s~~ `c`\n\n1. one\n2. two\n\n| h | i |\n|---|---|\n| a | b |\n\n[^1]: Note\n',
      ),
      OPTIONS,
    );
    if (!outcome.ok) throw new Error(outcome.rule);
    expect((outcome.value.text as DocumentJson).content?.map((node: NodeJson) => node.type)).toEqual([
      'paragraph',
      'heading',
      'heading',
      'paragraph',
      'orderedList',
      'table',
    ]);
    expect(JSON.stringify(outcome.value.text)).toContain('"text":"Note"');
    expect(outcome.value.leftOut.map(({ kind }) => kind)).toEqual(['strikethrough', 'code']);
  });
});
