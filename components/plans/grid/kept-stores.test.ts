// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { GridStore } from './grid-store';
import { keptStore, showStore } from './kept-stores';
import { house, title } from './testing/house';

const BAD = { value: null, words: 'soon', message: 'is no month' };
let closes: (() => void)[] = [];
const show = (store: GridStore, me = 'me') => {
  const hide = showStore('plan', me, store);
  closes.push(() => {
    hide();
    store.keepWrong('one plannedFrom', null);
  });
  return hide;
};
afterEach(() => {
  for (const close of closes) close();
  closes = [];
  vi.useRealTimers();
});

function isWarned(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

test('PL37 words that wait are there when the plan is opened again, and closing the tab is asked about until then', () => {
  const { store } = house();
  const hide = show(store);
  expect(isWarned()).toBe(false);
  store.keepWrong('one plannedFrom', BAD);
  hide();
  expect(keptStore('plan', 'me')).toBe(store);
  expect(isWarned()).toBe(true);
  const again = show(store);
  store.keepWrong('one plannedFrom', null);
  expect(isWarned()).toBe(false);
  expect(keptStore('plan', 'me')).toBe(store);
  again();
  expect(keptStore('plan', 'me')).toBeUndefined();
});

test('PL37 what waits for its connection is written from another page, and then nothing is kept', async () => {
  vi.useFakeTimers();
  const { store, there, cut } = house();
  const hide = show(store);
  cut(true);
  await store.change(title('First', 'Second'));
  hide();
  expect(isWarned()).toBe(true);
  cut(false);
  await vi.advanceTimersByTimeAsync(3000);
  expect(there('one')?.title).toBe('Second');
  expect([isWarned(), keptStore('plan', 'me')]).toEqual([false, undefined]);
});

test('PL37 a new row that waits is asked about, too', async () => {
  const { store, cut } = house();
  show(store);
  cut(true);
  await store.change([], [{ key: 'new', activityId: null, rev: 0, cells: { title: 'New' } }]);
  expect(isWarned()).toBe(true);
  cut(false);
  await store.ask();
});

test('PL37 nothing is sent while nobody, or somebody else, is signed in', async () => {
  const { store, there, signOut, cut } = house();
  show(store);
  cut(true);
  await store.change(title('First', 'Second'));
  cut(false);
  signOut(true);
  await store.ask();
  expect([there('one')?.title, store.state().save]).toEqual(['First', 'signedOut']);
  signOut(false);
  await store.ask();
  await vi.waitFor(() => expect(there('one')?.title).toBe('Second'));
});

test('PL37 whoever signs in after somebody else finds nothing of theirs', () => {
  const [theirs, mine] = [house().store, house().store];
  const hide = show(theirs);
  theirs.keepWrong('one plannedFrom', BAD);
  hide();
  expect(keptStore('plan', 'other')).toBeUndefined();
  show(mine, 'other');
  expect(isWarned()).toBe(false);
});
