import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReadiness } from './readiness';
import { createWorld, type World } from './tests/world';

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => world.close());

function readiness(state: { pages?: boolean; stopping?: boolean; failing?: boolean }) {
  return createReadiness({
    db: world.db,
    clock: world.clock,
    isServingPages: () => state.pages ?? true,
    isStopping: () => state.stopping ?? false,
    isStorageFailing: () => state.failing ?? false,
  });
}

describe('readiness', () => {
  test('people can work once pages are served, and no more when the server stops', () => {
    const state = { pages: false, stopping: false };
    const unready = readiness(state);
    expect(unready()).toEqual(['starting']);
    state.pages = true;
    expect(unready()).toEqual([]);
    state.stopping = true;
    expect(unready()).toEqual(['stopping']);
  });

  test('after a failed commit the disk is tried, every two seconds and not oftener', () => {
    const state = { failing: false };
    const unready = readiness(state);
    world.db.run(sql.raw('pragma query_only = on'));
    expect(unready()).toEqual([]);
    state.failing = true;
    expect(unready()).toEqual(['database']);
    world.db.run(sql.raw('pragma query_only = off'));
    world.clock.advance(1);
    expect(unready()).toEqual(['database']);
    world.clock.advance(1);
    expect(unready()).toEqual([]);
  });

  test('a database that does not answer is not ready', () => {
    const unready = readiness({});
    world.raw('alter table installation rename to elsewhere');
    expect(unready()).toEqual(['database']);
  });
});
