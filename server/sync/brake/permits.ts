import type { ClockRanges } from '../clock-ranges';

/** How long a refused deletion may be confirmed, and a confirmed one sent again. */
export const PERMIT_MS = 120_000;

interface Place {
  readonly documentId: string;
  readonly userId: string;
  readonly nowMs: number;
}

/** A deletion that was held back, and whether its author has confirmed it. */
export interface Permit {
  readonly token: string;
  readonly documentId: string;
  readonly userId: string;
  readonly ranges: ClockRanges;
  readonly untilMs: number;
  isConfirmed: boolean;
}

/**
 * Deletions that wait for their author's word: one per person and document, the newest. A permit covers the words
 * it was asked for and no others, serves once, and for two minutes.
 */
export class Permits {
  private readonly permits = new Map<string, Permit>();

  /** Offers a permit for these words under `token`. */
  offer({ documentId, userId, nowMs }: Place, ranges: ClockRanges, token: string): string {
    for (const [key, permit] of this.permits) {
      if (permit.untilMs < nowMs) this.permits.delete(key);
    }
    const untilMs = nowMs + PERMIT_MS;
    this.permits.set(`${documentId} ${userId}`, {
      token,
      documentId,
      userId,
      ranges,
      untilMs,
      isConfirmed: false,
    });
    return token;
  }

  /** The author's word; false where nothing waits under this token for this person in this document. */
  confirm(place: Place, token: string): boolean {
    const permit = this.waiting(place);
    if (permit === null || permit.token !== token || permit.isConfirmed) return false;
    permit.isConfirmed = true;
    return true;
  }

  /** The confirmed permit that covers these words, or null. What others deleted meanwhile need not go any more. */
  find(place: Place, ranges: ClockRanges): Permit | null {
    const permit = this.waiting(place);
    return permit?.isConfirmed === true && permit.ranges.covers(ranges) ? permit : null;
  }

  use({ documentId, userId }: Permit): void {
    this.permits.delete(`${documentId} ${userId}`);
  }

  /** A permit that was used in a transaction that failed serves once more. */
  giveBack(permit: Permit): void {
    this.permits.set(`${permit.documentId} ${permit.userId}`, permit);
  }

  private waiting({ documentId, userId, nowMs }: Place): Permit | null {
    const permit = this.permits.get(`${documentId} ${userId}`);
    return permit === undefined || permit.untilMs < nowMs ? null : permit;
  }
}
