import type { Node } from '@tiptap/pm/model';

export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
}

/** A place in the document where the words stand. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** A footnote or a line break stands for one character that nobody types, so that no match reaches across it. */
const BARRIER = '\ufffc';

/** Every place where the words stand, in reading order; none overlaps another, none reaches across two blocks. */
export function findMatches(document: Node, query: FindQuery): Match[] {
  const sought = fold(query.text.normalize('NFC'), query.matchCase);
  if (sought === '') return [];
  const matches: Match[] = [];
  document.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = fold(node.textBetween(0, node.content.size, BARRIER, BARRIER), query.matchCase);
    for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length)) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + sought.length });
    }
    return false;
  });
  return matches;
}

/** The match to go to from a place in the text: the first at or after it (or the last before it), going round. */
export function nextMatch(matches: readonly Match[], from: number, direction: 1 | -1): number {
  if (matches.length === 0) return -1;
  if (direction === 1) {
    const index = matches.findIndex((match) => match.from >= from);
    return index === -1 ? 0 : index;
  }
  const index = matches.findLastIndex((match) => match.to <= from);
  return index === -1 ? matches.length - 1 : index;
}

/** Lower case, letter by letter, so that the text keeps its length and positions stay true. */
function fold(text: string, matchCase: boolean): string {
  if (matchCase) return text;
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}
