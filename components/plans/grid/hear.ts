import { FIELD_NAMES } from '@/domain/plan/fields';
import { cellKey, type GridState } from './grid-state';
import { mergeNews, type News } from './merge';

interface Heard extends Pick<GridState, 'known' | 'said' | 'fresh'> {
  /** Who changed which cells last: a country; null: the secretariat. */
  readonly by: ReadonlyMap<string, string | null>;
}

/** What news make of what a screen knows: `fresh` holds the cells that others changed. Null where nothing is new. */
export function hear(state: GridState, news: News, me: string): Heard | null {
  const known = mergeNews(state.known, news);
  if (known === state.known) return null;
  const fresh: Record<string, string | null> = {};
  const last = new Map<string, string | null>();
  let { said } = state;
  for (const { activityId, field, country, by } of news.news?.changes ?? []) {
    const row = known.activities.find(({ id }) => id === activityId);
    const cell = FIELD_NAMES.find((name) => name === field);
    // What is of the whole row (it is new, it is back, it moved, it went) shows in what names it.
    const key = cellKey(activityId, cell ?? 'code');
    last.set(key, country);
    if (by === me) continue;
    fresh[key] = country;
    if (row !== undefined && cell !== undefined) {
      said = { kind: 'changed', code: row.code, field: cell, country };
    }
  }
  return { known, said, fresh, by: last };
}
