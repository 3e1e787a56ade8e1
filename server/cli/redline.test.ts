import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, parseChangeList } from '../../domain/redline/list';
import { canonicalText } from '../../domain/text/canonical';
import { type ReadingOptions, readFile } from '../reading/read-file';
import { ask, has } from '../tests/office';
import { runCommandLine } from './run';

const OPTIONS: ReadingOptions = { changes: 'accept', numbers: 'count' };
const OLD =
  '# Statement\n\n1. AGREE that members shall meet every year.\n2. WELCOME the report.\n\nThe closing words of the meeting, as they were read out.\n';
const NEW =
  '# Statement\n\nThe closing words of the meeting, as they were read out.\n\n1. AGREE that members **should** meet every year.\n2. WELCOME the report.\n';

let directory = '';
let out: string[] = [];
let err: string[] = [];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'mufakat-redline-'));
  put('old.md', OLD);
  put('new.md', NEW);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const at = (name: string) => path.join(directory, name);
const put = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content);
const said = () => [...out, ...err].join('\n');

async function redline(...args: string[]): Promise<number> {
  out = [];
  err = [];
  return runCommandLine(['redline', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    write: (content) => out.push(String(content)),
    hasColours: false,
    env: { NODE_ENV: 'test' },
    cwd: directory,
  });
}

function textOf(name: string, options: ReadingOptions = OPTIONS): string {
  const read = readFile(name, readFileSync(at(name)), options);
  if (!read.ok) throw new Error(read.rule);
  return canonicalText(read.value.text);
}

describe('redline OLD NEW', () => {
  it('exit 1 where they differ, with counts and the list of changes', async () => {
    expect(await redline('old.md', 'new.md')).toBe(1);
    expect(out).toEqual([
      'old.md → new.md',
      expect.stringMatching(/^\d+ words before, \d+ words after$/),
      expect.stringContaining('Words inserted: 1, Words deleted: 1'),
      '',
      expect.stringContaining('moved'),
      expect.stringMatching(/wording “shall” → “should”$/),
      expect.stringContaining('moved'),
    ]);
  });

  it('exit 0 where they do not, whatever kind of file they are', async () => {
    put(
      'old.html',
      '<h1>Statement</h1><ol><li>AGREE that members shall meet every year.<li>WELCOME the report.</ol><p>The closing words of the meeting, as they were read out.',
    );
    put('old.json', textOf('old.md'));
    for (const other of ['old.md', 'old.html', 'old.json'])
      expect([other, await redline('old.md', other)]).toEqual([other, 0]);
    expect(said()).toContain('No difference');
  });

  it('FI12 numbers of plain text are clauses on both sides or words on both', async () => {
    put('a.txt', '1. one thing is said\n2. another thing is said\n');
    put('b.txt', '1. one thing is said\n2. something new that nobody said\n3. another thing is said\n');
    put('c.txt', '1. one thing is said\n5. another thing is said\n');
    expect(await redline('a.txt', 'b.txt')).toBe(1);
    expect(said()).toContain('Clauses inserted: 1');
    expect(said()).not.toContain('wording');
    expect(await redline('a.txt', 'c.txt')).toBe(1);
    expect(said()).toMatch(/wording “2” → “5”/);
  });

  it('FI11 says what was not compared', async () => {
    put('new.md', `${NEW}\n![Logo](x.png)\n\n[a](javascript:x)\n`);
    expect(await redline('old.md', 'new.md')).toBe(1);
    expect(said()).toContain('(new.md):\n  1 × pictures, first at “Logo”');
  });

  it('lists the first changes, and all with --list', async () => {
    const words = (from: number) =>
      Array.from({ length: 40 }, (_, i) => `Clause number ${i} says what is said in it: ${from + i}.`).join(
        '\n\n',
      );
    put('old.md', words(0));
    put('new.md', words(1000));
    await redline('old.md', 'new.md');
    expect(said()).toContain('28 more changes. See all: --list');
    await redline('old.md', 'new.md', '--list');
    expect(out.at(-1)).toContain('39” → “1039');
  });

  it('speaks Thai where that is asked for', async () => {
    await redline('old.md', 'new.md', '--language', 'th');
    expect(said()).toContain('คำ');
  });
});

