import type { ClauseRef, RedlineRow } from '../../../domain/redline/types';
import { canonicalText } from '../../../domain/text/canonical';
import type { NodeJson } from '../../../domain/text/document-json';
import { type Block, KEPT } from './draft';
import type { TextSide } from './looks';
import type { Sides } from './tables';
import { draftTree } from './tree';

/** Which blocks of the other text the clauses of a block went to or came from, by their places in the texts. */
type Kin = Map<number, Set<number>>;

/**
 * Lists in which an item goes on after a list within it: "(a) … (i) … (ii) … shall report". A redline tells the words of
 * an item in one piece, and cannot say which of them stand behind the inner list. Such a list, and whatever shares
 * clauses with it, is its old text deleted and its new one inserted, unless it stayed as it was.
 */
export class TornLists {
  private readonly kinOfOld: Kin = new Map();
  private readonly kinOfNew: Kin = new Map();
  private readonly old: ReadonlySet<number>;
  private readonly fresh: ReadonlySet<number>;
  private readonly written = new Set<string>();

  constructor(
    rows: readonly RedlineRow[],
    private readonly sides: Sides,
  ) {
    const [old, fresh] = [goingOn(sides.old), goingOn(sides.new)];
    if (old.size > 0 || fresh.size > 0) {
      for (const row of rows) {
        if (row.old === null || row.new === null) continue;
        note(this.kinOfOld, blockOf(row.old), blockOf(row.new));
        note(this.kinOfNew, blockOf(row.new), blockOf(row.old));
      }
    }
    this.spread(old, fresh);
    [this.old, this.fresh] = [old, fresh];
  }

  holds(row: RedlineRow): boolean {
    return (
      (row.old !== null && this.old.has(blockOf(row.old))) ||
      (row.new !== null && this.fresh.has(blockOf(row.new)))
    );
  }

  /** What stands at the place of a row: its old block, its new one, or nothing where they were written before. */
  draft(row: RedlineRow): Block[] {
    const { old, new: fresh } = this.sides;
    const from = row.old === null || row.status === 'moved' ? null : blockOf(row.old);
    const to = row.new === null ? null : blockOf(row.new);
    if (from !== null && to !== null && this.isSame(from, to)) return this.write(fresh, to, 'kept');
    return [
      ...(from === null ? [] : this.write(old, from, 'deleted')),
      ...(to === null ? [] : this.write(fresh, to, 'inserted')),
    ];
  }

  private write(side: TextSide, block: number, fate: 'kept' | 'deleted' | 'inserted'): Block[] {
    const key = `${side === this.sides.old ? 'old' : 'new'} ${block}`;
    const node = side.text.content?.[block];
    if (this.written.has(key) || node === undefined) return [];
    this.written.add(key);
    if (fate === 'kept') return draftTree([node], side.placeOfBlock(block), side, KEPT);
    return draftTree([node], side.placeOfBlock(block), side, { fate });
  }

  private isSame(from: number, to: number): boolean {
    if (this.kinOfOld.get(from)?.size !== 1 || this.kinOfNew.get(to)?.size !== 1) return false;
    const [was, is] = [this.sides.old.text.content?.[from], this.sides.new.text.content?.[to]];
    return was !== undefined && is !== undefined && formOf(was) === formOf(is);
  }

  private spread(old: Set<number>, fresh: Set<number>): void {
    const open: (readonly [Kin, Set<number>, number])[] = [
      ...[...old].map((block) => [this.kinOfOld, fresh, block] as const),
      ...[...fresh].map((block) => [this.kinOfNew, old, block] as const),
    ];
    for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
      const [kin, others, block] = entry;
      for (const other of kin.get(block) ?? []) {
        if (others.has(other)) continue;
        others.add(other);
        open.push(others === fresh ? [this.kinOfNew, old, other] : [this.kinOfOld, fresh, other]);
      }
    }
  }
}

function blockOf(ref: ClauseRef): number {
  return ref.path[0] ?? 0;
}

function note(kin: Kin, block: number, other: number): void {
  const known = kin.get(block);
  if (known === undefined) kin.set(block, new Set([other]));
  else known.add(other);
}

function goingOn({ text }: TextSide): Set<number> {
  return new Set(
    [...(text.content ?? []).entries()].flatMap(([place, node]) => (goesOn(node) ? [place] : [])),
  );
}

/** Whether an item in a list goes on after a list within it. */
function goesOn(node: NodeJson): boolean {
  if (node.type !== 'bulletList' && node.type !== 'orderedList' && node.type !== 'listItem') return false;
  const content = node.content ?? [];
  const isList = ({ type }: NodeJson) => type === 'bulletList' || type === 'orderedList';
  const inner = node.type === 'listItem' ? content.findIndex(isList) : -1;
  return (inner >= 0 && content.slice(inner).some((child) => !isList(child))) || content.some(goesOn);
}

/** A block without its ids. */
function formOf(node: NodeJson): string {
  return canonicalText({ type: 'doc', content: [withoutIds(node)] });
}

function withoutIds(node: NodeJson): NodeJson {
  const { id: _, ...attrs } = node.attrs ?? {};
  return {
    ...node,
    attrs,
    ...(node.content === undefined ? {} : { content: node.content.map(withoutIds) }),
  };
}
