import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReadiness } from './readiness';
import { createWorld, type World } from './tests/world';

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => world.close());

function readiness(state: { pages?: boolean; stopping?: boolean; failing?: boolean | null }) {
  return createReadiness({
    db: world.db,
    clock: world.clock,
    isServingPages: () => state.pages ?? true,
    isStopping: () => state.stopping ?? false,
    isStorageFailing: () =>
      state.failing === null
        ? Promise.reject(new Error('no answer'))
        : Promise.resolve(state.failing === true),
  });
}

describe('readiness', () => {
  test('people can work once pages are served, and no more when the server stops', async () => {
    const state = { pages: false, stopping: false };
    const unready = readiness(state);
    expect(await unready()).toEqual(['starting']);
    state.pages = true;
    expect(await unready()).toEqual([]);
    state.stopping = true;
    expect(await unready()).toEqual(['stopping']);
  });

  test('after a failed commit the disk is tried, every two seconds and not oftener', async () => {
    const state = { failing: false };
    const unready = readiness(state);
    world.db.run(sql.raw('pragma query_only = on'));
    expect(await unready()).toEqual([]);
    state.failing = true;
    expect(await unready()).toEqual(['database']);
    world.db.run(sql.raw('pragma query_only = off'));
    world.clock.advance(1);
    expect(await unready()).toEqual(['database']);
    world.clock.advance(1);
    expect(await unready()).toEqual([]);
  });

  test('a database that does not answer is not ready', async () => {
    const unready = readiness({});
    world.raw('alter table installation rename to elsewhere');
    expect(await unready()).toEqual(['database']);
  });

  test('rooms that do not answer are not ready', async () => {
    const state: { failing: boolean | null } = { failing: null };
    const unready = readiness(state);
    expect(await unready()).toEqual(['rooms']);
    state.failing = false;
    expect(await unready()).toEqual([]);
  });
});
