import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../domain/redline';
import { revisions } from '../../../domain/redline/testing/arbitraries';
import { makeHistory, QUIET_PLAN } from '../../../domain/redline/testing/histories';
import {
  block,
  doc,
  footnote,
  headerRow,
  link,
  list,
  marked,
  operative,
  paragraph,
  row,
  table,
} from '../../../domain/redline/testing/texts';
import type { Redline, Segment } from '../../../domain/redline/types';
import type { CommentThread } from '../../../domain/text/comment-thread';
import type { DocumentJson } from '../../../domain/text/document-json';
import { has } from '../../tests/office';
import { hasOpenXml, openXmlFaults } from '../../tests/open-xml/validator';
import { accepted } from '../../tests/outcome';
import { readWord } from '../reading';
import { NEUTRAL, redlineFile, textFile } from './tests/files';
import { savedByOffice } from './tests/office-reading';
import { annotationIds, orderFaults } from './tests/order';
import { pandocChanges, pandocReadings } from './tests/pandoc';
import { readingOf } from './tests/plain';

const OLD = doc(
  block('title', { id: 'c_title' }, 'Statement on the Civil Service'),
  operative(1, 'Decides to meet once a year in the host country.'),
  operative(2, 'at the expense of each member;', footnote('Travel included.')),
  operative(1, 'Asks the secretariat for a report.'),
  list('bulletList', 'first point', 'second point'),
  table(headerRow('Area', 'Lead'), row('Training', 'Thailand'), row('Values', 'Viet Nam')),
  block('annex', {}, 'Plan'),
  operative(1, 'ที่ประชุมพิจารณาร่างแผนงาน'),
);
const NEW = doc(
  block('title', { id: 'c_title' }, 'Statement on the Civil Service'),
  operative(1, 'Decides to meet twice a year in the host country.'),
  operative(2, 'at the ', marked('expense', 'bold'), ' of each member;', footnote('Meals included.')),
  operative(1, 'Asks the secretariat for a report, see ', link('the site', 'https://asean.org'), '.'),
  list('orderedList', 'first point', 'second point'),
  table(headerRow('Area', 'Lead'), row('Training', 'Malaysia'), row('Values', 'Viet Nam')),
  block('annex', {}, 'Plan'),
  operative(1, 'ที่ประชุมรับรองร่างแผนงาน'),
);

function parts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('WO1 WO2 how the words of a cell are set goes to Word and comes back, changed or not', async () => {
  const aligned = (...ways: (string | null)[]) => {
    const cells = ways.map((align) => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, align },
      content: [paragraph('Words')],
    }));
    return doc({ type: 'table', content: [{ type: 'tableRow', content: cells }] });
  };
  const [old, fresh] = [aligned('right', 'center', null), aligned('right', 'justify', 'left')];
  const settings = { houseStyle: 'declaration', language: 'en' } as const;
  const alignsOf = (text: DocumentJson) => JSON.stringify(text).match(/"align":"[a-z]+"/g);
  const whole = accepted(readWord(await textFile(old), settings));
  expect(alignsOf(whole.accepted)).toEqual(alignsOf(old));
  const redline = compareTexts(old, fresh, { houseStyle: 'declaration' });
  const file = await redlineFile(old, fresh, { redline, authors: { names: null, neutral: NEUTRAL } });
  const read = accepted(readWord(file, settings));
  expect([alignsOf(read.rejected), alignsOf(read.accepted)]).toEqual([alignsOf(old), alignsOf(fresh)]);
  expect(orderFaults(parts(file)['word/document.xml'] ?? '')).toEqual([]);
});

test('WO3 whose words stand in a clause says nothing of who divided it', async () => {
  const old = doc(
    operative(1, 'Asks the secretariat for a report. Thanks the host for the hall and dinner.'),
  );
  const fresh = doc(
    operative(1, 'Gladly asks the secretariat for a report.'),
    operative(1, 'Thanks the host for the hall and dinner.'),
  );
  const compared = compareTexts(old, fresh, { houseStyle: 'declaration' });
  const sign = (segment: Segment) => (segment.op === 'insert' ? { ...segment, author: 'ID' } : segment);
  const rows = compared.rows.map((one) => ({ ...one, segments: one.segments.map(sign) }));
  const names = { ID: 'Indonesia' };
  const redline = { ...compared, rows };
  const file = await redlineFile(old, fresh, { redline, authors: { names, neutral: NEUTRAL } });
  const xml = parts(file)['word/document.xml'] ?? '';
  const marks = [...xml.matchAll(/<w:rPr><w:ins [^>]*w:author="([^"]*)"/g)].map(([, author]) => author);
  expect(compared.rows.map(({ status }) => status)).toContain('split');
  expect(marks).toEqual([NEUTRAL]);
  expect(xml).toContain('w:author="Indonesia"');
});

