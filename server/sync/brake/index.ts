import { randomBytes } from 'node:crypto';
import type { Db } from '../../../db/client';
import { accept, type Outcome, type Refusal, refuse } from '../../../domain/refusal';
import { countWordsOf } from '../../../domain/text/word-count';
import { ClockRanges } from '../clock-ranges';
import type { Candidate } from '../gate/candidate';
import type { Owners } from '../gate/owners';
import type { DeleteRange, News } from '../known';
import { delegationsOf } from './delegations';
import { type Deletion, deletionOf, type Loss, leastLossOf, lossOf, Others } from './loss';
import { type Permit, Permits } from './permits';
import { Recent } from './recent';
import { SHORTEST_RUN } from './shared-words';

/** How much one person may delete of what others wrote in one document without being asked. */
export interface Limits {
  /** So many characters may always go. */
  readonly freeLetters: number;
  /** Beyond them this share of all others' words, and no more than so many characters that nothing new stands for. */
  readonly largestShare: number;
  readonly mostLetters: number;
}

export const LIMITS: Limits = { freeLetters: 200, largestShare: 0.2, mostLetters: 5000 };
/** What one person deletes within this time counts together, so that slices make a whole. */
export const WINDOW_MS = 60_000;

/** Beyond this many stretches of moved words in a text, all that lies between two of a client's counts as moved too. */
const MOST_REMEMBERED = 2000;

/** Whose deletion it is, and where. */
export interface Hand {
  readonly documentId: string;
  readonly userId: string;
  readonly nowMs: number;
}

/** A deletion of others' words that has been tried on the candidate and is not yet committed. */
export interface Weighed {
  readonly hand: Hand;
  readonly deletion: Deletion;
  readonly loss: Loss;
  /** The confirmation that lets it pass, or null where it needs none. */
  readonly permit: Permit | null;
}

/**
 * The brake against mass deletion (SY21). An update is looked at before it is tried on the candidate (`look`),
 * weighed afterwards (`weigh`), and counted when it goes into the log (`spend`).
 */
export class Brake {
  readonly permits = new Permits();
  private readonly recent = new Map<string, Recent>();
  private readonly moved = new Map<string, ClockRanges>();
  private sweptAtMs = 0;

  constructor(
    private readonly db: Db,
    private readonly limits: Limits = LIMITS,
  ) {}

  look(candidate: Candidate, owners: Owners, hand: Hand, news: News): Deletion | null {
    return deletionOf(candidate, this.others(owners, hand), news);
  }

  /**
   * What to count, where so few words go that nothing needs comparing and nothing be asked; null where `weigh`
   * must say. A keystroke passes here.
   */
  weighLightly(hand: Hand, deletion: Deletion): Weighed | null {
    if (deletion.letters >= SHORTEST_RUN) return null;
    const loss = { gone: deletion.letters, shrunk: deletion.letters, moved: [] };
    return this.isFree(this.recentOf(hand), loss) ? { hand, deletion, loss, permit: null } : null;
  }

  /**
   * The refusal of what is too much whatever else the update does, or null. It comes before the update is tried,
   * so that trying to erase a text costs next to nothing.
   */
  holdAtOnce(candidate: Candidate, owners: Owners, hand: Hand, deletion: Deletion): Refusal | null {
    const loss = leastLossOf(deletion);
    const recent = this.recentOf(hand);
    if (this.isFree(recent, loss)) return null;
    recent.letters ??= this.others(owners, hand).letters(candidate) + recent.gone;
    if (this.isFree(recent, loss) || this.permits.find(hand, deletion.ranges) !== null) return null;
    return this.refuse(hand, deletion, loss, recent);
  }

  /** The refusal, or what to count. Call it when the update stands on the candidate. */
  weigh(candidate: Candidate, owners: Owners, hand: Hand, deletion: Deletion): Outcome<Weighed> {
    const loss = lossOf(candidate, deletion);
    const recent = this.recentOf(hand);
    const free = accept({ hand, deletion, loss, permit: null });
    if (this.isFree(recent, loss)) return free;
    recent.letters ??= this.others(owners, hand).letters(candidate) + deletion.letters + recent.gone;
    if (this.isFree(recent, loss)) return free;
    const permit = this.permits.find(hand, deletion.ranges);
    return permit === null
      ? this.refuse(hand, deletion, loss, recent)
      : accept({ hand, deletion, loss, permit });
  }

  /** Counts a deletion that is going into the log. A confirmed one has been answered for: counting begins anew. */
  spend({ hand, loss, permit }: Weighed): void {
    if (permit === null) this.recentOf(hand).add(hand.nowMs, loss);
    else {
      this.permits.use(permit);
      this.recent.delete(keyOf(hand));
    }
    this.remember(hand.documentId, loss.moved);
  }

  /** Takes back what was counted in a transaction that failed. */
  refund({ hand, loss, permit }: Weighed): void {
    if (permit === null) this.recentOf(hand).takeBack(loss);
    else this.permits.giveBack(permit);
  }

  private refuse(hand: Hand, deletion: Deletion, loss: Loss, recent: Recent): Refusal {
    const words = deletion.passages.map((passage) => passage.words).join(' ');
    return refuse('SY21', {
      characters: loss.gone,
      words: Math.max(1, Math.round((countWordsOf(words) * loss.gone) / deletion.letters)),
      percent: Math.min(100, Math.round(((loss.gone + recent.gone) * 100) / (recent.letters ?? loss.gone))),
      delegations: delegationsOf(this.db, hand.documentId, deletion.ranges).join(' '),
      token: this.permits.offer(hand, deletion.ranges, randomBytes(18).toString('base64url')),
    });
  }

  private isFree({ gone, shrunk, letters }: Recent, loss: Loss): boolean {
    const { freeLetters, largestShare, mostLetters } = this.limits;
    const all = gone + loss.gone;
    if (loss.gone === 0 || all <= freeLetters) return true;
    return letters !== null && all <= letters * largestShare && shrunk + loss.shrunk <= mostLetters;
  }

  private others(owners: Owners, { documentId, userId }: Hand): Others {
    return new Others(
      (client) => owners.belongsTo(client, userId),
      this.moved.get(documentId) ?? new ClockRanges(),
    );
  }

  private remember(documentId: string, moved: readonly DeleteRange[]): void {
    if (moved.length === 0) return;
    const all = new ClockRanges([...(this.moved.get(documentId) ?? []), ...moved]);
    this.moved.set(documentId, all.count > MOST_REMEMBERED ? all.hull() : all);
  }

  private recentOf(hand: Hand): Recent {
    this.sweep(hand.nowMs);
    const key = keyOf(hand);
    const recent = this.recent.get(key) ?? new Recent();
    this.recent.set(key, recent);
    recent.forgetBefore(hand.nowMs - WINDOW_MS);
    return recent;
  }

  /** Lets go of what is past, now and then. */
  private sweep(nowMs: number): void {
    if (Math.abs(nowMs - this.sweptAtMs) < WINDOW_MS) return;
    this.sweptAtMs = nowMs;
    for (const [key, recent] of this.recent) {
      recent.forgetBefore(nowMs - WINDOW_MS);
      if (recent.isEmpty) this.recent.delete(key);
    }
  }
}

function keyOf({ documentId, userId }: Hand): string {
  return `${documentId} ${userId}`;
}
