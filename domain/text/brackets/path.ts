/**
 * Where words stand among the brackets of a text: the alternatives they belong to, from the outermost to the
 * innermost. It is the one attribute of the mark `bracket`, written as `id:alternative:OWNERS[:kind]` joined by `/`.
 */
export type BracketPath = readonly BracketPart[];

/** `placeholder`: words that say what is still missing. `none`: the alternative that there be no words here. */
export const ALTERNATIVE_KINDS = ['words', 'placeholder', 'none'] as const;
export type AlternativeKind = (typeof ALTERNATIVE_KINDS)[number];

/** One alternative of one bracket. */
export interface BracketPart {
  readonly id: string;
  /** 0 is the text as it stands; what delegations would have instead counts from 1. */
  readonly alternative: number;
  /** ISO codes of the delegations that hold it, sorted; nobody's is the text as it stands. */
  readonly owners: readonly string[];
  readonly kind: AlternativeKind;
}

/** Brackets within brackets, counted from the outermost. */
export const DEEPEST_BRACKET = 3;
/** Alternatives of one bracket besides the text as it stands: more than any body has members. */
export const MOST_ALTERNATIVES = 99;
/** What stands for an alternative without words, since a mark needs something to mark. */
export const NO_WORDS = '—';

const LETTERS: Readonly<Record<AlternativeKind, string>> = { words: '', placeholder: ':p', none: ':n' };
const PART = /^(b_[A-Za-z0-9]{1,32}):(0|[1-9]\d?):((?:[A-Z]{2}(?:\+[A-Z]{2}){0,30})?)(?::([pn]))?$/;

/** Paths read before: every run of words says its own again, and every version of a text those of the one before. */
const READ = new Map<string, BracketPath | null>();
const MOST_READ = 20_000;

/** The path that an attribute holds, or null where it is none; only the way `writePath` writes it counts. */
export function parsePath(value: unknown): BracketPath | null {
  if (typeof value !== 'string' || value.length > 512) return null;
  const known = READ.get(value);
  if (known !== undefined) return known;
  const path = readPath(value);
  if (READ.size >= MOST_READ) READ.clear();
  READ.set(value, path);
  return path;
}

function readPath(value: string): BracketPath | null {
  const parts = value.split('/').map(parsePart);
  const path = parts.filter((part) => part !== null);
  const ids = new Set(path.map(({ id }) => id));
  if (path.length !== parts.length || path.length > DEEPEST_BRACKET || ids.size !== path.length) return null;
  return writePath(path) === value ? Object.freeze(path) : null;
}

export function writePath(path: BracketPath): string {
  return path.map(writePart).join('/');
}

/** One alternative as it is written in a path: also a key, equal only for the same one of the same owners. */
export function writePart({ id, alternative, owners, kind }: BracketPart): string {
  return `${id}:${alternative}:${sortedOwners(owners).join('+')}${LETTERS[kind]}`;
}

export function sortedOwners(owners: readonly string[]): string[] {
  return [...new Set(owners)].sort();
}

export function isBracketId(value: unknown): value is string {
  return typeof value === 'string' && /^b_[A-Za-z0-9]{1,32}$/.test(value);
}

/** Whether two parts are of one alternative, whoever holds it. */
export function sameAlternative(a: BracketPart | undefined, b: BracketPart | undefined): boolean {
  return a !== undefined && b !== undefined && a.id === b.id && a.alternative === b.alternative;
}

/** The part of two paths that they have in common: alternatives in which both stand. */
export function sharedPath(a: BracketPath, b: BracketPath): BracketPath {
  let depth = 0;
  while (sameAlternative(a[depth], b[depth])) depth += 1;
  return a.slice(0, depth);
}

function parsePart(text: string): BracketPart | null {
  const [, id, alternative, owners, letter] = PART.exec(text) ?? [];
  if (id === undefined || alternative === undefined || owners === undefined) return null;
  const kind = letter === 'p' ? 'placeholder' : letter === 'n' ? 'none' : 'words';
  // Frozen, since everybody who reads this path is given the same one.
  const holders = Object.freeze(owners === '' ? [] : owners.split('+'));
  return Object.freeze({ id, alternative: Number(alternative), owners: holders, kind });
}
