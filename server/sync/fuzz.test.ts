import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLog, readLogSince } from '../../db/update-log';
import type { Person } from '../tests/world';
import { checkText, textOfDoc, textOfState } from '../text/ydoc';
import { act } from './tests/acts';
import { later, type StockClient, stockClient, until } from './tests/clients';
import { randomOf } from './tests/random';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './tests/sync-world';

/** Seeds that once failed are added here and stay. `SYNC_FUZZ_SEEDS=200` tries that many more. */
const PINNED = [1, 2, 3];
const MORE = Number(process.env.SYNC_FUZZ_SEEDS ?? 0);
const SEEDS = [...PINNED, ...Array.from({ length: MORE }, (_, index) => 1000 + index)];

const WRITERS: Person[] = [
  'chair',
  'thaiDelegate',
  'indonesia',
  'philippines',
  'secretariat',
  'chair',
  'thaiDelegate',
  'indonesia',
];

let world: SyncWorld;

beforeEach(async () => {
  world = await createSyncWorld();
});

afterEach(async () => {
  await world.close();
});

it.each(SEEDS)(
  'SY10 seed %i: eight writers with disconnects end with the text of the log',
  async (seed) => {
    const random = randomOf(seed);
    const clients = WRITERS.map((person) => stockClient(world, person));
    try {
      await until(() => clients.every((client) => client.provider.synced), 'all synced');
      for (let step = 0; step < 160; step += 1) {
        const client = clients[Math.floor(random() * clients.length)];
        if (client === undefined) continue;
        if (random() < 0.06) toggle(client);
        else act(client.doc, random);
        if (random() < 0.3) await later(1);
      }
      for (const client of clients) client.provider.connect();
      const log = () => readLog(world.world.db, DOCUMENT).updates;
      await until(() => clients.every((client) => client.provider.synced), 'all back');
      const isSettled = () => {
        const text = JSON.stringify(textOfState(log()));
        return clients.every((client) => JSON.stringify(textOfDoc(client.doc)) === text);
      };
      await until(isSettled, 'convergence', 10_000);
      expect(clients.flatMap((client) => client.heard.refused)).toEqual([]);
      expect(checkText(textOfState(log()))).toBeNull();
      const history = readLogSince(world.world.db, DOCUMENT, 0).updates;
      expect(textOfState(history)).toEqual(textOfState(log()));
    } finally {
      for (const client of clients) client.destroy();
    }
  },
  60_000,
);

function toggle({ provider }: StockClient): void {
  if (provider.shouldConnect) provider.disconnect();
  else provider.connect();
}
