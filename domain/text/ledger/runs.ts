import { type Board, isHome, notePlace, type Place } from './board';
import { gapsIn } from './gaps';
import { SHORTEST_RUN } from './lengths';
import type { Carried, Passage } from './passage';
import { phraseIn } from './phrase';

/** So many characters that went are searched for runs; what went in this edit comes first, then the latest. */
const MOST_SEARCHED = 200_000;

/** Equal runs of so many characters and more in what is left; short ones only of what went in the same edit. */
export function runs(board: Board, shortest: number): void {
  const hungry = board.targets.flatMap((_target, index) =>
    gapsIn(board.found[index]).some(({ length }) => length >= shortest) ? [index] : [],
  );
  if (hungry.length === 0) return;
  const isWanted = (source: number) => shortest >= SHORTEST_RUN || board.sources[source]?.gone === 'now';
  const places = placesOfRuns(board, shortest, isWanted);
  for (const target of hungry) runsOf(board, target, places, shortest);
}

/** Equal runs in clauses that are put anew, of what stood in the very same clause, now or earlier. */
export function homeRuns(board: Board, shortest: number): void {
  board.targets.forEach((to, target) => {
    const { text } = to;
    if (!to.whole || !gapsIn(board.found[target]).some(({ length }) => length >= shortest)) return;
    const isWanted = (source: number) => {
      const from = board.sources[source];
      return from !== undefined && isHome(to, from);
    };
    const places = placesOfRuns(board, shortest, isWanted);
    for (let at = 0; at + shortest <= text.length; ) {
      const found = places.get(text.slice(at, at + shortest)) ?? [];
      const run = longest(board, target, at, found, shortest, isHome);
      if (run !== null) board.link(run);
      at += run?.length ?? 1;
    }
  });
}

function runsOf(
  board: Board,
  target: number,
  places: ReadonlyMap<string, readonly Place[]>,
  shortest: number,
): void {
  const { text } = board.targets[target] ?? { text: '' };
  for (let at = 0; at + shortest <= text.length; ) {
    const found = places.get(text.slice(at, at + shortest)) ?? [];
    const run = longest(board, target, at, found, shortest, () => true);
    if (run === null) {
      at += 1;
      continue;
    }
    // A clause that an undo sets up again holds no chance finds; elsewhere a run must be a phrase.
    const best =
      shortest < SHORTEST_RUN
        ? run
        : (phrase(board, run) ?? longest(board, target, at, found, shortest, (to, from) => isHome(to, from)));
    if (best !== null) board.link(best);
    at += Math.max(run.length, best === null ? 0 : best.targetAt + best.length - at);
  }
}

function longest(
  board: Board,
  target: number,
  targetAt: number,
  places: readonly Place[],
  shortest: number,
  wanted: (to: Passage, from: Passage) => boolean,
): Carried | null {
  let best: Carried | null = null;
  for (const { source, at } of places) {
    const [to, from] = [board.targets[target], board.sources[source]];
    if (to === undefined || from === undefined || !mayRun(to, from) || !wanted(to, from)) continue;
    const length = reach(board, target, targetAt, source, at);
    if (length < shortest || length <= (best?.length ?? 0)) continue;
    best = { target, targetAt, source, sourceAt: at, length };
  }
  return best;
}

/** What of a run is whole words, and enough of them. */
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

function mayRun(to: Passage, from: Passage): boolean {
  return from.gone !== 'elsewhere' || isHome(to, from);
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

function placesOfRuns(
  board: Board,
  shortest: number,
  isWanted: (source: number) => boolean,
): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  let searched = 0;
  board.sources.forEach(({ text }, source) => {
    if (!isWanted(source)) return;
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
