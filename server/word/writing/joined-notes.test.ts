import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../domain/redline';
import { clause, doc, footnote, list, listItem, paragraph } from '../../../domain/redline/testing/texts';
import type { DocumentJson } from '../../../domain/text/document-json';
import { has } from '../../tests/office';
import { accepted } from '../../tests/outcome';
import { readWord } from '../reading';
import { redlineFile } from './tests/files';
import { pandocChanges, pandocReadings } from './tests/pandoc';
import { readingOf } from './tests/plain';

const VENUE = 'The host country chooses the venue and informs the other members.';
const REPORT = 'The secretariat shall circulate its report before the end of March.';
const FEES = 'The annual contribution of each member is set by the meeting.';
const [ONE, TWO, THREE] = [footnote('Rule 1.'), footnote('Rule 2.'), footnote('Rule 3.')];

const whole = doc(paragraph(VENUE, ONE, ` ${REPORT}`, TWO, ` ${FEES}`, THREE));
const cut = doc(paragraph(VENUE, ONE), paragraph(REPORT, TWO), paragraph(FEES, THREE));
const inside = (note: string) => [
  'The secretariat shall circulate its report',
  footnote(note),
  '; it does so before the end of March, in English and without delay.',
];

/** Each read in both directions: a split, and a merge. */
const PAIRS: readonly (readonly [what: string, one: DocumentJson, other: DocumentJson])[] = [
  ['in three, each with a footnote', whole, cut],
  [
    'words after the footnote',
    doc(paragraph(`${VENUE} `, ...inside('Rule 2.'))),
    doc(paragraph(VENUE), paragraph(...inside('Rule 2.'))),
  ],
  [
    'the footnote reworded too',
    doc(paragraph(`${VENUE} `, ...inside('See the report of 2018.'))),
    doc(paragraph(VENUE), paragraph(...inside('See the report of 2019.'))),
  ],
  [
    'in an item of a list, and between items',
    doc(list('bulletList', listItem(paragraph(VENUE, { type: 'hardBreak' }, REPORT, TWO)))),
    doc(list('bulletList', listItem(paragraph(VENUE), paragraph(REPORT, TWO)))),
  ],
];
const BOTH_WAYS = PAIRS.flatMap(([what, one, other]) => [
  [`${what}: cut`, one, other] as const,
  [`${what}: joined`, other, one] as const,
]);

describe('WO12 paragraphs cut and joined beside footnotes', () => {
  test.skipIf(!has('pandoc'))('WO2 WO12 to pandoc and to us they are both texts', async () => {
    const files = await Promise.all(BOTH_WAYS.map(([, old, fresh]) => redlineFile(old, fresh)));
    const news = BOTH_WAYS.map(([, , fresh]) => readingOf(fresh));
    const olds = BOTH_WAYS.map(([, old]) => readingOf(old));
    expect(await pandocReadings(files, 'accept')).toEqual(news);
    expect(await pandocReadings(files, 'reject')).toEqual(olds);
    const read = files.map((file) => accepted(readWord(file, { houseStyle: 'declaration', language: 'en' })));
    expect(read.map((file) => readingOf(file.accepted))).toEqual(news);
    expect(read.map((file) => readingOf(file.rejected))).toEqual(olds);
  });

  test('WO12 only what stands up to the last footnote is written twice, and nothing where there is none', async () => {
    const old = doc(paragraph(`${VENUE} `, ...inside('Rule 2.')));
    const fresh = doc(paragraph(VENUE), paragraph(...inside('Rule 2.')));
    expect(await tracked(old, fresh)).toEqual([
      'del  The secretariat shall circulate its report;',
      'ins The secretariat shall circulate its report;',
    ]);
    const plain = [doc(paragraph(`${VENUE} ${REPORT}`)), doc(paragraph(VENUE), paragraph(REPORT))] as const;
    expect(await tracked(...plain)).toEqual(['del  ']);
    const before = [
      doc(paragraph(VENUE, ONE, ` ${REPORT}`)),
      doc(paragraph(VENUE, ONE), paragraph(REPORT)),
    ] as const;
    expect(await tracked(...before)).toEqual(['del  ']);
  });

  test.skipIf(!has('pandoc'))('WO7 WO12 a comment stays at its words', async () => {
    const joined = doc(clause('a', `${VENUE} `, ...inside('Rule 2.')));
    const parted = doc(clause('a', VENUE), clause('b', ...inside('Rule 2.')));
    const at = `${VENUE} `.length + 'The secretariat '.length;
    const thread = (place: number, from: number) => ({
      clause: place,
      from,
      to: from + 'shall'.length,
      resolved: false,
      comments: [{ author: 'Viet Nam', at: '2019-04-20T01:02:03Z', text: 'Must it?' }],
    });
    for (const [old, fresh, one] of [
      [parted, joined, thread(0, at)],
      [joined, parted, thread(1, 'The secretariat '.length)],
    ] as const) {
      const file = await redlineFile(old, fresh, { comments: [one] });
      expect(pandocChanges(file).filter(({ kind }) => kind === 'comment-start')).toHaveLength(1);
      const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
      const within = /<w:commentRangeStart [^>]*>(.*?)<w:commentRangeEnd /.exec(xml)?.[1] ?? '';
      expect(within.replace(/<w:del .*?<\/w:del>/g, '').replace(/<[^>]*>/g, '')).toBe('shall');
    }
  });
});

/** Every tracked run of words in the body, in order. */
async function tracked(old: DocumentJson, fresh: DocumentJson): Promise<string[]> {
  expect(compareTexts(old, fresh, { houseStyle: 'declaration' }).summary.identical).toBe(false);
  const xml = strFromU8(unzipSync(await redlineFile(old, fresh))['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:(ins|del) [^>]*>(<w:r>.*?)<\/w:\1>/g)].map(
    ([, kind, runs = '']) => `${kind} ${runs.replace(/<[^>]*>/g, '')}`,
  );
}
