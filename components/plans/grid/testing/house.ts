import type { Activity } from '@/domain/plan/matrix';
import { activity } from '@/domain/plan/testing/rows';
import type { ActivityWrite } from '@/domain/plan/writes';
import type { GridAnswer, SeenRow, Wire } from '../grid-state';
import { GridStore } from '../grid-store';
import type { News, NewsChange } from '../merge';
import { moved } from '../row-moves';

/** A server of one matrix, and another person who writes into it. */
export function house() {
  let rows: readonly Activity[] = [
    activity('one', { title: 'First', position: 1 }),
    activity('two', { position: 2 }),
    activity('three', { position: 3 }),
  ];
  const known = new Set(rows.map(({ id }) => id));
  let seq = 1;
  let changes: (NewsChange & { seq: number })[] = [];
  let isDown = false;
  let isSignedOut = false;
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
    news: async (since) => (isDown ? 'offline' : isSignedOut ? 'signedOut' : news(since)),
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
    signOut: (out: boolean) => {
      isSignedOut = out;
    },
    cut: (down: boolean) => {
      isDown = down;
    },
  };
}

export const entered = (key: string): ActivityWrite[] => [
  { key, activityId: null, rev: 0, cells: { title: key } },
];

export const title = (from: string, to: string) => [
  { activityId: 'one', cells: { title: to }, seen: { title: from } },
];
