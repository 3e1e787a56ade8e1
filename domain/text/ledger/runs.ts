import { type Board, isHome, notePlace, type Place } from './board';
import { gapsIn } from './gaps';
import type { Carried } from './passage';
import { phraseIn } from './phrase';

/** Equal runs of two words and more, from this many characters on, are the same words wherever they turn up. */
export const SHORTEST_RUN = 8;

/** So many characters that went are searched for runs; what went in this edit comes first, then the latest. */
const MOST_SEARCHED = 200_000;

/** Equal runs of so many characters and more in what is left; short ones only of what went in the same edit. */
export function runs(board: Board, shortest: number): void {
  const hungry = board.targets.flatMap((_target, index) =>
    gapsIn(board.found[index]).some(({ length }) => length >= shortest) ? [index] : [],
  );
  if (hungry.length === 0) return;
  const places = placesOfRuns(board, shortest);
  for (const target of hungry) runsOf(board, target, places, shortest);
}

function runsOf(
  board: Board,
  target: number,
  places: ReadonlyMap<string, readonly Place[]>,
  shortest: number,
): void {
  const { text } = board.targets[target] ?? { text: '' };
  for (let at = 0; at + shortest <= text.length; ) {
    const run = longest(board, target, at, places.get(text.slice(at, at + shortest)) ?? [], shortest);
    const best = run === null || shortest < SHORTEST_RUN ? run : phrase(board, run);
    if (best !== null) board.link(best);
    at += run?.length ?? 1;
  }
}

function longest(
  board: Board,
  target: number,
  targetAt: number,
  places: readonly Place[],
  shortest: number,
): Carried | null {
  let best: Carried | null = null;
  for (const { source, at } of places) {
    if (!mayRun(board, target, source)) continue;
    const length = reach(board, target, targetAt, source, at);
    if (length < shortest || length <= (best?.length ?? 0)) continue;
    best = { target, targetAt, source, sourceAt: at, length };
  }
  return best;
}

/** What of a run is whole words, and enough of them. A clause that an undo sets up again holds no chance finds. */
function phrase(board: Board, link: Carried): Carried | null {
  const [to, from] = [board.targets[link.target], board.sources[link.source]];
  if (to === undefined || from === undefined) return null;
  if (isHome(to, from)) return link;
  const words = phraseIn(to.text, link.targetAt, link.targetAt + link.length);
  if (words === null || words.to - words.from < SHORTEST_RUN) return null;
  const skipped = words.from - link.targetAt;
  return {
    ...link,
    targetAt: words.from,
    sourceAt: link.sourceAt + skipped,
    length: words.to - words.from,
  };
}

function mayRun(board: Board, target: number, source: number): boolean {
  const [to, from] = [board.targets[target], board.sources[source]];
  return to !== undefined && from !== undefined && (from.gone !== 'elsewhere' || isHome(to, from));
}

/** How far two passages go on alike from here, through characters that are not carried yet. */
function reach(board: Board, target: number, targetAt: number, source: number, sourceAt: number): number {
  const [to, from] = [board.targets[target]?.text ?? '', board.sources[source]?.text ?? ''];
  const [found, used] = [board.found[target], board.used[source]];
  let length = 0;
  while (
    targetAt + length < to.length &&
    to[targetAt + length] === from[sourceAt + length] &&
    found?.[targetAt + length] === 0 &&
    used?.[sourceAt + length] === 0
  ) {
    length += 1;
  }
  return length;
}

function placesOfRuns(board: Board, shortest: number): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  let searched = 0;
  board.sources.forEach(({ text, gone }, source) => {
    if (shortest < SHORTEST_RUN && gone !== 'now') return;
    searched += text.length;
    if (searched > MOST_SEARCHED) return;
    const used = board.used[source];
    for (let at = 0; at + shortest <= text.length; at += 1) {
      if (used?.[at] !== 0) continue;
      const run = text.slice(at, at + shortest);
      notePlace(places, run, { source, at });
    }
  });
  return places;
}
