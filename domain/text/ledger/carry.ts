import { Board, isHome, isOfOneClause, notePlace, type Place } from './board';
import { doubtful } from './doubtful';
import { commonEdge, edged } from './edges';
import { gapsIn, leftOf } from './gaps';
import { SHORTEST_RUN, SHORTEST_WHOLE } from './lengths';
import { matchWords, withEdges } from './match-words';
import type { Carried, Doubtful, Passage } from './passage';
import { homeRuns, runs } from './runs';

/** Beyond this many pairs of passages, words that stand at the edge of other words are not looked for. */
const MOST_PAIRS = 40_000;

/** Up to so many letters it is looked whether all were merely rearranged. */
const MOST_REARRANGED = 20_000;

/**
 * Finds the words that an edit only carried from one place to another among those that came (`targets`) and those
 * that went (`sources`, of this edit and of earlier ones by the same person). Every word that went is carried once:
 * a copy is written by whoever made it. Sure finds first: what is `known`, passages equal as a whole, clauses
 * with the same id word by word, passages at the edge of another, then equal runs of two words and eight characters
 * and more, and what fills a gap exactly. `doubtful` is what was not found and yet may have been carried.
 */
export function carry(
  targets: readonly Passage[],
  sources: readonly Passage[],
  known: readonly Carried[] = [],
): { readonly links: readonly Carried[]; readonly doubtful: readonly Doubtful[] } {
  if (targets.length === 0 || sources.length === 0) return { links: [], doubtful: [] };
  const board = new Board(targets, sources);
  for (const link of known) board.link(link);
  wholes(board);
  clauses(board);
  edges(board);
  gaps(board);
  runs(board, SHORTEST_RUN);
  gaps(board);
  rearranged(board);
  homeRuns(board, SHORTEST_WHOLE);
  return { links: board.links, doubtful: doubtful(board) };
}

/** Passages that are equal as a whole: in the same clause first, then in the order in which they stand. */
function wholes(board: Board): void {
  const byText = new Map<string, number[]>();
  board.sources.forEach((source, index) => {
    if (source.text === '') return;
    const same = byText.get(source.text);
    if (same === undefined) byText.set(source.text, [index]);
    else same.push(index);
  });
  for (const sameClause of [true, false]) {
    board.targets.forEach((target, index) => {
      if (!board.isOpen(index)) return;
      const source = byText
        .get(target.text)
        ?.find((place) => board.isUnused(place) && mayBeWhole(board, target, place, sameClause));
      if (source === undefined) return;
      board.link({ target: index, targetAt: 0, source, sourceAt: 0, length: target.text.length });
    });
  }
}

function mayBeWhole(board: Board, target: Passage, place: number, sameClause: boolean): boolean {
  const source = board.sources[place];
  if (source === undefined) return false;
  if (sameClause) {
    const isPart = source.part && target.part && target.text.length > 1;
    return isOfOneClause(target, source) && (source.whole || isPart);
  }
  if (source.gone === 'elsewhere' || source.note !== target.note) return false;
  // Two short clauses in the same words, such as the numbers of table rows, are two clauses.
  const areTwo = source.whole && target.whole && source.clause !== target.clause;
  const shortest = areTwo ? SHORTEST_RUN : source.gone === 'earlier' ? SHORTEST_WHOLE : 1;
  return target.text.length >= shortest;
}

/** A clause that was put anew and edited in one go: its words are aligned as a sequence. */
function clauses(board: Board): void {
  const byClause = new Map<string, number[]>();
  const keyOf = ({ clause, note }: Passage) => `${note ? 'note of' : ''} ${clause}`;
  board.sources.forEach((from, index) => {
    if (from.clause === null || !from.whole || from.gone !== 'now' || !board.isUnused(index)) return;
    byClause.set(keyOf(from), [...(byClause.get(keyOf(from)) ?? []), index]);
  });
  board.targets.forEach((to, target) => {
    const { clause, whole, text } = to;
    if (clause === null || !whole || !board.isOpen(target)) return;
    const source = byClause.get(keyOf(to))?.shift();
    if (source === undefined) return;
    const before = board.sources[source]?.text ?? '';
    for (const { from, to, length } of withEdges(before, text, matchWords(before, text))) {
      board.link({ target, targetAt: to, source, sourceAt: from, length });
    }
  });
}

/** Split and join: what left one block stands at an edge of what came in another. */
function edges(board: Board): void {
  if (board.targets.length * board.sources.length > MOST_PAIRS) return;
  const targets = board.targets.map(edged);
  const sources = board.sources.map(edged);
  targets.forEach((target, index) => {
    sources.forEach((source, place) => {
      if (source.gone !== 'now' || source.block === target.block) return;
      if (!(isAll(source) || isAll(target)) || source.note || target.note) return;
      if (!board.isOpen(index) || !board.isUnused(place)) return;
      const edge = commonEdge(target, source);
      const isContained = edge.length === Math.min(target.text.length, source.text.length);
      // Two blocks that merely end alike have nothing to do with each other.
      if (edge.length === 0 || (isAll(source) && isAll(target) && !isContained)) return;
      board.link({ target: index, source: place, ...edge });
    });
  });
}

function isAll({ whole, part }: Passage): boolean {
  return whole || part;
}

/** What is left of a passage that went and fills exactly what is open in one that came. */
function gaps(board: Board): void {
  const byText = new Map<string, Place[]>();
  board.sources.forEach(({ text }, source) => {
    for (const { at, length } of gapsIn(board.used[source])) {
      const left = text.slice(at, at + length);
      notePlace(byText, left, { source, at });
    }
  });
  if (byText.size === 0) return;
  board.targets.forEach(({ text }, target) => {
    for (const { at, length } of gapsIn(board.found[target])) {
      const place = byText
        .get(text.slice(at, at + length))
        ?.find((each) => board.used[each.source]?.[each.at] === 0 && mayFillGap(board, target, each, length));
      if (place === undefined) continue;
      board.link({ target, targetAt: at, source: place.source, sourceAt: place.at, length });
    }
  });
}

function mayFillGap(board: Board, target: number, { source, at }: Place, length: number): boolean {
  const [to, from] = [board.targets[target], board.sources[source]];
  if (to === undefined || from === undefined) return false;
  if (isHome(to, from)) return true;
  if (from.gone === 'elsewhere' || length < SHORTEST_WHOLE || from.note !== to.note) return false;
  return from.gone === 'now' || (at === 0 && length === from.text.length);
}

/**
 * Where all that came is made of exactly the letters that went in the same edit, nothing was written and all was
 * carried, down to the last letter.
 */
function rearranged(board: Board): void {
  const isNow = (source: number) => board.sources[source]?.gone === 'now';
  const came = leftOf(board.targets, board.found, () => true);
  const went = leftOf(board.sources, board.used, isNow);
  const shortest = board.links.some(({ source }) => isNow(source)) ? 1 : SHORTEST_WHOLE;
  if (came.length < shortest || came.length !== went.length || came.length > MOST_REARRANGED) return;
  if ([...came].sort().join('') !== [...went].sort().join('')) return;
  for (const length of [4, 2, 1]) runs(board, length);
}
