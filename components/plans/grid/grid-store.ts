import type { FieldName } from '@/domain/plan/fields';
import type { Activity, ActivityCells } from '@/domain/plan/matrix';
import type { ActivityWrite } from '@/domain/plan/writes';
import {
  type CellEdit,
  type Clash,
  clashes,
  fieldsOf,
  type Known,
  mergeNews,
  type News,
  reversed,
  seenAnew,
  withEdits,
  withoutCell,
} from './merge';

/** What the server answers to a write: rows as they are numbered now, or all that is wrong, in the reader's words. */
export type GridAnswer =
  | {
      readonly ok: true;
      readonly seq: number;
      readonly rows: readonly { readonly key: string; readonly activityId: string; readonly rev: number }[];
    }
  | { readonly ok: false; readonly message: string; readonly findings: readonly GridFinding[] };

export interface GridFinding {
  readonly key: string;
  readonly field: FieldName | null;
  readonly rule: string;
  readonly message: string;
}

export interface Wire {
  readonly me: string;
  send(rows: readonly ActivityWrite[]): Promise<GridAnswer>;
  /** Null: there is no connection. */
  news(since: number): Promise<News | null>;
}

/** A value that could not be written, in its cell until somebody mends it or lets it go. */
export interface Wrong {
  readonly value: ActivityCells[FieldName] | null;
  readonly words: string | null;
  readonly message: string;
}

export interface Conflict extends Clash {
  readonly code: string;
  readonly before: ActivityCells[FieldName] | undefined;
  readonly theirs: ActivityCells[FieldName];
  readonly mine: ActivityCells[FieldName] | undefined;
  readonly country: string | null;
}

export type Said =
  | { readonly kind: 'undone' | 'nothingToUndo' | 'undoLost' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'copied'; readonly count: number }
  | {
      readonly kind: 'changed';
      readonly code: string;
      readonly field: FieldName;
      readonly country: string | null;
    };

export interface GridState {
  readonly known: Known;
  readonly waiting: readonly CellEdit[];
  readonly save: 'saved' | 'saving' | 'offline';
  /** By `cellKey`, like the maps below. */
  readonly wrong: Readonly<Record<string, Wrong>>;
  /** Cells that others changed just now: which delegation; null: the secretariat. */
  readonly fresh: Readonly<Record<string, string | null>>;
  readonly conflict: Conflict | null;
  readonly said: Said | null;
}

interface Job {
  readonly kind: 'change' | 'undo';
  readonly edits: readonly CellEdit[];
  readonly added: readonly ActivityWrite[];
  /** How often somebody was faster. */
  readonly tries: number;
  readonly onRefused?: (() => void) | undefined;
}

const MOST_TRIES = 8;

export const cellKey = (activityId: string, field: FieldName) => `${activityId} ${field}`;

const FRESH_FOR = 6000;

/**
 * The matrix of one screen: what is known, what waits to be written in the order in which it was done, and what of it
 * was refused. Edits wait where there is no connection; nothing of others is written over unseen (PL15).
 */
export class GridStore {
  private current: GridState;
  private jobs: Job[] = [];
  private done: (readonly CellEdit[])[] = [];
  private readonly lastBy = new Map<string, string | null>();
  private readonly listeners = new Set<() => void>();
  private isRunning = false;
  private asking: Promise<boolean> | null = null;

  constructor(
    known: Known,
    private readonly wire: Wire,
  ) {
    this.current = { known, waiting: [], save: 'saved', wrong: {}, fresh: {}, conflict: null, said: null };
  }

  readonly state = (): GridState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<GridState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Edits of cells that stand, and new rows; all of it is written, or nothing: then `onRefused` gets it back. */
  change(
    edits: readonly CellEdit[],
    added: readonly ActivityWrite[] = [],
    onRefused?: () => void,
  ): Promise<void> {
    this.set({ wrong: withoutKeys(this.current.wrong, keysOf(edits)), said: null });
    return this.enqueue({ kind: 'change', edits, added, tries: 0, onRefused });
  }

  /** Takes back the last change made here that still stands. */
  undo(): Promise<void> {
    return this.enqueue({ kind: 'undo', edits: [], added: [], tries: 0 });
  }

