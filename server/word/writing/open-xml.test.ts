import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import '../../../domain/redline/golden/anchors.test';
import '../../../domain/redline/golden/clauses.test';
import '../../../domain/redline/golden/form.test';
import '../../../domain/redline/golden/scripts.test';
import '../../../domain/redline/golden/tables.test';
import '../../../domain/redline/golden/wording.test';
import { COMPARED } from '../../../domain/redline/testing/describe';
import { LONG_PLAN, makeHistory } from '../../../domain/redline/testing/histories';
import { hasOpenXml, openXmlFaults } from '../../tests/open-xml/validator';
import { redlineFile, textFile } from './tests/files';
import { neighbours } from './tests/neighbours';

const LONG = makeHistory(LONG_PLAN);

/** Those files that show some element beside or within another as no file before them does. */
function telling(files: readonly Uint8Array[]): Uint8Array[] {
  const seen = new Set<string>();
  return files.filter((file) => {
    const before = seen.size;
    for (const pair of neighbours(file)) seen.add(pair);
    return seen.size > before;
  });
}

describe.skipIf(!hasOpenXml())('files as Microsoft’s Open XML SDK reads them', () => {
  test('WO8 60,000 words, and whatever the golden cases put beside each other, are valid', async () => {
    const files = [
      await redlineFile(LONG.old, LONG.new),
      await redlineFile(LONG.old, LONG.new, { moves: 'delete-insert' }),
    ];
    for (const [old, fresh] of COMPARED) {
      files.push(await redlineFile(old, fresh), await redlineFile(old, fresh, { moves: 'delete-insert' }));
      files.push(await textFile(fresh));
    }
    const told = telling(files);
    expect(told.length).toBeGreaterThan(10);
    for (const file of told) expect(await openXmlFaults(file, 'docx')).toEqual([]);
  }, 300_000);

  test('it finds what is out of order', async () => {
    const [old, fresh] = COMPARED[0] as (typeof COMPARED)[number];
    const parts = unzipSync(await redlineFile(old, fresh));
    const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
    const wrong = xml.replace(/(<w:pStyle [^>]*\/>)(.*?)(<\/w:pPr>)/, '$2<w:jc w:val="left"/>$1$3');
    expect(wrong).not.toBe(xml);
    const file = zipSync({ ...parts, 'word/document.xml': strToU8(wrong) });
    expect(await openXmlFaults(file, 'docx')).not.toEqual([]);
  });
});
