import type { RedlineRow } from '@/domain/redline/types';

export type HeadingTag = 'h3' | 'h4' | 'h5' | 'h6';
const TAGS: readonly HeadingTag[] = ['h3', 'h4', 'h5', 'h6'];

/**
 * The heading element of each row that is a heading in the text (title, annex, heading), by its index. The page's
 * own headings are h1 and h2; below them no level is skipped, whatever the draft does, so that a screen reader's
 * list of headings is a tree. Only rows that are shown count.
 */
export function headingTags(
  rows: readonly RedlineRow[],
  isShown: (index: number) => boolean = () => true,
): ReadonlyMap<number, HeadingTag> {
  const tags = new Map<number, HeadingTag>();
  let depth = 0;
  rows.forEach((row, index) => {
    const ref = row.new ?? row.old;
    if (ref === null || row.status === 'moved-away' || !isShown(index)) return;
    const wanted = wantedDepth(ref.kind, ref.level);
    if (wanted === null) return;
    depth = Math.min(wanted, depth + 1);
    tags.set(index, TAGS[depth - 1] ?? 'h6');
  });
  return tags;
}

function wantedDepth(kind: string, level: number): number | null {
  if (kind === 'title' || kind === 'annex') return 1;
  if (kind === 'heading') return Math.min(level + 1, TAGS.length);
  return null;
}