  keepWrong(key: string, wrong: Wrong | null): void {
    const rest = withoutKeys(this.current.wrong, [key]);
    this.set({ wrong: wrong === null ? rest : { ...rest, [key]: wrong } });
  }

  say(said: Said | null): void {
    this.set({ said });
  }

  /** What becomes of the cell that two people changed. */
  settle(choice: 'theirs' | 'mine'): Promise<void> {
    const { conflict } = this.current;
    const [job] = this.jobs;
    if (conflict === null || job === undefined) return Promise.resolve();
    const edits = choice === 'theirs' ? withoutCell(job.edits, conflict) : seenAnew(job.edits, conflict);
    if (edits.length === 0 && job.added.length === 0) this.jobs.shift();
    else this.jobs[0] = { ...job, edits };
    this.set({ conflict: null });
    this.noteWaiting();
    return this.run();
  }

  /** Asks what others did; whether there was an answer. */
  ask(): Promise<boolean> {
    this.asking ??= this.askOnce().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async askOnce(): Promise<boolean> {
    const news = await this.wire.news(this.current.known.seq);
    if (news === null) {
      this.set({ save: 'offline' });
      return false;
    }
    this.take(news);
    if (this.current.save === 'offline') {
      this.set({ save: 'saved' });
      void this.run();
    }
    return true;
  }

  private take(news: News): void {
    const known = mergeNews(this.current.known, news);
    if (known === this.current.known) return;
    const fresh: Record<string, string | null> = {};
    let said = this.current.said;
    for (const { activityId, field, country, by } of news.news?.changes ?? []) {
      const row = known.activities.find(({ id }) => id === activityId);
      const key = `${activityId} ${field === 'added' ? 'code' : field}`;
      this.lastBy.set(key, country);
      if (by === this.wire.me) continue;
      fresh[key] = country;
      if (row !== undefined && field in row) {
        said = { kind: 'changed', code: row.code, field: field as FieldName, country };
      }
    }
    const standing = new Set(known.activities.map(({ id }) => id));
    // Words for a row that somebody removed have no cell any more.
    const wrong = Object.fromEntries(
      Object.entries(this.current.wrong).filter(([key]) => standing.has(key.split(' ')[0] ?? '')),
    );
    this.set({ known, said, wrong, fresh: { ...this.current.fresh, ...fresh } });
    const keys = Object.keys(fresh);
    if (keys.length === 0) return;
    setTimeout(() => this.set({ fresh: withoutKeys(this.current.fresh, keys) }), FRESH_FOR);
  }

  private enqueue(job: Job): Promise<void> {
    this.jobs.push(job);
    this.noteWaiting();
    return this.run();
  }

  private noteWaiting(): void {
    this.set({ waiting: this.jobs.flatMap(({ edits }) => edits) });
  }

  private async run(): Promise<void> {
    if (this.isRunning || this.current.conflict !== null) return;
    this.isRunning = true;
    try {
      while (this.jobs.length > 0 && (await this.step()));
    } finally {
      this.isRunning = false;
    }
    if (this.jobs.length === 0 && this.current.save === 'saving') this.set({ save: 'saved' });
  }

  /** Does the first job; false: it must wait. */
  private async step(): Promise<boolean> {
    const job = this.ready(this.jobs[0]);
    if (job === null) return true;
    const [clash] = clashes(job.edits, this.current.known.activities);
    if (clash !== undefined) return this.meet(job, clash);
    this.set({ save: 'saving' });
    const rows = this.rowsOf(job);
    if (rows.length === 0) {
      this.finish();
      return true;
    }
    const answer = await this.wire.send(rows).catch(() => null);
    if (answer === null) {
      this.set({ save: 'offline' });
      return false;
    }
    if (answer.ok) {
      await this.written(job, answer);
      return true;
    }
    // Somebody was faster: what they did is looked at first, then it is the same cell or another one.
    if (answer.findings.some(({ rule }) => rule === 'PL15') && job.tries < MOST_TRIES) {
      this.jobs[0] = { ...job, tries: job.tries + 1 };
      return this.ask();
    }
    this.refused(job, answer);
    return true;
  }

  /** The job with its edits; what is taken back is known only when everything before it is done. */
  private ready(job: Job | undefined): Job | null {
    if (job === undefined) return null;
    if (job.kind === 'change' || job.edits.length > 0) return job;
    const last = this.done.pop();
    if (last === undefined) {
      this.finish();
      this.set({ said: { kind: 'nothingToUndo' } });
      return null;
    }
    const undoing = { ...job, edits: reversed(last) };
    this.jobs[0] = undoing;
    this.noteWaiting();
    return undoing;
  }

  private meet(job: Job, clash: Clash): boolean {
    if (job.kind === 'undo') {
      this.finish();
      this.set({ said: { kind: 'undoLost' } });
      return true;
    }
    const row = this.current.known.activities.find(({ id }) => id === clash.activityId);
    const edit = job.edits.find(({ activityId }) => activityId === clash.activityId);
    if (row === undefined) return true;
    this.set({
      conflict: {
        ...clash,
        code: row.code,
        before: edit?.seen[clash.field],
        theirs: row[clash.field],
        mine: edit?.cells[clash.field],
        country: this.lastBy.get(cellKey(clash.activityId, clash.field)) ?? null,
      },
    });
    return false;
  }

  private rowsOf({ edits, added }: Job): ActivityWrite[] {
    const revs = new Map(this.current.known.activities.map(({ id, rev }) => [id, rev]));
    const changed = edits.map(({ activityId, cells }) => ({
      key: activityId,
      activityId,
      rev: revs.get(activityId) ?? 0,
      cells,
    }));
    return [...changed, ...added];
  }

  private async written(job: Job, answer: GridAnswer & { ok: true }): Promise<void> {
    const { known } = this.current;
    const revs = new Map(answer.rows.map(({ activityId, rev }) => [activityId, rev]));
    const activities = withEdits(known.activities, job.edits).map((activity): Activity => {
      const rev = revs.get(activity.id);
      return rev === undefined || rev === activity.rev ? activity : { ...activity, rev };
    });
    if (job.kind === 'undo') this.set({ said: { kind: 'undone' } });
    // New rows are not taken away by taking back: what came before them stays, too.
    else if (job.added.length > 0) this.done = [];
    else this.done.push(job.edits);
    // What an earlier try of these cells was told is said no more.
    const wrong = withoutKeys(this.current.wrong, keysOf(job.edits));
    this.set({ known: { ...known, activities }, wrong });
    this.finish();
    await this.ask();
  }

  private refused(job: Job, answer: GridAnswer & { ok: false }): void {
    const wrong: Record<string, Wrong> = {};
    for (const { activityId, cells } of job.kind === 'change' ? job.edits : []) {
      const own = answer.findings.filter(({ key }) => key === activityId);
      for (const field of fieldsOf(cells)) {
        const found = own.find((finding) => finding.field === field) ?? own[0];
        const value = cells[field] ?? null;
        wrong[cellKey(activityId, field)] = { value, words: null, message: found?.message ?? answer.message };
      }
    }
    this.finish();
    // Later edits of these cells began on what was not written.
    this.jobs = this.jobs.map((later) => ({ ...later, edits: later.edits.map((edit) => onto(edit, job)) }));
    const message = answer.findings[0]?.message ?? answer.message;
    this.set({ wrong: { ...this.current.wrong, ...wrong }, said: { kind: 'refused', message } });
    job.onRefused?.();
    void this.ask();
  }

  private finish(): void {
    this.jobs.shift();
    this.noteWaiting();
  }
}

function onto(edit: CellEdit, refused: Job): CellEdit {
  const before = refused.edits.find(({ activityId }) => activityId === edit.activityId);
  if (before === undefined) return edit;
  const seen = Object.fromEntries(
    fieldsOf(edit.cells).map((field) => [
      field,
      before.cells[field] === undefined ? edit.seen[field] : before.seen[field],
    ]),
  );
  return { ...edit, seen };
}

function keysOf(edits: readonly CellEdit[]): string[] {
  return edits.flatMap(({ activityId, cells }) => fieldsOf(cells).map((field) => cellKey(activityId, field)));
}

function withoutKeys<V>(record: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
