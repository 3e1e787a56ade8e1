import type { Known, News } from '../known';
import type { Candidate } from './candidate';
import type { Owners } from './owners';

/**
 * The candidate as it will be once the updates judged so far in this turn have been applied: how far each client
 * id has come, and who has begun to write under which.
 */
export class Ahead implements Known {
  private readonly ends = new Map<number, number>();
  private readonly claims = new Map<number, string>();

  constructor(
    private readonly candidate: Candidate,
    private readonly owners: Owners,
  ) {}

  clockAfter(client: number): number {
    return this.ends.get(client) ?? this.candidate.clockAfter(client);
  }

  isGone(client: number, from: number, to: number): boolean {
    return this.candidate.isGone(client, from, to);
  }

  allows(client: number, userId: string): boolean {
    const claim = this.claims.get(client);
    return claim === undefined ? this.owners.allows(client, userId, this.candidate) : claim === userId;
  }

  /** An update of this person with this news has passed judgement. */
  add(news: News, userId: string): void {
    for (const struct of news.structs) {
      const { client, clock } = struct.id;
      this.ends.set(client, Math.max(this.clockAfter(client), clock + struct.length));
      this.claims.set(client, userId);
    }
  }
}
