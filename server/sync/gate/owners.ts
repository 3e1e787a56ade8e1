import type { Known } from '../known';

/** Ids one person may ever write under in one document: everybody who opens it is told of all of them. */
export const MOST_IDS = 5000;
/** Ids that are kept for one person's carets. */
const MOST_KEPT = 1000;

/**
 * Whose a client id is (SY3). A bound id is its person's for ever. An id that has words in the text but no owner
 * is the server's own. A free id goes to whoever uses it first; while somebody shows a caret under it, it is
 * kept for them, since everybody in the room can read it off the caret before the first word.
 */
export class Owners {
  private readonly bound: Map<number, string>;
  private readonly counts = new Map<string, number>();
  private readonly kept = new Map<number, string>();

  constructor(bound: Iterable<readonly [number, { readonly userId: string }]>) {
    this.bound = new Map([...bound].map(([client, { userId }]) => [client, userId]));
    for (const userId of this.bound.values()) this.counts.set(userId, this.idsOf(userId) + 1);
  }

  allows(client: number, userId: string, known: Known): boolean {
    const owner = this.bound.get(client);
    if (owner !== undefined) return owner === userId;
    if (known.clockAfter(client) > 0 || this.idsOf(userId) >= MOST_IDS) return false;
    return (this.kept.get(client) ?? userId) === userId;
  }

  /** Whether this person is known to write under the id. */
  belongsTo(client: number, userId: string): boolean {
    return this.bound.get(client) === userId;
  }

  isBound(client: number): boolean {
    return this.bound.has(client);
  }

  /** Remembers a binding that the database has made. */
  bind(client: number, userId: string): void {
    this.bound.set(client, userId);
    this.counts.set(userId, this.idsOf(userId) + 1);
  }

  /** Forgets a binding whose transaction failed. */
  unbind(client: number): void {
    const userId = this.bound.get(client);
    if (userId !== undefined) this.counts.set(userId, this.idsOf(userId) - 1);
    this.bound.delete(client);
  }

  /** Keeps an id for a person's caret; false where it is somebody else's. */
  keep(client: number, userId: string): boolean {
    const owner = this.bound.get(client) ?? this.kept.get(client);
    if (owner !== undefined && owner !== userId) return false;
    if (!this.kept.has(client)) this.releaseOldest(userId);
    this.kept.set(client, userId);
    return true;
  }

  /** Who has shown carets under very many ids has long closed the tabs of the first. */
  private releaseOldest(userId: string): void {
    const own = [...this.kept].filter(([, owner]) => owner === userId);
    const oldest = own.length < MOST_KEPT ? undefined : own[0];
    if (oldest !== undefined) this.kept.delete(oldest[0]);
  }

  private idsOf(userId: string): number {
    return this.counts.get(userId) ?? 0;
  }
}
