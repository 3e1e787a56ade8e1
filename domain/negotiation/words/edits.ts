import { compareTexts } from '../../redline';
import { CanonicalPlaces } from '../../redline/list/canonical-places';
import { placeRows } from '../../redline/list/runs';
import { SideCursor } from '../../redline/list/side-cursor';
import type { DocumentJson } from '../../text/document-json';
import type { Token, TokenText } from './tokens';

/** Tokens `[from, to)` of a text that others take the place of; where `from` is `to` they are put in. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

/** A token of one text and the same one of another. */
export type Pair = readonly [old: number, fresh: number];

/** What turns one text into another, from its beginning to its end. The one redline says which words stayed. */
export function editsBetween(old: TokenText, fresh: TokenText): Edit[] {
  const edits: Edit[] = [];
  let [oldAt, freshAt] = [0, 0];
  const put = (from: number, to: number, tokens: readonly Token[]) => {
    const last = edits.at(-1);
    if (from === to && tokens.length === 0) return;
    if (last !== undefined && last.to === from)
      edits[edits.length - 1] = { from: last.from, to, tokens: [...last.tokens, ...tokens] };
    else edits.push({ from, to, tokens });
  };
  for (const [was, is] of pairsBetween(old, fresh)) {
    put(oldAt, was, fresh.tokens.slice(freshAt, is));
    const token = fresh.tokens[is];
    if (token !== undefined && old.tokens[was]?.key !== token.key) put(was, was + 1, [token]);
    [oldAt, freshAt] = [was + 1, is + 1];
  }
  put(oldAt, old.tokens.length, fresh.tokens.slice(freshAt));
  return edits;
}

/** Which tokens of two texts are the same, in the order of both. */
export function pairsBetween(old: TokenText, fresh: TokenText): Pair[] {
  const pairs = [...borderPairs(old, fresh), ...wordPairs(old, fresh)].sort((a, b) => a[0] - b[0]);
  const inOrder: Pair[] = [];
  for (const pair of pairs) {
    const last = inOrder.at(-1);
    if (last === undefined || (pair[0] > last[0] && pair[1] > last[1])) inOrder.push(pair);
  }
  return inOrder;
}

/** Texts of as many blocks have the same blocks; of others only the beginning is known to be one. */
function borderPairs(old: TokenText, fresh: TokenText): Pair[] {
  const [was, is] = [bordersOf(old), bordersOf(fresh)];
  if (was.length !== is.length) return was.length === 0 || is.length === 0 ? [] : [[0, 0]];
  return was.map((at, index): Pair => [at, is[index] ?? 0]);
}

function bordersOf({ tokens }: TokenText): number[] {
  return tokens.flatMap((token, index) => (token.border === null ? [] : [index]));
}

function wordPairs(old: TokenText, fresh: TokenText): Pair[] {
  const redline = compareTexts(old.document, fresh.document, { houseStyle: 'declaration' });
  const rows = placeRows(redline, cursorOf(old.document), cursorOf(fresh.document));
  const pairs: Pair[] = [];
  const pair = (was: number | undefined, is: number | undefined) => {
    if (was !== undefined && is !== undefined) pairs.push([was, is]);
  };
  for (const { row, runs } of rows) {
    const [was, is] = [row.old?.index, row.new?.index];
    if (was === undefined || is === undefined) continue;
    for (const { segment, old: range, new: freshRange } of runs) {
      if (range?.footnote !== undefined && freshRange?.footnote !== undefined) {
        pair(old.footnote(was, range.footnote), fresh.footnote(is, freshRange.footnote));
      } else if (
        segment.op === 'equal' &&
        segment.invisible === undefined &&
        range !== null &&
        freshRange !== null
      ) {
        for (let at = 0; at < segment.text.length; at += 1)
          pair(old.letter(was, range.from + at), fresh.letter(is, freshRange.from + at));
      }
    }
  }
  return pairs;
}

function cursorOf(document: DocumentJson): SideCursor {
  return new SideCursor(document, new CanonicalPlaces(document));
}

/** Whether two edits of one text say the same. */
export function isSameEdit(a: Edit, b: Edit): boolean {
  return a.from === b.from && a.to === b.to && isSameTokens(a.tokens, b.tokens);
}

export function isSameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((token, index) => token.key === b[index]?.key);
}

/** Whether two edits of one text touch the same words or put something in at one place. Equal ones do not. */
export function doCollide(a: Edit, b: Edit): boolean {
  if (isSameEdit(a, b)) return false;
  if (Math.max(a.from, b.from) < Math.min(a.to, b.to)) return true;
  const isInsertion = a.from === a.to || b.from === b.to;
  return isInsertion && Math.max(a.from, b.from) <= Math.min(a.to, b.to);
}

/** The tokens of a text with edits made that do not collide; equal ones are made once. */
export function withEdits(tokens: readonly Token[], edits: readonly Edit[]): Token[] {
  const result: Token[] = [];
  let at = 0;
  let last: Edit | null = null;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (last !== null && isSameEdit(last, edit)) continue;
    result.push(...tokens.slice(at, edit.from), ...edit.tokens);
    at = edit.to;
    last = edit;
  }
  result.push(...tokens.slice(at));
  return result;
}
