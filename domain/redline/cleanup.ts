import { BREAK_TOKEN, SEAM_TOKEN, WORD_TOKEN } from './tokens';

/** A stretch of tokens that differs: `[oldFrom, oldTo)` became `[newFrom, newTo)`. Between regions all is equal. */
export interface Region {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** One side of a word comparison without its spaces: matching numbers, kinds, and what edges need to know. */
export interface Content {
  readonly keys: Int32Array;
  readonly kinds: Uint8Array;
  /** Place of each token in the full token list. */
  readonly places: Int32Array;
  /** The first character of each token, as a UTF-16 unit. */
  readonly heads: Uint16Array;
  readonly words: number;
}

/** Regions between the matched tokens of two lists. `matches` gives for each old place its new place, or -1. */
export function regionsBetween(matches: Int32Array, newLength: number): Region[] {
  const regions: Region[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  const close = (oldTo: number, newTo: number) => {
    if (oldFrom < oldTo || newFrom < newTo) regions.push({ oldFrom, oldTo, newFrom, newTo });
  };
  matches.forEach((place, index) => {
    if (place < 0) return;
    close(index, place);
    oldFrom = index + 1;
    newFrom = place + 1;
  });
  close(matches.length, newLength);
  return regions;
}

/** Below this share of equal words two clauses are shown as one replaced by the other. */
const REPLACED_BELOW = 0.35;
/** … unless the shorter one lives on in the longer one to this share. */
const CONTAINED_FROM = 0.6;
const TOO_SHORT_TO_REPLACE = 4;

/** Makes a script readable: no crumbs of equal words inside a rewritten passage, edits on sensible edges. */
export function cleanUp(
  regions: readonly Region[],
  old: Content,
  fresh: Content,
  mayReplace: boolean,
): Region[] {
  const joined = absorbCrumbs(regions, old, fresh);
  if (mayReplace && isReplacement(joined, old, fresh)) {
    return [{ oldFrom: 0, oldTo: old.keys.length, newFrom: 0, newTo: fresh.keys.length }];
  }
  return mergeTouching(slideAll(joined, old, fresh));
}

function wordsIn(content: Content, from: number, to: number): number {
  let words = 0;
  for (let index = from; index < to; index += 1) if (content.kinds[index] === WORD_TOKEN) words += 1;
  return words;
}

function hasSeam(region: Region, old: Content, fresh: Content): boolean {
  return (
    old.kinds.subarray(region.oldFrom, region.oldTo).includes(SEAM_TOKEN) ||
    fresh.kinds.subarray(region.newFrom, region.newTo).includes(SEAM_TOKEN)
  );
}

/** How many changed words must stand on each side before an equal run of `words` between them is a mere crumb. */
function absorbedBetween(words: number): number {
  return words === 0 ? 2 : words === 1 ? 3 : words * 3;
}

function absorbCrumbs(regions: readonly Region[], old: Content, fresh: Content): Region[] {
  const result: Region[] = [];
  for (const region of regions) {
    const last = result.at(-1);
    if (last !== undefined && isCrumbBetween(last, region, old, fresh)) {
      result[result.length - 1] = { ...last, oldTo: region.oldTo, newTo: region.newTo };
    } else {
      result.push(region);
    }
  }
  return result;
}

function isCrumbBetween(left: Region, right: Region, old: Content, fresh: Content): boolean {
  const crumb = wordsIn(old, left.oldTo, right.oldFrom);
  if (crumb > 3) return false;
  const deletedLeft = wordsIn(old, left.oldFrom, left.oldTo);
  const insertedLeft = wordsIn(fresh, left.newFrom, left.newTo);
  const deletedRight = wordsIn(old, right.oldFrom, right.oldTo);
  const insertedRight = wordsIn(fresh, right.newFrom, right.newTo);
  const enough = absorbedBetween(crumb);
  if (Math.max(deletedLeft, insertedLeft) < enough || Math.max(deletedRight, insertedRight) < enough)
    return false;
  // Between two pure insertions (or deletions) even one word is better left standing.
  if (deletedLeft + deletedRight <= crumb || insertedLeft + insertedRight <= crumb) return false;
  return !hasSeam(left, old, fresh) && !hasSeam(right, old, fresh);
}

function isReplacement(regions: readonly Region[], old: Content, fresh: Content): boolean {
  if (old.words < TOO_SHORT_TO_REPLACE || fresh.words < TOO_SHORT_TO_REPLACE || regions.length < 2)
    return false;
  const deleted = regions.reduce((sum, region) => sum + wordsIn(old, region.oldFrom, region.oldTo), 0);
  const equal = old.words - deleted;
  return (
    (2 * equal) / (old.words + fresh.words) < REPLACED_BELOW &&
    equal / Math.min(old.words, fresh.words) < CONTAINED_FROM
  );
}

function mergeTouching(regions: readonly Region[]): Region[] {
  const result: Region[] = [];
  for (const region of regions) {
    const last = result.at(-1);
    if (last !== undefined && last.oldTo === region.oldFrom && last.newTo === region.newFrom) {
      result[result.length - 1] = { ...last, oldTo: region.oldTo, newTo: region.newTo };
    } else {
      result.push(region);
    }
  }
  return result;
}

function slideAll(regions: readonly Region[], old: Content, fresh: Content): Region[] {
  const result: Region[] = [];
  regions.forEach((region, index) => {
    const left = region.newFrom - (result.at(-1)?.newTo ?? 0);
    const right = (regions[index + 1]?.newFrom ?? fresh.keys.length) - region.newTo;
    const shift =
      region.oldFrom === region.oldTo
        ? bestShift(fresh, region.newFrom, region.newTo, left, right)
        : region.newFrom === region.newTo
          ? bestShift(old, region.oldFrom, region.oldTo, left, right)
          : 0;
    result.push({
      oldFrom: region.oldFrom + shift,
      oldTo: region.oldTo + shift,
      newFrom: region.newFrom + shift,
      newTo: region.newTo + shift,
    });
  });
  return result;
}

/** How far a lone insertion or deletion may move and still say the same, and where it reads best. */
function bestShift(content: Content, from: number, to: number, roomLeft: number, roomRight: number): number {
  const { keys } = content;
  let lowest = 0;
  while (-lowest < roomLeft && keys[from + lowest - 1] === keys[to + lowest - 1]) lowest -= 1;
  let highest = 0;
  while (highest < roomRight && keys[from + highest] === keys[to + highest]) highest += 1;
  let best = 0;
  let bestScore = -1;
  for (let shift = lowest; shift <= highest; shift += 1) {
    const score = edgeScore(content, from + shift) + edgeScore(content, to + shift);
    if (score >= bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  return best;
}

const SENTENCE_ENDS = new Set('.!?;:។၊။。！？；'.split('').map((sign) => sign.charCodeAt(0)));
const PAUSES = new Set(',)]}”’»、，'.split('').map((sign) => sign.charCodeAt(0)));
const OPENERS = new Set('([{“‘«'.split('').map((sign) => sign.charCodeAt(0)));

/** How naturally a text is cut before the token at `place`. */
function edgeScore(content: Content, place: number): number {
  const { kinds, heads, places } = content;
  if (place <= 0 || place >= kinds.length) return 10;
  if (kinds[place - 1] === BREAK_TOKEN || kinds[place] === BREAK_TOKEN) return 9;
  const before = heads[place - 1] ?? 0;
  const after = heads[place] ?? 0;
  if (SENTENCE_ENDS.has(after) || PAUSES.has(after) || OPENERS.has(before)) return 0;
  if (SENTENCE_ENDS.has(before)) return 8;
  if (PAUSES.has(before) || OPENERS.has(after)) return 4;
  return (places[place] ?? 0) - (places[place - 1] ?? 0) > 1 ? 2 : 1;
}
