import { expect, test } from 'vitest';
import type { Activity } from '@/domain/plan/matrix';
import { activity } from '@/domain/plan/testing/rows';
import type { ActivityWrite } from '@/domain/plan/writes';
import { type GridAnswer, GridStore, type Wire } from './grid-store';
import type { News, NewsChange } from './merge';

/** A server of one matrix, and another person who writes into it. */
function house() {
  let rows: readonly Activity[] = [activity('one', { title: 'First' }), activity('two')];
  let seq = 1;
  let changes: (NewsChange & { seq: number })[] = [];
  let isDown = false;
  const write = (by: string, writes: readonly ActivityWrite[]): GridAnswer => {
    const stale = writes.find(({ activityId, rev }) => rows.find(({ id }) => id === activityId)?.rev !== rev);
    if (stale !== undefined) {
      const found = { key: stale.key, field: null, rule: 'PL15', message: 'changed' };
      return { ok: false, message: 'changed', findings: [found] };
    }
    const bad = writes.find(({ cells }) => cells.partners === 'bad');
    if (bad !== undefined) {
      const found = { key: bad.key, field: 'partners' as const, rule: 'PL14', message: 'too long' };
      return { ok: false, message: 'too long', findings: [found] };
    }
    seq += 1;
    rows = rows.map((row) => {
      const cells = writes.find(({ activityId }) => activityId === row.id)?.cells;
      return cells === undefined ? row : { ...row, ...cells, rev: row.rev + 1 };
    });
    for (const { activityId, cells } of writes) {
      const country = by === 'me' ? null : 'TH';
      const said = Object.keys(cells).map((field) => ({
        activityId: activityId ?? '',
        field,
        country,
        by,
        at: '',
        seq,
      }));
      changes = [...changes, ...said];
    }
    const of = (id: string | null) => rows.find((row) => row.id === id)?.rev ?? 0;
    return {
      ok: true,
      seq,
      rows: writes.map(({ key, activityId }) => ({ key, activityId: activityId ?? '', rev: of(activityId) })),
    };
  };
  const news = (since: number): News => {
    const unseen = changes.filter((change) => change.seq > since);
    const ids = unseen.map(({ activityId }) => activityId);
    return {
      seq,
      state: 'inForce',
      news: {
        results: [],
        activities: rows.filter(({ id }) => ids.includes(id)),
        order: rows.map(({ id }) => id),
        changes: unseen,
      },
    };
  };
  const wire: Wire = {
    me: 'me',
    send: async (writes) => {
      if (isDown) throw new Error('no connection');
      return write('me', writes);
    },
    news: async (since) => (isDown ? null : news(since)),
  };
  const store = new GridStore({ seq: 1, state: 'inForce', results: [], activities: rows }, wire);
  return {
    store,
    other: (id: string, cells: Partial<Activity>) =>
      write('other', [{ key: id, activityId: id, rev: rows.find((row) => row.id === id)?.rev ?? 0, cells }]),
    here: (id: string) => store.state().known.activities.find((row) => row.id === id),
    there: (id: string) => rows.find((row) => row.id === id),
    cut: (down: boolean) => {
      isDown = down;
    },
  };
}
const title = (from: string, to: string) => [
  { activityId: 'one', cells: { title: to }, seen: { title: from } },
];

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
