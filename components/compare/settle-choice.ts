import { defaultBase } from '@/components/versions/history';
import type { VersionFacts } from '@/components/versions/version-line';
import type { CompareChoice, CompareQuery } from './choice';

/**
 * What to compare, with what the address left out filled in: against the text as it stands, from the version one
 * most likely wants, or from the predecessor where the document has hardly a history of its own. Null where there
 * is nothing to compare or a value names no version.
 */
export function settleChoice(
  documentId: string,
  query: CompareQuery,
  versions: readonly VersionFacts[],
  predecessor: { readonly id: string; readonly versions: readonly VersionFacts[] } | null,
): CompareChoice | null {
  if (query.unreadable !== null) return null;
  const rest = { to: query.to ?? 'now', view: query.view } as const;
  if (query.from !== null) {
    const fromDocument = query.fromDocument === documentId ? null : query.fromDocument;
    return { from: query.from, ...rest, fromDocument };
  }
  const ancestor = predecessor === null ? null : defaultText(predecessor.versions);
  if (predecessor !== null && ancestor !== null && versions.length <= 1) {
    return { from: ancestor.number, ...rest, fromDocument: predecessor.id };
  }
  const base = defaultBase(versions);
  return base === null ? null : { from: base.number, ...rest, fromDocument: null };
}

/** The text that a predecessor handed on: its adopted version, else its last. */
function defaultText(versions: readonly VersionFacts[]): VersionFacts | null {
  const newest = [...versions].sort((a, b) => b.number - a.number);
  return newest.find((version) => version.kind === 'adopted') ?? newest[0] ?? null;
}
