import { type BracketPart, parsePath } from '@/domain/text/brackets/path';

/** The custom property that holds the colour of a delegation, where a page gives the colours (`delegationColors`). */
export function colorOf(country: string): string {
  return `--of-${country}`;
}

/** The colours of delegations as custom properties, to be set on whatever holds a text. */
export function delegationColors(
  countries: readonly { readonly code: string; readonly color: string }[],
): Record<string, string> {
  return Object.fromEntries(countries.map(({ code, color }) => [colorOf(code), color]));
}

/** The colour in which an alternative is drawn: that of the first delegation that holds it. */
export function lookOf({ owners }: Pick<BracketPart, 'owners'>): string | null {
  const [first] = owners;
  return first === undefined ? null : `var(${colorOf(first)})`;
}

/** What stands after an opening bracket: "TH, VN:", or nothing for words that nobody had to propose. */
export function ownerWords(owners: readonly string[]): string {
  return owners.length === 0 ? '' : `${owners.join(', ')}:`;
}

/** The innermost alternative that a mark's path names. */
export function innermost(path: unknown): BracketPart | null {
  return parsePath(path)?.at(-1) ?? null;
}
