import { describe, expect, test } from 'vitest';
import '../../../domain/redline/golden/clauses.test';
import '../../../domain/redline/golden/form.test';
import '../../../domain/redline/golden/scripts.test';
import '../../../domain/redline/golden/tables.test';
import '../../../domain/redline/golden/wording.test';
import { compareTexts } from '../../../domain/redline';
import { COMPARED } from '../../../domain/redline/testing/describe';
import type { DocumentJson } from '../../../domain/text/document-json';
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
    'WO2 to pandoc it is the new text when accepted, the old one when rejected: %s',
    async (moves) => {
      const pairs = COMPARED.filter((pair) => !confusesPandoc(pair));
      expect(pairs.length).toBeGreaterThan(140);
      expect(COMPARED.length - pairs.length).toBeLessThanOrEqual(1);
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

/** Pandoc puts words that it joins to the paragraph after them into that paragraph's first footnote. */
function confusesPandoc([old, fresh]: readonly [DocumentJson, DocumentJson]): boolean {
  const hasNotes = JSON.stringify([old, fresh]).includes('"footnote"');
  return (
    hasNotes &&
    compareTexts(old, fresh, { houseStyle: 'declaration' }).rows.some(
      ({ status }) => status === 'split' || status === 'merged',
    )
  );
}
