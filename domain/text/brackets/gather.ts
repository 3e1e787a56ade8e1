import { canonicalText } from '../canonical';
import { digestText } from '../digest';
import type { NodeJson } from '../document-json';
import { contextOf, type Span, spansOf, wholeBrackets } from './context';
import { joinedLine, lengthOfLine, placed, sliceLine, withPath } from './inline';
import {
  type BracketPart,
  type BracketPath,
  DEEPEST_BRACKET,
  MOST_ALTERNATIVES,
  NO_WORDS,
  sharedPath,
} from './path';
import { type OwnedEdits, type Region, regionsOf } from './regions';
import type { SpanEdit } from './spans';
import { writtenLine } from './write';

/** A new id for the bracket at a place of a line; the same for the same changes. */
export type BracketIds = (place: string) => string;

/**
 * A line with changes of several delegations gathered into brackets, one for each stretch of words that they would have
 * otherwise. The words as they stand are alternative 0, equal wordings share one alternative, and a deletion is an
 * alternative without words.
 */
export function gatherLine(
  line: readonly NodeJson[],
  all: readonly OwnedEdits[],
  ids: BracketIds,
): NodeJson[] {
  const spans = spansOf(line);
  const regions = regionsOf(all, (region) => wholeBrackets(spans, region));
  const result: NodeJson[] = [];
  let place = 0;
  regions.forEach((region, index) => {
    result.push(...sliceLine(line, place, region.from));
    result.push(...gatherRegion(line, spans, region, all, ids(`${index}:${region.from}-${region.to}`)));
    place = region.to;
  });
  return [...joinedLine([...result, ...sliceLine(line, place, lengthOfLine(line))])];
}

interface Wording {
  readonly owners: string[];
  readonly line: readonly NodeJson[];
}

function gatherRegion(
  line: readonly NodeJson[],
  spans: readonly Span[],
  region: Region,
  all: readonly OwnedEdits[],
  id: string,
): NodeJson[] {
  const standing = sliceLine(line, region.from, region.to);
  const wordings = wordingsOf(line, region, all, keyOf(standing));
  if (wordings.length === 0) return standing;
  const context = contextOf(spans, region);
  const rests = [...placed(standing), ...wordings.flatMap((wording) => placed(wording.line))];
  const isTooDeep = rests.some(
    ({ path }) => context.length + 1 + beyond(path, context).length > DEEPEST_BRACKET,
  );
  if (isTooDeep) return besideIt(standing, wordings, id, context);
  const numbered = wordings.slice(0, MOST_ALTERNATIVES);
  const own: BracketPart = { id, alternative: 0, owners: [], kind: 'words' };
  const zero =
    standing.length > 0
      ? placed(standing).map(({ node, path }) => withPath(node, [...context, own, ...beyond(path, context)]))
      : lengthOfLine(line) === 0
        ? [emptyAlternative([...context, { ...own, kind: 'none' }])]
        : [];
  return [...zero, ...numbered.flatMap((wording, index) => alternativeOf(wording, index + 1, context, id))];
}

function alternativeOf(wording: Wording, alternative: number, context: BracketPath, id: string): NodeJson[] {
  const part: BracketPart = { id, alternative, owners: wording.owners, kind: 'words' };
  if (wording.line.length === 0) return [emptyAlternative([...context, { ...part, kind: 'none' }])];
  return placed(wording.line).map(({ node, path }) =>
    withPath(node, [
      ...context,
      part,
      ...beyond(path, context).map((inner) => copied(inner, id, alternative)),
    ]),
  );
}

/**
 * Brackets within brackets within brackets: where one more would be too many, the words stay as they are, and what is
 * proposed stands in a bracket after them, its own brackets as signs.
 */
function besideIt(
  standing: readonly NodeJson[],
  wordings: readonly Wording[],
  id: string,
  context: BracketPath,
): NodeJson[] {
  const flat = wordings
    .slice(0, MOST_ALTERNATIVES)
    .map(({ owners, line }) => ({ owners, line: writtenLine(line) }));
  return [...standing, ...flat.flatMap((wording, index) => alternativeOf(wording, index + 1, context, id))];
}

/** The part of a path that lies below another. */
function beyond(path: BracketPath, context: BracketPath): BracketPath {
  return path.slice(sharedPath(path, context).length);
}

/** A bracket in an alternative is not the one of the same id in the words as they stand. */
function copied(part: BracketPart, id: string, alternative: number): BracketPart {
  return { ...part, id: `b_${digestText(`${id} ${alternative} ${part.id}`).slice(0, 12)}` };
}

function emptyAlternative(path: BracketPath): NodeJson {
  return withPath({ type: 'text', text: NO_WORDS }, path);
}

/** What the delegations would have in a region, each wording once, in the order in which they were given. */
function wordingsOf(
  line: readonly NodeJson[],
  region: Region,
  all: readonly OwnedEdits[],
  standing: string,
): Wording[] {
  const wordings = new Map<string, Wording>();
  for (const { countries, edits } of all) {
    const own = edits.filter(({ from, to }) => from >= region.from && to <= region.to);
    if (own.length === 0) continue;
    const wanted = editedSlice(line, region, own);
    const key = keyOf(wanted);
    if (key === standing) continue;
    const known = wordings.get(key) ?? { owners: [], line: wanted };
    known.owners.push(...countries);
    wordings.set(key, known);
  }
  return [...wordings.values()];
}

function editedSlice(line: readonly NodeJson[], region: Region, edits: readonly SpanEdit[]): NodeJson[] {
  const result: NodeJson[] = [];
  let place = region.from;
  for (const edit of edits) {
    result.push(...sliceLine(line, place, edit.from), ...edit.line);
    place = edit.to;
  }
  result.push(...sliceLine(line, place, region.to));
  return [...joinedLine(result)];
}

function keyOf(line: readonly NodeJson[]): string {
  return canonicalText(asText(line));
}

function asText(content: readonly NodeJson[]) {
  return { type: 'doc', content: [{ type: 'paragraph', content }] } as const;
}
