import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordFile } from '../word/reading/testing/files';

/** Heap of the process that reads, in MB. */
const MEMORY = 768;
/** Far above what any of them takes, far below what a hostile file would want; the machine may be busy. */
const SECONDS = 60;

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'mufakat-bad-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

type Content = string | Uint8Array;

/** One process of its own, as a person would start it, with little memory. */
function redline(name: string, old: Content, fresh: Content): Promise<{ code: number | null; said: string }> {
  const [from, to] = [`old-${name}`, `new-${name}`];
  writeFileSync(path.join(directory, from), old);
  writeFileSync(path.join(directory, to), fresh);
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${MEMORY}`, path.resolve('scripts/mufakat.mjs'), 'redline', from, to],
      { env: { ...process.env, INIT_CWD: directory }, timeout: SECONDS * 1000 },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.on('close', (code) => resolve({ code, said }));
  });
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n\n');
const words = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => `word${(i * 7919 + seed) % 5003}`).join(' ');
const GOOD = wordFile({ body: '<w:p><w:r><w:t>AGREE</w:t></w:r></w:p>' });
const COMPOUND = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

const REFUSED: readonly (readonly [what: string, name: string, content: () => Content, words: RegExp])[] = [
  ['a Word file cut in half', 'a.docx', () => GOOD.slice(0, GOOD.length >> 1), /IM\d+.*damaged/],
  [
    'a Word file with a password',
    'b.docx',
    () => Buffer.concat([COMPOUND, Buffer.from('EncryptedPackage', 'utf16le')]),
    /FI8.*password/,
  ],
  ['an old Word file', 'c.docx', () => Buffer.concat([COMPOUND, Buffer.alloc(512)]), /FI1.*old Office/],
  ['a Word file by the name of another', 'd.md', () => GOOD, /FI1.*\.md.*Word/],
  ['a text by the name of a Word file', 'e.docx', () => 'Some words', /FI1.*plain words/],
  [
    'a zip bomb',
    'f.docx',
    () => wordFile({ more: { 'word/media/a.bin': new Uint8Array(200_000_000) } }),
    /IM\d+/,
  ],
  [
    'two million runs',
    'g.docx',
    () => wordFile({ body: `<w:p>${'<w:r/>'.repeat(2_000_000)}</w:p>` }),
    /IM\d+/,
  ],
  [
    'elements in elements of Word',
    'h.docx',
    () =>
      wordFile({
        body: `${'<w:sdt><w:sdtContent>'.repeat(100_000)}${'</w:sdtContent></w:sdt>'.repeat(100_000)}`,
      }),
    /IM\d+/,
  ],
  ['a file of 40 MB', 'i.txt', () => new Uint8Array(40_000_000).fill(97), /FI3.*25 MB/],
  ['24 MB of words', 'j.txt', () => 'word '.repeat(4_800_000), /FI7.*8,000,000/],
  ['24 MB of paragraphs', 'k.md', () => 'a\n\n'.repeat(8_000_000), /FI7/],
  ['elements in elements of HTML', 'l.html', () => '<div>'.repeat(4_000_000), /FI6.*200/],
  ['quotations in quotations', 'm.md', () => '>'.repeat(1_000_000), /FI6/],
  [
    'lists in lists of JSON',
    'n.json',
    () => `{"type":"doc","content":[${'{"type":"x","content":['.repeat(500_000)}${']}'.repeat(500_000)}]}`,
    /FI6/,
  ],
  ['half a JSON', 'o.json', () => '{"type":"doc","content":[', /FI10/],
  ['letters of another encoding', 'p.txt', () => bytes(0xb8, 0xc3, 0xc3, 0xc1, 0x20, 0x41), /FI4.*UTF-8/],
  [
    'bytes that are no words',
    'q.txt',
    () => Uint8Array.from({ length: 4000 }, (_, i) => (i * 31) % 256),
    /FI5/,
  ],
  [
    'a page that never closes what it opens',
    'r.html',
    () => `<p>${Array.from({ length: 90 }, (_, i) => `<b x=${i}>`).join('')}${'</p><p>a'.repeat(1_000_000)}`,
    /FI7/,
  ],
];

const COMPARED: readonly (readonly [
  what: string,
  name: string,
  old: () => Content,
  fresh: () => Content,
  code: number,
  words: RegExp,
])[] = [
  ['two empty texts', 'a.txt', () => '', () => '', 0, /No difference/],
  ['an empty text and one of one word', 'b.txt', () => '', () => 'word', 1, /Words inserted: 1/],
  [
    '1,500 lines that are all the same, and one less',
    'c.txt',
    () => lines(1500, () => '[Agreed ad ref]'),
    () => lines(1499, () => '[Agreed ad ref]'),
    1,
    /Clauses deleted: 1/,
  ],
  [
    'one paragraph of 3,000 words, written anew',
    'd.txt',
    () => words(3000, 1),
    () => words(3000, 2501),
    1,
    /Words inserted/,
  ],
  [
    '1,500 paragraphs in which no word is left',
    'e.txt',
    () => lines(1500, (i) => `alpha${i} beta${i} gamma${i}`),
    () => lines(1500, (i) => `one${i} two${i} three${i}`),
    1,
    /Words inserted: 4,500/,
  ],
  [
    '1,500 paragraphs the other way round',
    'f.txt',
    () => lines(1500, (i) => `Clause ${i * 17} on matter ${i * 31}`),
    () => lines(1500, (i) => `Clause ${(1499 - i) * 17} on matter ${(1499 - i) * 31}`),
    1,
    /before/,
  ],
  [
    '300,000 words in one line against 300,000 others',
    'g.txt',
    () => words(300_000, 1),
    () => words(300_000, 7),
    1,
    /before/,
  ],
];

describe('files that cannot be compared: exit 2, and a word on what to do', () => {
  it.concurrent.each(REFUSED)(
    '%s',
    async (_, name, content, expected) => {
      const { code, said } = await redline(name, content(), content());
      expect(said).toMatch(expected);
      expect([code, said.trim().split('\n').length]).toEqual([2, 1]);
    },
    SECONDS * 4_000,
  );
});

describe('texts that are hard to compare', () => {
  it.concurrent.each(COMPARED)(
    '%s',
    async (_, name, old, fresh, code, expected) => {
      const result = await redline(name, old(), fresh());
      expect(result.said).toMatch(expected);
      expect(result.code).toBe(code);
    },
    SECONDS * 4_000,
  );
});
