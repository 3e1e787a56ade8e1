import type { NodeJson } from '../document-json';
import { lengthOf, pathBetween, placed } from './inline';
import { type BracketPath, DEEPEST_BRACKET, sharedPath } from './path';
import type { Region } from './regions';

/** A stretch of a line that stands in one place among brackets. */
export interface Span extends Region {
  readonly path: BracketPath;
}

export function spansOf(line: readonly NodeJson[]): Span[] {
  let place = 0;
  return placed(line).map(({ node, path }) => {
    const from = place;
    place += lengthOf(node);
    return { from, to: place, path };
  });
}

/**
 * A region that begins or ends within a bracket, and does not lie in one alternative of it, takes it in whole; so does
 * one that lies too deep for a further bracket.
 */
export function wholeBrackets(spans: readonly Span[], region: Region): Region {
  const context = contextOf(spans, region).length;
  const depth = context < DEEPEST_BRACKET ? context : 0;
  let { from, to } = region;
  // A place without room lies in the words around it.
  const inside = spans.filter((span) => span.from < to && span.to > from);
  for (const edge of [inside[0], inside.at(-1)]) {
    const id = edge?.path[depth]?.id;
    if (edge === undefined || id === undefined) continue;
    for (const span of stretchOf(spans, edge, depth)) {
      from = Math.min(from, span.from);
      to = Math.max(to, span.to);
    }
  }
  return { from, to };
}

/** The neighbouring spans that stand in the same bracket as `edge` at this depth. */
function stretchOf(spans: readonly Span[], edge: Span, depth: number): Span[] {
  const id = edge.path[depth]?.id;
  const at = spans.indexOf(edge);
  let [first, last] = [at, at];
  while (first > 0 && spans[first - 1]?.path[depth]?.id === id) first -= 1;
  while (last < spans.length - 1 && spans[last + 1]?.path[depth]?.id === id) last += 1;
  return spans.slice(first, last + 1);
}

/** The alternatives that a region lies in. */
export function contextOf(spans: readonly Span[], { from, to }: Region): BracketPath {
  if (from === to) {
    const holder = spans.find((span) => span.from < from && span.to > from);
    if (holder !== undefined) return holder.path;
    const before = spans.findLast((span) => span.to <= from)?.path ?? [];
    const after = spans.find((span) => span.from >= from)?.path ?? [];
    return pathBetween(before, after);
  }
  const [first, ...others] = spans.filter((span) => span.from < to && span.to > from);
  const shared = others.reduce((path, span) => sharedPath(path, span.path), first?.path ?? []);
  // Words that are all of a bracket are bracketed around it, not within it.
  return isWhole(spans, shared, { from, to }) ? shared.slice(0, -1) : shared;
}

function isWhole(spans: readonly Span[], path: BracketPath, { from, to }: Region): boolean {
  const part = path.at(-1);
  const depth = path.length - 1;
  const edge = spans.find((span) => span.from < to && span.to > from);
  if (part === undefined || edge === undefined) return false;
  return stretchOf(spans, edge, depth).every((span) => span.from >= from && span.to <= to);
}
