import { expect, test } from 'vitest';
import { rankedAuthors } from './claimed-authors';
import type { ClaimedAuthor, ClaimedChange } from './tracked-changes';

const author = (name: string, insertions: number, moves = 0): ClaimedAuthor => ({
  author: name,
  insertions,
  deletions: 0,
  moves,
  formats: 0,
  firstAt: null,
  lastAt: null,
});

test('IM24 authors with the most changes stand first, by name where they have as many; each change knows its own', () => {
  const changes = ['Office 10', 'Office 9', 'C', 'C', 'D', 'D'].map(
    (name, number): ClaimedChange => ({ number, kind: 'insertion', author: name, at: null }),
  );
  const { authors, authorOf } = rankedAuthors(
    [author('Office 10', 1), author('Office 9', 1), author('C', 2), author('D', 1, 1)],
    changes,
  );
  expect(authors.map(({ author: name }) => name)).toEqual(['C', 'D', 'Office 9', 'Office 10']);
  expect(authorOf).toEqual([3, 2, 0, 0, 1, 1]);
});
