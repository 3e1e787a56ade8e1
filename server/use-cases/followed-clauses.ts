import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import type { SourceRow } from '../../db/sources';
import { readLogSince } from '../../db/update-log';
import {
  type ClauseSteps,
  clauseSteps,
  type FollowedTo,
  followClause,
} from '../../domain/brainstorm/followed';
import type { DocumentJson } from '../../domain/text/document-json';
import { textsAt } from '../text/texts-at';
import type { StandingText } from './standing-text';

type FollowedDocument = Pick<DocumentRow, 'id' | 'houseStyle'>;
type FollowedLink = Pick<SourceRow, 'id' | 'clauseId' | 'position'>;

/** So many steps are remembered of each database. */
const MOST_KNOWN = 400;

/**
 * BS15: where the words of linked clauses stand besides the clauses themselves, by link. Followed from one link to the
 * next and from the last to the text as it stands: what lies between two positions of a log never changes, so only the
 * last of these comparisons is made anew when somebody writes.
 */
export function followedClauses(
  db: Db,
  document: FollowedDocument,
  standing: StandingText,
  links: readonly FollowedLink[],
  there: ReadonlySet<string>,
  mostKnown = MOST_KNOWN,
): ReadonlyMap<string, readonly FollowedTo[]> {
  const positions = [...new Set(links.map(({ position }) => position))].sort((a, b) => a - b);
  const ends = [...positions.filter((position) => position < standing.position), standing.position];
  const steps = stepsBetween(db, document, standing, ends, mostKnown);
  return new Map(
    links.map(({ id, clauseId, position }) => {
      const stands = there.has(clauseId);
      const since = steps.slice(Math.max(0, ends.indexOf(position)));
      return [id, followClause(clauseId, position < standing.position ? since : [], stands)] as const;
    }),
  );
}

/** Steps that were worked out lately, by document, house style and the two positions. */
const known = new WeakMap<Db, Map<string, ClauseSteps>>();

function stepsBetween(
  db: Db,
  { id, houseStyle }: FollowedDocument,
  standing: StandingText,
  ends: readonly number[],
  mostKnown: number,
): readonly ClauseSteps[] {
  const cache = known.get(db) ?? new Map<string, ClauseSteps>();
  known.set(db, cache);
  const pairs = ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0;
    return { from, to, key: `${id} ${houseStyle} ${from} ${to}` };
  });
  // All that is known is taken before anything is stored: what is stored may push out what this text needs.
  const hits = pairs.map(({ key }) => cache.get(key));
  const needed = new Set(pairs.flatMap(({ from, to }, index) => (hits[index] ? [] : [from, to])));
  needed.delete(standing.position);
  const past =
    needed.size === 0 ? new Map<number, string>() : textsAt(readLogSince(db, id, 0).updates, [...needed]);
  const textAt = (position: number) => {
    const canonical = position === standing.position ? standing.canonical : past.get(position);
    if (canonical === undefined) throw new Error(`followedClauses: no text of ${id} at ${position}`);
    return JSON.parse(canonical) as DocumentJson;
  };
  const steps = pairs.map(
    ({ from, to }, index) => hits[index] ?? clauseSteps(textAt(from), textAt(to), houseStyle),
  );
  pairs.forEach(({ key }, index) => {
    cache.delete(key);
    cache.set(key, steps[index] as ClauseSteps);
  });
  for (const key of cache.keys()) {
    if (cache.size <= mostKnown) break;
    cache.delete(key);
  }
  return steps;
}
