import { type CountryNames, type SensitiveWord, sensitiveChanges } from '../negotiation/editorial';
import { accept, type Outcome, refuse } from '../refusal';
import { canonicalDocument } from '../text/canonical';
import { clausesOf } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';

/** How long delegations have to object to a corrigendum, in days. */
export const OBJECTION_DAYS = { least: 3, usual: 7, most: 30 } as const;
export const LONGEST_CORRECTION = 20_000;

/** The words of a clause in one piece, as they are offered for correction; null for a row of a table. */
export function correctableWords(node: NodeJson): string | null {
  if (node.type === 'tableRow') return null;
  return leavesOf(node)
    .map((leaf) => leaf.text ?? '')
    .join('');
}

/** A text with the words of one clause put right. */
export interface Correction {
  readonly before: string;
  readonly after: string;
  readonly text: DocumentJson;
}

/**
 * Puts a slip of the pen right (DE24, DE25, DE28): the words of one clause, where no number, date, negation, obligation
 * or country changes. Marks and footnotes of the clause stay; what was put in has those of the word before.
 */
export function correct(
  text: DocumentJson,
  clauseId: string,
  words: string,
  countries: readonly CountryNames[],
): Outcome<Correction> {
  const clause = clausesOf(text).find(({ id }) => id === clauseId);
  const before = clause === undefined ? null : correctableWords(clause.node);
  if (clause === undefined || before === null || before === '') return refuse('DE28', { field: 'clauseId' });
  // Only what no clause holds becomes a space: a no-break space is a word's own.
  const after = words
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (after === '' || after.length > LONGEST_CORRECTION || after === before.trim()) {
    return refuse('DE25', { field: 'words' });
  }
  const corrected = canonicalDocument(withWords(text, clause.node, before, after));
  const changed = sensitiveChanges(text, corrected, countries);
  if (changed.length > 0) return refuse('DE24', { words: sayWords(changed), field: 'words' });
  return accept({ before, after, text: corrected });
}

function sayWords(changed: readonly SensitiveWord[]): string {
  return [...new Set(changed.map(({ word }) => word))].slice(0, 8).join(', ');
}

/** Runs of text of a clause in reading order; a list nested in an item is a clause of its own. */
function leavesOf(node: NodeJson): NodeJson[] {
  return (node.content ?? []).flatMap((child) => {
    if (child.type === 'text') return [child];
    return child.type === 'bulletList' || child.type === 'orderedList' ? [] : leavesOf(child);
  });
}

/** The same text, in whose clause what lies between the common beginning and the common end is replaced. */
function withWords(text: DocumentJson, clause: NodeJson, before: string, after: string): DocumentJson {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const [from, to] = [start, before.length - end];
  const put = after.slice(start, after.length - end);
  const leaves = leavesOf(clause);
  const renewed = new Map<NodeJson, string>();
  let at = 0;
  let left: string | null = put;
  leaves.forEach((leaf, index) => {
    const words = leaf.text ?? '';
    const [a, b] = [at, at + words.length];
    at = b;
    const isLast = index === leaves.length - 1;
    const holdsStart = left !== null && from >= a && (from < b || (from === b && (from === to || isLast)));
    if (!holdsStart && (to <= a || from >= b)) return;
    const head = words.slice(0, Math.max(0, Math.min(from, b) - a));
    const tail = words.slice(Math.max(0, Math.min(to, b) - a));
    renewed.set(leaf, `${head}${holdsStart ? (left ?? '') : ''}${tail}`);
    if (holdsStart) left = null;
  });
  return renew(text, renewed) as DocumentJson;
}

function renew(node: NodeJson, renewed: ReadonlyMap<NodeJson, string>): NodeJson {
  const words = renewed.get(node);
  if (words !== undefined) return { ...node, text: words };
  if (node.content === undefined) return node;
  return { ...node, content: node.content.map((child) => renew(child, renewed)) };
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  return at > 0 && isHighSurrogate(a, at - 1) ? at - 1 : at;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length > 0 && isLowSurrogate(a, a.length - length) ? length - 1 : length;
}

function isHighSurrogate(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at] ?? '');
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}
