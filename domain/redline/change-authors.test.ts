import { expect, test } from 'vitest';
import { authorsOfChange } from './change-authors';
import type { Change } from './types';

const CHANGE: Change = {
  id: 'c1',
  kind: 'split',
  row: 0,
  oldText: '',
  newText: '',
  wordsInserted: 0,
  wordsDeleted: 0,
};

test.each([
  ['who split, and who wrote in the part', { ...CHANGE, author: 'ID' }, ['PH'], undefined, ['PH', 'ID']],
  [
    'a clause that came is theirs who wrote it',
    { ...CHANGE, kind: 'clause-inserted', author: 'ID' },
    ['PH'],
    undefined,
    ['PH'],
  ],
  [
    'an empty one is whose it came by',
    { ...CHANGE, kind: 'clause-inserted', author: 'ID' },
    [],
    undefined,
    ['ID'],
  ],
  ['nobody known, and one alone wrote', CHANGE, [], 'TH', ['TH']],
  ['nobody known', CHANGE, [], undefined, []],
] as const)('LE16 %s', (_what, change, hands, sole, authors) => {
  expect(authorsOfChange(change, hands, sole)).toEqual(authors);
});
