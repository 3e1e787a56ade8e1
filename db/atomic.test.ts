import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { atomic, atomicIfFree, atomicUnsynced } from './atomic';
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

describe('a note for the next time', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'mufakat-atomic-')), 'notes.db');
  const [mine, theirs] = [openDb(file), openDb(file)];
  const patience = () => driverOf(mine.db).pragma('busy_timeout', { simple: true });
  const write = (value: number) =>
    atomicIfFree(mine.db, (tx) => void driverOf(tx).exec(`insert into notes values (${value})`));

  it('is not written while another process writes, waits for nothing, and is no error', () => {
    driverOf(mine.db).exec('create table notes (value)');
    const before = patience();
    atomic(theirs.db, () => {
      expect(write(1)).toBe(false);
    });
    expect(write(2)).toBe(true);
    expect(driverOf(mine.db).prepare('select value from notes').pluck().all()).toEqual([2]);
    expect(patience()).toBe(before);
  });

  it('tells of any other fault', () => {
    expect(() => atomicIfFree(mine.db, () => void driverOf(mine.db).exec('nonsense'))).toThrow(/syntax/);
  });
});
