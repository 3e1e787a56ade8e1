import { type Clause, clauseParts, clausesOf } from '../text/clauses';
import type { DocumentJson, MarkJson, NodeJson } from '../text/document-json';

/** A stretch of words of a text to be marked when it is shown: offsets into `clauseText`, and what stands at its end. */
export interface MarkedStretch {
  /** Counts the clauses of the text from 0, as `clausesOf`. */
  readonly clause: number;
  readonly from: number;
  readonly to: number;
  /** Number of the conversation on the page. */
  readonly number: number;
  /** What the sign at the end of the stretch is called, for those who hear it. */
  readonly label: string;
}

/** The mark by which a shown text says that its words are commented. No stored text has it: it is no mark of the schema. */
export const COMMENTED = 'commented';

/**
 * A text whose runs are cut where marked stretches begin and end, for showing it alone. The cut runs of a stretch carry
 * the mark `COMMENTED` outermost; its last one names, in `ends`, the numbers and labels of the stretches that end there.
 */
export function withMarkedStretches(
  document: DocumentJson,
  stretches: readonly MarkedStretch[],
): DocumentJson {
  if (stretches.length === 0) return document;
  const cut = new Map<NodeJson, NodeJson[]>();
  clausesOf(document).forEach((clause, index) => {
    const own = stretches.filter((stretch) => stretch.clause === index);
    if (own.length > 0) cutClause(clause, own, cut);
  });
  return renewed(document, cut);
}

function cutClause(clause: Clause, own: readonly MarkedStretch[], cut: Map<NodeJson, NodeJson[]>): void {
  const parts = clauseParts(clause);
  // A stretch may end in a border that structure draws, as between two lines: its sign stands after its last word.
  const lastRun = own.map(({ from, to }) => {
    let [at, last] = [0, null as NodeJson | null];
    for (const { text, node } of parts) {
      if (node !== null && at < to && at + text.length > from) last = node;
      at += text.length;
    }
    return last;
  });
  let start = 0;
  for (const { text, node } of parts) {
    const end = start + text.length;
    if (node !== null) {
      const here = own.filter(({ from, to }) => from < end && to > start);
      if (here.length > 0) {
        const borders = [start, end, ...here.flatMap(({ from, to }) => [from, to])]
          .filter((at) => at >= start && at <= end)
          .toSorted((a, b) => a - b);
        const pieces: NodeJson[] = [];
        borders.forEach((from, index) => {
          const to = borders[index + 1] ?? from;
          if (to <= from) return;
          const over = here.filter((stretch) => stretch.from < to && stretch.to > from);
          const ends = own
            .filter(
              (stretch, place) =>
                lastRun[place] === node && Math.min(stretch.to, end) === to && over.includes(stretch),
            )
            .map(({ number, label }) => ({ number, label }));
          pieces.push(piece(node, text.slice(from - start, to - start), over.length > 0, ends));
        });
        cut.set(node, pieces);
      }
    }
    start = end;
  }
}

function piece(
  node: NodeJson,
  text: string,
  isCommented: boolean,
  ends: readonly { readonly number: number; readonly label: string }[],
): NodeJson {
  if (!isCommented) return { ...node, text };
  const mark: MarkJson = { type: COMMENTED, attrs: { ends: JSON.stringify(ends) } };
  return { ...node, text, marks: [mark, ...(node.marks ?? [])] };
}

function renewed<Node extends NodeJson>(node: Node, cut: ReadonlyMap<NodeJson, NodeJson[]>): Node {
  if (node.content === undefined) return node;
  return { ...node, content: node.content.flatMap((child) => cut.get(child) ?? [renewed(child, cut)]) };
}
