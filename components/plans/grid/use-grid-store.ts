import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ActivityWrite } from '@/domain/plan/writes';
import type { GridAnswer, IndicatorsGo, NoNews, SeenRow } from './grid-state';
import { GridStore } from './grid-store';
import { keptStore, showStore } from './kept-stores';
import type { Known, News } from './merge';

/** Which matrix it is, and who writes in it: in a browser somebody else may have signed in since. */
export interface GridSeat {
  readonly planId: string;
  readonly me: string;
}

/** What the grid asks of the server; each act says first of which plan and of whom it is. */
export interface GridActs {
  send(seat: GridSeat, rows: readonly ActivityWrite[], removed: readonly SeenRow[]): Promise<GridAnswer>;
  move(seat: GridSeat, row: SeenRow, beforeId: string | null): Promise<GridAnswer>;
  remove(seat: GridSeat, rows: readonly SeenRow[], indicators: IndicatorsGo): Promise<GridAnswer>;
  restore(seat: GridSeat, activityIds: readonly string[]): Promise<GridAnswer>;
}

/** The store of this plan as it was left in this tab, with the words that wait in it, or a new one. */
export function useGridStore(from: { planId: string; me: string; known: Known; acts: GridActs }) {
  const { planId, me, known, acts } = from;
  const seat = { planId, me };
  const [store] = useState(
    () =>
      keptStore(planId, me) ??
      new GridStore(known, {
        me,
        send: (rows, removed) => acts.send(seat, rows, removed),
        move: (row, beforeId) => acts.move(seat, row, beforeId),
        remove: (rows, indicators) => acts.remove(seat, rows, indicators),
        restore: (activityIds) => acts.restore(seat, activityIds),
        news: (since) => newsOf(seat, since),
      }),
  );
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  useEffect(() => showStore(planId, me, store), [planId, me, store]);
  return { store, state };
}

async function newsOf({ planId, me }: GridSeat, since: number): Promise<News | NoNews> {
  const answer = await fetch(`/api/plans/${planId}/changes?since=${since}&for=${me}`).catch(() => null);
  if (answer?.status === 401 || answer?.status === 403) return 'signedOut';
  return answer?.ok === true ? ((await answer.json()) as News) : 'offline';
}
