import { expect, test } from 'vitest';
import { house } from './testing/house';

test('a row goes down two places by two presses, and back by two', async () => {
  const { store, standing, other } = house();
  other('one', { partners: 'ILO' });
  void store.step('one', 'down');
  await store.step('one', 'down');
  await expect.poll(standing).toEqual(['two', 'three', 'one']);
  await store.step('one', 'down');
  expect(standing()).toEqual(['two', 'three', 'one']);
  await store.undo();
  await store.undo();
  expect(standing()).toEqual(['one', 'two', 'three']);
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'nothingToUndo' });
});

test('a row that another person moved goes to its place and shows in its code; no cell is said to be changed', async () => {
  const { store, otherMoves, shown } = house();
  otherMoves('one');
  await store.ask();
  expect(shown()).toEqual(['two', 'three', 'one']);
  expect(store.state()).toMatchObject({ said: null, fresh: { 'one code': 'TH' } });
});

test.each(['known', 'unknown'])(
  'PL15 a move is not taken back over one of another person, %s here',
  async (what) => {
    const { store, otherMoves, standing, shown } = house();
    await store.step('one', 'down');
    expect(standing()).toEqual(['two', 'one', 'three']);
    otherMoves('one');
    if (what === 'known') await store.ask();
    await store.undo();
    expect(store.state().said).toEqual({ kind: 'undoLost' });
    expect(standing()).toEqual(['two', 'three', 'one']);
    expect(shown()).toEqual(['two', 'three', 'one']);
  },
);

test('a move is taken back though another person wrote into the row or moved another one beside it', async () => {
  const { store, other, otherMoves, standing } = house();
  await store.step('one', 'down');
  other('one', { partners: 'ILO' });
  otherMoves('three');
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undone' });
  expect(standing()).toEqual(['one', 'two', 'three']);
  await store.step('two', 'down');
  otherMoves('one');
  await store.ask();
  await store.undo();
  expect(store.state().said).toEqual({ kind: 'undone' });
  expect(standing()).toEqual(['two', 'three', 'one']);
});

test.each(['first', 'not'])(
  'a move whose answer is lost is done once, and taken back once; news come %s',
  async (news) => {
    const { store, standing, loseAnswer, cut } = house();
    const back = async () => {
      cut(false);
      // What was pressed meanwhile sets the jobs going before there are news.
      await (news === 'first' ? store.ask() : store.step('three', 'down'));
      await expect.poll(() => store.state().save).toBe('saved');
    };
    loseAnswer();
    await store.step('one', 'down');
    expect(store.state().save).toBe('offline');
    await back();
    expect(standing()).toEqual(['two', 'one', 'three']);
    loseAnswer();
    await store.undo();
    await back();
    expect(standing()).toEqual(['one', 'two', 'three']);
  },
);

test('a move that did not get through is done when the connection is back', async () => {
  const { store, standing, cut } = house();
  cut(true);
  await store.step('one', 'down');
  cut(false);
  await store.ask();
  await expect.poll(standing).toEqual(['two', 'one', 'three']);
});
