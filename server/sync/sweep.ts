import type { Logger } from 'pino';
import { foreignMark } from '../../db/change-mark';
import type { Db } from '../../db/client';
import { readRightsClock } from '../../db/rights-clock';
import { logMark, logsGrownSince } from '../../db/update-log';
import type { Clock } from '../ports';
import type { Connection } from './connection';
import { guarded } from './guarded';
import type { Judge } from './judge';
import { reviewConnection } from './review';
import type { Room } from './room';
import type { Rooms } from './rooms';
import type { Turns } from './turns';

/** Roles, sessions and tokens also end by themselves: everybody is judged anew at least this often (SY14). */
const SWEEP_MS = 60_000;
/** How often one looks whether another process (the pages', the command line) has written to the database. */
const LOOK_MS = 500;
/** So many are judged before the loop is given back to those who type. */
const AT_ONCE = 20;

export interface SweepParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly judge: Judge;
  readonly rooms: Rooms;
  readonly turns: Turns;
}

/**
 * Judges everybody now and then, and as soon as another process has changed what somebody may do; rows that one has
 * added to a log are told. Of most of what others write neither is true. Call the result to stop it.
 */
export function startSweep(parts: SweepParts, everyMs: number = SWEEP_MS): () => void {
  const { db, clock, logger, judge, rooms, turns } = parts;
  let isStopped = false;
  let seen = foreignMark(db);
  let rights = readRightsClock(db);
  let logs = logMark(db);
  const sweeping = setInterval(() => guarded(logger, 'sweep', settleAndSweep), everyMs);
  const looking = setInterval(() => guarded(logger, 'looking for foreign writes', look), LOOK_MS);
  sweeping.unref();
  looking.unref();

  function settleAndSweep(): void {
    rooms.settleQuiet(Date.parse(clock.now()));
    sweep([...rooms.connections()]);
  }

  function look(): void {
    rooms.forgetEmpty();
    const mark = foreignMark(db);
    if (mark === seen) return;
    seen = mark;
    const grown = logsGrownSince(db, logs);
    logs = grown.mark;
    for (const { documentId, position } of grown.logs) {
      const room = rooms.find(documentId);
      if (room !== undefined && room.position < position) turns.follow(room);
    }
    const ticks = readRightsClock(db);
    if (ticks === rights) return;
    rights = ticks;
    sweep([...rooms.connections()]);
  }

  function sweep(left: { readonly room: Room; readonly connection: Connection }[]): void {
    if (isStopped) return;
    const at = clock.now();
    judge.begin();
    for (const { room, connection } of left.splice(0, AT_ONCE)) {
      if (connection.isClosed) continue;
      reviewConnection(judge, room, connection, at);
      turns.wake(room);
    }
    if (left.length > 0) setImmediate(() => guarded(logger, 'sweep', () => sweep(left)));
  }

  return () => {
    isStopped = true;
    clearInterval(sweeping);
    clearInterval(looking);
  };
}
