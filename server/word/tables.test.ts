import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { tableRevisions } from '../../domain/redline/testing/grids';
import { clause, doc, list } from '../../domain/redline/testing/texts';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { has } from '../tests/office';
import { hasOpenXml, openXmlFaults } from '../tests/open-xml/validator';
import { accepted } from '../tests/outcome';
import { readWord } from './reading';
import { cell, p, r, row, wordFile } from './reading/testing/files';
import { settled, withoutIds } from './tests/settled';
import { redlineFile, textFile } from './writing/tests/files';
import { savedByOffice, wordByOffice } from './writing/tests/office-reading';
import { orderFaults } from './writing/tests/order';
import { pandocReadings } from './writing/tests/pandoc';
import { readingOf } from './writing/tests/plain';
import { type TrackedWords, trackedInFile, trackedInOffice } from './writing/tests/tracked-words';

const read = (file: Uint8Array) => accepted(readWord(file, { houseStyle: 'declaration', language: 'en' }));
const bodyOf = (file: Uint8Array) => strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());

const wide = (colwidth: number[] | null, content: NodeJson[], more: Record<string, unknown> = {}) => ({
  type: 'tableCell',
  attrs: { colspan: colwidth?.length ?? 1, rowspan: 1, colwidth, ...more },
  content,
});
const words = (text: string): NodeJson[] => [
  { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] },
];
const rows = (...lines: NodeJson[][]): DocumentJson =>
  settled(
    doc(clause('c_a', 'Before'), {
      type: 'table',
      attrs: { id: 'c_t' },
      content: lines.map((content, index) => ({ type: 'tableRow', attrs: { id: `c_r${index}` }, content })),
    }),
  );
const gridIn = (file: Uint8Array) =>
  [...bodyOf(file).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));

describe('widths of columns', () => {
  test('WO11 go to Word and come back, also of columns that a merged cell covers and of some alone', async () => {
    const stated = rows(
      [wide([300, 0, 120], words('merged'))],
      [wide([300], words('one')), wide(null, words('two')), wide([120], words('three'))],
    );
    const file = await textFile(stated);
    expect(read(file).accepted).toEqual(stated);
    expect(gridIn(file)).toEqual([4500, 9070 - 4500 - 1800, 1800]);
    const alike = rows([
      wide([151], words('a')),
      wide([151], words('b')),
      wide([151], words('c')),
      wide([151], words('d')),
    ]);
    expect(read(await textFile(alike)).accepted).toEqual(alike);
  });

  test('WO11 more than a page has are drawn in proportion, and come back as they were', async () => {
    const tooWide = rows([wide([600], words('a')), wide([300, 300], words('b'))]);
    const file = await textFile(tooWide);
    expect(gridIn(file)).toEqual([4535, 2268, 2268]);
    expect(read(file).accepted).toEqual(tooWide);
  });

  test('WO11 where nobody says anything columns are alike over the width of the page, and nothing comes back', async () => {
    const silent = rows([wide(null, words('a')), wide(null, words('b')), wide(null, words('c'))]);
    const file = await textFile(silent);
    expect(gridIn(file)).toEqual([3023, 3023, 3023]);
    expect(read(file).accepted).toEqual(silent);
  });

  test('WO11 changed ones are one tracked change of the table, with the older ones behind it', async () => {
    const old = rows([wide([100, 80], words('head'))], [wide([100], words('a')), wide([80], words('b'))]);
    const fresh = rows([wide([60, 120], words('head'))], [wide([60], words('a')), wide([120], words('b'))]);
    const file = read(await redlineFile(old, fresh));
    expect(file.changes.map(({ kind }) => kind)).toEqual(['format']);
    expect(file.marked.map(({ kind }) => kind)).toEqual(['tableRow', 'tableRow', 'tableRow']);
    expect(file.accepted).toEqual(fresh);
    expect(withoutIds(file.rejected)).toEqual(withoutIds(old));
  });

  test('WO9 a cell that became a header cell and nothing else is a tracked change, and either text comes back', async () => {
    const [head, a] = [words('head'), words('a')];
    const old = rows([wide(null, head), wide(null, a)]);
    const fresh = rows([{ ...wide(null, head), type: 'tableHeader' }, wide(null, a)]);
    const redline = await redlineFile(old, fresh);
    const file = read(redline);
    expect(new Set(file.changes.map(({ kind }) => kind))).toEqual(new Set(['format']));
    expect(file.accepted).toEqual(fresh);
    expect(withoutIds(file.rejected)).toEqual(withoutIds(old));
  });

  test.skipIf(!has('soffice'))(
    'WO11 LibreOffice keeps them, and makes up none',
    async () => {
      const stated = rows([wide([40], words('narrow')), wide([400], words('wide'))]);
      const silent = rows([wide(null, words('a')), wide(null, words('b')), wide(null, words('c'))]);
      const saved = wordByOffice([await textFile(stated), await textFile(silent)]);
      expect(saved.map((file) => read(file).accepted)).toEqual([stated, silent]);
    },
    120_000,
  );

  test('IM17 other programs state them for every table: those that are not alike are listed, once', () => {
    const grid = (...widths: number[]) =>
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
    const table = (first: string, columns: string) =>
      `<w:tbl>${columns}${row(cell(p(r(first)), '<w:tcW w:w="900" w:type="dxa"/>') + cell(p(r('b'))))}</w:tbl>`;
    const even = read(wordFile({ body: table('even', grid(4513, 4514)) + p('') }));
    expect(even.leftOut).toEqual([]);
    const file = read(
      wordFile({
        body:
          table('even', grid(4513, 4514)) +
          table('uneven', grid(900, 8000)) +
          table('again', grid(1, 2000)) +
          p(''),
      }),
    );
    expect(file.leftOut).toEqual([{ kind: 'columnWidths', count: 2, where: 'uneven b' }]);
    expect(JSON.stringify(file.accepted)).not.toContain('colwidth":[');
  });

  test('IM17 a tracked change of how a table or a cell looks is listed', () => {
    const changed = '<w:tcPrChange w:id="1" w:author="A"><w:tcPr/></w:tcPrChange>';
    const body = `<w:tbl><w:tblPr><w:tblPrChange w:id="2" w:author="A"><w:tblPr/></w:tblPrChange></w:tblPr>${row(cell(p(r('a')), changed))}</w:tbl>${p('')}`;
    expect(read(wordFile({ body })).leftOut).toEqual([{ kind: 'trackedChange', count: 2, where: 'a' }]);
  });
});

