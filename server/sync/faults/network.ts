import { later, until } from '../tests/clients';
import { below, oneOf, randomOf } from '../tests/random';
import { createSyncWorld, DOCUMENT, WITHOUT_BRAKE } from '../tests/sync-world';
import type { FaultReport } from './report';
import { SpoiltLine, type Weather } from './spoilt-line';
import { Typists } from './typists';

export interface BadNetwork {
  readonly faults: number;
  readonly seed: number;
}

/** How often the server looks for dead sockets here: its own interval is 25 s. */
const PING_MS = 300;

/**
 * Stock clients type through a line that is cut, reset, frozen, slowed down and delayed, one after the other. They
 * come back by themselves; afterwards everything is there once and everybody shows it.
 */
export async function typeThroughBadNetwork({ faults, seed }: BadNetwork): Promise<FaultReport> {
  const random = randomOf(seed);
  const world = await createSyncWorld({ ...WITHOUT_BRAKE, pingMs: PING_MS });
  const proxy = await SpoiltLine.before(world.address);
  const typists = new Typists(proxy, [DOCUMENT], 4, random);
  const done: Record<string, number> = {};
  let cutOff = 0;
  try {
    await typists.synced();
    typists.start(8, 0.4);
    for (let index = 0; index < faults; index += 1) {
      await later(20 + below(random, 120));
      const fault = FAULTS[index % FAULTS.length] ?? 'cut';
      done[fault] = (done[fault] ?? 0) + 1;
      if (fault === 'cut') proxy.cut();
      else if (fault === 'reset') proxy.reset();
      else if (fault === 'frozen') {
        proxy.weather = 'frozen';
        await until(() => world.sync.stats().sockets === 0, 'frozen sockets cut off by the server', 20_000);
        cutOff += 1;
        proxy.weather = 'fair';
        proxy.reset();
      } else {
        proxy.weather = fault === 'slow' ? 'slow' : oneOf<Weather>(random, [5, 20, 60]);
        await later(150);
        if (fault === 'slow') proxy.reset();
        proxy.weather = 'fair';
      }
      await typists.synced(20_000);
    }
    await typists.settle(world.world.db);
    const findings = [...typists.check(world.world.db), ...typists.wronglyRefused()];
    return {
      figures: { ...done, 'found dead by ping': cutOff, ...typists.figures(world.world.db) },
      findings,
    };
  } finally {
    typists.destroy();
    await proxy.close();
    await world.close();
  }
}

const FAULTS = ['cut', 'reset', 'frozen', 'slow', 'delay'] as const;
