import { afterEach, describe, expect, it } from 'vitest';
import { atomic, atomicUnsynced } from './atomic';
import { openDb } from './client';
import { driverOf } from './prepared';

const FULL = 2;
const NORMAL = 1;
const opened = openDb(':memory:');
const { db } = opened;
const synchronous = () => driverOf(db).pragma('synchronous', { simple: true });

afterEach(() => expect(synchronous()).toBe(FULL));

describe('a transaction that waits for no disk', () => {
  it('is alone in that: what comes after it is on disk again before it is told', () => {
    expect(atomicUnsynced(db, synchronous)).toBe(NORMAL);
    expect(atomic(db, synchronous)).toBe(FULL);
  });

  it('also where it fails', () => {
    const fails = () => {
      throw new Error('no');
    };
    expect(() => atomicUnsynced(db, fails)).toThrow('no');
  });

  it('is refused within another, which it would weaken', () => {
    expect(() => atomic(db, () => atomicUnsynced(db, () => 1))).toThrow(/inside a transaction/);
  });
});
