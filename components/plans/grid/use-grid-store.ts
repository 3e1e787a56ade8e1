import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ActivityWrite } from '@/domain/plan/writes';
import type { GridAnswer, IndicatorsGo, SeenRow } from './grid-state';
import { GridStore } from './grid-store';
import type { Known, News } from './merge';

const EVERY = 2500;

/** What the grid asks of the server; each act names the plan first. */
export interface GridActs {
  send(planId: string, rows: readonly ActivityWrite[], removed: readonly SeenRow[]): Promise<GridAnswer>;
  move(planId: string, row: SeenRow, beforeId: string | null): Promise<GridAnswer>;
  remove(planId: string, rows: readonly SeenRow[], indicators: IndicatorsGo): Promise<GridAnswer>;
  restore(planId: string, activityIds: readonly string[]): Promise<GridAnswer>;
}

/** One store for the life of the screen; it asks for news only while the page is looked at. */
export function useGridStore(from: { planId: string; me: string; known: Known; acts: GridActs }) {
  const [store] = useState(
    () =>
      new GridStore(from.known, {
        me: from.me,
        send: (rows, removed) => from.acts.send(from.planId, rows, removed),
        move: (row, beforeId) => from.acts.move(from.planId, row, beforeId),
        remove: (rows, indicators) => from.acts.remove(from.planId, rows, indicators),
        restore: (activityIds) => from.acts.restore(from.planId, activityIds),
        news: (since) => newsOf(from.planId, since),
      }),
  );
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void store.ask();
    };
    const timer = setInterval(ask, EVERY);
    document.addEventListener('visibilitychange', ask);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener('online', ask);
    };
  }, [store]);
  const isUnwritten = state.waiting.length + Object.keys(state.wrong).length + state.lost.length > 0;
  useEffect(() => {
    if (!isUnwritten) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnwritten]);
  return { store, state };
}

async function newsOf(planId: string, since: number): Promise<News | null> {
  const answer = await fetch(`/api/plans/${planId}/changes?since=${since}`).catch(() => null);
  return answer?.ok === true ? ((await answer.json()) as News) : null;
}
