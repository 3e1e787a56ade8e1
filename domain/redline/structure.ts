import { canonicalAttrs } from '../text/canonical';
import { isTextBlock, ownBlocks } from '../text/clauses';
import { type NodeJson, numberAttr } from '../text/document-json';
import type { StructureChange } from './types';
import type { CellUnit, Unit } from './units';

/** What changed about a clause besides its words and their marks. Ids are not structure, nor are derived numbers. */
export function compareStructure(old: Unit, fresh: Unit, continues: boolean): StructureChange[] {
  const changes: StructureChange[] = [];
  const report = (what: StructureChange['what'], from: string, to: string) => {
    if (from !== to) changes.push({ what, from, to });
  };
  report('kind', old.clause.kind, fresh.clause.kind);
  if (old.clause.kind === fresh.clause.kind) {
    report('level', String(old.clause.level), String(fresh.clause.level));
    report('list', listKind(old), listKind(fresh));
    report('numbering', listStart(old, fresh), listStart(fresh, old));
    const sameLevel = old.clause.level === fresh.clause.level;
    if (continues && sameLevel && listKind(old) === listKind(fresh) && isFirst(old) !== isFirst(fresh)) {
      changes.push(continuation(old, fresh));
    }
  }
  reportAttributes(old.clause.node, fresh.clause.node, LEVELLED, report);
  if (old.clause.kind === 'listItem' && fresh.clause.kind === 'listItem') {
    reportBlocks(ownBlocks(old.clause), ownBlocks(fresh.clause), old.key === fresh.key, report);
  }
  return changes;
}

/** How many of the cells that two rows share are header cells, where that changed. */
export function compareHeaders(cells: readonly (readonly [CellUnit, CellUnit])[]): StructureChange[] {
  const count = (side: 0 | 1) => cells.filter((pair) => pair[side].node.type === 'tableHeader').length;
  const [from, to] = [String(count(0)), String(count(1))];
  return from === to ? [] : [{ what: 'header', from, to }];
}

/** What changed about a cell besides its words, its place and being a header cell. */
export function compareCells(old: CellUnit, fresh: CellUnit, sameWords: boolean): StructureChange[] {
  const changes: StructureChange[] = [];
  const report = (what: StructureChange['what'], from: string, to: string) => {
    if (from !== to) changes.push({ what, from, to });
  };
  reportAttributes(old.node, fresh.node, NOTHING, report);
  reportBlocks(old.node.content ?? [], fresh.node.content ?? [], sameWords, report);
  return changes;
}

type Report = (what: StructureChange['what'], from: string, to: string) => void;

const NOTHING: ReadonlySet<string> = new Set();
/** The level of these clauses is compared as level. */
const LEVELLED: ReadonlySet<string> = new Set(['level']);
/** Attributes whose absence means the same as this value. */
const DEFAULTS: Readonly<Record<string, unknown>> = { colspan: 1, rowspan: 1, start: 1, level: 1 };

function reportAttributes(old: NodeJson, fresh: NodeJson, except: ReadonlySet<string>, report: Report): void {
  const was = canonicalAttrs(old.attrs) ?? {};
  const is = canonicalAttrs(fresh.attrs) ?? {};
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  for (const name of names) {
    if (name === 'id' || except.has(name)) continue;
    report('attribute', attributeWords(name, was[name]), attributeWords(name, is[name]));
  }
}

function attributeWords(name: string, value: unknown): string {
  if (value === undefined || value === DEFAULTS[name]) return '';
  return `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/**
 * Blocks inside a list item or a cell: a list, a heading, several paragraphs. Where the words differ anyway, a
 * further paragraph is told by them already and only other kinds of blocks are worth a word.
 */
function reportBlocks(
  old: readonly NodeJson[],
  fresh: readonly NodeJson[],
  sameWords: boolean,
  report: Report,
): void {
  const was = old.map(shapeOf);
  const is = fresh.map(shapeOf);
  if (sameWords) report('attribute', was.join(', '), is.join(', '));
  else report('attribute', kindsOnce(was), kindsOnce(is));
}

function kindsOnce(shapes: readonly string[]): string {
  return shapes.filter((shape, index) => shape !== shapes[index - 1]).join(', ');
}

function shapeOf(node: NodeJson): string {
  const attrs = Object.entries(canonicalAttrs(node.attrs) ?? {})
    .filter(([name]) => name !== 'id')
    .map(([name, value]) => attributeWords(name, value))
    .filter((words) => words !== '')
    .sort();
  const inner = isTextBlock(node) ? [] : (node.content ?? []).map(shapeOf);
  return [node.type, ...attrs, ...(inner.length === 0 ? [] : [`(${inner.join(', ')})`])].join(' ');
}

function listKind(unit: Unit): string {
  return unit.clause.kind === 'listItem' ? (unit.containers.at(-1)?.type ?? '') : '';
}

/** How the list of an item is numbered, told once, on its first item in either text. */
function listStart(unit: Unit, other: Unit): string {
  const list = unit.containers.at(-1);
  if (listKind(unit) !== 'orderedList' || listKind(other) !== 'orderedList' || list === undefined) return '';
  if (!isFirst(unit) && !isFirst(other)) return '';
  const type = canonicalAttrs(list.attrs)?.type;
  return `${numberAttr(list, 'start', 1)}${typeof type === 'string' ? ` ${type}` : ''}`;
}

function isFirst(unit: Unit): boolean {
  return unit.containers.length > 0 && unit.clause.path.at(-1) === 0;
}

/** A list or table that was cut in two before this clause, or joined to the one before it. */
function continuation(old: Unit, fresh: Unit): StructureChange {
  const container = (unit: Unit) => unit.containers.at(-1)?.type ?? '';
  const words = (unit: Unit) => (isFirst(unit) ? `${container(unit)} | ${container(unit)}` : container(unit));
  return { what: 'attribute', from: words(old), to: words(fresh) };
}
