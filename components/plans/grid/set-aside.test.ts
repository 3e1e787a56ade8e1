import { expect, test } from 'vitest';
import { house, title } from './testing/house';

test('PL15 words for a row that somebody took out are kept, and wait in its cells when it is back', async () => {
  const { store, otherTakesOut, there } = house();
  store.keepWrong('one partners', { value: null, words: 'the ILO', message: 'no such partner' });
  otherTakesOut('one');
  await store.change(title('First', 'Mine'));
  await store.ask();
  expect(store.state().wrong).toEqual({});
  expect(store.state().lost).toMatchObject([
    { activityId: 'one', field: 'partners', words: 'the ILO', country: 'TH' },
    { activityId: 'one', field: 'title', value: 'Mine', country: 'TH' },
  ]);
  await store.bringBack('one');
  expect(store.state()).toMatchObject({ lost: [], said: { kind: 'broughtBack' } });
  expect(store.state().wrong).toMatchObject({
    'one partners': { words: 'the ILO' },
    'one title': { value: 'Mine' },
  });
  await store.change(title('First', 'Mine'));
  expect(there('one')?.title).toBe('Mine');
  expect(Object.keys(store.state().wrong)).toEqual(['one partners']);
});

test('words of a cell whose row was gone before they were kept are set aside, too, until they are let go', async () => {
  const { store, otherTakesOut } = house();
  otherTakesOut('one');
  await store.ask();
  store.keepWrong('one title', { value: null, words: 'Half a', message: 'gone' });
  expect(store.state().lost).toMatchObject([{ words: 'Half a' }]);
  expect(store.state().wrong).toEqual({});
  store.letLostGo('one');
  expect(store.state().lost).toEqual([]);
});
