import { describe, expect, test } from 'vitest';
import '../../../domain/redline/golden/anchors.test';
import '../../../domain/redline/golden/clauses.test';
import '../../../domain/redline/golden/form.test';
import '../../../domain/redline/golden/scripts.test';
import '../../../domain/redline/golden/tables.test';
import '../../../domain/redline/golden/wording.test';
import { COMPARED } from '../../../domain/redline/testing/describe';
import { has } from '../../tests/office';
import { accepted } from '../../tests/outcome';
import { readWord } from '../reading';
import { redlineFile } from './tests/files';
import { pandocReadings } from './tests/pandoc';
import { readingOf } from './tests/plain';

/** The golden cases of the redline run first, in this file too, and leave their pairs behind. */
const MOVES = ['moves', 'delete-insert'] as const;

describe('every golden case as a Word file', () => {
  test.skipIf(!has('pandoc')).each(MOVES)(
    'WO2 WO12 to pandoc it is the new text when accepted, the old one when rejected: %s',
    async (moves) => {
      const pairs = [...COMPARED];
      expect(pairs.length).toBeGreaterThan(150);
      const files = await Promise.all(pairs.map(([old, fresh]) => redlineFile(old, fresh, { moves })));
      expect(await pandocReadings(files, 'accept')).toEqual(pairs.map(([, fresh]) => readingOf(fresh)));
      expect(await pandocReadings(files, 'reject')).toEqual(pairs.map(([old]) => readingOf(old)));
    },
    120_000,
  );

  test.each(MOVES)('WO2 to our own reader as well: %s', async (moves) => {
    const pairs = [...COMPARED];
    const files = await Promise.all(pairs.map(([old, fresh]) => redlineFile(old, fresh, { moves })));
    const read = files.map((file) => accepted(readWord(file, { houseStyle: 'declaration', language: 'en' })));
    expect(read.map((file) => readingOf(file.accepted))).toEqual(pairs.map(([, fresh]) => readingOf(fresh)));
    expect(read.map((file) => readingOf(file.rejected))).toEqual(pairs.map(([old]) => readingOf(old)));
  });
});
