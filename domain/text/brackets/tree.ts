import type { NodeJson } from '../document-json';
import { type PlacedNode, placed } from './inline';
import type { AlternativeKind, BracketPart } from './path';

/** A line as a tree: what stands outside brackets, and brackets with what stands in their alternatives. */
export type LineItem =
  | { readonly what: 'node'; readonly node: NodeJson }
  | { readonly what: 'bracket'; readonly bracket: LineBracket };

export interface LineBracket {
  readonly id: string;
  readonly alternatives: readonly LineAlternative[];
}

export interface LineAlternative {
  readonly alternative: number;
  readonly owners: readonly string[];
  readonly kind: AlternativeKind;
  readonly items: readonly LineItem[];
}

export function treeOf(line: readonly NodeJson[]): LineItem[] {
  return itemsOf(placed(line), 0);
}

function itemsOf(nodes: readonly PlacedNode[], depth: number): LineItem[] {
  const items: LineItem[] = [];
  let index = 0;
  while (index < nodes.length) {
    const part = nodes[index]?.path[depth];
    if (part === undefined) {
      const node = nodes[index]?.node;
      if (node !== undefined) items.push({ what: 'node', node });
      index += 1;
      continue;
    }
    const end = endOf(nodes, index, (other) => other?.id === part.id, depth);
    items.push({ what: 'bracket', bracket: bracketOf(part.id, nodes.slice(index, end), depth) });
    index = end;
  }
  return items;
}

function bracketOf(id: string, nodes: readonly PlacedNode[], depth: number): LineBracket {
  const alternatives: LineAlternative[] = [];
  let index = 0;
  while (index < nodes.length) {
    const part = nodes[index]?.path[depth];
    if (part === undefined) break;
    const end = endOf(nodes, index, (other) => other?.alternative === part.alternative, depth);
    const { alternative, owners, kind } = part;
    alternatives.push({ alternative, owners, kind, items: itemsOf(nodes.slice(index, end), depth + 1) });
    index = end;
  }
  return { id, alternatives };
}

function endOf(
  nodes: readonly PlacedNode[],
  from: number,
  goesOn: (part: BracketPart | undefined) => boolean,
  depth: number,
): number {
  let end = from;
  while (end < nodes.length && goesOn(nodes[end]?.path[depth])) end += 1;
  return end;
}

/** All that stands in the items, brackets and all. */
export function lineOf(items: readonly LineItem[]): NodeJson[] {
  return items.flatMap((item) =>
    item.what === 'node'
      ? [item.node]
      : item.bracket.alternatives.flatMap((alternative) => lineOf(alternative.items)),
  );
}
