import type { DocumentJson } from '../text/document-json';
import { type Edit, editsBetween } from './words/edits';
import { type Token, TokenText } from './words/tokens';

/** UTF-16 offsets in the words of a clause; empty where something is put in. Of a footnote, its number, from 0. */
export interface TouchedSpan {
  readonly from: number;
  readonly to: number;
  readonly footnote?: number;
}

/** What a change touches of a clause: some of its words, its form (kind, level, list), or all of it. */
export interface Touched {
  /** It is deleted, moved, joined with another, or made a clause of another form. */
  readonly whole: boolean;
  readonly spans: readonly TouchedSpan[];
}

/** What a proposal touches of the clause it is about, read from the redline of the two. */
export function touchedOf(base: DocumentJson, proposed: DocumentJson): Touched {
  const old = new TokenText(base);
  const edits = editsBetween(old, new TokenText(proposed));
  return { whole: edits.some((edit) => isOfForm(old, edit)), spans: edits.map((edit) => spanOf(old, edit)) };
}

/** Whether an edit makes the clause one of another form: its first border is another one. */
export function isOfForm(text: TokenText, { from, to }: Edit): boolean {
  return from === 0 && to > 0 && text.tokens.length > 0;
}

/** Where in the words an edit stands. */
export function spanOf(text: TokenText, { from, to, tokens }: Edit): TouchedSpan {
  const [first, next] = [text.tokens[from], text.tokens[to]];
  const end = endOf(text);
  const span = { from: first?.at ?? end, to: next === undefined || next.clause > 0 ? end : next.at };
  const footnote = to === from + 1 && isFootnote(first) && isFootnote(tokens[0]) ? first?.footnote : null;
  return footnote === null || footnote === undefined ? span : { ...span, footnote };
}

function endOf({ tokens }: TokenText): number {
  const last = tokens.at(-1);
  return last === undefined ? 0 : last.at + (last.footnote === null && last.node !== null ? 1 : 0);
}

function isFootnote(token: Token | undefined): boolean {
  return token?.footnote !== null && token?.footnote !== undefined;
}
