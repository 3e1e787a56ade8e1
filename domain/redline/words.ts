import { type Content, cleanUp, type Region, regionsBetween } from './cleanup';
import { type Flat, joinFlats } from './flat';
import { commonSequence } from './myers';
import { NOTE_TOKEN, SEAM_TOKEN, SPACE_TOKEN, type Tokens, WORD_TOKEN } from './tokens';
import type { Vocabulary } from './vocabulary';

/** One side of a comparison of words: the text of a clause, of a cell, of a footnote, or of clauses joined by seams. */
export interface Side {
  readonly flat: Flat;
  readonly tokens: Tokens;
}

const CHANGED_NOTE = -1;
const SEAM = -2;

/**
 * The regions in which two sides differ, as places in their full token lists. Words and signs are matched first;
 * spaces belong to what stands around them. `flip` matches backwards, so that comparing new with old finds the
 * same pairs as comparing old with new.
 */
export function compareSides(old: Side, fresh: Side, flip: boolean): Region[] {
  const notes = sharedNotes(old.tokens, fresh.tokens);
  const oldContent = contentOf(old, notes);
  const newContent = contentOf(fresh, notes);
  const hasSeams = old.tokens.kinds.includes(SEAM_TOKEN) || fresh.tokens.kinds.includes(SEAM_TOKEN);
  const regions = flip
    ? regionsOf(newContent, oldContent, !hasSeams).map(turn)
    : regionsOf(oldContent, newContent, !hasSeams);
  return withSpaces(regions, oldContent, newContent, old.tokens, fresh.tokens);
}

function regionsOf(a: Content, b: Content, mayReplace: boolean): Region[] {
  return cleanUp(regionsBetween(commonSequence(a.keys, b.keys), b.keys.length), a, b, mayReplace);
}

function turn(region: Region): Region {
  return {
    oldFrom: region.newFrom,
    oldTo: region.newTo,
    newFrom: region.oldFrom,
    newTo: region.oldTo,
  };
}

/** Clauses as one side, with seams that match nothing between them. */
export function joinSides(sides: readonly Side[], vocabulary: Vocabulary): Side {
  const [only] = sides;
  if (only !== undefined && sides.length === 1) return only;
  const flat = joinFlats(
    sides.map((side) => side.flat),
    '\n',
    vocabulary,
  );
  const keys: number[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  let offset = 0;
  sides.forEach(({ tokens, flat: { text } }, index) => {
    if (index > 0) {
      keys.push(SEAM);
      kinds.push(SEAM_TOKEN);
      starts.push(offset);
      offset += 1;
    }
    tokens.keys.forEach((key, at) => {
      keys.push(key);
      kinds.push(tokens.kinds[at] ?? SPACE_TOKEN);
      starts.push((tokens.starts[at] ?? 0) + offset);
    });
    offset += text.length;
  });
  return {
    flat,
    tokens: {
      keys: Int32Array.from(keys),
      kinds: Uint8Array.from(kinds),
      starts: Int32Array.from([...starts, offset]),
      words: sides.reduce((sum, side) => sum + side.tokens.words, 0),
    },
  };
}

/** Footnotes that stand on both sides with the same words; the others match one another by their place. */
function sharedNotes(old: Tokens, fresh: Tokens): ReadonlySet<number> {
  const inOld = noteKeys(old);
  if (inOld.size === 0) return inOld;
  const inNew = noteKeys(fresh);
  return new Set([...inOld].filter((key) => inNew.has(key)));
}

function noteKeys(tokens: Tokens): Set<number> {
  const keys = new Set<number>();
  tokens.kinds.forEach((kind, index) => {
    if (kind === NOTE_TOKEN) keys.add(tokens.keys[index] ?? 0);
  });
  return keys;
}

function contentOf({ flat, tokens }: Side, notes: ReadonlySet<number>): Content {
  const places: number[] = [];
  tokens.kinds.forEach((kind, index) => {
    if (kind !== SPACE_TOKEN) places.push(index);
  });
  const keys = new Int32Array(places.length);
  const kinds = new Uint8Array(places.length);
  const heads = new Uint16Array(places.length);
  let words = 0;
  places.forEach((place, index) => {
    const kind = tokens.kinds[place] ?? WORD_TOKEN;
    const key = tokens.keys[place] ?? 0;
    keys[index] = kind === NOTE_TOKEN && !notes.has(key) ? CHANGED_NOTE : key;
    kinds[index] = kind;
    heads[index] = flat.text.charCodeAt(tokens.starts[place] ?? 0);
    if (kind === WORD_TOKEN) words += 1;
  });
  return { keys, kinds, heads, places: Int32Array.from(places), words };
}

/** Puts the spaces back: equal where they border on equal words, part of the change where they stand inside it. */
function withSpaces(
  regions: readonly Region[],
  oldContent: Content,
  newContent: Content,
  old: Tokens,
  fresh: Tokens,
): Region[] {
  const result: Region[] = [];
  let oldDone = 0;
  let newDone = 0;
  const slot = (oldEnd: number, newEnd: number) => {
    let [oldFrom, oldTo, newFrom, newTo] = [oldDone, oldEnd, newDone, newEnd];
    if (oldFrom < oldTo && newFrom < newTo && sameSpace(old, oldFrom, fresh, newFrom)) {
      oldFrom += 1;
      newFrom += 1;
    }
    if (oldFrom < oldTo && newFrom < newTo && sameSpace(old, oldTo - 1, fresh, newTo - 1)) {
      oldTo -= 1;
      newTo -= 1;
    }
    if (oldFrom < oldTo || newFrom < newTo) result.push({ oldFrom, oldTo, newFrom, newTo });
  };
  const equalUntil = (oldEnd: number, newFrom: number, oldFrom: number) => {
    for (let index = oldFrom; index < oldEnd; index += 1) {
      const oldPlace = oldContent.places[index] ?? 0;
      const newPlace = newContent.places[newFrom + index - oldFrom] ?? 0;
      slot(oldPlace, newPlace);
      oldDone = oldPlace + 1;
      newDone = newPlace + 1;
    }
  };
  let oldAt = 0;
  let newAt = 0;
  for (const region of regions) {
    equalUntil(region.oldFrom, newAt, oldAt);
    oldAt = region.oldTo;
    newAt = region.newTo;
  }
  equalUntil(oldContent.keys.length, newAt, oldAt);
  slot(old.keys.length, fresh.keys.length);
  return result;
}

function sameSpace(old: Tokens, oldPlace: number, fresh: Tokens, newPlace: number): boolean {
  return (
    old.kinds[oldPlace] === SPACE_TOKEN &&
    fresh.kinds[newPlace] === SPACE_TOKEN &&
    old.keys[oldPlace] === fresh.keys[newPlace]
  );
}
