import type { ActivityWrite } from '@/domain/plan/writes';
import {
  type AnyJob,
  areLost,
  asWritten,
  type ChangeJob,
  conflictOf,
  type Done,
  doneAnew,
  doneBy,
  type Job,
  jobAnew,
  keysOf,
  numberedAnew,
  numbersOfReturn,
  onto,
  type RemoveJob,
  type RestoreJob,
  refusedCells,
  undoing,
  writesOf,
} from './grid-jobs';
import { GridScreen } from './grid-screen';
import { cellKey, type GridAnswer, type IndicatorsGo, type Said, withoutKeys } from './grid-state';
import { type CellEdit, type Clash, clashes, seenAnew, withoutCell } from './merge';
import { aimOf, type MoveJob, moved, placeOf } from './row-moves';
import { lostAnswer } from './unanswered';

const MOST_TRIES = 8;

/**
 * The matrix of one screen: what is known, what waits to be written in the order in which it was done, and what of it
 * was refused. Edits wait where there is no connection; nothing of others is written over unseen (PL15).
 */
export class GridStore extends GridScreen {
  private jobs: Job[] = [];
  private done: Done[] = [];
  private isRunning = false;

  /** Edits of cells that stand, and new rows; all of it is written, or nothing: then `onRefused` gets it back. */
  change(
    edits: readonly CellEdit[],
    added: readonly ActivityWrite[] = [],
    onRefused?: () => void,
  ): Promise<void> {
    this.set({ wrong: withoutKeys(this.current.wrong, keysOf(edits)), said: null });
    return this.enqueue({ kind: 'change', edits, added, removed: [], isUndo: false, tries: 0, onRefused });
  }

  /** Takes back the last change made here that still stands. */
  undo(): Promise<void> {
    return this.enqueue({ kind: 'undo' });
  }

  /** Puts a row one place up or down among those of its result. */
  step(activityId: string, direction: 'up' | 'down'): Promise<void> {
    this.set({ said: null });
    return this.enqueue({ kind: 'move', activityId, to: direction, tries: 0 });
  }

  /** Takes rows out of the matrix as they are seen here. */
  remove(activityIds: readonly string[]): Promise<void> {
    const ids = new Set(activityIds);
    const rows = this.current.known.activities
      .filter(({ id }) => ids.has(id))
      .map(({ id, rev }) => ({ activityId: id, rev }));
    if (rows.length === 0) return Promise.resolve();
    this.set({ said: null });
    return this.enqueue({ kind: 'remove', rows, indicators: null });
  }

  /** What becomes of the indicators of rows that are to leave; null: the rows stay. */
  letGo(indicators: IndicatorsGo): Promise<void> {
    const { leaving } = this.current;
    this.set({ leaving: null });
    if (leaving === null || indicators === null) return Promise.resolve();
    return this.enqueue({ kind: 'remove', rows: leaving.rows, indicators });
  }

  /** Brings back a row that somebody took out, and with it the words that wait for it. */
  bringBack(activityId: string): Promise<void> {
    this.set({ said: null });
    return this.enqueue({ kind: 'restore', rows: [{ activityId, rev: 0 }], isUndo: false });
  }

  /** A row was entered by a form of its own: it can be taken back like what was done in the grid. */
  async entered(activityId: string): Promise<void> {
    await this.ask();
    this.done.push({ kind: 'cells', edits: [], added: [{ activityId, rev: 0 }] });
  }

  /**
   * What becomes of the cell that two people changed. `later`: nothing is written, and what was typed here stays in its
   * cell with this message.
   */
  settle(choice: 'theirs' | 'mine' | 'later', message = ''): Promise<void> {
    const { conflict } = this.current;
    const [job] = this.jobs;
    if (conflict === null || job?.kind !== 'change') return Promise.resolve();
    if (choice === 'later') {
      const value = conflict.mine ?? null;
      this.keepWrong(cellKey(conflict.activityId, conflict.field), { value, words: null, message });
    }
    const edits = choice === 'mine' ? seenAnew(job.edits, conflict) : withoutCell(job.edits, conflict);
    if (edits.length + job.added.length + job.removed.length === 0) this.jobs.shift();
    else this.jobs[0] = { ...job, edits };
    this.set({ conflict: null });
    this.noteWaiting();
    return this.run();
  }

  /** Whether anything that was done or typed here is written nowhere else. */
  holdsWords(): boolean {
    return this.jobs.length + Object.keys(this.current.wrong).length + this.current.lost.length > 0;
  }

  protected connected(): void {
    this.set({ save: this.jobs.length > 0 ? 'saving' : 'saved' });
    void this.run();
  }

