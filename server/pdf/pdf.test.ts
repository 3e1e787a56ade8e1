import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../domain/redline';
import { documents, revisions } from '../../domain/redline/testing/arbitraries';
import {
  block,
  doc,
  footnote,
  headerRow,
  heading,
  lineBreak,
  link,
  list,
  listItem,
  marked,
  operative,
  paragraph,
  row,
  table,
} from '../../domain/redline/testing/texts';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import { has } from '../tests/office';
import { createTypesetter, redlinePdf, redlineSheet, textPdf, textSheet } from '.';
import type { Block, Run } from './sheet';
import { DOCUMENT, redlinePaper, textPaper } from './testing/papers';

const typesetter = createTypesetter();

const STATEMENT = doc(
  block('title', {}, 'Statement on the Role of the Civil Service'),
  block('preambular', {}, 'RECALLING ', marked('the Vision', 'italic'), ' of 2045;'),
  heading(1, 'Purpose'),
  heading(3, 'In particular'),
  operative(1, 'AGREE to meet', lineBreak(), 'and to report;'),
  operative(2, 'once a year, ', link('as agreed', 'https://asean.org/a?b=1'), ';'),
  operative(3, 'in spring;'),
  list('orderedList', 'first of a list', listItem(paragraph('second'), list('bulletList', 'inside it'))),
  block('annex', {}, 'Terms of Reference'),
  operative(1, 'NOTE the report.'),
  block('closing', {}, 'ADOPTED in Chiang Rai.'),
);

const THAI = [
  'ที่ประชุมหัวหน้าหน่วยงานข้าราชการพลเรือนอาเซียนรับทราบความก้าวหน้าของการดำเนินงานตามแผนงานความร่วมมือ',
  'ทุกครั้งที่ผู้นำให้น้ำใจทั้งสิ้น ซึ่งกำหนดไว้ในปฏิญญาว่าด้วยข้าราชการ ปั๊มน้ำมัน กตัญญู ญี่ปุ่น ปู่ย่าตายาย',
  'ครั้งนี้เป็นครั้งที่ ๒๐ ของการประชุม ซึ่งจัดขึ้นที่จังหวัดเชียงราย เพื่อให้ประชาชนได้รับบริการที่มีคุณภาพ ทั่วถึง และเป็นธรรม',
];

const LONG_STATEMENT = Array.from({ length: 300 }, () => 'vietnam understands this text as it was read').join(
  ' ',
);

const poppler = describe.skipIf(!has('pdftotext'));

