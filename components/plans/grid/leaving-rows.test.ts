import { expect, test } from 'vitest';
import { entered, house } from './testing/house';

test('PL15 rows are taken out as they were seen, and brought back', async () => {
  const { store, standing, shown, other } = house();
  other('two', { partners: 'ILO' });
  await store.remove(['two']);
  expect(store.state().said).toEqual({ kind: 'refused', message: 'changed' });
  expect(standing()).toHaveLength(3);
  await store.remove(['two', 'three']);
  expect(store.state().said).toEqual({ kind: 'removed', count: 2 });
  expect(shown()).toEqual(['one']);
  await store.undo();
  expect(standing()).toEqual(['one', 'two', 'three']);
  expect(store.state().said).toEqual({ kind: 'undone' });
});

test('PL35 rows that are measured leave when it is said what becomes of their indicators, for good', async () => {
  const { store, standing, measure } = house();
  measure('two');
  await store.remove(['two']);
  expect(store.state().leaving).toMatchObject({ message: 'measured' });
  await store.letGo(null);
  expect(store.state().leaving).toBeNull();
  expect(standing()).toHaveLength(3);
  await store.remove(['two']);
  await store.letGo({ to: 'retire' });
  expect(standing()).toEqual(['one', 'three']);
  expect(store.state().said).toEqual({ kind: 'gone', count: 1 });
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undoFinal' });
  expect(standing()).toEqual(['one', 'three']);
});

test('a row that was entered, taken out and brought back by oneself can still be taken back', async () => {
  const { store, standing } = house();
  await store.change([], entered('x'));
  await store.remove(['new x']);
  await store.undo();
  expect(standing()).toEqual(['one', 'two', 'three', 'new x']);
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undone' });
  expect(standing()).toEqual(['one', 'two', 'three']);
});

test('PL15 a row that somebody else wrote into before it was taken out and brought back stays', async () => {
  const { store, other, standing } = house();
  await store.change([], entered('x'));
  other('new x', { partners: 'ILO' });
  await store.ask();
  await store.remove(['new x']);
  await store.undo();
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undoLost' });
  expect(standing()).toHaveLength(4);
});

test('PL35 rows that are asked about leave though one wrote into them meanwhile', async () => {
  const { store, standing, measure } = house();
  measure('two');
  void store.remove(['two']);
  await store.change([{ activityId: 'two', cells: { partners: 'ILO' }, seen: { partners: '' } }]);
  await expect.poll(() => store.state()).toMatchObject({ leaving: { message: 'measured' }, save: 'saved' });
  await store.letGo({ to: 'retire' });
  expect(store.state().said).toEqual({ kind: 'gone', count: 1 });
  expect(standing()).toEqual(['one', 'three']);
});
