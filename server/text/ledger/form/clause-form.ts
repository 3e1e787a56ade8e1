import * as Y from 'yjs';
import type { Aspect } from '../../../../domain/text/ledger/form/aspects';

/** The aspects of a clause that can be read off the clause itself. */
export const OWN_ASPECTS = ['kind', 'level', 'list', 'setting', 'cells', 'marks'] as const;
export type OwnAspect = Extract<Aspect, (typeof OWN_ASPECTS)[number]>;

/** Each aspect as one string: equal strings, equal form. */
export type ClauseForm = Readonly<Record<OwnAspect, string>>;

/** Where a clause stands: the lists or the table around it, outermost first. */
export interface Standing {
  readonly holders: readonly Y.XmlElement[];
  readonly isFirst: boolean;
}

export const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);
const INLINE: ReadonlySet<string> = new Set(['hardBreak', 'footnote']);
/** Attributes whose absence means the same as this value. */
const DEFAULTS: Readonly<Record<string, unknown>> = { colspan: 1, rowspan: 1, start: 1, level: 1 };

export function formOf(clause: Y.XmlElement, { holders, isFirst }: Standing): ClauseForm {
  const kind = clause.nodeName;
  const holder = holders.at(-1);
  const isItem = kind === 'listItem';
  const cells = kind === 'tableRow' ? [...elementsIn(clause)] : [];
  const around = holder === undefined ? '' : `${shapeOf(holder, false)} ${isFirst ? 'first' : ''}`;
  return {
    kind,
    level: isItem
      ? String(holders.filter(({ nodeName }) => LISTS.has(nodeName)).length)
      : String(clause.getAttribute('level') ?? 1),
    list: isItem ? (holder?.nodeName ?? '') : '',
    setting: `${around} | ${shapeOf(clause, true)}`,
    cells: cells.map(spansOf).join(' '),
    marks: marksOf(clause),
  };
}

export function* elementsIn(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    if (item.content.type instanceof Y.XmlElement) yield item.content.type;
  }
}

/** The settings of a node but its level, which is told by itself, and those of the blocks in it but the lists. */
function shapeOf(node: Y.XmlElement, goesDeeper: boolean, isInner = false): string {
  const settings = Object.entries(node.getAttributes() as Record<string, unknown>)
    .filter(([name, value]) => name !== 'id' && (isInner || name !== 'level') && !isDefault(name, value))
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .sort();
  const inner: string[] = [];
  if (goesDeeper) {
    for (const child of elementsIn(node)) {
      if (!INLINE.has(child.nodeName) && !(node.nodeName === 'listItem' && LISTS.has(child.nodeName)))
        inner.push(shapeOf(child, true, true));
    }
  }
  return `${isInner ? node.nodeName : ''}(${[...settings, ...inner].join(',')})`;
}

function isDefault(name: string, value: unknown): boolean {
  return value === null || value === undefined || value === DEFAULTS[name];
}

function spansOf(cell: Y.XmlElement): string {
  return `${String(cell.getAttribute('colspan') ?? 1)}x${String(cell.getAttribute('rowspan') ?? 1)}`;
}

/** The runs that bear marks, in their words: who writes in them touches the form, who writes beside them does not. */
export function marksOf(clause: Y.XmlElement): string {
  const runs: string[][] = [];
  for (const text of textsIn(clause)) {
    const marks = new Map<string, string>();
    let now = '';
    let last = '';
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentFormat) {
        const { key, value } = item.content as unknown as { key: string; value: unknown };
        if (value === null) marks.delete(key);
        else marks.set(key, `${key}${JSON.stringify(value)}`);
        now = [...marks.values()].sort().join(' ');
      } else if (item.content instanceof Y.ContentString) {
        if (now !== '' && now === last) runs.at(-1)?.push(item.content.str);
        else if (now !== '') runs.push([now, '\t', item.content.str]);
        last = now;
      }
    }
  }
  return runs.map((run) => run.join('')).join('\n');
}

function* textsIn(parent: Y.XmlElement): Generator<Y.XmlText> {
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlText) yield type;
    else if (type instanceof Y.XmlElement && !(parent.nodeName === 'listItem' && LISTS.has(type.nodeName)))
      yield* textsIn(type);
  }
}
