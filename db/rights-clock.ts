import type { Db } from './client';
import { preparedOnce } from './prepared';
import { rightsClock } from './schema/rights';

const statement = preparedOnce((db) => db.select({ at: rightsClock.at }).from(rightsClock).prepare());

/** Where the clock of rights stands: while it does not move, nobody's rights in any document have been changed. */
export function readRightsClock(db: Db): number {
  return statement(db).get()?.at ?? 0;
}
