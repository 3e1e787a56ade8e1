import type { DocumentJson } from '../text/document-json';
import { isText } from './rebase';
import { pairsBetween } from './words/edits';
import { type Token, type TokenText, textOfTokens } from './words/tokens';

/**
 * The clause with what proposals bring into the chair's words, and without what they and the chair both take away: a
 * text between the two, so that each hand's share can be written down as its own edit. Null where that makes no text.
 */
export function withShareOf(
  clause: TokenText,
  chairs: TokenText,
  proposed: readonly TokenText[],
): DocumentJson | null {
  const brought = new Set(proposed.flatMap((text) => broughtBy(clause, text, chairs)));
  const kept = proposed.map((text) => new Set(pairsBetween(clause, text).map(([was]) => was)));
  const isTakenAway = (at: number) => kept.some((places) => !places.has(at));
  const result: Token[] = [];
  let [clauseAt, chairsAt] = [0, 0];
  const gap = (clauseTo: number, chairsTo: number) => {
    for (let at = clauseAt; at < clauseTo; at += 1) {
      const token = clause.tokens[at];
      if (token !== undefined && !isTakenAway(at)) result.push(token);
    }
    for (let at = chairsAt; at < chairsTo; at += 1) {
      const token = chairs.tokens[at];
      if (token !== undefined && brought.has(at)) result.push(token);
    }
  };
  for (const [was, is] of pairsBetween(clause, chairs)) {
    gap(was, is);
    const token = clause.tokens[was];
    if (token !== undefined) result.push(token);
    [clauseAt, chairsAt] = [was + 1, is + 1];
  }
  gap(clause.tokens.length, chairs.tokens.length);
  const text = textOfTokens(result);
  return text !== null && isText(text) ? text : null;
}

/** Tokens of the chair's words that a proposal has too and that the clause did not have. */
function broughtBy(clause: TokenText, proposed: TokenText, chairs: TokenText): number[] {
  const old = new Set(pairsBetween(clause, proposed).map(([, is]) => is));
  return pairsBetween(proposed, chairs).flatMap(([from, to]) => {
    const isNew = !old.has(from) && proposed.tokens[from]?.key === chairs.tokens[to]?.key;
    return isNew ? [to] : [];
  });
}
