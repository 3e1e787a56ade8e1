import type * as Y from 'yjs';
import { type Block, clauseIdsOf, isElement, placeOrder } from './blocks';
import {
  blockOf,
  blocksBelow,
  elementsWithNewId,
  isWords,
  itemsThatCame,
  itemsThatWent,
  stretchesOf,
  textOf,
  type Words,
  wordsBelow,
} from './items';
import type { Piece, Stretch } from './stretch';

/** What one row of the log did to the words of a text. */
export interface RowChange {
  /** Characters with new ids, and those whose ids went. */
  readonly came: readonly Piece[];
  readonly went: readonly Piece[];
  /** The same in passages. Words that stay under their id stand in one where their block took another clause's place. */
  readonly targets: readonly Stretch[];
  readonly sources: readonly Stretch[];
  /** Characters that came, each with the id before which Yjs put them: an undo puts words before what it brings back. */
  readonly before: ReadonlyMap<Piece, Y.ID>;
  /** Characters with new ids of which nobody can say whether they came at all. */
  readonly unsure: readonly Piece[];
}

/**
 * Reads the words that came and went off a Yjs transaction. To be asked in its `afterTransaction`, when what was
 * deleted still has its words. Null where only form changed.
 */
export function changeOf(tr: Y.Transaction): RowChange | null {
  const came = new Set(itemsThatCame(tr));
  const went = new Set(itemsThatWent(tr));
  const renamed = elementsWithNewId(tr);
  const words = [...came, ...went].filter(isWords);
  if (words.length === 0 && renamed.length === 0) return null;
  const reader = new ChangeReader(tr, came, went);
  const blocks = new Set<Block>();
  for (const item of words) blocks.add(blockOf(item));
  for (const element of renamed) for (const block of blocksBelow(element)) blocks.add(block);
  const isStructural =
    blocks.size > 1 || renamed.length > 0 || [...came, ...went].some((item) => isElement(item));
  return isStructural ? reader.blocks(placeOrder(blocks)) : reader.inPlace(words);
}

/** So many characters around a run are looked at. */
const MOST_AROUND = 200;

class ChangeReader {
  private readonly pieces = new Map<Y.Item, Piece>();
  private readonly before = new Map<Piece, Y.ID>();
  /** Parts of a block are numbered like blocks of their own. */
  private nextPart = 1;
  private readonly tr: Y.Transaction;
  private readonly came: ReadonlySet<Y.Item>;
  private readonly went: ReadonlySet<Y.Item>;

  constructor(tr: Y.Transaction, came: ReadonlySet<Y.Item>, went: ReadonlySet<Y.Item>) {
    this.tr = tr;
    this.came = came;
    this.went = went;
  }

  /** Words of one text, no block touched: nothing but the runs themselves is looked at. */
  inPlace(words: readonly Words[]): RowChange {
    const block = words[0] === undefined ? null : blockOf(words[0]);
    const { old, now } = clauseIdsOf(block, this.tr);
    return this.change(this.runs(words, 'came', now, 0), this.runs(words, 'went', old, 0));
  }

  blocks(blocks: readonly Block[]): RowChange {
    this.nextPart = blocks.length;
    const seen = blocks.map((block, index) => this.seen(block, index));
    const oldClauses = new Set(seen.flatMap(({ old, lived }) => (lived && old !== null ? [old] : [])));
    const newClauses = new Set(seen.flatMap(({ now, lives }) => (lives && now !== null ? [now] : [])));
    const leavers = new Map<string, number>();
    for (const { oldText, newText } of seen) {
      if (oldText !== '' && oldText !== newText) leavers.set(oldText, (leavers.get(oldText) ?? 0) + 1);
    }
    const targets: Stretch[] = [];
    const sources: Stretch[] = [];
    seen.forEach((block, index) => {
      const { old, now, oldText, newText, lived, lives } = block;
      const tookPlace =
        (old !== now && ((now !== null && oldClauses.has(now)) || (old !== null && newClauses.has(old)))) ||
        (oldText !== newText && newText !== '' && leavers.has(newText));
      if (lives && (!lived || tookPlace)) targets.push(this.whole(block.words, 'now', now, index));
      else if (lives) targets.push(...this.runs(block.words, 'came', now, index));
      if (lived && (!lives || tookPlace)) sources.push(this.whole(block.words, 'then', old, index));
      else if (lived) sources.push(...this.runs(block.words, 'went', old, index));
    });
    return this.change(targets, sources);
  }

