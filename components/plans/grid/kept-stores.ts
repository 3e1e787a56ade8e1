import type { GridStore } from './grid-store';

const EVERY = 2500;

interface Place {
  readonly store: GridStore;
  readonly me: string;
  /** How many grids show it. */
  grids: number;
  readonly stop: () => void;
}

/**
 * The stores of this tab, by plan: those of the grids that are shown, and those that hold words which are written nowhere
 * else. Another page of the app, another choice of rows or a narrower window takes no words away: they wait in their
 * cells when the plan is opened again, and what only waits for its connection is written meanwhile.
 */
const places = new Map<string, Place>();

/** What was left of this plan in this tab by the same person. */
export function keptStore(planId: string, me: string): GridStore | undefined {
  const place = places.get(planId);
  return place?.me === me ? place.store : undefined;
}

/** A grid shows this store, until the answer is called; it asks for news only while the page is looked at. */
export function showStore(planId: string, me: string, store: GridStore): () => void {
  // Whoever signs in after somebody else finds nothing of theirs.
  for (const [id, place] of places) if (place.me !== me) leave(id);
  const place = places.get(planId) ?? open(planId, me, store);
  place.grids += 1;
  void store.ask();
  return () => {
    place.grids -= 1;
    letGo(planId, place);
  };
}

function open(planId: string, me: string, store: GridStore): Place {
  const ask = () => {
    if (document.visibilityState === 'visible' || store.holdsWords()) void store.ask();
  };
  const timer = setInterval(ask, EVERY);
  document.addEventListener('visibilitychange', ask);
  window.addEventListener('online', ask);
  const unsubscribe = store.subscribe(() => {
    warnWhileWordsWait();
    const place = places.get(planId);
    if (place !== undefined) letGo(planId, place);
  });
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
    window.removeEventListener('online', ask);
    unsubscribe();
  };
  const place = { store, me, grids: 0, stop };
  places.set(planId, place);
  return place;
}

function letGo(planId: string, place: Place): void {
  if (place.grids === 0 && !place.store.holdsWords() && places.get(planId) === place) leave(planId);
}

function leave(planId: string): void {
  places.get(planId)?.stop();
  places.delete(planId);
  warnWhileWordsWait();
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Closing the tab does lose words. */
function warnWhileWordsWait(): void {
  const isHolding = [...places.values()].some(({ store }) => store.holdsWords());
  if (isHolding) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}
