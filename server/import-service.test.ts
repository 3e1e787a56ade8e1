import { Worker } from 'node:worker_threads';
import { strToU8 } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { createImportService } from './import-service';
import type { ImportedFile } from './ports';
import { accepted } from './tests/outcome';
import { by, p, r, wordFile } from './word/reading/testing/files';

const imports = createImportService();
afterAll(() => imports.stop());

const ROW = { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] };

function file(name: string, bytes: Uint8Array): ImportedFile {
  return { name, bytes, houseStyle: 'declaration', language: 'en' };
}

describe('files read in a worker', () => {
  test('IM16 IM17 what a Word file holds is told before anything is imported', async () => {
    const bytes = wordFile({
      body: p(
        `${r('AGREE to meet')}<w:ins ${by('Ministry A')}>${r(' twice')}</w:ins>${r('Struck', '<w:strike/>')}`,
      ),
    });
    expect(accepted(await imports.look(file('a.docx', bytes)))).toMatchObject({
      findings: {
        words: 4,
        clauses: 1,
        leftOut: [{ kind: 'strikethrough', count: 1, where: 'Struck' }],
        authors: [{ author: 'Ministry A', insertions: 1, firstAt: '2026-03-01T09:30:00.000Z' }],
        authorOf: [0],
        pages: 1,
      },
    });
  });

  test('a file of words is read by its name; the text keeps the ids of clauses that stand already', async () => {
    const standing = JSON.stringify({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'c_here' },
          content: [{ type: 'text', text: 'Second words stand.' }],
        },
      ],
    });
    const read = await imports.choose(
      file('a.md', strToU8('First words.\n\nSecond words stand.')),
      'all',
      standing,
    );
    const { text } = accepted(read);
    expect(
      JSON.parse(text).content.map((node: { attrs?: { id?: string } }) => node.attrs?.id ?? null),
    ).toEqual([null, 'c_here']);
  });

  test('IM23 whatever a file is called, a text has at most 30,000 paragraphs and rows', async () => {
    const text = (paragraphs: number) => strToU8('a\n\n'.repeat(paragraphs));
    expect(await imports.look(file('a.txt', text(30_001)))).toMatchObject({ rule: 'IM23' });
    expect(accepted(await imports.look(file('a.txt', text(30_000))))).toMatchObject({
      findings: { clauses: 30_000 },
    });
    const rows = JSON.stringify({
      type: 'doc',
      content: [{ type: 'table', content: new Array(15_001).fill(ROW) }],
    });
    expect(await imports.look(file('a.json', strToU8(rows)))).toMatchObject({ rule: 'IM23' });
  });

  test('IM12 a file in which more people changed things than there are delegations and ministries', async () => {
    const change = (author: string) => p(`<w:ins ${by(author)}>${r('word')}</w:ins>`);
    const many = Array.from({ length: 501 }, (_, index) => change(`a${index}`)).join('');
    expect(await imports.look(file('a.docx', wordFile({ body: many })))).toMatchObject({ rule: 'IM12' });
  });

  test('IM14 a file without words', async () => {
    expect(await imports.look(file('a.docx', wordFile({ body: p('') })))).toEqual({
      ok: false,
      rule: 'IM14',
    });
  });

  test('IM13 a reader that does not come back is ended, and the next file is read', async () => {
    let started = 0;
    const slow = createImportService({
      jobMs: 300,
      startWorker: () => {
        started += 1;
        const reads =
          "const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => ";
        const answer = "parentPort.postMessage({ result: { ok: true, value: 'read' } }));";
        return new Worker(started === 1 ? `${reads} { for (;;); });` : reads + answer, { eval: true });
      },
    });
    const both = await Promise.all([
      slow.look(file('a.docx', strToU8('x'))),
      slow.look(file('b.docx', strToU8('x'))),
    ]);
    expect(both).toEqual([
      { ok: false, rule: 'IM13', detail: { seconds: 0.3 } },
      { ok: true, value: 'read' },
    ]);
    await slow.stop();
  });

  test('IM13 a reader that wants too much memory is ended', async () => {
    const greedy = createImportService({
      startWorker: () =>
        new Worker(
          "require('node:worker_threads').parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); });",
          { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } },
        ),
    });
    expect(await greedy.look(file('a.docx', strToU8('x')))).toMatchObject({ ok: false, rule: 'IM13' });
    await greedy.stop();
  });
});
