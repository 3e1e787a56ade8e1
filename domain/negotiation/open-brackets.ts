import { countBrackets } from '../text/brackets';
import type { Clause } from '../text/clauses';

/** Open brackets and placeholders in one clause, those nested below it not counted. */
export function openBracketsIn(clause: Clause): number {
  if (clause.id === null) return 0;
  const open = countBrackets({ type: 'doc', content: [clause.node] }).byClause.get(clause.id);
  return open === undefined ? 0 : open.brackets + open.placeholders;
}
