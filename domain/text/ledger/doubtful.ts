import { type Board, isHome } from './board';
import { commonEnds } from './common-ends';
import { gapsIn } from './gaps';
import { knownPrefix } from './known-prefix';
import { SHORTEST_RUN, SHORTEST_WHOLE } from './lengths';
import type { Carried, Doubtful, Passage } from './passage';

/**
 * What an edit put there, was found nowhere, and yet reads like a part of what went: too little to be known again, too
 * much to be called new.
 */
export function doubtful(board: Board): Doubtful[] {
  return board.targets.flatMap((to, target) => {
    const links = board.links.filter((link) => link.target === target);
    return gapsIn(board.found[target]).flatMap(({ at, length }): Doubtful[] => {
      const words = to.text.slice(at, at + length);
      const isCrumb = to.part && length < SHORTEST_WHOLE && board.links.length > 0;
      const isAll =
        isCrumb ||
        mayHaveGoneNow(board, to, words) ||
        mayHaveGoneBefore(board, to, words) ||
        isJoined(board, to, words);
      if (isAll) return [{ target, at, length }];
      const { start, end } = keptEnds(board, to, links, at, words);
      return [
        { target, at, length: start },
        { target, at: at + length - end, length: end },
      ].filter((each) => each.length > 0);
    });
  });
}

/** Letters at the ends of what came that read like the ends of what went from the same place between words that stayed. */
function keptEnds(board: Board, to: Passage, links: readonly Carried[], at: number, words: string) {
  const left = links.find((link) => link.targetAt + link.length === at);
  const right = links.find((link) => link.targetAt === at + words.length);
  const source = (left ?? right)?.source;
  const from = board.sources[source ?? -1];
  const isOne = left === undefined || right === undefined || left.source === right.source;
  if (from?.gone !== 'now' || !isOne || !isMovedText(to, from)) return { start: 0, end: 0 };
  const start = left === undefined ? 0 : left.sourceAt + left.length;
  return commonEnds(words, from.text.slice(start, Math.max(start, right?.sourceAt ?? from.text.length)));
}

/** Their words have no ids in common, since a block or a text of it was put anew. */
function isMovedText(to: Passage, from: Passage): boolean {
  return to.whole || from.whole || from.block !== to.block || to.mixed;
}

function mayHaveGoneNow(board: Board, to: Passage, words: string): boolean {
  return board.sources.some(
    (from) =>
      from.gone === 'now' && from.note === to.note && isMovedText(to, from) && from.text.includes(words),
  );
}

/**
 * Words that read like up to three of what went, where footnotes part a block and an editor joins runs of several texts;
 * or like two that went in the same edit, or stood in the clause, where an edit or an undo puts that anew.
 */
function isJoined(board: Board, to: Passage, words: string): boolean {
  const isParted = to.mixed || to.part;
  if (!isParted && !to.whole) return false;
  const texts = board.sources.flatMap((from) =>
    from.note === to.note && (isParted || from.gone === 'now' || isHome(to, from)) ? [from.text] : [],
  );
  let rest = words;
  for (let count = 0; count < (isParted ? MOST_JOINED : MOST_JOINED_ANEW) && rest !== ''; count += 1) {
    rest = rest.slice(knownPrefix(rest, texts));
  }
  return rest === '';
}

const MOST_JOINED = 3;
const MOST_JOINED_ANEW = 2;

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