describe('tables of merged cells', () => {
  test('WO1 a row that begins under a cell from above keeps its id, and so does one in which none begins', async () => {
    const text = rows(
      [wide(null, words('down'), { rowspan: 3 }), wide(null, words('first'))],
      [wide(null, words('second'), { rowspan: 2 })],
      [],
    );
    expect(read(await textFile(text)).accepted).toEqual(text);
  });

  test('WO1 a header cell stays one where it holds a list, or nothing but a list', async () => {
    const items = () => list('bulletList', 'an item');
    const header = (...content: NodeJson[]) => ({ ...wide(null, content), type: 'tableHeader' });
    const text = rows(
      [header(...words('Head'), items()), header(items())],
      [header(items()), wide(null, [items()])],
    );
    expect(read(await textFile(text)).accepted).toEqual(text);
    const plain = rows(
      [wide(null, [...words('Head'), items()]), wide(null, [items()])],
      [wide(null, [items()]), wide(null, [items()])],
    );
    const file = read(await redlineFile(plain, text));
    expect(withoutIds(file.accepted)).toEqual(withoutIds(text));
    expect(withoutIds(file.rejected)).toEqual(withoutIds(plain));
  });

  test('WO1, WO2 whatever their grid, lists, notes and widths are, they come back as they were', async () => {
    const pairs = tableRevisions.map((pair) => pair.map(settled));
    await fc.assert(
      fc.asyncProperty(pairs, fc.constantFrom('moves', 'delete-insert'), async ([old, fresh], moves) => {
        if (old === undefined || fresh === undefined) throw new Error('two texts');
        expect(read(await textFile(fresh)).accepted).toEqual(fresh);
        const bytes = await redlineFile(old, fresh, { moves });
        expect(orderFaults(bodyOf(bytes))).toEqual([]);
        const file = read(bytes);
        expect(withoutIds(file.accepted)).toEqual(withoutIds(fresh));
        expect(withoutIds(file.rejected)).toEqual(withoutIds(old));
      }),
      { numRuns: 150, seed: 20190422 },
    );
  }, 120_000);

  test.skipIf(!has('pandoc') || !has('soffice'))(
    'WO2, WO3 to pandoc and LibreOffice as well',
    async () => {
      const pairs = fc
        .sample(tableRevisions, { numRuns: 60, seed: 20190422 })
        .map((pair) => pair.map(settled));
      const files = await Promise.all(
        pairs.map(([old, fresh]) => redlineFile(old as DocumentJson, fresh as DocumentJson)),
      );
      expect(await pandocReadings(files, 'accept')).toEqual(
        pairs.map(([, fresh]) => readingOf(fresh as DocumentJson)),
      );
      expect(await pandocReadings(files, 'reject')).toEqual(
        pairs.map(([old]) => readingOf(old as DocumentJson)),
      );
      const inBody = (tracked: TrackedWords) =>
        Object.fromEntries(Object.entries(tracked).filter(([key]) => key.endsWith('in body')));
      const seen = savedByOffice(files, 'fodt').map(trackedInOffice);
      expect(seen.map(inBody)).toEqual(files.map(trackedInFile).map(inBody));
    },
    240_000,
  );

  test.skipIf(!hasOpenXml())(
    'WO8 they are valid',
    async () => {
      const pairs = fc
        .sample(tableRevisions, { numRuns: 12, seed: 20190422 })
        .map((pair) => pair.map(settled));
      for (const [old, fresh] of pairs) {
        const file = await redlineFile(old as DocumentJson, fresh as DocumentJson);
        expect(await openXmlFaults(file, 'docx')).toEqual([]);
      }
    },
    120_000,
  );

  test('WO2 after a first footnote in a table, reworded ones are replaced, for the sake of LibreOffice', async () => {
    const noted = (text: string, note: string): NodeJson => ({
      type: 'paragraph',
      content: [
        { type: 'text', text },
        { type: 'footnote', attrs: { text: note } },
      ],
    });
    const text = (first: string, second: string, third: string) =>
      settled(
        doc(
          {
            type: 'table',
            content: [
              { type: 'tableRow', content: [wide(null, [noted('One', first), noted('Two', second)])] },
            ],
          },
          noted('Three', third),
        ),
      );
    const [old, fresh] = [
      text('the first', 'as it stays', 'the third'),
      text('the first', 'as it changed', 'a third'),
    ];
    const bytes = await redlineFile(old, fresh);
    expect(read(bytes).accepted).toEqual(fresh);
    expect(read(bytes).rejected).toEqual(old);
    if (!has('soffice')) return;
    const [office = ''] = savedByOffice([bytes], 'fodt');
    const notes = [...office.matchAll(/<text:note-body>(.*?)<\/text:note-body>/gs)].map(([, body = '']) =>
      body.replace(/<[^>]+>/g, '').trim(),
    );
    expect(notes).toEqual(['the first', 'as it stays', 'as it changed', 'the third', 'a third']);
  }, 60_000);
});
