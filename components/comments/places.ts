import { type Place, placeIn } from '@/domain/comments/anchor';
import { standingClauses } from '@/domain/comments/standing';
import type { ThreadView } from '@/domain/comments/view';

interface ClauseNow {
  readonly index: number;
  readonly id: string | null;
  readonly words: string;
}

export type Places = ReadonlyMap<string, Place | null>;

/**
 * Says where the words of conversations stand in the text on the screen, by the rule of the domain. What was found
 * in a clause holds as long as the clause has the same words, so that typing in one compares only that one.
 */
export function createPlacer(): (threads: readonly ThreadView[], clauses: readonly ClauseNow[]) => Places {
  const found = new Map<string, { readonly words: string; readonly place: Place }>();
  return (threads, clauses) => {
    const standing = standingClauses(clauses);
    return new Map(
      threads.map(({ id, anchor }): [string, Place | null] => {
        const own = standing.byId(anchor.clauseId);
        const known = found.get(id);
        if (own !== null && known !== undefined && known.words === own.words)
          return [id, { ...known.place, clause: own.index }];
        const place = placeIn(anchor, standing);
        if (place !== null && own !== null && place.clause === own.index)
          found.set(id, { words: own.words, place });
        else found.delete(id);
        return [id, place];
      }),
    );
  };
}
