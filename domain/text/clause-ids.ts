import type { Node } from '@tiptap/pm/model';
import { CLAUSE_BLOCKS, IDENTIFIED_NODES } from './nodes';

/** One correction: the node at `pos` of the new document gets this id. */
export interface IdChange {
  readonly pos: number;
  readonly id: string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;
const PATTERN = /^c_[A-Za-z0-9_-]{1,64}$/;

export function isClauseId(value: unknown): value is string {
  return typeof value === 'string' && PATTERN.test(value);
}

/** A clause id from random bytes (twelve of them are used): `c_` and twelve letters or digits, 60 bits. */
export function clauseId(random: Uint8Array): string {
  return `c_${Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('')}`;
}

/**
 * What must change so that every clause of `after` has an id of its own, given the text `before` one edit.
 * A clause keeps its id when it moves, changes kind or is split (its first part that has words keeps it); of
 * two clauses with one id the copy gives way: the one that the edit brought in. A clause cut and put back keeps
 * its id, since nobody holds it any more. Blocks inside a list item or a cell belong to that clause.
 */
export function clauseIdChanges(before: Node, after: Node, newId: () => string): IdChange[] {
  const holders = holdersOf(after);
  const taken = new Map<string, Holder[]>();
  for (const holder of holders) {
    if (holder.id === null) continue;
    const group = taken.get(holder.id);
    if (group === undefined) taken.set(holder.id, [holder]);
    else group.push(holder);
  }
  const changed = changedRange(before, after);
  for (const group of taken.values()) settle(group, before, changed);
  if (changed !== null) followTheWords(holders, before, changed);
  return holders.flatMap((holder) => {
    const id = holder.id ?? newId();
    return id === holder.node.attrs.id ? [] : [{ pos: holder.pos, id }];
  });
}

interface Holder {
  readonly pos: number;
  readonly node: Node;
  /** The id it has or shall have; null where a new one is due. */
  id: string | null;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const CLAUSES: ReadonlySet<string> = new Set(CLAUSE_BLOCKS);
const IDENTIFIED: ReadonlySet<string> = new Set(IDENTIFIED_NODES);

function holdersOf(document: Node): Holder[] {
  const holders: Holder[] = [];
  document.descendants((node, pos, parent) => {
    if (IDENTIFIED.has(node.type.name) && (parent === document || !CLAUSES.has(node.type.name))) {
      holders.push({ pos, node, id: isClauseId(node.attrs.id) ? node.attrs.id : null });
    }
    return !node.isTextblock;
  });
  return holders;
}

/** Where `after` differs from `before`, in positions of `after`; null where they are equal. */
function changedRange(before: Node, after: Node): Range | null {
  const from = before.content.findDiffStart(after.content);
  if (from === null) return null;
  const end = before.content.findDiffEnd(after.content);
  return { from, to: Math.max(end?.b ?? from, from) };
}

/** Of several clauses with one id, all but the rightful one lose it. */
function settle(group: Holder[], before: Node, changed: Range | null): void {
  if (group.length < 2) return;
  const stayed = group.find(({ pos }) => changed === null || pos < changed.from || pos >= changed.to);
  const keeper = stayed ?? group.find(({ node, id }) => sameWords(wordsBefore(before, id), node)) ?? group[0];
  for (const holder of group) if (holder !== keeper) holder.id = null;
}

/** Enter at the very start of a clause pushes its words down: the id goes with them, the empty line gets a new one. */
function followTheWords(holders: readonly Holder[], before: Node, changed: Range): void {
  holders.forEach((holder, index) => {
    const next = holders[index + 1];
    if (holder.id === null || next === undefined || next.id !== null) return;
    if (holder.node.content.size > 0 || !holder.node.isTextblock) return;
    if (next.pos !== holder.pos + holder.node.nodeSize || next.pos > changed.to) return;
    if (!sameWords(wordsBefore(before, holder.id), next.node)) return;
    next.id = holder.id;
    holder.id = null;
  });
}

function wordsBefore(before: Node, id: string | null): Node | null {
  let found: Node | null = null;
  before.descendants((node) => {
    if (found === null && id !== null && node.attrs.id === id) found = node;
    return found === null && !node.isTextblock;
  });
  return found;
}

function sameWords(old: Node | null, node: Node): boolean {
  return old !== null && old.content.size > 0 && old.content.eq(node.content);
}
