/** What the room looks at: the clause under discussion, chosen by whoever leads. */
export interface Stage {
  /** Null while nothing is under discussion. */
  readonly clauseId: string | null;
  readonly leader: 'chair' | 'secretariat';
  readonly at: string;
}

/** What a follower is told; `stage` null while nobody leads. */
export interface StageNews {
  readonly stage: Stage | null;
}