describe('what a file holds', () => {
  test.skipIf(!has('pandoc'))('WO1 all words of a text, cell by cell, with footnotes', async () => {
    expect(await pandocReadings([await textFile(OLD)], 'accept')).toEqual([readingOf(OLD)]);
  });

  test('WO1 clause kinds are styles, ids are hidden bookmarks, languages are marked, Thai has its own size', async () => {
    const { 'word/document.xml': body = '', 'word/styles.xml': styles = '' } = parts(
      await textFile(
        doc(
          block(
            'preambular',
            { id: 'c_pp1' },
            marked('ธรรมาภิบาล', { type: 'language', attrs: { lang: 'th' } }),
          ),
        ),
      ),
    );
    expect(body).toContain('<w:pStyle w:val="MufakatPreambular"/>');
    expect(body).toContain('w:name="_mc_pp1"');
    expect(body).toContain('<w:lang w:bidi="th-TH"/>');
    expect(styles).toContain('w:cs="TH Sarabun New"');
    expect(styles).toMatch(/<w:szCs w:val="\d+"\/>/);
  });

  test('WO1 what XML cannot hold is one sign, and a file is still a file', async () => {
    const { 'word/document.xml': body = '' } = parts(await textFile(doc(paragraph('a\u0001b\uD800c<&>"'))));
    expect(body).toContain('a\uFFFDb\uFFFDc&lt;&amp;&gt;&quot;');
    expect(orderFaults(body)).toEqual([]);
  });

  test('WO5 the same input gives the same bytes; nothing tells of a person, a machine or another hour', async () => {
    const redline = compareTexts(OLD, NEW, { houseStyle: 'declaration' });
    const [one, two] = [await redlineFile(OLD, NEW, { redline }), await redlineFile(OLD, NEW, { redline })];
    expect(Buffer.compare(one, two)).toBe(0);
    const all = Object.values(parts(one)).join('\n');
    expect(all).not.toMatch(/Un-named|rsid|dc:creator|lastModifiedBy/);
    expect(new Set(all.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g))).toEqual(new Set(['2019-04-23T03:00:00Z']));
  });

  test.skipIf(!has('soffice'))('WO6 numbers as the house style counts, anew below an annex', async () => {
    const [text = ''] = savedByOffice([await textFile(OLD)], 'txt');
    const lines = text.split(/\r?\n/).map((line) => line.replace(/^\uFEFF/, '').trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        '1. Decides to meet once a year in the host country.',
        expect.stringMatching(/^\(a\) at the expense of each member;/),
        '2. Asks the secretariat for a report.',
        'Annex 1 Plan',
        '1. ที่ประชุมพิจารณาร่างแผนงาน',
      ]),
    );
  });

  test('WO8 in the order of the standard, with ids of their own', async () => {
    await fc.assert(
      fc.asyncProperty(
        revisions,
        fc.constantFrom('moves' as const, 'delete-insert' as const),
        async ([old, fresh], moves) => {
          const files = parts(await redlineFile(old, fresh, { moves }));
          const written = ['document', 'footnotes', 'styles', 'numbering'].map(
            (name) => files[`word/${name}.xml`] ?? '',
          );
          expect(written.flatMap(orderFaults)).toEqual([]);
          const ids = written.flatMap(annotationIds);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 60, seed: 20190422 },
    );
  });
});

