import { clausePartsWithNotes, clausesOf } from '../clauses';
import { type DocumentJson, type NodeJson, wordsOfLeaf } from '../document-json';

/** A run of a clause's words in one hand; `hand` is null for the borders that structure draws (lines, blocks, cells). */
export interface ClauseRun<T> {
  readonly text: string;
  readonly hand: T | null;
  /** The run stands in a footnote of the clause: in which one, from 0. */
  readonly note?: number;
}

/**
 * Lays hands over a text: for every clause, in the order of `clausesOf`, its runs; joined they are `clauseText`, but
 * for those of its footnotes, which stand where these are called. `runs` follow each other through all words of the
 * text in reading order, those of footnotes among them; null where they are not as long as it.
 */
export function layHands<T>(
  text: DocumentJson,
  runs: readonly { readonly length: number; readonly hand: T }[],
): ClauseRun<T>[][] | null {
  const cut = cutByNode(text, runs);
  if (cut === null) return null;
  return clausesOf(text).map((clause) => {
    let notes = 0;
    return clausePartsWithNotes(clause).flatMap(({ text: words, node }): readonly ClauseRun<T>[] => {
      if (node === null) return [{ text: words, hand: null }];
      const own = cut.get(node) ?? [];
      if (node.type !== 'footnote') return own;
      const note = notes++;
      return own.map((run) => ({ ...run, note }));
    });
  });
}

/** The runs of every node that holds words; a run that goes on in the next node is cut there. */
function cutByNode<T>(
  text: DocumentJson,
  runs: readonly { readonly length: number; readonly hand: T }[],
): Map<NodeJson, ClauseRun<T>[]> | null {
  const cut = new Map<NodeJson, ClauseRun<T>[]>();
  let next = 0;
  let left = runs[0]?.length ?? 0;
  for (const node of wordNodes(text)) {
    const words = wordsOfLeaf(node);
    const own: ClauseRun<T>[] = [];
    for (let at = 0; at < words.length; ) {
      while (left === 0 && next < runs.length) {
        next += 1;
        left = runs[next]?.length ?? 0;
      }
      const run = runs[next];
      if (run === undefined) return null;
      const length = Math.min(left, words.length - at);
      own.push({ text: words.slice(at, at + length), hand: run.hand });
      at += length;
      left -= length;
    }
    cut.set(node, own);
  }
  return left === 0 && runs.slice(next + 1).every(({ length }) => length === 0) ? cut : null;
}

function* wordNodes(node: NodeJson): Generator<NodeJson> {
  if (node.type === 'text' || node.type === 'footnote') yield node;
  for (const child of node.content ?? []) yield* wordNodes(child);
}
