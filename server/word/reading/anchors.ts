import { clausesOf, isTextBlock, ownBlocks } from '../../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';

/** One end of a comment, by the block it stands in. */
export interface Anchor {
  readonly id: string;
  readonly edge: 'start' | 'end';
  readonly node: NodeJson;
  /** UTF-16 offset into the words of the block. */
  readonly offset: number;
}

/** The same by clause: `offset` counts as `clauseText` does. */
export interface PlacedAnchor {
  readonly id: string;
  readonly edge: 'start' | 'end';
  readonly clause: number;
  readonly offset: number;
}

/** Finds the clauses in which the blocks of `anchors` stand. */
export function placeAnchors(text: DocumentJson, anchors: readonly Anchor[]): PlacedAnchor[] {
  if (anchors.length === 0) return [];
  const places = new Map<NodeJson, { clause: number; offset: number }>();
  clausesOf(text).forEach((clause, index) => {
    let offset = 0;
    const put = (blocks: readonly NodeJson[]): void => {
      blocks.forEach((block, position) => {
        if (position > 0) offset += 1;
        places.set(block, { clause: index, offset });
        offset += wordsLength(block);
      });
    };
    if (clause.kind !== 'tableRow') {
      put(ownBlocks(clause).flatMap(textBlocks));
      return;
    }
    (clause.node.content ?? []).forEach((cell, position) => {
      if (position > 0) offset += 1;
      put(textBlocks(cell));
    });
  });
  return anchors.flatMap(({ id, edge, node, offset }) => {
    const place = places.get(node);
    return place === undefined ? [] : [{ id, edge, clause: place.clause, offset: place.offset + offset }];
  });
}

export function textBlocks(node: NodeJson): NodeJson[] {
  return isTextBlock(node) ? [node] : (node.content ?? []).flatMap(textBlocks);
}

function wordsLength(block: NodeJson): number {
  return (block.content ?? []).reduce(
    (sum, node) =>
      sum + (node.type === 'text' ? (node.text ?? '').length : node.type === 'hardBreak' ? 1 : 0),
    0,
  );
}
