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
import { savedByOffice } from './tests/office-reading';
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

describe.skipIf(!has('soffice'))('files as LibreOffice opens them', () => {
  test('WO3 it sees the same words of the same authors come and go: every golden case, and 60,000 words', async () => {
    const pairs: (readonly [DocumentJson, DocumentJson])[] = [...COMPARED, [LONG.old, LONG.new]];
    expect(pairs.length).toBeGreaterThan(140);
    const files = await Promise.all(pairs.map(([old, fresh]) => signedFile(old, fresh)));
    const seen: string[] = [];
    for (let from = 0; from < files.length; from += AT_ONCE) {
      seen.push(...savedByOffice(files.slice(from, from + AT_ONCE), 'fodt'));
    }
    expect(seen.map(trackedInOffice)).toEqual(files.map(trackedInFile));
    const authors = new Set(files.map(trackedInFile).flatMap((words) => Object.keys(words)));
    expect(authors).toContain('Thailand inserted in body');
    expect(authors).toContain('Viet Nam deleted in notes');
  }, 420_000);
});
