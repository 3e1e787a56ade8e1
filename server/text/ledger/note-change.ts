import * as Y from 'yjs';
import { clauseIdsOf, placeOrder } from './blocks';
import { itemsThatCame, itemsThatWent } from './items';
import type { Notes } from './notes';
import type { RowChange } from './row-change';
import type { Piece, Stretch } from './stretch';

/** The attribute of a footnote that holds its words. */
const WORDS = 'text';

export function isFootnote(type: unknown): type is Y.XmlElement {
  return type instanceof Y.XmlElement && type.nodeName === 'footnote';
}

/** The value that holds the words of a footnote as they stand, or null. */
export function standingValue(note: Y.XmlElement): Y.Item | null {
  const item = note._map.get(WORDS);
  return item === undefined || item.deleted ? null : item;
}

/** A name for an item that outlives its process. */
export function nameOf({ id }: Y.Item): string {
  return `${id.client} ${id.clock}`;
}

export function wordsOfValue(item: Y.Item): string {
  const value: unknown = item.content.getContent()[0];
  return typeof value === 'string' ? value : '';
}

/**
 * Adds to what a row did to the running text what it did to footnotes. One that stays and is worded anew has runs that
 * came and went; one that came or went is a passage as a whole. Null where neither words nor footnotes changed.
 */
export function withNotes(
  change: RowChange | null,
  tr: Y.Transaction,
  notes: Notes,
  row: { readonly userId: string; readonly at: number },
): RowChange | null {
  const touched = touchedNotes(tr);
  if (touched.size === 0) return change;
  notes.prune(row.at);
  const all = {
    came: [...(change?.came ?? [])],
    went: [...(change?.went ?? [])],
    targets: [...(change?.targets ?? [])],
    sources: [...(change?.sources ?? [])],
    before: new Map(change?.before),
    unsure: [...(change?.unsure ?? [])],
  };
  const blocks = [...all.targets, ...all.sources].reduce((most, { block }) => Math.max(most, block + 1), 0);
  placeOrder(touched.keys()).forEach((note, index) => {
    const old = touched.get(note as Y.XmlElement) ?? null;
    const now = standingValue(note as Y.XmlElement);
    const ids = clauseIdsOf(note, tr);
    const block = blocks + index;
    const [text, then] = [now === null ? '' : wordsOfValue(now), old === null ? [] : notes.at(nameOf(old))];
    const owner = note._item;
    const stays = owner !== null && !owner.deleted && !isNew(owner, tr);
    if (old !== null) notes.wentAt(nameOf(old));
    if (stays) {
      const { pieces, came, went, unsure, before } = notes.rewrite(row.userId, nameOf(owner), then, text);
      if (now !== null) notes.stands(nameOf(now), pieces);
      notes.remember({ ...row, note: nameOf(owner), pieces: then });
      for (const [piece, id] of before) all.before.set(piece, Y.createID(id.client, id.clock));
      // Words that stood in the wording its author had before them were kept, and that wording is no longer known.
      const isBlind = now !== null && old !== null && before.size === 0 && !isSetOver(now, old, tr);
      all.unsure.push(...unsure, ...(isBlind ? came.flat() : []));
      enter(isBlind ? [] : came, went, false);
      return;
    }
    const fresh = text === '' ? [] : [notes.fresh(text)];
    if (now !== null) notes.stands(nameOf(now), fresh);
    enter([fresh], [[...then]], true);

    function enter(came: readonly Piece[][], went: readonly Piece[][], whole: boolean): void {
      all.came.push(...came.flat());
      all.went.push(...went.flat());
      for (const pieces of came)
        if (pieces.length > 0) all.targets.push(stretch(pieces, ids.now, block, whole));
      for (const pieces of went)
        if (pieces.length > 0) all.sources.push(stretch(pieces, ids.old, block, whole));
    }
  });
  return all.came.length + all.went.length + all.unsure.length === 0 ? change : all;
}

/** Footnotes of which a value came or went, with the value that went where they had one before. */
function touchedNotes(tr: Y.Transaction): Map<Y.XmlElement, Y.Item | null> {
  const touched = new Map<Y.XmlElement, Y.Item | null>();
  for (const item of itemsThatCame(tr)) {
    // Of two wordings written at once one is deleted as it comes: it was never what stood.
    if (!item.deleted && item.parentSub === WORDS && isFootnote(item.parent)) touched.set(item.parent, null);
  }
  for (const item of itemsThatWent(tr)) {
    if (item.parentSub === WORDS && isFootnote(item.parent)) touched.set(item.parent, item);
  }
  return touched;
}

/** Whether who set a value had this one before them, not one that somebody else replaced at once. */
function isSetOver(value: Y.Item, old: Y.Item, tr: Y.Transaction): boolean {
  let { origin } = value;
  for (let item = value.left; item !== null && item !== old; item = item.left) {
    if (isNew(item, tr) && Y.compareIDs(item.lastId, origin)) origin = item.origin;
  }
  return Y.compareIDs(origin, old.lastId);
}

function isNew(item: Y.Item, tr: Y.Transaction): boolean {
  return item.id.clock >= (tr.beforeState.get(item.id.client) ?? 0);
}

function stretch(pieces: readonly Piece[], clause: string | null, block: number, whole: boolean): Stretch {
  const text = pieces.map((piece) => piece.text).join('');
  return {
    text,
    clause,
    block,
    whole,
    part: false,
    mixed: false,
    note: true,
    before: '',
    after: '',
    gone: 'now',
    pieces,
  };
}