  private enqueue(job: Job): Promise<void> {
    this.jobs.push(job);
    this.noteWaiting();
    return this.run();
  }

  private noteWaiting(): void {
    this.set({ waiting: this.jobs.flatMap((job) => (job.kind === 'change' ? job.edits : [])) });
  }

  private async run(): Promise<void> {
    if (this.isRunning || this.current.conflict !== null) return;
    this.isRunning = true;
    try {
      while (this.jobs.length > 0 && (await this.next()));
    } finally {
      this.isRunning = false;
    }
    if (this.jobs.length === 0 && this.current.save === 'saving') this.set({ save: 'saved' });
  }

  /** Does the first job; false: it must wait. */
  private async next(): Promise<boolean> {
    const job = this.ready(this.jobs[0]);
    // Whether it was done already is seen only in the matrix as it stands now.
    if (job?.unanswered !== undefined && !(await this.ask())) return false;
    switch (job?.kind) {
      case 'change':
        return this.doChange(job);
      case 'move':
        return this.doMove(job);
      case 'remove':
      case 'restore':
        return this.doRows(job);
      default:
        return true;
    }
  }

  private async doChange(job: ChangeJob): Promise<boolean> {
    const { activities, seq } = this.current.known;
    const lost = lostAnswer(job, activities, seq);
    if (lost !== null) {
      this.keepDone(job, lost);
      this.finish();
      return true;
    }
    const [clash] = clashes(job.edits, activities);
    if (clash !== undefined) return this.meet(job, clash);
    if (areLost(job.removed, activities)) return this.end({ kind: 'undoLost' });
    const rows = writesOf(job, activities);
    if (rows.length + job.removed.length === 0) return this.end(null);
    const answer = await this.sent(() => this.wire.send(rows, job.removed));
    if (answer === null) return this.waits(job);
    if (answer.ok) {
      await this.written(job, answer);
      return true;
    }
    // Somebody was faster: what they did is looked at first, then it is the same cell or another one.
    const isLate = answer.rule === 'PL15' || answer.findings.some(({ rule }) => rule === 'PL15');
    if (isLate && job.tries < MOST_TRIES) return this.again({ ...job, tries: job.tries + 1 });
    this.refused(job, answer);
    return true;
  }

  private async doMove(job: MoveJob): Promise<boolean> {
    const { activities } = this.current.known;
    const { activityId } = job;
    const aim = aimOf(activities, job);
    if (aim === 'none') return this.end(null);
    if (aim === 'lost') return this.end({ kind: 'undoLost' });
    if (aim === 'landed') return this.hasMoved(job, job.unanswered?.backBefore ?? null);
    const rev = activities.find(({ id }) => id === activityId)?.rev ?? 0;
    const answer = await this.sent(() => this.wire.move({ activityId, rev }, aim.beforeId));
    if (answer === null) {
      this.jobs[0] = { ...job, unanswered: aim };
      return false;
    }
    if (answer.ok) {
      const to = answer.rows.find((row) => row.activityId === activityId)?.rev ?? rev;
      this.renumber(answer);
      const { known } = this.current;
      this.set({ known: { ...known, activities: moved(known.activities, activityId, aim.beforeId, to) } });
      return this.hasMoved(job, aim.backBefore);
    }
    // Moving a row writes over none of its cells: whatever others wrote into it, it is asked once more.
    if (answer.rule === 'PL15' && job.tries < MOST_TRIES) return this.again({ ...job, tries: job.tries + 1 });
    const isUndo = typeof job.to !== 'string';
    return this.end(isUndo ? { kind: 'undoLost' } : { kind: 'refused', message: answer.message }, true);
  }

  private hasMoved({ activityId, to }: MoveJob, backBefore: string | null): Promise<boolean> {
    if (typeof to !== 'string') return this.end({ kind: 'undone' }, true);
    const at = placeOf(this.current.known.activities, activityId);
    if (at !== null) this.done.push({ kind: 'moved', activityId, backBefore, at });
    return this.end(null, true);
  }

