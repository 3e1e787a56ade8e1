import { compareTexts } from '../redline';
import type { DocumentJson } from '../text/document-json';
import type { HouseStyle } from '../text/numbering';

/** How words of a clause came to stand in another one: it was joined into that, split into both, or got another id. */
export type FollowedHow = 'joined' | 'split' | 'renamed';

/** A clause in which words of a linked one stand now. */
export interface FollowedTo {
  readonly clauseId: string;
  readonly how: FollowedHow;
}

/** Of each clause of a text, the clauses of a later one that hold its words: itself (`how` null), and others. */
export type ClauseSteps = ReadonlyMap<string, readonly { clauseId: string; how: FollowedHow | null }[]>;

/** BS15: from a text to a later one. What was deleted leads nowhere. */
export function clauseSteps(then: DocumentJson, now: DocumentJson, houseStyle: HouseStyle): ClauseSteps {
  const steps = new Map<string, Map<string, FollowedHow | null>>();
  for (const { status, old, new: fresh } of compareTexts(then, now, { houseStyle }).rows) {
    if (status === 'deleted' || status === 'moved-away' || old === null || fresh === null) continue;
    if (old.id === null || fresh.id === null) continue;
    const to = steps.get(old.id) ?? new Map<string, FollowedHow | null>();
    steps.set(old.id, to);
    if (to.get(fresh.id) !== null) to.set(fresh.id, howOf(old.id, fresh.id, status));
  }
  return new Map(
    [...steps].map(([id, to]) => [id, [...to].map(([clauseId, how]) => ({ clauseId, how }))] as const),
  );
}

function howOf(from: string, to: string, status: string): FollowedHow | null {
  if (from === to) return null;
  return status === 'merged' ? 'joined' : status === 'split' ? 'split' : 'renamed';
}

/**
 * BS15: the clauses in which words of a linked one stand at the end of these steps, besides itself. Of one that stands
 * it is what was split off from it; of one that is gone whatever holds its words.
 */
export function followClause(
  clauseId: string,
  steps: readonly ClauseSteps[],
  stands: boolean,
): readonly FollowedTo[] {
  let reached = new Map<string, FollowedHow | null>([[clauseId, null]]);
  for (const step of steps) {
    const next = new Map<string, FollowedHow | null>();
    for (const [id, how] of reached) {
      for (const to of step.get(id) ?? []) {
        if (next.get(to.clauseId) !== null) next.set(to.clauseId, how ?? to.how);
      }
    }
    reached = next;
  }
  return [...reached].flatMap(([id, how]) =>
    id === clauseId || how === null || (stands && how !== 'split') ? [] : [{ clauseId: id, how }],
  );
}
