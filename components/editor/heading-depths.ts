/** What of a block decides its place among the headings of the page. */
export interface HeadingBlock {
  readonly kind: string;
  readonly level: number;
}

/**
 * The heading level (2 to 6) of each title, annex and heading as a screen reader hears it, null for the rest. It
 * follows from nesting, not from size: authors skip levels for looks, a list of headings must not. The page has
 * the h1.
 */
export function headingDepths(blocks: readonly HeadingBlock[]): (number | null)[] {
  let above: number[] = [];
  return blocks.map(({ kind, level }) => {
    if (kind !== 'title' && kind !== 'annex' && kind !== 'heading') return null;
    const own = kind === 'heading' ? level : 0;
    above = above.filter((open) => open < own);
    const depth = Math.min(above.length + 2, 6);
    above.push(own);
    return depth;
  });
}
