import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../domain/refusal';
import type { ReturnFacts, SheetRun } from '../../domain/sheets/facts';
import { ask, has } from '../tests/office';
import { hasOpenXml, openXmlFaults } from '../tests/open-xml/validator';
import { accepted } from '../tests/outcome';
import { refill } from './testing/refill';
import { sheetWork } from './work';

const FACTS: ReturnFacts = {
  kind: 'return',
  locale: 'en',
  at: '2019-04-22T02:00:00.000Z',
  title: 'Work Plan',
  returnId: 'ret_a',
  period: '2018',
  country: 'TH',
  countries: [{ code: 'TH', shortName: 'Thailand', thaiName: 'ไทย' }],
  asked: [
    {
      id: 'ind_a',
      code: 'A-1',
      title: 'จำนวนผู้เข้ารับการอบรม',
      unit: 'persons',
      type: 'number',
      scale: [],
      baseline: 0,
      target: 120,
      standing: { id: 'val_a', kind: 'value', value: 97.5, words: '', note: '=1+1', evidence: '' },
    },
    {
      id: 'ind_b',
      code: 'A-2',
      title: 'Yes or no',
      unit: '',
      type: 'yesNo',
      scale: [],
      baseline: null,
      target: null,
      standing: null,
    },
  ],
};

function inOffice<T>(file: Uint8Array, use: (convert: (to: string, name: string) => Buffer) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-sheet-'));
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  writeFileSync(path.join(folder, 'file.xlsx'), file);
  try {
    return use((to, name) => {
      const from = path.join(folder, 'file.xlsx');
      ask('soffice', [profile, '--headless', '--convert-to', to, '--outdir', path.join(folder, 'out'), from]);
      return readFileSync(path.join(folder, 'out', name));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const template = async () =>
  (await sheetWork({ do: 'template', facts: FACTS, format: 'xlsx' })) as Uint8Array;

/** The SDK wants the parts of a font in one order, where the standard (ISO 29500-1, CT_Font, a choice) lets them stand in any. */
const ORDER_OF_FONTS = /\/x:font\[\d+\]: The element has unexpected child element/;

test.skipIf(!hasOpenXml())('XL26 a template is valid to Microsoft’s Open XML SDK', async () => {
  const faults = await openXmlFaults(await template(), 'xlsx');
  expect(faults.filter((fault) => !ORDER_OF_FONTS.test(fault))).toEqual([]);
});

/** Needs LibreOffice; skipped where `soffice` is missing. */
describe.skipIf(!has('soffice'))('LibreOffice (skipped where soffice is missing)', () => {
  test('XL26 opens a template: words stay words, figures are figures', async () => {
    const csv = inOffice(await template(), (convert) =>
      convert(
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2',
        'file-Return.csv',
      ),
    ).toString('utf8');
    expect(csv).toContain('จำนวนผู้เข้ารับการอบรม');
    expect(csv).toContain('97.5');
    expect(csv).toContain('=1+1');
  }, 120_000);

  test('XL13 XL19 saves a template that is read again: keys, the mark of the file and what was filled in stay', async () => {
    const saved = inOffice(refill(await template(), { H5: 'yes' }), (convert) =>
      convert('xlsx', 'file.xlsx'),
    );
    const check = (facts: ReturnFacts) =>
      sheetWork({ do: 'check', bytes: new Uint8Array(saved), facts }) as Promise<Outcome<string>>;
    const run = JSON.parse(accepted(await check(FACTS))) as SheetRun;
    expect(run.findings).toEqual([]);
    expect(run.rows.map(({ state }) => state)).toEqual(['unchanged', 'changed']);
    expect(await check({ ...FACTS, returnId: 'ret_b' })).toMatchObject({ ok: false, rule: 'XL13' });
  }, 120_000);
});
