import { canonicalDocument } from '../canonical';
import type { MarkJson, NodeJson } from '../document-json';
import { type BracketPath, parsePath, sharedPath, writePath } from './path';

/** The name of the mark. */
export const BRACKET = 'bracket';

/** Something in the line with its place among brackets; empty outside all of them. */
export interface PlacedNode {
  readonly node: NodeJson;
  readonly path: BracketPath;
}

/** The path that a node says it stands in: words in their mark, a footnote or a line break in its attribute. */
export function pathOf(node: NodeJson): BracketPath {
  if (node.type !== 'text') return parsePath(node.attrs?.[BRACKET]) ?? [];
  const mark = node.marks?.find(({ type }) => type === BRACKET);
  return mark === undefined ? [] : (parsePath(mark.attrs?.path) ?? []);
}

/** Whether a node says that it stands in a bracket. */
export function saysBracket(node: NodeJson): boolean {
  return node.type === 'text'
    ? node.marks?.some(({ type }) => type === BRACKET) === true
    : typeof node.attrs?.[BRACKET] === 'string';
}

/** The node within the brackets of `path`, and in no others. */
export function withPath(node: NodeJson, path: BracketPath): NodeJson {
  if (node.type !== 'text') {
    if (path.length === 0 && !saysBracket(node)) return node;
    const { [BRACKET]: _, ...others } = node.attrs ?? {};
    const { attrs: __, ...bare } = node;
    const attrs = path.length === 0 ? others : { ...others, [BRACKET]: writePath(path) };
    return Object.keys(attrs).length === 0 ? bare : { ...bare, attrs };
  }
  const { marks: all = [], ...bare } = node;
  const others = all.filter(({ type }) => type !== BRACKET);
  const marks: MarkJson[] =
    path.length === 0 ? others : [...others, { type: BRACKET, attrs: { path: writePath(path) } }];
  return marks.length === 0 ? bare : { ...bare, marks };
}

/**
 * What stands in a line with its place among brackets. A footnote or a line break that does not say where it stands
 * (somebody typed it) stands where the words on both sides of it stand; between two alternatives of one bracket it
 * goes with the first.
 */
export function placed(content: readonly NodeJson[]): PlacedNode[] {
  const before: BracketPath[] = [];
  let last: BracketPath = [];
  for (const node of content) {
    before.push(last);
    if (isSure(node)) last = pathOf(node);
  }
  const result: PlacedNode[] = [];
  let next: BracketPath = [];
  for (let index = content.length - 1; index >= 0; index -= 1) {
    const node = content[index];
    if (node === undefined) continue;
    if (isSure(node)) next = pathOf(node);
    result.push({ node, path: isSure(node) ? next : pathBetween(before[index] ?? [], next) });
  }
  return result.reverse();
}

function isSure(node: NodeJson): boolean {
  return node.type === 'text' || saysBracket(node);
}

/** Where something stands that comes between two neighbours. */
export function pathBetween(before: BracketPath, after: BracketPath): BracketPath {
  const shared = sharedPath(before, after);
  const goesOn = before[shared.length];
  return goesOn !== undefined && goesOn.id === after[shared.length]?.id
    ? before.slice(0, shared.length + 1)
    : shared;
}

/** Room that a node takes in a line: its letters (UTF-16), or one for a footnote or a line break. */
export function lengthOf(node: NodeJson): number {
  return node.type === 'text' ? (node.text ?? '').length : 1;
}

export function lengthOfLine(content: readonly NodeJson[]): number {
  return content.reduce((sum, node) => sum + lengthOf(node), 0);
}

/** What stands between two places of a line. */
export function sliceLine(content: readonly NodeJson[], from: number, to: number): NodeJson[] {
  const slice: NodeJson[] = [];
  let start = 0;
  for (const node of content) {
    const end = start + lengthOf(node);
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (first < last) {
      slice.push(
        node.type === 'text' ? { ...node, text: (node.text ?? '').slice(first - start, last - start) } : node,
      );
    }
    start = end;
  }
  return slice;
}

/** The words of a line; a line break reads as a newline, a footnote as nothing. */
export function wordsOf(content: readonly NodeJson[]): string {
  return content
    .map((node) => (node.type === 'hardBreak' ? '\n' : node.type === 'text' ? (node.text ?? '') : ''))
    .join('');
}

/** The line in canonical form: neighbouring runs with equal marks are one. */
export function joinedLine(content: readonly NodeJson[]): readonly NodeJson[] {
  const [block] = canonicalDocument({ type: 'doc', content: [{ type: 'paragraph', content }] }).content ?? [];
  return block?.content ?? [];
}
