import { atomic } from '../../db/atomic';
import { clustersOf, dotsOf, saveDots } from '../../db/brainstorm';
import { checkDots, dotsStamp } from '../../domain/brainstorm/dots';
import { checkShown } from '../../domain/brainstorm/rounds';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedRound, recordRound } from './brainstorm-round';

export interface GiveDotsInput {
  readonly roundId: string;
  /** All dots of the delegation, by cluster: what is not named has none. */
  readonly dots: Readonly<Record<string, number>>;
  /** `dotsStamp` of the page. */
  readonly seen: string;
}

/** What a delegation would have looked at first: advice to the meeting, by its head or focal point (BS12). */
export async function giveDots(runtime: Runtime, actor: Actor, input: GiveDotsInput): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedRound(tx, actor, 'giveDots', input.roundId);
    if (!found.ok) return found;
    const round = found.value;
    const country = delegationLedBy(actor, round.bodyId);
    if (country === null) return refuse('PO4');
    const shown = checkShown(round);
    if (!shown.ok) return shown;
    const clusters = clustersOf(tx, [round.id]);
    const standing = clusters.filter(({ closedAt }) => closedAt === null).map(({ id }) => id);
    const given = new Map(Object.entries(input.dots));
    const checked = checkDots(given, new Set(standing), round.dots);
    if (!checked.ok) return checked;
    const own = new Map(
      dotsOf(tx, standing)
        .filter((row) => row.country === country)
        .map(({ clusterId, dots }) => [clusterId, dots]),
    );
    if (dotsStamp(own) !== input.seen) return refuse('BS19');
    for (const clusterId of standing) {
      const dots = given.get(clusterId) ?? 0;
      if (dots === (own.get(clusterId) ?? 0)) continue;
      saveDots(tx, { clusterId, country, dots, by: actor.userId, at });
    }
    recordRound(tx, actor, at, round, 'brainstorm.dotsGiven', {
      delegation: country,
      dots: [...given.values()].reduce((sum, dots) => sum + dots, 0),
    });
    return accept(true);
  });
}
