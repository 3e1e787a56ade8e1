import { describe, expect, test } from 'vitest';
import '../../../domain/redline/golden/anchors.test';
import '../../../domain/redline/golden/clauses.test';
import '../../../domain/redline/golden/form.test';
import '../../../domain/redline/golden/scripts.test';
import '../../../domain/redline/golden/tables.test';
import '../../../domain/redline/golden/wording.test';
import { compareTexts } from '../../../domain/redline';
import { COMPARED } from '../../../domain/redline/testing/describe';
import { LONG_PLAN, makeHistory } from '../../../domain/redline/testing/histories';
import type { Redline, Segment } from '../../../domain/redline/types';
import type { DocumentJson } from '../../../domain/text/document-json';
import { has } from '../../tests/office';
import { NEUTRAL, redlineFile } from './tests/files';
import { savedByOffice, wordByOffice } from './tests/office-reading';
import { runsInFile, runsInOffice, trackedRows } from './tests/tracked-runs';
import { trackedInFile, trackedInOffice } from './tests/tracked-words';

/** LibreOffice opens so many files in one go. */
const AT_ONCE = 40;

const LONG = makeHistory(LONG_PLAN);

/** Viet Nam took away what went, Thailand wrote what came. */
function signed(redline: Redline): Redline {
  const sign = (segment: Segment): Segment =>
    segment.op === 'equal' ? segment : { ...segment, author: segment.op === 'insert' ? 'TH' : 'VN' };
  return {
    ...redline,
    rows: redline.rows.map((row) => ({
      ...row,
      segments: row.segments.map(sign),
      ...(row.cells === undefined
        ? {}
        : { cells: row.cells.map((cell) => ({ ...cell, segments: cell.segments.map(sign) })) }),
    })),
  };
}

function signedFile(old: DocumentJson, fresh: DocumentJson): Promise<Uint8Array> {
  const redline = signed(compareTexts(old, fresh, { houseStyle: 'declaration' }));
  const names = { TH: 'Thailand', VN: 'Viet Nam' };
  return redlineFile(old, fresh, { redline, authors: { names, neutral: NEUTRAL } });
}

/** The golden cases have run by then; LibreOffice opens every file once. */
let opened: Promise<{ readonly files: readonly Uint8Array[]; readonly seen: readonly string[] }> | undefined;

function everyFile() {
  opened ??= openAll();
  return opened;
}

async function openAll() {
  const pairs: (readonly [DocumentJson, DocumentJson])[] = [...COMPARED, [LONG.old, LONG.new]];
  expect(pairs.length).toBeGreaterThan(150);
  const files = await Promise.all(pairs.map(([old, fresh]) => signedFile(old, fresh)));
  const seen: string[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    seen.push(...savedByOffice(files.slice(from, from + AT_ONCE), 'fodt'));
  }
  return { files, seen };
}

describe.skipIf(!has('soffice'))(
  'files as LibreOffice opens them: every golden case, and 60,000 words',
  () => {
    test('WO3 it sees the same words of the same authors come and go', async () => {
      const { files, seen } = await everyFile();
      expect(seen.map(trackedInOffice)).toEqual(files.map(trackedInFile));
      const authors = new Set(files.map(trackedInFile).flatMap((words) => Object.keys(words)));
      expect(authors).toContain('Thailand inserted in body');
      expect(authors).toContain('Viet Nam deleted in notes');
    }, 420_000);

    test('WO3 it sees as many changes of the same authors', async () => {
      const { files, seen } = await everyFile();
      const counts = files.map(runsInFile);
      expect(seen.map(runsInOffice)).toEqual(counts);
      expect(new Set(counts.flatMap((count) => Object.keys(count)))).toEqual(
        new Set([
          'Thailand inserted in body',
          'Thailand inserted in notes',
          'Viet Nam deleted in body',
          'Viet Nam deleted in notes',
          `${NEUTRAL} inserted in body`,
          `${NEUTRAL} inserted in notes`,
          `${NEUTRAL} deleted in body`,
          `${NEUTRAL} deleted in notes`,
          `${NEUTRAL} reshaped in body`,
          `${NEUTRAL} paragraphs reshaped`,
          'moves away',
          'moves here',
        ]),
      );
    }, 420_000);

    test('WO3 it sees as many rows of tables come and go', async () => {
      const { files } = await everyFile();
      const withRows = files.filter((file) => Object.keys(trackedRows(file)).length > 0);
      expect(withRows.length).toBeGreaterThan(10);
      // Rows are not in the flat file: LibreOffice says them in the Word file that it saves.
      expect(wordByOffice(withRows).map(trackedRows)).toEqual(withRows.map(trackedRows));
    }, 420_000);
  },
);
