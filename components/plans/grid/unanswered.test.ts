import { expect, test } from 'vitest';
import { entered, house, title } from './testing/house';

test('new rows whose answer was lost are entered once, and can be taken back', async () => {
  const { store, loseAnswer, cut, standing } = house();
  loseAnswer();
  await store.change([], entered('fourth'));
  expect(store.state().save).toBe('offline');
  cut(false);
  await store.ask();
  await expect.poll(() => store.state().save).toBe('saved');
  expect(standing()).toEqual(['one', 'two', 'three', 'new fourth']);
  await store.undo();
  expect(standing()).toEqual(['one', 'two', 'three']);
});

test('new rows that never arrived are entered when the connection is back', async () => {
  const { store, cut, standing } = house();
  cut(true);
  await store.change([], entered('fourth'));
  cut(false);
  // What is done next does not send them blindly before the matrix was looked at.
  await store.change(title('First', 'Second'));
  await expect.poll(() => store.state().waiting).toEqual([]);
  expect(standing()).toEqual(['one', 'two', 'three', 'new fourth']);
});

test.each(['remove', 'restore'] as const)('a %s whose answer was lost is done once', async (act) => {
  const { store, loseAnswer, cut, standing } = house();
  if (act === 'restore') await store.remove(['two']);
  loseAnswer();
  await (act === 'remove' ? store.remove(['two']) : store.undo());
  cut(false);
  await store.ask();
  await expect.poll(() => store.state().said?.kind).toBe(act === 'remove' ? 'removed' : 'undone');
  expect(standing()).toEqual(act === 'remove' ? ['one', 'three'] : ['one', 'two', 'three']);
});
