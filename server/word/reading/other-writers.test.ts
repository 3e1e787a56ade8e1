import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, FootnoteReferenceRun, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../../domain/text/document-json';
import { ask, has } from '../../tests/office';
import { accepted } from '../../tests/outcome';
import { readWord, type WordFile } from '.';

const MARKDOWN = `---
title: Statement on Reform
---

# Background

Words **bold** and *slanted* with a [link](https://asean.org)[^1].

1. first
2. second

   goes on

   a. nested

- dot

| Name | Sum |
|------|-----|
| a    | 1   |

สวัสดีชาวโลก

[^1]: The note.
`;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'mufakat-writers-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function read(bytes: Uint8Array): WordFile {
  return accepted(readWord(bytes, { houseStyle: 'sections', language: 'en' }));
}

function kinds({ accepted: text }: WordFile): string[] {
  return (text.content ?? []).map(({ type }) => type);
}

function fromPandoc(): Uint8Array {
  const file = path.join(directory, 'pandoc.docx');
  ask('pandoc', ['-f', 'markdown', '-o', file], new TextEncoder().encode(MARKDOWN));
  return readFileSync(file);
}

const KINDS = ['title', 'heading', 'paragraph', 'orderedList', 'bulletList', 'table', 'paragraph'];

describe.skipIf(!has('pandoc'))('a file that pandoc wrote', () => {
  test('has its kinds, lists in lists, and marks', () => {
    const file = read(fromPandoc());
    expect(kinds(file)).toEqual(KINDS);
    const [, , words, list] = file.accepted.content ?? [];
    expect(
      (words?.content ?? []).map(({ type, text, attrs, marks }) => [
        text ?? attrs?.text ?? type,
        marks?.[0]?.type,
      ]),
    ).toEqual([
      ['Words ', undefined],
      ['bold', 'bold'],
      [' and ', undefined],
      ['slanted', 'italic'],
      [' with a ', undefined],
      ['link', 'link'],
      ['The note.', undefined],
      ['.', undefined],
    ]);
    expect(list?.content?.[1]?.content?.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'orderedList',
    ]);
  });
});

const HTML = `<h1>Background</h1><p>Words <b>bold</b> and <i>slanted</i> with a <a href="https://asean.org/">link</a>.</p>
<ol><li>first</li><li>second<ol type="a"><li>nested</li><li>again</li></ol></li><li>third</li></ol><ul><li>dot</li></ul>
<table border="1"><tr><td colspan="2">wide</td></tr><tr><td>a</td><td>1</td></tr></table><p>สวัสดีชาวโลก</p>`;

describe.skipIf(!has('soffice'))('a file that LibreOffice wrote', () => {
  test('has its kinds, lists in lists, merged cells and Thai words', () => {
    const source = path.join(directory, 'source.html');
    writeFileSync(source, `<meta charset="utf-8">${HTML}`);
    const profile = `-env:UserInstallation=file://${path.join(directory, 'profile')}`;
    const to = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', directory];
    execFileSync('soffice', [profile, '--headless', '--infilter=HTML (StarWriter)', ...to, source], {
      timeout: 120_000,
      stdio: 'ignore',
    });
    const file = read(readFileSync(path.join(directory, 'source.docx')));
    expect(kinds(file)).toEqual(['heading', 'paragraph', 'orderedList', 'bulletList', 'table', 'paragraph']);
    const [, words, list, , table] = file.accepted.content ?? [];
    expect((words?.content ?? []).flatMap(({ marks }) => marks ?? []).map(({ type }) => type)).toEqual([
      'bold',
      'italic',
      'link',
    ]);
    expect(list?.content?.map((item) => plainText(item))).toEqual(['first', 'secondnestedagain', 'third']);
    expect(table?.content?.[0]?.content?.[0]?.attrs).toMatchObject({ colspan: 2 });
    expect(plainText(file.accepted)).toContain('สวัสดีชาวโลก');
  }, 240_000);
});

describe('a file that the docx library wrote', () => {
  test('has its tracked changes and notes', async () => {
    const file = new Document({
      footnotes: { 1: { children: [new Paragraph('A note')] } },
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new TextRun('Keep '),
                new InsertedTextRun({ id: 1, author: 'Ministry', date: '2026-03-01T09:30:00Z', text: 'new' }),
                new FootnoteReferenceRun(1),
              ],
            }),
          ],
        },
      ],
    });
    const word = read(await Packer.toBuffer(file));
    expect([plainText(word.accepted), plainText(word.rejected)]).toEqual(['Keep new', 'Keep ']);
    expect(word.authors).toMatchObject([{ author: 'Ministry', insertions: 1 }]);
    expect(JSON.stringify(word.accepted)).toContain('"text":"A note"');
  });
});
