import type { VersionChoice, VersionFacts } from '@/components/versions/version-line';

/**
 * Whose hands were at work between two versions of one document: the delegations of every version after the older
 * one up to the newer. `complete` is false where somebody may have written since the last stored version.
 */
export function writersBetween(
  versions: readonly VersionFacts[],
  from: VersionChoice,
  to: VersionChoice,
  hasUnsavedWork: boolean,
): { readonly codes: readonly string[]; readonly complete: boolean } {
  const newest = Math.max(0, ...versions.map((version) => version.number));
  const place = (choice: VersionChoice) => (choice === 'now' ? newest : choice);
  const low = Math.min(place(from), place(to));
  const high = Math.max(place(from), place(to));
  const codes = versions
    .filter((version) => version.number > low && version.number <= high)
    .flatMap((version) => version.delegations);
  const open = (from === 'now' || to === 'now') && hasUnsavedWork;
  return { codes: [...new Set(codes)].sort(), complete: !open };
}
