import { expect, test } from 'vitest';
import { entered, house, title } from './testing/house';

test('an edit is written and known, and others’ cells come with it', async () => {
  const { store, other, here, there } = house();
  other('two', { partners: 'ILO' });
  await store.change(title('First', 'Second'));
  expect(there('one')?.title).toBe('Second');
  expect(here('two')?.partners).toBe('ILO');
  expect(store.state()).toMatchObject({ save: 'saved', waiting: [], fresh: { 'two partners': 'TH' } });
});

test('another cell of the same row that somebody changed is no conflict and stays (PL15)', async () => {
  const { store, other, there } = house();
  other('one', { partners: 'ILO' });
  await store.change(title('First', 'Second'));
  expect(store.state().conflict).toBeNull();
  expect(there('one')).toMatchObject({ title: 'Second', partners: 'ILO' });
});

test.each([
  ['theirs', 'Theirs'],
  ['mine', 'Mine'],
] as const)('PL15 the same cell is asked about: %s', async (choice, stands) => {
  const { store, other, there } = house();
  other('one', { title: 'Theirs' });
  await store.change(title('First', 'Mine'));
  expect(store.state().conflict).toMatchObject({
    before: 'First',
    theirs: 'Theirs',
    mine: 'Mine',
    country: 'TH',
  });
  expect(there('one')?.title).toBe('Theirs');
  await store.settle(choice);
  expect(there('one')?.title).toBe(stands);
  expect(store.state()).toMatchObject({ conflict: null, waiting: [], save: 'saved' });
});

test('what is refused stays in its cell', async () => {
  const { store, here } = house();
  await store.change([{ activityId: 'one', cells: { partners: 'bad' }, seen: { partners: '' } }]);
  expect(here('one')?.partners).toBe('');
  expect(store.state().wrong['one partners']).toMatchObject({ value: 'bad', message: 'too long' });
});

test('one’s own last change is taken back, unless somebody changed it since', async () => {
  const { store, other, there } = house();
  await store.change(title('First', 'Second'));
  await store.undo();
  expect(there('one')?.title).toBe('First');
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'nothingToUndo' });
  await store.change(title('First', 'Second'));
  other('one', { title: 'Theirs' });
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undoLost' });
  expect(there('one')?.title).toBe('Theirs');
});

test('without a connection edits wait, and are written when it is back', async () => {
  const { store, cut, there } = house();
  cut(true);
  await store.change(title('First', 'Second'));
  expect(store.state()).toMatchObject({ save: 'offline', waiting: [{ activityId: 'one' }] });
  cut(false);
  await store.ask();
  await expect.poll(() => there('one')?.title).toBe('Second');
  await expect.poll(() => store.state().save).toBe('saved');
});

test('who writes theirs over what they were shown has not seen what came after it (PL15)', async () => {
  const { store, other, there } = house();
  other('one', { title: 'Theirs' });
  await store.change(title('First', 'Mine'));
  expect(store.state().conflict).toMatchObject({ theirs: 'Theirs', mine: 'Mine' });
  other('one', { title: 'Later' });
  await store.ask();
  await store.settle('mine');
  expect(store.state().conflict).toMatchObject({ theirs: 'Later', mine: 'Mine' });
  expect(there('one')?.title).toBe('Later');
  await store.settle('mine');
  expect(there('one')?.title).toBe('Mine');
});

test('PL15 who leaves the question writes over nobody, and their words wait in the cell', async () => {
  const { store, other, there } = house();
  other('one', { title: 'Theirs' });
  await store.change(title('First', 'Mine'));
  await store.settle('later', 'not written');
  expect(there('one')?.title).toBe('Theirs');
  expect(store.state()).toMatchObject({ conflict: null, waiting: [], save: 'saved' });
  expect(store.state().wrong['one title']).toEqual({ value: 'Mine', words: null, message: 'not written' });
  // Opened again and left with Enter, they are written on what was seen by then.
  await store.change(title('Theirs', 'Mine'));
  expect(there('one')?.title).toBe('Mine');
  expect(store.state().wrong).toEqual({});
});

test('rows that were entered are taken back, also after one wrote into them', async () => {
  const { store, standing, shown } = house();
  await store.change(title('First', 'Second'), entered('x'));
  expect(standing()).toEqual(['one', 'two', 'three', 'new x']);
  await store.change([{ activityId: 'new x', cells: { partners: 'ILO' }, seen: { partners: '' } }]);
  await store.undo();
  expect(standing()).toHaveLength(4);
  await store.undo();
  expect(standing()).toEqual(['one', 'two', 'three']);
  expect(shown()).toEqual(['one', 'two', 'three']);
  expect(store.state()).toMatchObject({ said: { kind: 'undone' } });
  expect(store.state().known.activities[0]?.title).toBe('First');
});

test('PL15 a row that was entered and that somebody else wrote into stays', async () => {
  const { store, other, standing } = house();
  await store.change([], entered('x'));
  other('new x', { partners: 'ILO' });
  await store.ask();
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undoLost' });
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'nothingToUndo' });
  expect(standing()).toHaveLength(4);
});
