import type { Clause } from '../text/clauses';

/** Open brackets and placeholders in one clause. Brackets are not in the schema of a text yet: there are none. */
export function openBracketsIn(_clause: Clause): number {
  return 0;
}
