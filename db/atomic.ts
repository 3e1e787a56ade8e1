import type { Db } from './client';
import { driverOf } from './prepared';

type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * Runs `work` in one IMMEDIATE transaction: all of it is on disk afterwards, or nothing. Inside, use only
 * `.run()`, `.get()` and `.all()`: an awaited statement would run after the transaction has ended, so a promise
 * as result is a type error and is refused at run time.
 */
export function atomic<T>(db: Db, work: (tx: Db) => NotAPromise<T>): T {
  return db.transaction(
    (tx) => {
      const result = work(tx as unknown as Db);
      if (result instanceof Promise) throw new Error('atomic: work must not be asynchronous');
      return result as T;
    },
    { behavior: 'immediate' },
  );
}

/**
 * The same for what may be lost with the power: what is made anew from other rows, and when somebody was last here.
 * It is written in order with everything else and waits for no disk; the next `atomic` brings both there. Never inside
 * another transaction.
 */
export function atomicUnsynced<T>(db: Db, work: (tx: Db) => NotAPromise<T>): T {
  const driver = driverOf(db);
  driver.pragma('synchronous = NORMAL');
  try {
    return atomic(db, work);
  } finally {
    driver.pragma('synchronous = FULL');
  }
}

/**
 * The same for what is made up for the next time: where another process is just writing, nothing is waited for and
 * nothing written. True where it was. Whoever comes in shall not be turned away, or hold everybody up, for a note of it.
 */
export function atomicIfFree(db: Db, work: (tx: Db) => undefined): boolean {
  const driver = driverOf(db);
  const patience = driver.pragma('busy_timeout', { simple: true });
  driver.pragma('busy_timeout = 0');
  try {
    atomicUnsynced(db, work);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    return false;
  } finally {
    driver.pragma(`busy_timeout = ${patience}`);
  }
}