  private seen(block: Block, index: number) {
    const words = wordsBelow(block);
    const owner = block._item;
    return {
      index,
      words,
      ...clauseIdsOf(block, this.tr),
      lived: owner === null || !this.came.has(owner),
      lives: owner === null || !owner.deleted,
      oldText: textOf(words.filter((item) => this.stoodThen(item))),
      newText: textOf(words.filter((item) => !item.deleted)),
    };
  }

  private stoodThen(item: Y.Item): boolean {
    return !this.came.has(item) && (!item.deleted || this.went.has(item));
  }

  private whole(
    words: readonly Words[],
    when: 'now' | 'then',
    clause: string | null,
    block: number,
  ): Stretch {
    const items = words.filter((item) => (when === 'now' ? !item.deleted : this.stoodThen(item)));
    return { ...this.stretch(items, clause, block, true), mixed: areApart(items) };
  }

  /** Runs of words that came (or went), not interrupted by words that stay (or stayed). */
  private runs(
    words: readonly Words[],
    what: 'came' | 'went',
    clause: string | null,
    block: number,
  ): Stretch[] {
    const wanted = new Set<Y.Item>(
      words.filter((item) => (what === 'came' ? this.came.has(item) && !item.deleted : this.went.has(item))),
    );
    const between = (item: Y.Item) =>
      item.deleted || !isWords(item) || (what === 'went' && this.came.has(item));
    const mixed = areApart(words.filter((item) => this.went.has(item) || this.came.has(item)));
    return stretchesOf(wanted, between).map((items) => {
      const owner = (items[0]?.parent as Y.XmlText | undefined)?._item ?? null;
      const part = owner !== null && (what === 'came' ? this.came : this.went).has(owner);
      return {
        ...this.stretch(items, clause, part ? this.nextPart++ : block, false),
        ...this.around(words, items, what),
        part,
        mixed,
      };
    });
  }

  /** The words around a run as they are now (of what came) or were (of what went). */
  private around(
    words: readonly Words[],
    items: readonly Words[],
    what: 'came' | 'went',
  ): { before: string; after: string } {
    const stands = (item: Words) => (what === 'came' ? !item.deleted : this.stoodThen(item));
    const [first, last] = [items[0], items.at(-1)].map((item) =>
      item === undefined ? -1 : words.indexOf(item),
    );
    return {
      before: textOf(words.slice(0, first).filter(stands)).slice(-MOST_AROUND),
      after: textOf(words.slice((last ?? -1) + 1).filter(stands)).slice(0, MOST_AROUND),
    };
  }

  private stretch(items: readonly Words[], clause: string | null, block: number, whole: boolean): Stretch {
    const pieces = items.map((item) => this.pieceOf(item));
    return {
      text: textOf(items),
      clause,
      block,
      whole,
      part: false,
      mixed: false,
      note: false,
      before: '',
      after: '',
      gone: 'now',
      pieces,
    };
  }

  private pieceOf(item: Words): Piece {
    const known = this.pieces.get(item);
    if (known !== undefined) return known;
    const piece = { client: item.id.client, clock: item.id.clock, text: item.content.str };
    this.pieces.set(item, piece);
    if (item.rightOrigin !== null) this.before.set(piece, item.rightOrigin);
    return piece;
  }

  private change(targets: readonly Stretch[], sources: readonly Stretch[]): RowChange {
    const came = [...this.came].filter(isWords).filter((item) => !item.deleted);
    const went = [...this.went].filter(isWords);
    return {
      came: came.map((item) => this.pieceOf(item)),
      went: went.map((item) => this.pieceOf(item)),
      targets: targets.filter(({ text }) => text !== ''),
      sources: sources.filter(({ text }) => text !== ''),
      before: this.before,
      unsure: [],
    };
  }
}

/** Whether words stand in several of the texts of a block. */
function areApart(words: readonly Words[]): boolean {
  return words.some((item) => item.parent !== words[0]?.parent);
}
