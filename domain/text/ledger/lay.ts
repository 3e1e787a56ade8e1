import { clauseParts, clausesOf } from '../clauses';
import type { DocumentJson, NodeJson } from '../document-json';

/** A run of a clause's words in one hand; `hand` is null for the borders that structure draws (lines, blocks, cells). */
export interface ClauseRun<T> {
  readonly text: string;
  readonly hand: T | null;
}

/**
 * Lays hands over a text: for every clause, in the order of `clausesOf`, its runs; joined they are `clauseText`.
 * `runs` follow each other through all words of the text in reading order; null where they are not as long as it.
 */
export function layHands<T>(
  text: DocumentJson,
  runs: readonly { readonly length: number; readonly hand: T }[],
): ClauseRun<T>[][] | null {
  const cut = cutByNode(text, runs);
  if (cut === null) return null;
  return clausesOf(text).map((clause) =>
    clauseParts(clause).flatMap(({ text: words, node }): ClauseRun<T>[] =>
      node === null ? [{ text: words, hand: null }] : (cut.get(node) ?? []),
    ),
  );
}

/** The runs of every text node; a run that goes on in the next node is cut there. */
function cutByNode<T>(
  text: DocumentJson,
  runs: readonly { readonly length: number; readonly hand: T }[],
): Map<NodeJson, ClauseRun<T>[]> | null {
  const cut = new Map<NodeJson, ClauseRun<T>[]>();
  let next = 0;
  let left = runs[0]?.length ?? 0;
  for (const node of textNodes(text)) {
    const words = node.text ?? '';
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

function* textNodes(node: NodeJson): Generator<NodeJson> {
  if (node.type === 'text') yield node;
  for (const child of node.content ?? []) yield* textNodes(child);
}
