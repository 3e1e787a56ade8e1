import type { Stretch } from './stretch';

/** Words that went, kept for a while in case the same person brings them back: by pasting, or by undoing. */
export interface Removed extends Stretch {
  readonly userId: string;
  /** When they went, in milliseconds since 1970. */
  readonly at: number;
}

/** How long words that went may come back as the same words, by the time of the log. */
export const REMEMBERED_MS = 60 * 60 * 1000;

/** So many characters at most are remembered; the oldest are forgotten first. */
export const MOST_REMEMBERED = 1_000_000;

/** What went lately from one text. */
export class Recent {
  /** Oldest first. */
  readonly removed: Removed[] = [];
  private characters = 0;

  add(removed: Removed): void {
    if (removed.text === '') return;
    this.removed.push(removed);
    this.characters += removed.text.length;
  }

  /** Forgets what is too old, and what is too much. */
  prune(now: number): void {
    let forgotten = 0;
    for (const { at, text } of this.removed) {
      if (at >= now - REMEMBERED_MS && this.characters <= MOST_REMEMBERED) break;
      this.characters -= text.length;
      forgotten += 1;
    }
    if (forgotten > 0) this.removed.splice(0, forgotten);
  }

  /** What this person took away, newest first. */
  by(userId: string): Removed[] {
    return this.removed.filter((removed) => removed.userId === userId).reverse();
  }

  /** What came back is there already; `rest` of it is not. */
  spend(removed: Removed, rest: readonly Stretch[]): void {
    const index = this.removed.indexOf(removed);
    if (index < 0) return;
    const { userId, at } = removed;
    const left = rest.map((stretch): Removed => ({ ...stretch, gone: 'earlier', userId, at }));
    this.removed.splice(index, 1, ...left, { ...removed, gone: 'elsewhere' });
    this.characters += left.reduce((sum, { text }) => sum + text.length, 0);
  }
}
