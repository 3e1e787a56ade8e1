import { listBodies } from '../../db/bodies';
import { inputsOf, type RoundRow, roundsOf } from '../../db/brainstorm';
import { checkOpen } from '../../domain/brainstorm/rounds';
import { type Actor, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import type { Runtime } from '../runtime';

/** A round that the actor's delegation may answer now. */
export interface OpenRound extends Pick<RoundRow, 'id' | 'title' | 'closesAt'> {
  /** How many inputs of the own delegation stand; of the others' nothing is told (BS6). */
  readonly own: number;
}

/** The open rounds of the bodies for whose delegations the actor enters inputs; those that close first come first. */
export function openRounds({ db, clock }: Runtime, actor: Actor): readonly OpenRound[] {
  const now = clock.now();
  const bodyIds = listBodies(db)
    .map(({ id }) => id)
    .filter((id) => canInBody(actor, 'enterInput', id).ok);
  return roundsOf(db, bodyIds)
    .filter((round) => checkOpen(round, now).ok)
    .map(({ id, title, closesAt, bodyId }) => {
      const country = innerRingOf(actor, bodyId);
      const own = inputsOf(db, [id]).filter((row) => row.country === country && row.withdrawnAt === null);
      return { id, title, closesAt, own: own.length };
    })
    .sort((a, b) => ((a.closesAt ?? '9') < (b.closesAt ?? '9') ? -1 : 1));
}
