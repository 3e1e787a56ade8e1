import { expect, test } from 'vitest';
import type { Activity } from '@/domain/plan/matrix';
import { activity } from '@/domain/plan/testing/rows';
import type { ActivityWrite } from '@/domain/plan/writes';
import type { GridAnswer, SeenRow, Wire } from './grid-state';
import { GridStore } from './grid-store';
import type { News, NewsChange } from './merge';
import { moved } from './row-moves';

/** A server of one matrix, and another person who writes into it. */
function house() {
  let rows: readonly Activity[] = [
    activity('one', { title: 'First', position: 1 }),
    activity('two', { position: 2 }),
    activity('three', { position: 3 }),
  ];
  const known = new Set(rows.map(({ id }) => id));
  let seq = 1;
  let changes: (NewsChange & { seq: number })[] = [];
  let isDown = false;
  let isAnswerLost = false;
  const gone: Activity[] = [];
  const measured = new Set<string>();
  const late: GridAnswer = { ok: false, rule: 'PL15', message: 'changed', findings: [] };
  const isLate = (seen: readonly SeenRow[]) =>
    seen.some(({ activityId, rev }) => rows.find(({ id }) => id === activityId)?.rev !== rev);
  const takeOut = (seen: readonly SeenRow[], by = 'me') => {
    const ids = seen.map(({ activityId }) => activityId);
    gone.push(...rows.filter(({ id }) => ids.includes(id)));
    rows = rows.filter(({ id }) => !ids.includes(id));
    seq += 1;
    const said = { field: 'removed', country: by === 'me' ? null : 'TH', by, at: '', seq };
    changes = [...changes, ...ids.map((activityId) => ({ activityId, ...said }))];
  };
  const answered = (answer: GridAnswer): GridAnswer => {
    if (!isAnswerLost) return answer;
    isAnswerLost = false;
    isDown = true;
    throw new Error('no answer');
  };
  const write = (
    by: string,
    writes: readonly ActivityWrite[],
    removed: readonly SeenRow[] = [],
  ): GridAnswer => {
    if (isLate(removed)) return late;
    const stale = writes.find(
      ({ activityId, rev }) => activityId !== null && rows.find(({ id }) => id === activityId)?.rev !== rev,
    );
    if (stale !== undefined) {
      const found = { key: stale.key, field: null, rule: 'PL15', message: 'changed' };
      return { ok: false, rule: 'PL15', message: 'changed', findings: [found] };
    }
    const bad = writes.find(({ cells }) => cells.partners === 'bad');
    if (bad !== undefined) {
      const found = { key: bad.key, field: 'partners' as const, rule: 'PL14', message: 'too long' };
      return { ok: false, rule: 'PL14', message: 'too long', findings: [found] };
    }
    takeOut(removed);
    rows = rows.map((row) => {
      const cells = writes.find(({ activityId }) => activityId === row.id)?.cells;
      return cells === undefined ? row : { ...row, ...cells, rev: row.rev + 1 };
    });
    const entered = writes.filter(({ activityId }) => activityId === null);
    rows = [...rows, ...entered.map(({ key, cells }) => activity(`new ${key}`, { ...cells, position: 9 }))];
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
      rows: writes.map(({ key, activityId }) => {
        const id = activityId ?? `new ${key}`;
        return { key, activityId: id, rev: of(id) };
      }),
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
        activities: unseen.some(({ field }) => field === 'position')
          ? rows
          : rows.filter(({ id }) => ids.includes(id) || !known.has(id)),
        order: rows.map(({ id }) => id),
        changes: unseen,
      },
    };
  };
  const wire: Wire = {
    me: 'me',
    send: async (writes, removed) => {
      if (isDown) throw new Error('no connection');
      return answered(write('me', writes, removed));
    },
    move: async (row, beforeId) => {
      if (isDown) throw new Error('no connection');
      if (isLate([row])) return late;
      rows = moved(rows, row.activityId, beforeId, row.rev + 1).toSorted((a, b) => a.position - b.position);
      seq += 1;
      changes = [
        ...changes,
        { activityId: row.activityId, field: 'position', country: null, by: 'me', at: '', seq },
      ];
      return answered({
        ok: true,
        seq,
        rows: [{ key: '', activityId: row.activityId, rev: row.rev + 1 }],
      });
    },
    remove: async (seen, indicators) => {
      if (isDown) throw new Error('no connection');
      if (isLate(seen)) return late;
      if (indicators === null && seen.some(({ activityId }) => measured.has(activityId))) {
        return { ok: false, rule: 'PL35', message: 'measured', findings: [] };
      }
      takeOut(seen);
      return answered({ ok: true, seq, rows: [] });
    },
    restore: async (ids) => {
      if (isDown) throw new Error('no connection');
      if (!gone.some(({ id }) => ids.includes(id))) return late;
      const back = gone.filter(({ id }) => ids.includes(id)).map((row) => ({ ...row, rev: row.rev + 1 }));
      for (const { id } of back)
        gone.splice(
          gone.findIndex((row) => row.id === id),
          1,
        );
      rows = [...rows, ...back].toSorted((a, b) => a.position - b.position);
      seq += 1;
      const said = { field: 'restored', country: null, by: 'me', at: '', seq };
      changes = [...changes, ...back.map(({ id }) => ({ activityId: id, ...said }))];
      return answered({
        ok: true,
        seq,
        rows: back.map(({ id, rev }) => ({ key: id, activityId: id, rev })),
      });
    },
    news: async (since) => (isDown ? null : news(since)),
  };
  const store = new GridStore({ seq: 1, state: 'inForce', results: [], activities: rows }, wire);
  return {
    store,
    /** Another person puts a row behind all others. */
    otherMoves: (id: string) => {
      const rev = (rows.find((row) => row.id === id)?.rev ?? 0) + 1;
      rows = moved(rows, id, null, rev).toSorted((a, b) => a.position - b.position);
      seq += 1;
      changes = [
        ...changes,
        ...rows.map((row) => ({
          activityId: row.id,
          field: 'position',
          country: 'TH',
          by: 'other',
          at: '',
          seq,
        })),
      ];
    },
    other: (id: string, cells: Partial<Activity>) =>
      write('other', [{ key: id, activityId: id, rev: rows.find((row) => row.id === id)?.rev ?? 0, cells }]),
    otherTakesOut: (id: string) => takeOut([{ activityId: id, rev: 0 }], 'other'),
    here: (id: string) => store.state().known.activities.find((row) => row.id === id),
    there: (id: string) => rows.find((row) => row.id === id),
    shown: () => store.state().known.activities.map(({ id }) => id),
    standing: () => rows.map(({ id }) => id),
    measure: (id: string) => measured.add(id),
    /** The next act is done, and its answer does not come. */
    loseAnswer: () => {
      isAnswerLost = true;
    },
    cut: (down: boolean) => {
      isDown = down;
    },
  };
}
const entered = (key: string): ActivityWrite[] => [{ key, activityId: null, rev: 0, cells: { title: key } }];
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
