import type { Clock } from '../ports';
import type { Judge } from './judge';
import { reviewConnection } from './review';
import type { Rooms } from './rooms';
import type { Turns } from './turns';

/** Roles, sessions and tokens also end by themselves: everybody is judged anew at least this often (SY14). */
export const SWEEP_MS = 60_000;
/** So many are judged before the loop is given back to those who type. */
const AT_ONCE = 20;

export interface SweepParts {
  readonly clock: Clock;
  readonly judge: Judge;
  readonly rooms: Rooms;
  readonly turns: Turns;
}

/** Starts the sweep; call the result to stop it. */
export function startSweep(parts: SweepParts, everyMs: number = SWEEP_MS): () => void {
  let isStopped = false;
  const timer = setInterval(() => {
    parts.rooms.settleQuiet(Date.parse(parts.clock.now()));
    sweep([...parts.rooms.connections()]);
  }, everyMs);
  timer.unref();

  function sweep(left: ReturnType<typeof everybody>): void {
    if (isStopped) return;
    const at = parts.clock.now();
    parts.judge.begin(at);
    for (const { room, connection } of left.splice(0, AT_ONCE)) {
      if (connection.isClosed) continue;
      reviewConnection(parts.judge, room, connection, at);
      parts.turns.wake(room);
    }
    if (left.length > 0) setImmediate(() => sweep(left));
  }

  function everybody() {
    return [...parts.rooms.connections()];
  }

  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
