import { BRACKET } from '../../domain/text/brackets/inline';
import { parsePath } from '../../domain/text/brackets/path';
import { isPassageLanguage, isSafeLink } from '../../domain/text/marks';
import { DEEPEST_OPERATIVE_LEVEL } from '../../domain/text/nodes';

/** Longest wording of one footnote, in characters. */
export const LONGEST_FOOTNOTE = 4000;
/** Widest column of a table, in pixels. */
export const WIDEST_COLUMN = 10_000;

type Rule = (value: unknown) => boolean;

const ID: Rule = (value) => value === null || (typeof value === 'string' && /^[\w-]{1,64}$/.test(value));
const HARMLESS_WORDS: Rule = (value) =>
  value === null || (typeof value === 'string' && /^[\w .:;,/-]{0,100}$/.test(value));

function whole(from: number, to: number): Rule {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

function oneOf(...values: readonly unknown[]): Rule {
  return (value) => values.includes(value);
}

/** Country codes as the world has them: a bracket is held by delegations and by nobody else (BR6). */
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const BRACKET_PATH: Rule = (value) =>
  parsePath(value)?.every(({ owners }) => owners.every((code) => REGIONS.of(code) !== undefined)) === true;

const CELL: Readonly<Record<string, Rule>> = {
  colspan: whole(1, 100),
  rowspan: whole(1, 1000),
  colwidth: (value) =>
    value === null || (Array.isArray(value) && value.length <= 100 && value.every(whole(0, WIDEST_COLUMN))),
  align: oneOf(null, 'left', 'center', 'right', 'justify'),
};

/**
 * What every attribute of the schema may hold (SY7). The schema itself takes any value; these rules keep out
 * links that a browser would run, attributes that carry markup, and numbers that are not numbers. An attribute
 * that is not named here does not exist.
 */
const NODE_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  heading: { id: ID, level: whole(1, 3) },
  operative: { id: ID, level: whole(1, DEEPEST_OPERATIVE_LEVEL) },
  orderedList: { start: whole(0, 9999), type: oneOf(null, '1', 'a', 'A', 'i', 'I') },
  footnote: {
    [BRACKET]: BRACKET_PATH,
    text: (value) => typeof value === 'string' && value.length <= LONGEST_FOOTNOTE,
  },
  tableCell: CELL,
  tableHeader: CELL,
  bulletList: {},
  hardBreak: { [BRACKET]: BRACKET_PATH },
};

/** Every other node carries a clause id and nothing else. */
const ONLY_ID: Readonly<Record<string, Rule>> = { id: ID };

const MARK_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  link: {
    href: isSafeLink,
    target: oneOf(null, '_blank', '_self'),
    rel: HARMLESS_WORDS,
    class: HARMLESS_WORDS,
    title: (value) => value === null || (typeof value === 'string' && /^[^<>]{0,300}$/.test(value)),
  },
  language: { lang: isPassageLanguage },
  [BRACKET]: { path: BRACKET_PATH },
};

const NONE: Readonly<Record<string, Rule>> = {};

/** Why `value` may not stand in an attribute of a node, or null. Absent attributes are not asked about. */
export function nodeAttributeFault(node: string, name: string, value: unknown): string | null {
  return fault(own(NODE_ATTRIBUTES, node) ?? ONLY_ID, node, name, value);
}

/** Why `value` may not stand in an attribute of a mark, or null. */
export function markAttributeFault(mark: string, name: string, value: unknown): string | null {
  return fault(own(MARK_ATTRIBUTES, mark) ?? NONE, mark, name, value);
}

/** Attributes that a mark cannot do without: a link that leads nowhere is not a link, nor a bracket that is none. */
export function missingMarkAttribute(mark: string, attrs: Readonly<Record<string, unknown>>): string | null {
  if (mark === 'link' && !Object.hasOwn(attrs, 'href')) return 'link has no href';
  return mark === BRACKET && typeof attrs.path !== 'string' ? 'bracket has no path' : null;
}

function fault(
  rules: Readonly<Record<string, Rule>>,
  owner: string,
  name: string,
  value: unknown,
): string | null {
  const rule = own(rules, name);
  if (rule === undefined) return `${owner} has no attribute ${clip(name)}`;
  return rule(value) ? null : `${owner}.${name} does not hold ${clip(describe(value))}`;
}

/** Names come from the wire: `constructor` and `__proto__` must find nothing. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Faults go to logs and refusals: they name kinds and sizes, never the words of a document. */
function describe(value: unknown): string {
  if (typeof value === 'string') return `a string of ${value.length} characters`;
  if (typeof value === 'number') return String(value);
  return value === null ? 'null' : typeof value;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
