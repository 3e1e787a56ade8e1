import type { NodeJson } from '../../../domain/text/document-json';
import type { ListPlace, Look } from './flow';

interface OpenList {
  readonly depth: number;
  readonly place: ListPlace;
  /** Number of its last item. */
  number: number;
  readonly items: NodeJson[];
}

/**
 * Puts blocks one after the other and builds lists from paragraphs that only say how deep they stand: Word knows no
 * lists, only numbered paragraphs.
 */
export class ListBuilder {
  readonly content: NodeJson[] = [];
  private readonly open: OpenList[] = [];
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  add(look: Look | null, node: NodeJson): void {
    if (look?.list !== null && look?.list !== undefined) this.addItem(look.list, look.id, node);
    else if (look?.continues !== null && look?.continues !== undefined) this.goOn(look.continues, node);
    else {
      this.open.length = 0;
      this.content.push(node);
    }
  }

  private addItem(place: ListPlace, id: string | null, paragraph: NodeJson): void {
    const number = this.count(place);
    this.closeBelow(place.depth);
    const item: NodeJson = { type: 'listItem', attrs: id === null ? {} : { id }, content: [paragraph] };
    const last = this.open.at(-1);
    if (last?.depth === place.depth && goesOn(last, place, number)) {
      last.items.push(item);
      last.number = number;
      return;
    }
    if (last?.depth === place.depth) this.open.pop();
    const items = [item];
    this.inside().push(
      place.isOrdered
        ? { type: 'orderedList', attrs: { start: number, type: place.sign }, content: items }
        : { type: 'bulletList', content: items },
    );
    this.open.push({ depth: place.depth, place, number, items });
  }

  /** A further paragraph of the item before it; where there is none, a paragraph of its own. */
  private goOn(depth: number, node: NodeJson): void {
    this.closeBelow(depth);
    this.inside().push(node);
  }

  private closeBelow(depth: number): void {
    while ((this.open.at(-1)?.depth ?? -1) > depth) this.open.pop();
  }

  /** Where the next block goes: into the last item of the innermost open list, else into the text. */
  private inside(): NodeJson[] {
    const item = this.open.at(-1)?.items.at(-1);
    return item === undefined ? this.content : (item.content as NodeJson[]);
  }

  /** The number of this item, as Word counts: lists of one sequence count on, deeper levels begin again. */
  private count({ sequence, numbering, depth, start, restart }: ListPlace): number {
    const counts = this.counts.get(sequence) ?? [];
    this.counts.set(sequence, counts);
    const beginning = `${numbering} ${depth}`;
    const isAnew = restart !== null && !this.begun.has(beginning);
    this.begun.add(beginning);
    const known = counts[depth];
    const number = isAnew ? restart : known === undefined ? start : known + 1;
    counts[depth] = number;
    counts.length = depth + 1;
    return number;
  }
}

/** Whether an item is of the list before it: of the same number, or one that counts on in the same way. */
function goesOn(list: OpenList, place: ListPlace, number: number): boolean {
  if (list.place.numbering === place.numbering) return true;
  if (isRestOf(list.place, place)) return true;
  if (place.isExact || list.place.isOrdered !== place.isOrdered || list.place.sign !== place.sign)
    return false;
  return !place.isOrdered || number === list.number + 1;
}

/** LibreOffice gives the item with which a list begins anew a number of its own, and all others that of the list. */
function isRestOf(first: ListPlace, place: ListPlace): boolean {
  return place.sequence === first.sequence && first.restart !== null && place.restart === null;
}
