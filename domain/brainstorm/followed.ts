import { compareTexts } from '../redline';
import { clausesOf } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
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

/**
 * BS15: from a text to a later one. What was deleted leads nowhere. Only what differs is compared: a clause that stands
 * as it stood gave no words to another.
 */
export function clauseSteps(then: DocumentJson, now: DocumentJson, houseStyle: HouseStyle): ClauseSteps {
  const steps = new Map<string, Map<string, FollowedHow | null>>();
  const [before, after] = [blocksOf(then), blocksOf(now)];
  for (const [json, block] of before) {
    if (!after.has(json)) continue;
    for (const { id } of clausesOf({ type: 'doc', content: [block] }))
      if (id !== null) steps.set(id, new Map([[id, null]]));
  }
  const [changed, fresh] = [without(before, after), without(after, before)];
  if (changed.content.length > 0 && fresh.content.length > 0) addSteps(steps, changed, fresh, houseStyle);
  return new Map(
    [...steps].map(([id, to]) => [id, [...to].map(([clauseId, how]) => ({ clauseId, how }))] as const),
  );
}

type Blocks = ReadonlyMap<string, NodeJson>;

function blocksOf({ content }: DocumentJson): Blocks {
  return new Map((content ?? []).map((block) => [JSON.stringify(block), block]));
}

/** The blocks that the other text does not have, as a text of their own. */
function without(blocks: Blocks, other: Blocks) {
  const content = [...blocks].filter(([json]) => !other.has(json)).map(([, block]) => block);
  return { type: 'doc' as const, content };
}

function addSteps(
  steps: Map<string, Map<string, FollowedHow | null>>,
  then: DocumentJson,
  now: DocumentJson,
  houseStyle: HouseStyle,
): void {
  for (const { status, old, new: fresh } of compareTexts(then, now, { houseStyle }).rows) {
    if (status === 'deleted' || status === 'moved-away' || old === null || fresh === null) continue;
    if (old.id === null || fresh.id === null) continue;
    const to = steps.get(old.id) ?? new Map<string, FollowedHow | null>();
    steps.set(old.id, to);
    if (to.get(fresh.id) !== null) to.set(fresh.id, howOf(old.id, fresh.id, status));
  }
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
