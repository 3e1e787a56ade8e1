import { type Board, isHome } from './board';
import { gapsIn } from './gaps';
import { SHORTEST_RUN, SHORTEST_WHOLE } from './lengths';
import type { Doubtful, Passage } from './passage';

/**
 * What an edit put there, was found nowhere, and yet reads like a part of what went: too little to be known again, too
 * much to be called new.
 */
export function doubtful(board: Board): Doubtful[] {
  return board.targets.flatMap((to, target) =>
    gapsIn(board.found[target]).flatMap(({ at, length }): Doubtful[] => {
      const words = to.text.slice(at, at + length);
      const isCrumb = to.part && length < SHORTEST_WHOLE && board.links.length > 0;
      return isCrumb ||
        mayHaveGoneNow(board, to, words) ||
        mayHaveGoneBefore(board, to, words) ||
        isJoined(board, to, words)
        ? [{ target, at, length }]
        : [];
    }),
  );
}

function mayHaveGoneNow(board: Board, to: Passage, words: string): boolean {
  return board.sources.some(
    (from) =>
      from.gone === 'now' &&
      from.note === to.note &&
      (to.whole || from.whole || from.block !== to.block || to.mixed) &&
      from.text.includes(words),
  );
}

/** Where footnotes part a block an editor joins runs of several texts: words that read like up to three of what went. */
function isJoined(board: Board, to: Passage, words: string): boolean {
  if (!to.mixed && !to.part) return false;
  const texts = board.sources.flatMap((from) => (from.note === to.note ? [from.text] : []));
  let rest = words;
  for (let count = 0; count < MOST_JOINED && rest !== ''; count += 1) {
    let length = rest.length;
    while (length > 0 && !texts.some((text) => text.includes(rest.slice(0, length)))) length -= 1;
    rest = rest.slice(length);
  }
  return rest === '';
}

const MOST_JOINED = 3;

function mayHaveGoneBefore(board: Board, to: Passage, words: string): boolean {
  return board.sources.some(
    (from) =>
      from.gone !== 'now' &&
      from.note === to.note &&
      (isHome(to, from) || isAgain(to, from, words.length)) &&
      from.text.includes(words),
  );
}

/**
 * Words that stand where the same person took them from, and that this person has since put elsewhere; or a whole clause,
 * footnote or part of them, under whatever id. An undo does this, and so does who pastes twice what was cut once; the
 * log does not tell one from the other.
 */
function isAgain(to: Passage, from: Passage, length: number): boolean {
  if (from.gone !== 'elsewhere') return false;
  const isAlike = to.whole && from.text === to.text;
  const isCopy = from.whole && (isAlike || to.part);
  if (from.clause !== to.clause && !isCopy) return false;
  return length >= (isAlike || to.part ? SHORTEST_WHOLE : SHORTEST_RUN);
}
