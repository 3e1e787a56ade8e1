import { eq, getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRightsClock } from '../../db/rights-clock';
import { appointments, chairTerms, countries, memberships } from '../../db/schema/bodies';
import { users } from '../../db/schema/people';
import { createWorld, userIdOf, type World } from '../tests/world';

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => world.close());

it('PO1 the clock of rights ticks when a right is given, changed or taken, and for nothing else', () => {
  const { db } = world;
  const ticks = (work: () => void): number => {
    const before = readRightsClock(db);
    work();
    return readRightsClock(db) - before;
  };
  const userId = userIdOf('thaiDelegate');
  const user = eq(users.id, userId);
  expect(ticks(() => db.update(users).set({ status: 'suspended' }).where(user).run())).toBe(1);
  expect(ticks(() => db.update(users).set({ theme: 'dark' }).where(user).run())).toBe(0);
  for (const table of [appointments, memberships, chairTerms]) {
    const row = db.select().from(table).all()[0];
    if (row === undefined) throw new Error(`the world has no ${getTableName(table)}`);
    const same = eq(table.id, row.id);
    expect(ticks(() => db.update(table).set({ to: '2019-12-31T00:00:00.000Z' }).where(same).run())).toBe(1);
    expect(ticks(() => db.delete(table).where(same).run())).toBe(1);
    expect(
      ticks(() =>
        db
          .insert(table)
          .values(row as never)
          .run(),
      ),
    ).toBe(1);
  }
  expect(ticks(() => db.update(countries).set({ color: '#000000' }).run())).toBeGreaterThan(0);
});
