import { describe, expect, test } from 'vitest';
import type { VersionFacts } from '@/components/versions/version-line';
import { chosenTwice, readThreeQuery, settleThree, threeHref } from './choice';

function version(number: number, revision: number | null = null): VersionFacts {
  return {
    id: `ver_${number}`,
    number,
    kind: revision === null ? 'checkpoint' : 'revision',
    revision,
    name: '',
    comment: '',
    state: 'draft',
    hash: `hash ${number}`,
    words: 10,
    wordsInserted: 1,
    wordsDeleted: 0,
    delegations: [],
    takenBy: 'Somebody',
    at: '2019-04-22T02:00:00.000Z',
  };
}
const REVISIONS = [version(1, 1), version(2), version(3, 2), version(4, 3)];
const NOTHING = readThreeQuery({});

describe('which three texts', () => {
  test('the three latest revisions, the oldest as base', () => {
    expect(settleThree(NOTHING, REVISIONS, false)).toMatchObject({ base: 1, a: 3, b: 4 });
    expect(settleThree(NOTHING, REVISIONS, true)).toMatchObject({ base: 3, a: 4, b: 'now' });
  });

  test('versions where revisions are too few, nothing where versions are', () => {
    const versions = [version(1, 1), version(2), version(3)];
    expect(settleThree(NOTHING, versions, false)).toMatchObject({ base: 1, a: 2, b: 3 });
    expect(settleThree(NOTHING, versions.slice(0, 2), false)).toBeNull();
    expect(settleThree(NOTHING, versions.slice(0, 2), true)).toMatchObject({ base: 1, a: 2, b: 'now' });
  });

  test('what was chosen stays, and only what is missing is filled in', () => {
    const query = readThreeQuery({ base: '1', a: '4' });
    expect(settleThree(query, REVISIONS, false)).toMatchObject({ base: 1, a: 4, b: 3 });
  });

  test('the same text twice is named, an unreadable one quoted', () => {
    const query = readThreeQuery({ base: '3', a: '3', b: 'now', show: 'both', page: '2' });
    const choice = settleThree(query, REVISIONS, true);
    expect(choice === null ? null : chosenTwice(choice)).toBe(3);
    expect(readThreeQuery({ base: 'first', page: '-1', show: 'odd' })).toMatchObject({
      unreadable: 'first',
      page: 1,
      view: 'touched',
    });
  });

  test('an address leads back to itself', () => {
    const choice = { base: 1, a: 3, b: 'now', view: 'both', page: 2 } as const;
    const address = new URL(threeHref('doc_1', choice), 'http://localhost');
    const query = readThreeQuery(Object.fromEntries(address.searchParams));
    expect(settleThree(query, REVISIONS, false)).toEqual(choice);
  });
});