describe('redline OLD NEW -o OUT', () => {
  it('json is a list of changes that makes the new text of the old', async () => {
    expect(await redline('old.md', 'new.md', '-o', 'out.json')).toBe(1);
    const list = parseChangeList(readFileSync(at('out.json'), 'utf8'));
    const old = readFile('old.md', Buffer.from(OLD), OPTIONS);
    if (!list.ok || !old.ok) throw new Error('not read');
    const made = applyChanges(old.value.text, list.value);
    expect(made.ok && canonicalText(made.value)).toBe(textOf('new.md'));
  });

  it('docx holds both texts as tracked changes', async () => {
    expect(await redline('old.md', 'new.md', '-o', 'out.docx', '--author', 'Reviewer')).toBe(1);
    expect(await redline('out.docx', 'new.md')).toBe(0);
    expect(said()).toContain('tracked changes: compared as if accepted');
    expect(await redline('out.docx', 'old.md', '--changes', 'reject')).toBe(0);
    expect(await redline('old.md', 'new.md', '-o', 'apart.docx', '--moves', 'as-delete-insert')).toBe(1);
    expect(await redline('apart.docx', 'old.md', '--changes', 'reject')).toBe(0);
  });

  it.skipIf(!has('pandoc'))('docx is the same to pandoc, under the name that was given', async () => {
    await redline('old.md', 'new.md', '-o', 'out.docx', '--author', 'Reviewer');
    const native = ask('pandoc', ['--track-changes=all', '-t', 'native', at('out.docx')]);
    expect(native).toContain('"Reviewer"');
    expect(ask('pandoc', ['--track-changes=reject', '-t', 'plain', at('out.docx')])).toContain('shall');
  });

  it('html is one page without scripts, whose list leads to every change', async () => {
    put('new.md', `${NEW}\n<i>&lt;script&gt;</i>\n`);
    await redline('old.md', 'new.md', '-o', 'out.html');
    const html = readFileSync(at('out.html'), 'utf8');
    expect(html).not.toMatch(/<script|src=|url\(|@import/);
    expect(html).toContain('<ins id="c');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
    expect(await redline('out.html', 'new.md')).toBe(2);
    expect(said()).toContain('FI9');
  });

  it('- is standard output, with the summary beside it', async () => {
    expect(await redline('old.md', 'new.md', '-o', '-', '--format', 'txt')).toBe(1);
    expect(out.join('')).toMatch(/^Redline: old\.md → new\.md\n/);
    expect(err.join('\n')).toContain('Words inserted');
  });

  it('writes over nothing unless it is told to', async () => {
    put('out.html', 'mine');
    expect(await redline('old.md', 'new.md', '-o', 'out.html')).toBe(2);
    expect(readFileSync(at('out.html'), 'utf8')).toBe('mine');
    expect(await redline('old.md', 'new.md', '-o', 'out.html', '--force')).toBe(1);
  });

  it.each([
    [['old.md'], 'NEW is missing'],
    [['old.md', 'none.md'], 'There is no file'],
    [['old.md', '.'], 'is not a file'],
    [['old.md', 'new.md', '-o', 'out.pdf'], 'ends in .docx, .html, .txt or .json'],
    [['old.md', 'new.md', '-o', 'none/out.html'], 'Cannot write'],
    [['old.md', 'new.md', '--format', 'html'], '-o FILE'],
    [['old.md', 'new.md', '--moves', 'sideways'], 'Choose one of: as-moves'],
    [['old.md', 'new.md', '--colour'], "Unknown option '--colour'"],
  ])('%j: exit 2, with what to do', async (args, words) => {
    expect(await redline(...args)).toBe(2);
    expect(said()).toContain(words);
    expect(existsSync(at('out.html'))).toBe(false);
  });
});
