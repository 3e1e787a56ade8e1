import { type BracketPath, writePath } from './path';

/**
 * Counts in how many stretches each alternative of a text stands, told of its words in their order. An alternative is
 * known by its whole path: put into another bracket it is another (BR15).
 */
export class StretchCount {
  readonly found = new Map<string, number>();
  private open: ReadonlySet<string> = new Set();

  /** Words that stand under a path follow; outside all brackets under an empty one. */
  words(path: BracketPath): void {
    const open = new Set(path.map((_, depth) => writePath(path.slice(0, depth + 1))));
    for (const key of open) if (!this.open.has(key)) this.found.set(key, (this.found.get(key) ?? 0) + 1);
    this.open = open;
  }

  /** What follows stands in another block. */
  endBlock(): void {
    this.open = new Set();
  }
}

/**
 * Whether an edit left the brackets of a text as they were (BR15): none came or went, none changed hands or went into
 * another, and none was torn. What stands inside an alternative may change as long as something does.
 */
export function keptBrackets(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): boolean {
  return (
    before.size === after.size &&
    [...after].every(([path, stretches]) => stretches <= (before.get(path) ?? 0))
  );
}
