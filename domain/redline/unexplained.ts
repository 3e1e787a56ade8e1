import canonicalize from 'canonicalize';
import { canonicalAttrs, canonicalDocument } from '../text/canonical';
import { clausesOf } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import type { StructureChange } from './types';

/** Where two texts of different fingerprints differ although no clause reads or looks different. */
export interface Unexplained {
  /** Place of the clause in the new text, -1 where the difference is outside every clause. */
  readonly clause: number;
  readonly change: StructureChange;
}

/**
 * Finds what else differs: an id, a setting without effect, how blocks are nested. Called only where the texts
 * have different fingerprints and nothing was found, so that no difference is ever shown as none.
 */
export function findUnexplained(oldText: DocumentJson, newText: DocumentJson): Unexplained {
  const old = canonicalDocument(oldText);
  const fresh = canonicalDocument(newText);
  const was = clausesOf(old);
  for (const [index, clause] of clausesOf(fresh).entries()) {
    const before = was[index]?.node;
    if (before === undefined || canonicalize(before) === canonicalize(clause.node)) continue;
    return { clause: index, change: firstDifference(before, clause.node) };
  }
  return { clause: clausesOf(fresh).length > 0 ? 0 : -1, change: firstDifference(old, fresh) };
}

function firstDifference(old: NodeJson, fresh: NodeJson): StructureChange {
  const was = canonicalAttrs(old.attrs) ?? {};
  const is = canonicalAttrs(fresh.attrs) ?? {};
  for (const name of [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()) {
    const [from, to] = [settingWords(name, was[name]), settingWords(name, is[name])];
    if (from !== to) return { what: 'attribute', from, to };
  }
  const [before, after] = [old.content ?? [], fresh.content ?? []];
  const place = after.findIndex((child, index) => canonicalize(child) !== canonicalize(before[index]));
  const [a, b] = [before[place], after[place]];
  if (a !== undefined && b !== undefined && a.type === b.type && a.type !== 'text')
    return firstDifference(a, b);
  return { what: 'attribute', from: typesOf(before), to: typesOf(after) };
}

function settingWords(name: string, value: unknown): string {
  if (value === undefined) return '';
  return `${name} ${typeof value === 'string' ? value : (canonicalize(value) ?? '')}`;
}

function typesOf(nodes: readonly NodeJson[]): string {
  return nodes.map((node) => node.type).join(', ');
}
