/** So much may wait for one person, over all their sockets, before the slowest of them go (SY32). */
export const MOST_UNREAD = 32 * 1024 * 1024;

/** A socket of this person, as far as it matters here. */
export interface Reader {
  readonly isClosed: boolean;
  /** Bytes that wait for it, as of the last time that anybody looked. */
  readonly unread: number;
  /** Looks again. */
  weigh(): void;
  /** Sends it away for reading too slowly. */
  dropSlow(): void;
}

/**
 * What one person has not read yet. Each socket tells what waits for it after it was written to and no sooner than
 * it is written to again, so the sum is too high rather than too low, and is taken anew before anybody suffers for it.
 */
export class Unread {
  private readonly readers = new Set<Reader>();
  private bytes = 0;

  enter(reader: Reader): void {
    this.readers.add(reader);
  }

  /** What waited for it is gone with it. */
  leave(reader: Reader): void {
    if (this.readers.delete(reader)) this.bytes -= reader.unread;
  }

  /** So much more waits, or less, than when one of them looked last. */
  change(by: number): void {
    this.bytes += by;
  }

  /**
   * Whether anything more may wait for this person; where it is too much, the slowest are sent away first. What
   * waits for those lies in memory until they are gone, so that as much again may be on its way out.
   */
  hasRoom(): boolean {
    if (this.bytes <= MOST_UNREAD) return true;
    this.dropSlowest();
    return this.bytes <= 2 * MOST_UNREAD;
  }

  private dropSlowest(): void {
    for (const reader of this.readers) reader.weigh();
    const staying = [...this.readers].filter((reader) => !reader.isClosed);
    staying.sort((a, b) => b.unread - a.unread);
    let waiting = staying.reduce((sum, { unread }) => sum + unread, 0);
    for (const reader of staying) {
      if (waiting <= MOST_UNREAD) return;
      waiting -= reader.unread;
      reader.dropSlow();
    }
  }
}