poppler('what readers of the file get back', () => {
  test('PD1 every word, in the order of the text, with its numbers', () => {
    const body = wordsOf(textPdf(typesetter, textPaper(STATEMENT)));
    const numbers = numberClauses(STATEMENT, 'declaration');
    const markers = ['1.', '2.', '•'];
    const expected = clausesOf(STATEMENT).map((clause, index) => {
      const label = clause.kind === 'listItem' ? markers.shift() : numbers[index]?.label;
      return `${label}${clauseText(clause)}`;
    });
    expect(body.endsWith(squeezed(expected.join('')))).toBe(true);
  });

  test('PD1 footnotes stand at the foot, cells in their rows', () => {
    const text = doc(
      paragraph('Before', footnote('The words of the note.'), ' and after.'),
      table(row('Member', 'Fee'), row('Brunei Darussalam', '1,500')),
    );
    const body = wordsOf(textPdf(typesetter, textPaper(text)));
    expect(body).toContain('Before1andafter.MemberFeeBruneiDarussalam1,500');
    expect(body).toContain('1Thewordsofthenote.');
  });

  test('PD1 no word of any text is lost', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const body = wordsOf(textPdf(typesetter, textPaper(text)));
        const printed = letterCount(body);
        for (const [letter, count] of letterCount(everyWord(text))) {
          expect(printed.get(letter) ?? 0, letter).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 40, seed: 20190422 },
    );
  });

  test('PD2 (HedgeDoc CVE-2021-29475: PDF export reads local files) words are words, whatever they look like', () => {
    const hostile = [
      '#panic("out") #read("/etc/passwd") $x^2$ *bold* _it_ `raw` \\ @ref <label> // comment /* */',
      '= Heading - list + enum [content] #{ code } "quotes" #import "@preview/x:1.0.0"',
    ];
    const text = doc(...hostile.map((words) => paragraph(words, footnote(words))));
    const body = wordsOf(
      textPdf(
        typesetter,
        textPaper(text, { document: { ...DOCUMENT, symbol: '#panic()', title: '#read("x") *t*' } }),
      ),
    );
    for (const words of hostile) expect(body.split(squeezed(words)).length - 1).toBe(2);
  });

  test('PD6 Thai comes back sign by sign, in plain, bold and italic, as text, note, cell and heading', () => {
    const text = doc(
      heading(1, THAI[0] ?? ''),
      ...THAI.map((words) => operative(1, words, footnote(words))),
      ...THAI.map((words) => paragraph(marked(words, 'bold'), marked(words, 'italic'))),
      table(row('Thai', THAI[1] ?? '')),
    );
    for (const language of ['en', 'th']) {
      const body = wordsOf(textPdf(typesetter, textPaper(text, { document: { ...DOCUMENT, language } })));
      expect(thaiOf(body)).toEqual(thaiOf(everyWord(text)));
    }
  });

  test('PD6 lines of Thai break between words', () => {
    const words = THAI.join(' ').repeat(6);
    const starts = new Set(
      [...new Intl.Segmenter('th', { granularity: 'word' }).segment(words)].map(
        ({ index }) => squeezed(words.slice(0, index)).length,
      ),
    );
    const text = doc(paragraph(words));
    const pdf = textPdf(typesetter, textPaper(text, { document: { ...DOCUMENT, language: 'th' } }));
    const lines = linesOf(pdf).filter((line) => /[\u0E00-\u0E7F]/.test(line));
    lines.splice(
      0,
      lines.findIndex((line) => words.startsWith(line.slice(0, 20))),
    );
    expect(lines.length).toBeGreaterThan(12);
    let at = 0;
    for (const line of lines.slice(0, -1)) {
      at += squeezed(line).length;
      expect(starts.has(at), `a line ends inside a word: ${line}`).toBe(true);
    }
  });

  test('PD4 a long table repeats its header on every page', () => {
    const rows = Array.from({ length: 90 }, (_, index) => row(`Member ${index}`, 'paid'));
    const pdf = textPdf(typesetter, textPaper(doc(table(headerRow('Country', 'State'), ...rows))));
    expect(pagesOf(pdf)).toBeGreaterThan(1);
    expect(wordsOf(pdf).split('CountryState').length - 1).toBe(pagesOf(pdf));
  });

  test('PD4 tagged, titled, in its language, all fonts within', () => {
    const pdf = textPdf(typesetter, textPaper(STATEMENT, { document: { ...DOCUMENT, language: 'th' } }));
    const info = poplar('pdfinfo', ['-'], pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+ACCSM\/20\/SOM\/3: Statement on the Civil Service/);
    const fonts = poplar('pdffonts', ['-'], pdf).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    const structure = poplar('pdfinfo', ['-struct-text', '-'], pdf);
    expect(structure).toMatch(/H1[^\n]*\n\s+"Statement on the Role/);
    expect(structure).toMatch(/\bLI\b/);
    expect(latin(pdf)).toContain('/Lang (th)');
    expect(latin(pdf)).toContain('pdfuaid:part');
  });

  test('PD8 every page of an adopted text carries its fingerprint and the head of the audit trail', () => {
    const text = doc(
      ...Array.from({ length: 60 }, (_, index) => operative(1, `AGREE on point ${index}, `.repeat(8))),
    );
    const paper = textPaper(text);
    const pdf = textPdf(typesetter, {
      ...paper,
      version: { ...paper.version, kind: 'adopted', state: 'adopted', revision: 4 },
      decision: {
        verb: 'adopted',
        wording: 'The Meeting adopted the Statement.',
        meeting: '20th ACCSM',
        place: 'Chiang Rai',
        at: '2019-04-24T03:00:00.000Z',
        agendaItem: '6 Statement',
        decidedBy: 'Somchai, Thailand',
        roster: {
          members: ['Indonesia', 'Thailand', 'Viet Nam'],
          observers: ['Timor-Leste'],
          partners: [],
          chair: ['Thailand'],
          present: ['Indonesia', 'Thailand'],
          absent: ['Viet Nam'],
        },
        annexes: {
          annulled: null,
          tiers: [],
          corrigenda: [],
          statements: [
            {
              delegation: 'Viet Nam',
              kind: 'statement',
              text: LONG_STATEMENT,
              at: '2019-04-24T04:00:00.000Z',
            },
          ],
        },
        keyFingerprint: 'abcd',
        auditSeq: 77,
        auditHash: 'f'.repeat(64),
      },
    });
    const printed = squeezed(poplar('pdftotext', ['-', '-'], pdf));
    const pages = pagesOf(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(printed.split(`SHA-256ofthetext${paper.version.hash}`).length - 1).toBe(pages);
    expect(printed.split(`event77,head${'f'.repeat(64)}`).length - 1).toBe(pages);
    expect(printed).toContain('TheMeetingadoptedtheStatement.');
    for (const said of ['MemberspresentMembersabsent', 'Indonesia,ThailandVietNam']) {
      expect([said, printed.includes(said)]).toEqual([said, true]);
    }
    // The record goes on over pages: no word of a long statement is cut off at the foot of one.
    expect(printed.split('vietnamunderstands').length - 1).toBe(300);
    expect(printed).toContain('ACCSM/20/SOM/3/Rev.4');
  });

  test('PD7 a redline shows both texts, and what moved once', () => {
    fc.assert(
      fc.property(revisions, ([oldText, newText]) => {
        const redline = compareTexts(oldText, newText, { houseStyle: 'declaration' });
        const body = wordsOf(redlinePdf(typesetter, redlinePaper(oldText, newText)));
        const printed = letterCount(body);
        const segments = redline.rows.flatMap((entry) =>
          entry.cells === undefined ? entry.segments : entry.cells.flatMap((cell) => cell.segments),
        );
        for (const [letter, count] of letterCount(segments.map(({ text }) => text).join(''))) {
          expect(printed.get(letter) ?? 0, letter).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 40, seed: 20190422 },
    );
  });
});

describe('the sheet', () => {
  test('PD3 headings of the outline skip no level', () => {
    const levels = textSheet(textPaper(STATEMENT)).blocks.flatMap((entry) =>
      entry.t === 'p' && entry.outline > 0 ? [entry.outline] : [],
    );
    expect(levels).toEqual([1, 2, 3, 2]);
  });

  test('PD3 numbers of a redline: the new one, and the old one struck where it was another', () => {
    const oldText = doc(operative(1, 'AGREE to meet again;'), operative(1, 'NOTE the report of the host;'));
    const newText = doc(operative(1, 'NOTE the report of the host;'));
    const redline = compareTexts(oldText, newText, { houseStyle: 'declaration' });
    const blocks = redlineSheet(redlinePaper(oldText, newText), redline).blocks;
    expect(blocks).toMatchObject([
      { label: '', was: '1.', bar: 'change', tag: 'Deleted' },
      { label: '1.', was: '2.' },
    ]);
  });

  test('PD7 the unstruck words of a redline are the new text, the others the old', () => {
    fc.assert(
      fc.property(revisions, ([oldText, newText]) => {
        const redline = compareTexts(oldText, newText, { houseStyle: 'declaration' });
        const blocks = redlineSheet(redlinePaper(oldText, newText), redline).blocks;
        const fresh = textSheet(textPaper(newText)).blocks;
        expect(letterCount(signed(blocks, 'del'))).toEqual(letterCount(signed(fresh, 'del')));
      }),
      { numRuns: 200, seed: 20190422 },
    );
  });

  test('PD7 a change of form is said below the clause, its author beside it', () => {
    const oldText = doc(paragraph('The members shall meet.'));
    const newText = doc(paragraph('The ', marked('members', 'bold'), ' shall all meet.'));
    const plain = compareTexts(oldText, newText, { houseStyle: 'declaration' });
    const redline = {
      ...plain,
      rows: plain.rows.map((entry) => ({
        ...entry,
        segments: entry.segments.map((segment) =>
          segment.op === 'insert' ? { ...segment, author: 'TH' } : segment,
        ),
      })),
    };
    const sheet = redlineSheet(redlinePaper(oldText, newText), redline);
    expect(sheet.blocks).toMatchObject([{ bar: 'change', notes: ['bold added'], by: 'Inserted: Thailand' }]);
    expect(sheet.hasMarginNotes).toBe(true);
  });

  test('PD4 the same paper is the same bytes, from another typesetter too', () => {
    const one = textPdf(typesetter, textPaper(STATEMENT));
    textPdf(typesetter, textPaper(doc(paragraph('something else'))));
    expect(Buffer.from(textPdf(createTypesetter(), textPaper(STATEMENT))).equals(Buffer.from(one))).toBe(
      true,
    );
  });

  test('PD4 an empty text, an empty table and signs that no font has are papers too', () => {
    for (const text of [
      doc(),
      doc(paragraph()),
      doc(block('title', {})),
      doc({ type: 'table', content: [] }),
      doc(paragraph('\u{10FFFD}\uD800\u0000')),
    ]) {
      expect(textPdf(typesetter, textPaper(text)).length).toBeGreaterThan(1000);
    }
  });

  test('PD4 cells that claim more room than there is', () => {
    const cell = (colspan: number, rowspan: number) => ({
      type: 'tableCell',
      attrs: { colspan, rowspan },
      content: [paragraph('words')],
    });
    const text = doc({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell(1, 9), cell(900, 1)] },
        { type: 'tableRow', content: [cell(2, 1), cell(0, -3)] },
        { type: 'tableRow', content: [] },
      ],
    });
    expect(textPdf(typesetter, textPaper(text)).length).toBeGreaterThan(1000);
  });
});

