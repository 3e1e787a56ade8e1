import { accept, type Outcome, refuse } from '../domain/refusal';

/** So many files of one person are taken in, read or wait to be read at a time; and so many of all together. */
export const MOST_OF_ONE = 2;
export const MOST_OF_ALL = 12;

/** A place in the queue of imports; it is to be left in any case. */
export type LeaveQueue = () => void;

/**
 * Who has files in hand. A file counts from its first byte until it has been read, so what waits takes a bounded part
 * of memory, and nobody keeps others waiting for more than their share (IM21).
 */
export class ImportQueue {
  private readonly byPerson = new Map<string, number>();
  private all = 0;

  enter(userId: string): Outcome<LeaveQueue> {
    const own = this.byPerson.get(userId) ?? 0;
    if (own >= MOST_OF_ONE) return refuse('IM21', { count: own });
    if (this.all >= MOST_OF_ALL) return refuse('IM22');
    this.byPerson.set(userId, own + 1);
    this.all += 1;
    let isIn = true;
    return accept(() => {
      if (!isIn) return;
      isIn = false;
      this.all -= 1;
      const left = (this.byPerson.get(userId) ?? 1) - 1;
      if (left === 0) this.byPerson.delete(userId);
      else this.byPerson.set(userId, left);
    });
  }
}
