import { expect, test } from 'vitest';
import { readCaretPlace } from './caret-place';

const ID = { client: 7, clock: 3 };

test.each<[string, unknown]>([
  ['nothing at all', {}],
  ['no object', 'default'],
  ['a clock before the first', { item: { client: 7, clock: -5 } }],
  ['half a clock', { item: { client: 7, clock: 1.5 } }],
  ['a client beyond counting', { item: { client: 1e308, clock: 1 } }],
  ['another root', { tname: 'other' }],
])('SY11 %s is no place', (_name, value) => {
  expect(readCaretPlace(value)).toBeNull();
});

test('SY11 a place is what Yjs can look up, and nothing besides', () => {
  expect(readCaretPlace({ item: ID, type: { client: -1, clock: 0 }, assoc: -9, more: 1 })).toEqual({
    item: ID,
    type: null,
    tname: null,
    assoc: -1,
  });
  expect(readCaretPlace({ tname: 'default' })).toEqual({
    item: null,
    type: null,
    tname: 'default',
    assoc: 0,
  });
});