function poplar(program: string, args: readonly string[], pdf: Uint8Array): string {
  const run = spawnSync(program, [...args], { input: pdf, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr}`);
  return run.stdout;
}

function latin(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1');
}

function pagesOf(pdf: Uint8Array): number {
  return Number(/Pages:\s+(\d+)/.exec(poplar('pdfinfo', ['-'], pdf))?.[1]);
}

/** What stands between head and foot of the pages. */
function linesOf(pdf: Uint8Array): string[] {
  const body = ['-r', '72', '-x', '0', '-y', '60', '-W', '595', '-H', '705', '-raw', '-', '-'];
  return poplar('pdftotext', body, pdf).split('\n');
}

function wordsOf(pdf: Uint8Array): string {
  return squeezed(linesOf(pdf).join('\n'));
}

function squeezed(text: string): string {
  return text.replace(/[\s\u00A0\u200B\f]+/g, '');
}

function thaiOf(text: string): string[] {
  return [...(text.match(/[\u0E00-\u0E7F]/g) ?? [])].sort();
}

/** Letters that our own fonts have, and how often. */
function letterCount(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.match(/[A-Za-z0-9\u0E00-\u0E7F]/g) ?? []) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return new Map([...counts].sort());
}

function everyWord(node: NodeJson | DocumentJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'footnote') return String(node.attrs?.text ?? '');
  return (node.content ?? []).map(everyWord).join('');
}

function signed(blocks: readonly Block[], without: 'ins' | 'del'): string {
  return blocks
    .map((entry): string => {
      if (entry.t === 'p') return runWords(entry.runs, without);
      if (entry.t === 'l') return entry.items.map((item) => signed(item.blocks, without)).join('');
      return entry.cells.map((cell) => signed(cell.blocks, without)).join('');
    })
    .join('');
}

function runWords(runs: readonly Run[], without: 'ins' | 'del'): string {
  return runs
    .map((run) => {
      if ('br' in run) return '';
      if ('note' in run) return runWords(run.note, without);
      return run.c === without ? '' : run.s;
    })
    .join('');
}
