/**
 * The place of headings in the outline of a file. It begins at 1 and skips no level, whatever the draft does, so
 * that bookmarks and a screen reader's list of headings are a tree. 0: no heading.
 */
export class Outline {
  private depth = 0;

  next(kind: string, level: number): number {
    const wanted = wantedDepth(kind, level);
    if (wanted === 0) return 0;
    this.depth = Math.min(wanted, this.depth + 1);
    return this.depth;
  }
}

function wantedDepth(kind: string, level: number): number {
  if (kind === 'title') return 1;
  if (kind === 'annex') return 2;
  return kind === 'heading' ? 2 + Math.max(0, level - 1) : 0;
}