  private async doRows(job: RemoveJob | RestoreJob): Promise<boolean> {
    const { activities, seq } = this.current.known;
    const answer =
      lostAnswer(job, activities, seq) ??
      (await this.sent(() =>
        job.kind === 'remove'
          ? this.wire.remove(job.rows, job.indicators)
          : this.wire.restore(job.rows.map(({ activityId }) => activityId)),
      ));
    if (answer === null) return this.waits(job);
    if (!answer.ok) {
      if (job.kind === 'remove' && answer.rule === 'PL35' && job.indicators === null) {
        this.set({ leaving: { rows: job.rows, message: answer.message } });
        return this.end(null);
      }
      return this.end({ kind: 'refused', message: answer.message }, true);
    }
    if (job.kind === 'restore') {
      this.renumber(answer, numbersOfReturn(job.rows, answer));
      return this.end({ kind: job.isUndo ? 'undone' : 'broughtBack' }, true);
    }
    const activityIds = job.rows.map(({ activityId }) => activityId);
    // Indicators went another way than the rows: bringing the rows back would not be as if nothing had been.
    this.done.push(job.indicators === null ? { kind: 'removed', rows: job.rows } : { kind: 'final' });
    this.takeOut(activityIds);
    const kind = job.indicators === null ? 'removed' : 'gone';
    return this.end({ kind, count: activityIds.length }, true);
  }

  /** No answer came: it may have been done, or not. */
  private waits(job: ChangeJob | RemoveJob | RestoreJob): false {
    this.jobs[0] = { ...job, unanswered: new Set(this.current.known.activities.map(({ id }) => id)) };
    return false;
  }

  private again(job: Job): Promise<boolean> {
    this.jobs[0] = job;
    return this.ask();
  }

  /** The first job is over. */
  private async end(said: Said | null, asks = false): Promise<boolean> {
    this.finish();
    // What others did is shown by then; what came of one's own act is said last.
    if (asks) await this.ask();
    if (said !== null) this.set({ said });
    return true;
  }

  /** What was seen of rows before one's own write is what stands after it. */
  private renumber(
    answer: GridAnswer & { ok: true },
    before: ReadonlyMap<string, number> = new Map(
      this.current.known.activities.map(({ id, rev }) => [id, rev]),
    ),
  ): void {
    const after = new Map(answer.rows.map(({ activityId, rev }) => [activityId, rev]));
    this.done = this.done.map((done) => doneAnew(done, before, after));
    this.jobs = this.jobs.map((job) => jobAnew(job, before, after));
    const { leaving } = this.current;
    if (leaving === null) return;
    this.set({ leaving: { ...leaving, rows: numberedAnew(leaving.rows, before, after) } });
  }

  /** The job as it can be done; what is taken back is known only when everything before it is done. */
  private ready(job: Job | undefined): AnyJob | null {
    if (job?.kind !== 'undo') return job ?? null;
    const last = this.done.pop();
    if (last === undefined || last.kind === 'final') {
      this.finish();
      this.set({ said: { kind: last === undefined ? 'nothingToUndo' : 'undoFinal' } });
      return null;
    }
    const taken = undoing(last);
    this.jobs[0] = taken;
    this.noteWaiting();
    return taken;
  }

  private meet(job: ChangeJob, clash: Clash): boolean | Promise<boolean> {
    if (job.isUndo) return this.end({ kind: 'undoLost' });
    const row = this.current.known.activities.find(({ id }) => id === clash.activityId);
    if (row === undefined) return true;
    const country = this.lastBy.get(cellKey(clash.activityId, clash.field)) ?? null;
    this.set({ conflict: conflictOf(job, clash, row, country) });
    return false;
  }

  private async written(job: ChangeJob, answer: GridAnswer & { ok: true }): Promise<void> {
    this.renumber(answer);
    const { known } = this.current;
    const activities = asWritten(known.activities, job, answer);
    this.set({ known: { ...known, activities } });
    this.keepDone(job, answer);
    this.takeOut(job.removed.map(({ activityId }) => activityId));
    this.finish();
    await this.ask();
  }

  /** What was written can be taken back; what an earlier try of its cells was told is said no more. */
  private keepDone(job: ChangeJob, answer: GridAnswer & { ok: true }): void {
    if (job.isUndo) this.set({ said: { kind: 'undone' } });
    else this.done.push(doneBy(job, answer));
    this.set({ wrong: withoutKeys(this.current.wrong, keysOf(job.edits)) });
  }

  private refused(job: ChangeJob, answer: GridAnswer & { ok: false }): void {
    const wrong = job.isUndo ? {} : refusedCells(job, answer);
    this.finish();
    // Later edits of these cells began on what was not written.
    this.jobs = this.jobs.map((later) =>
      later.kind === 'change' ? { ...later, edits: later.edits.map((edit) => onto(edit, job)) } : later,
    );
    const message = answer.findings[0]?.message ?? answer.message;
    this.set({ wrong: { ...this.current.wrong, ...wrong }, said: { kind: 'refused', message } });
    this.setAside();
    job.onRefused?.();
    void this.ask();
  }

  private finish(): void {
    this.jobs.shift();
    this.noteWaiting();
  }
}
