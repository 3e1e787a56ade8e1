import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ActivityWrite } from '@/domain/plan/writes';
import { type GridAnswer, GridStore } from './grid-store';
import type { Known, News } from './merge';

const EVERY = 2500;

/** One store for the life of the screen; it asks for news only while the page is looked at. */
export function useGridStore(from: {
  planId: string;
  me: string;
  known: Known;
  send: (planId: string, rows: readonly ActivityWrite[]) => Promise<GridAnswer>;
}) {
  const [store] = useState(
    () =>
      new GridStore(from.known, {
        me: from.me,
        send: (rows) => from.send(from.planId, rows),
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
  const isUnwritten = state.waiting.length > 0 || Object.keys(state.wrong).length > 0;
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
