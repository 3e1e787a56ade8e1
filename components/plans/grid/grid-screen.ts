import {
  cellKey,
  type GridAnswer,
  type GridState,
  type Said,
  type Wire,
  type Wrong,
  withoutKeys,
} from './grid-state';
import { hear } from './hear';
import type { Known, News } from './merge';
import { setAside } from './set-aside';

const FRESH_FOR = 6000;

/** What one screen knows of a matrix and shows of it: as the server tells it, with the words that are not written. */
export abstract class GridScreen {
  protected current: GridState;
  protected readonly lastBy = new Map<string, string | null>();
  /** Of all rows that stood at any time. */
  private readonly codes = new Map<string, string>();
  private readonly listeners = new Set<() => void>();
  private asking: Promise<boolean> | null = null;

  constructor(
    known: Known,
    protected readonly wire: Wire,
  ) {
    this.current = {
      known,
      waiting: [],
      save: 'saved',
      wrong: {},
      lost: [],
      fresh: {},
      conflict: null,
      leaving: null,
      said: null,
    };
    this.nameRows();
  }

  readonly state = (): GridState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  protected set(change: Partial<GridState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  keepWrong(key: string, wrong: Wrong | null): void {
    const rest = withoutKeys(this.current.wrong, [key]);
    this.set({ wrong: wrong === null ? rest : { ...rest, [key]: wrong } });
    this.setAside();
  }

  say(said: Said | null): void {
    this.set({ said });
  }

  /** Lets the words for a row that somebody took out go. */
  letLostGo(activityId: string): void {
    this.set({ lost: this.current.lost.filter((lost) => lost.activityId !== activityId) });
  }

  /** The connection is back: what waits goes on. */
  protected abstract connected(): void;

  /** Asks what others did; whether there was an answer. */
  ask(): Promise<boolean> {
    this.asking ??= this.askOnce().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async askOnce(): Promise<boolean> {
    const news = await this.wire.news(this.current.known.seq);
    if (typeof news === 'string') {
      this.set({ save: news });
      return false;
    }
    this.take(news);
    const { save } = this.current;
    if (save === 'offline' || save === 'signedOut') this.connected();
    return true;
  }

  private take(news: News): void {
    const heard = hear(this.current, news, this.wire.me);
    if (heard === null) return;
    const { known, said, fresh, by } = heard;
    for (const [key, country] of by) this.lastBy.set(key, country);
    this.set({ known, said, fresh: { ...this.current.fresh, ...fresh } });
    this.nameRows();
    this.setAside();
    const keys = Object.keys(fresh);
    if (keys.length === 0) return;
    setTimeout(() => this.set({ fresh: withoutKeys(this.current.fresh, keys) }), FRESH_FOR);
  }

  private nameRows(): void {
    for (const { id, code } of this.current.known.activities) this.codes.set(id, code);
  }

  protected setAside(): void {
    const aside = setAside(this.current, (activityId) => ({
      code: this.codes.get(activityId) ?? '',
      country: this.lastBy.get(cellKey(activityId, 'code')) ?? null,
    }));
    if (aside !== null) this.set(aside);
  }

  protected takeOut(activityIds: readonly string[]): void {
    const { known } = this.current;
    const activities = known.activities.filter(({ id }) => !activityIds.includes(id));
    this.set({ known: { ...known, activities } });
  }

  /** Sends what is at hand; null: there is no connection. */
  protected async sent(send: () => Promise<GridAnswer>): Promise<GridAnswer | null> {
    this.set({ save: 'saving' });
    const answer = await send().catch(() => null);
    if (answer === null) this.set({ save: 'offline' });
    return answer;
  }
}