describe('tracked changes', () => {
  const fiftyEach = (['accept', 'reject'] as const).flatMap((changes) =>
    [0, 50, 100].map((from) => [changes, from] as const),
  );
  test.skipIf(!has('pandoc')).each(fiftyEach)(
    'WO2 revisions of every kind: %s all, from the %ith on',
    async (changes, from) => {
      const pairs = fc.sample(revisions, { numRuns: 150, seed: 7 }).slice(from, from + 50);
      const files = await Promise.all(pairs.map(([old, fresh]) => redlineFile(old, fresh)));
      const flat = (lines: readonly string[]) => lines.join('').replace(/[\s\uFFFD\p{Cs}]/gu, '');
      const wanted = pairs.map(([old, fresh]) => flat(readingOf(changes === 'accept' ? fresh : old)));
      expect((await pandocReadings(files, changes)).map(flat)).toEqual(wanted);
    },
  );

  test.skipIf(!has('pandoc'))(
    'WO3 the delegation where it is known, else one neutral name; instants in UTC',
    async () => {
      const redline = signed(compareTexts(OLD, NEW, { houseStyle: 'declaration' }));
      const names = { TH: 'Thailand', VN: 'Viet Nam' };
      const file = await redlineFile(OLD, NEW, { redline, authors: { names, neutral: NEUTRAL } });
      const changes = pandocChanges(file).filter(({ kind }) => kind === 'insertion' || kind === 'deletion');
      expect(changes.map(({ author, text }) => [author, text])).toEqual(
        expect.arrayContaining([
          ['Viet Nam', 'once'],
          ['Thailand', 'twice'],
          ['Viet Nam', 'Travel'],
          ['Thailand', 'Malaysia'],
          ['Thailand', 'รับรอง'],
        ]),
      );
      expect(new Set(changes.map(({ date }) => date))).toEqual(new Set(['2019-04-23T03:00:00Z']));
      const neutral = pandocChanges(await redlineFile(OLD, NEW, { redline }));
      expect(new Set(neutral.map(({ author }) => author))).toEqual(new Set([NEUTRAL]));
      expect(neutral.length).toBe(pandocChanges(file).length);
    },
  );

  test('WO4 a move is a move at both its ends, or deleted and inserted where that is asked', async () => {
    const clauses = [
      'The host chooses the venue.',
      'Each member reports once a year to the others.',
      'It enters into force today.',
    ];
    const [old, fresh] = [
      doc(...clauses.map((text) => paragraph(text))),
      doc(...[0, 2, 1].map((index) => paragraph(clauses[index] ?? ''))),
    ];
    const moved = parts(await redlineFile(old, fresh))['word/document.xml'] ?? '';
    expect(moved.match(/w:name="move\d+"/g)).toHaveLength(2);
    for (const name of ['moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd']) {
      expect(moved).toContain(`<w:${name} `);
    }
    expect(moved).not.toMatch(/<w:(ins|del) /);
    const plain = parts(await redlineFile(old, fresh, { moves: 'delete-insert' }))['word/document.xml'] ?? '';
    expect(plain).not.toContain('w:move');
    expect(plain).toContain('<w:delText');
  });

  test('WO4 what a moved clause lost is deleted where it stood, what it gained inserted where it stands', async () => {
    const [a, b] = [
      'The host chooses the venue of the meeting.',
      'Each member shall report once a year to all others.',
    ];
    const changed = b.replace('shall', 'should');
    const file = await redlineFile(doc(paragraph(a), paragraph(b)), doc(paragraph(changed), paragraph(a)));
    const body = parts(file)['word/document.xml'] ?? '';
    const gone = body.slice(body.indexOf('moveFromRangeStart'), body.indexOf('moveFromRangeEnd'));
    const come = body.slice(body.indexOf('moveToRangeStart'), body.indexOf('moveToRangeEnd'));
    expect(gone).toMatch(/<w:del [^>]*><w:r><w:delText xml:space="preserve">shall</);
    expect(come).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">should</);
    expect(come).not.toContain('shall');
    expect(body).not.toMatch(/<w:(ins|moveTo) [^>]*><w:del /);
  });

  test('WO9 formatting, kinds and lists are changes of their own', async () => {
    const { 'word/document.xml': body = '' } = parts(await redlineFile(OLD, NEW));
    expect(body).toMatch(/<w:rPr><w:b\/><w:bCs\/><w:rPrChange [^>]*><w:rPr\/><\/w:rPrChange>/);
    expect(body.match(/<w:pPrChange /g)).toHaveLength(2);
    const { 'word/document.xml': promoted = '' } = parts(
      await redlineFile(doc(paragraph('Recalling')), doc(block('preambular', {}, 'Recalling'))),
    );
    expect(promoted).toMatch(
      /<w:pStyle w:val="MufakatPreambular"\/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="BodyText"\/>/,
    );
  });

  test('WO9 a table whose columns changed is replaced row by row, an unchanged one is left alone', async () => {
    const wide = table(headerRow('Area', 'Year', 'Lead'), row('Training', '2021', 'Thailand'));
    const narrow = table(headerRow('Area', 'Lead'), row('Training', 'Thailand'));
    const { 'word/document.xml': body = '' } = parts(await redlineFile(doc(narrow), doc(wide)));
    expect(body.match(/<w:trPr>.*?<w:del .*?<\/w:trPr>/g)).toHaveLength(2);
    expect(body.match(/<w:ins [^>]*\/><\/w:trPr>/g)).toHaveLength(2);
    const { 'word/document.xml': same = '' } = parts(
      await redlineFile(doc(narrow, paragraph('a')), doc(narrow, paragraph('b'))),
    );
    expect(same).not.toMatch(/<w:(ins|del) [^>]*\/><\/w:trPr>/);
  });

  test.skipIf(!has('soffice'))(
    'WO3 LibreOffice sees as many changes and the same authors',
    async () => {
      const words = makeHistory({
        ...QUIET_PLAN,
        clauses: 40,
        replacements: 12,
        insertions: 5,
        deletions: 5,
      });
      const clauses = makeHistory({ ...QUIET_PLAN, clauses: 40, newClauses: 4, deletedClauses: 4 });
      const joints = makeHistory({ ...QUIET_PLAN, clauses: 40, splits: 3, merges: 3 });
      const files = await Promise.all(
        [words, clauses, joints].map(({ old, new: fresh }) => redlineFile(old, fresh)),
      );
      const seen = savedByOffice(files, 'fodt');
      const count = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;
      const runs = files.map((file) =>
        count(parts(file)['word/document.xml'] ?? '', /<w:(?:ins|del) [^>]*>/g),
      );
      // A run and the mark after it are one region to LibreOffice.
      expect(seen.map((xml) => count(xml, /<text:changed-region/g))).toEqual([runs[0], 8, runs[2]]);
      for (const xml of seen) {
        const changes = xml.match(/<office:change-info>.*?<\/office:change-info>/gs)?.join('') ?? '';
        expect(new Set(changes.match(/<dc:creator>[^<]*/g))).toEqual(new Set([`<dc:creator>${NEUTRAL}`]));
      }
    },
    120_000,
  );
});

