import type { DocumentJson } from '../text/document-json';
import { isText } from './rebase';
import { pairsBetween } from './words/edits';
import { type Token, type TokenText, textOfTokens } from './words/tokens';

/** A proposal, and which token of it a token of the clause, or of the chair's words, is. */
interface Share {
  readonly ofClause: ReadonlyMap<number, number>;
  /** Tokens of the chair's words that the proposal has too and the clause did not have. */
  readonly brought: ReadonlyMap<number, number>;
}

/**
 * The clause with what proposals bring into the chair's words, and without what they take away: a text between the
 * two, so that each hand's share can be written down as its own edit. Null where that makes no text.
 */
export function withShareOf(
  clause: TokenText,
  chairs: TokenText,
  proposed: readonly TokenText[],
): DocumentJson | null {
  const shares = proposed.map((text) => shareOf(clause, text, chairs));
  const result: Token[] = [];
  const put = (token: Token | undefined) => {
    if (token !== undefined) result.push(token);
  };
  const isKept = (at: number) => shares.every(({ ofClause }) => ofClause.has(at));
  let [clauseAt, chairsAt] = [0, 0];
  const gap = (clauseTo: number, chairsTo: number) => {
    for (let at = chairsAt; at < chairsTo; at += 1) {
      const share = shares.find(({ brought }) => brought.has(at));
      if (share === undefined) continue;
      // What stays of the clause before it comes first, in the order of the proposal.
      const place = share.brought.get(at) ?? 0;
      while (clauseAt < clauseTo && (share.ofClause.get(clauseAt) ?? -1) < place) {
        if (isKept(clauseAt)) put(clause.tokens[clauseAt]);
        clauseAt += 1;
      }
      put(chairs.tokens[at]);
    }
    for (let at = clauseAt; at < clauseTo; at += 1) if (isKept(at)) put(clause.tokens[at]);
  };
  for (const [was, is] of pairsBetween(clause, chairs)) {
    gap(was, is);
    put(clause.tokens[was]);
    [clauseAt, chairsAt] = [was + 1, is + 1];
  }
  gap(clause.tokens.length, chairs.tokens.length);
  const text = textOfTokens(result);
  return text !== null && isText(text) ? text : null;
}

function shareOf(clause: TokenText, proposed: TokenText, chairs: TokenText): Share {
  const ofClause = new Map(pairsBetween(clause, proposed));
  const old = new Set(ofClause.values());
  const brought = new Map<number, number>();
  for (const [from, to] of pairsBetween(proposed, chairs)) {
    const isNew = !old.has(from) && proposed.tokens[from]?.key === chairs.tokens[to]?.key;
    if (isNew) brought.set(to, from);
  }
  return { ofClause, brought };
}
