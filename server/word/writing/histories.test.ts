import { describe, expect, test } from 'vitest';
import { LONG_PLAN, makeHistory, QUIET_PLAN } from '../../../domain/redline/testing/histories';
import { has } from '../../tests/office';
import { redlineFile } from './tests/files';
import { pandocReadings } from './tests/pandoc';
import { readingOf } from './tests/plain';

const BUSY = {
  ...QUIET_PLAN,
  clauses: 60,
  replacements: 20,
  insertions: 8,
  deletions: 8,
  newClauses: 4,
  deletedClauses: 4,
  movedClauses: 4,
  splits: 3,
  merges: 3,
};

describe.skipIf(!has('pandoc'))('texts with a known history as Word files', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'WO2 accepted it is the new text, rejected the old one: seed %i',
    async (seed) => {
      const { old, new: fresh } = makeHistory({
        ...BUSY,
        seed,
        withIds: seed % 2 === 0,
        rewritten: seed % 3,
      });
      const file = await redlineFile(old, fresh, { moves: seed > 3 ? 'delete-insert' : 'moves' });
      expect(await pandocReadings([file], 'accept')).toEqual([readingOf(fresh)]);
      expect(await pandocReadings([file], 'reject')).toEqual([readingOf(old)]);
    },
    60_000,
  );

  test('WO2 60,000 words with 300 edits', async () => {
    const { old, new: fresh } = makeHistory(LONG_PLAN);
    const file = await redlineFile(old, fresh);
    expect(await pandocReadings([file], 'accept')).toEqual([readingOf(fresh)]);
    expect(await pandocReadings([file], 'reject')).toEqual([readingOf(old)]);
  }, 120_000);
});