describe('comments', () => {
  const threads: readonly CommentThread[] = [
    {
      clause: 1,
      from: 11,
      to: 15,
      resolved: true,
      comments: [
        { author: 'Thailand', at: '2019-04-20T01:02:03.400Z', text: 'Is once enough?' },
        { author: 'Malaysia', at: null, text: 'Twice would be better.' },
      ],
    },
    {
      clause: 7,
      from: 9,
      to: 17,
      resolved: false,
      comments: [{ author: 'Viet Nam', at: '2019-04-20T01:02:03Z', text: 'With whom?' }],
    },
  ];

  test.skipIf(!has('pandoc'))('WO7 each at its words, with author and instant', async () => {
    for (const file of [
      await textFile(OLD, { comments: threads }),
      await redlineFile(NEW, OLD, { comments: threads }),
    ]) {
      const comments = pandocChanges(file).filter(({ kind }) => kind === 'comment-start');
      expect(comments.map(({ author, date, text }) => [author, date, text])).toEqual([
        ['Thailand', '2019-04-20T01:02:03Z', 'Is once enough?'],
        ['Malaysia', '2019-04-23T03:00:00Z', 'Twice would be better.'],
        ['Viet Nam', '2019-04-20T01:02:03Z', 'With whom?'],
      ]);
    }
  });

  test.skipIf(!hasOpenXml())('WO7 WO8 they are valid to Microsoft’s Open XML SDK', async () => {
    expect(await openXmlFaults(await redlineFile(NEW, OLD, { comments: threads }), 'docx')).toEqual([]);
  });

  test('WO7 answers and settled conversations', async () => {
    const { 'word/commentsExtended.xml': extended = '', 'word/document.xml': body = '' } = parts(
      await textFile(OLD, { comments: threads }),
    );
    expect(extended.match(/w15:paraIdParent=/g)).toHaveLength(1);
    expect(extended).toContain('w15:done="1"');
    expect(body).toMatch(/<w:commentRangeStart w:id="1"\/>.*?meet.*?<w:commentRangeEnd w:id="1"\/>/);
    expect(orderFaults(body)).toEqual([]);
  });
});

/** Viet Nam took away what went, Thailand wrote what came. */
function signed(redline: Redline): Redline {
  const sign = (segments: readonly Segment[]) =>
    segments.map(
      (segment): Segment =>
        segment.op === 'equal' ? segment : { ...segment, author: segment.op === 'insert' ? 'TH' : 'VN' },
    );
  return {
    ...redline,
    rows: redline.rows.map((entry) => ({
      ...entry,
      segments: sign(entry.segments),
      ...(entry.cells === undefined
        ? {}
        : { cells: entry.cells.map((cell) => ({ ...cell, segments: sign(cell.segments) })) }),
    })),
  };
}
