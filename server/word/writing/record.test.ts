import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { block, doc, operative } from '../../../domain/redline/testing/texts';
import { textHash } from '../../../domain/text/canonical';
import { textPaper } from '../../pdf/testing/papers';
import { has } from '../../tests/office';
import { hasOpenXml, openXmlFaults } from '../../tests/open-xml/validator';
import { accepted } from '../../tests/outcome';
import { readWord } from '../reading';
import { wordFile } from './paper';
import { pandocReadings } from './tests/pandoc';
import { readingOf } from './tests/plain';

const TEXT = doc(block('title', { id: 'c_title' }, 'Statement on the Civil Service'), {
  ...operative(1, 'AGREE to meet once a year.'),
  attrs: { id: 'c_agree', level: 1 },
});
const PAPER = textPaper(TEXT);
const HASH = textHash(TEXT);
const ADOPTED = {
  ...PAPER,
  version: { ...PAPER.version, kind: 'adopted', state: 'adopted', revision: 4, hash: HASH },
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
    keyFingerprint: 'abcd',
    auditSeq: 77,
    auditHash: 'f'.repeat(64),
  },
} as const;

test.skipIf(!has('pandoc'))('WO10 after the last word stands how a text was adopted', async () => {
  const [lines = []] = await pandocReadings(
    [await wordFile({ do: 'text', paper: ADOPTED, comments: [] })],
    'accept',
  );
  const text = readingOf(TEXT);
  expect(lines.slice(0, text.length)).toEqual(text);
  const record = lines.slice(text.length).join('\n');
  for (const said of [
    PAPER.document.symbol,
    'The Meeting adopted the Statement.',
    '20th ACCSM',
    HASH,
    'Members present: Indonesia, Thailand',
    'Members absent: Viet Nam',
    'f'.repeat(64),
  ]) {
    expect(record).toContain(said);
  }
  const [draft = []] = await pandocReadings(
    [await wordFile({ do: 'text', paper: PAPER, comments: [] })],
    'accept',
  );
  expect(draft).toEqual(text);
});

test('WO10 read in again the page is left out and named, and the text has the fingerprint of the decision', async () => {
  const file = await wordFile({ do: 'text', paper: ADOPTED, comments: [] });
  const read = accepted(readWord(file, { houseStyle: 'declaration', language: 'en' }));
  expect(textHash(read.accepted)).toBe(HASH);
  expect(read.leftOut.map(({ kind }) => kind)).toContain('record');
});

test('WO10 words that somebody let run into the page of the record stay words of the text', async () => {
  const file = unzipSync(await wordFile({ do: 'text', paper: ADOPTED, comments: [] }));
  const xml = strFromU8(file['word/document.xml'] ?? new Uint8Array());
  // The mark that ends the last clause is taken out, tracked, as from there to the end of the file would be.
  const at = xml.lastIndexOf('<w:p>', xml.indexOf('AGREE to meet'));
  const start = Math.max(at, xml.lastIndexOf('<w:p ', xml.indexOf('AGREE to meet')));
  const taken = '<w:rPr><w:del w:id="901" w:author="X" w:date="2019-05-01T00:00:00Z"/></w:rPr></w:pPr>';
  const end = xml.indexOf('</w:pPr>', start);
  const edited = `${xml.slice(0, end)}${taken}${xml.slice(end + '</w:pPr>'.length)}`;
  const bytes = zipSync({ ...file, 'word/document.xml': strToU8(edited) });
  const read = accepted(readWord(bytes, { houseStyle: 'declaration', language: 'en' }));
  expect(JSON.stringify(read.accepted)).toContain('AGREE to meet once a year.');
});

test.skipIf(!hasOpenXml())('WO8 WO10 with the page it is valid to Microsoft’s Open XML SDK', async () => {
  expect(await openXmlFaults(await wordFile({ do: 'text', paper: ADOPTED, comments: [] }), 'docx')).toEqual(
    [],
  );
});
