import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { MatrixPaper } from '../../../domain/plan/paper';
import { hasOpenXml, openXmlFaults } from '../../tests/open-xml/validator';
import { matrixFile } from './matrix';

const PAPER: MatrixPaper = {
  title: 'ACCSM Work Plan 2016–2020',
  lead: 'ACCSM · In force',
  language: 'th-TH',
  at: '2019-04-23T02:00:00.000Z',
  columns: [
    { head: 'Activity', share: 70 },
    { head: 'Status', share: 30 },
  ],
  groups: [
    { title: 'A Workforce', rows: [[['A.1 Skills & ethics <1>', 'carries on 7'], ['เสร็จสิ้น']]] },
    { title: 'B Leadership', rows: [[['B.1 Leaders'], ['Planned']]] },
  ],
  pages: 'Page {page} of {pages}',
};

describe('the matrix of a plan in Word', () => {
  test('a row for the head that repeats, one for each area and each activity, words as they are', async () => {
    const files = unzipSync(await matrixFile(PAPER));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:tr[ >]/g)).toHaveLength(5);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(2);
    expect(xml).toContain('A.1 Skills &amp; ethics &lt;1&gt;');
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('w:bidi="th-TH"');
    const footer = Object.keys(files).find((name) => /footer\d+\.xml$/.test(name)) ?? '';
    expect(strFromU8(files[footer] ?? new Uint8Array())).toMatch(/NUMPAGES/);
  });

  test.skipIf(!hasOpenXml())('WO8 it is valid to Microsoft’s Open XML SDK', async () => {
    expect(await openXmlFaults(await matrixFile(PAPER), 'docx')).toEqual([]);
  });
});
