import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDb } from '../../db/client';
import { lastPosition, readLog } from '../../db/update-log';
import { BODY, createWorld, type Person, type World } from '../tests/world';
import { textOfState } from '../text/ydoc';
import { later, type StockClient, stockClient, until, write } from './tests/clients';
import { DOCUMENT, furnishIdentities, insertDraft } from './tests/sync-world';

let world: World;
let child: ChildProcess | null = null;

beforeAll(() => {
  world = createWorld();
  furnishIdentities(world);
  insertDraft(world, DOCUMENT, BODY);
});

afterAll(() => {
  child?.kill('SIGKILL');
  world.close();
});

async function serve(): Promise<{ url: string; kill: () => Promise<void> }> {
  const script = path.join(import.meta.dirname, 'tests/serve.ts');
  const started = spawn(process.execPath, ['--import', 'tsx', script, world.runtime.config.databaseFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const port = await new Promise<string>((resolve, reject) => {
    started.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    started.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    kill: () =>
      new Promise((resolve) => {
        started.once('exit', () => resolve());
        started.kill('SIGKILL');
      }),
  };
}

it('SY10 SIGKILL while people type: every acknowledged edit is in the file, and what others saw as well', async () => {
  const written: Record<string, number> = {};
  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) {
    const server = await serve();
    const people: Person[] = ['thaiDelegate', 'indonesia', 'philippines'];
    const clients: [Person, StockClient][] = people.map((person) => [person, stockClient(server, person)]);
    await until(() => clients.every(([, client]) => client.provider.synced), 'all synced', 15_000);
    const sent = new Map<Person, string[]>(people.map((person) => [person, []]));
    let isTyping = true;
    const typing = (async () => {
      while (isTyping) {
        for (const [person, client] of clients) {
          written[person] = (written[person] ?? 0) + 1;
          const words = `${person} ${written[person]}`;
          sent.get(person)?.push(words);
          write(client.doc, words);
        }
        await later(1);
      }
    })();
    await until(() => clients.every(([, client]) => (client.heard.acknowledged.at(-1)?.count ?? 0) > 15));
    await later(round * 13);
    await server.kill();
    isTyping = false;
    await typing;
    const opened = openDb(world.runtime.config.databaseFile);
    const stored = JSON.stringify(textOfState(readLog(opened.db, DOCUMENT).updates));
    expect(opened.integrityFindings()).toEqual([]);
    for (const [person, client] of clients) {
      const last = client.heard.acknowledged.at(-1);
      const saved = sent.get(person)?.slice(0, (last?.count ?? 1) - 1) ?? [];
      acknowledged += saved.length;
      expect(saved.filter((words) => !stored.includes(`"${words}"`))).toEqual([]);
      const seen = JSON.stringify(
        client.doc
          .getXmlFragment('default')
          .toString()
          .match(/\w+ \d+/g) ?? [],
      );
      const others = (JSON.parse(seen) as string[]).filter((words) => !words.startsWith(person));
      expect(others.filter((words) => !stored.includes(`"${words}"`))).toEqual([]);
      client.destroy();
    }
    expect(lastPosition(opened.db, DOCUMENT)).toBeGreaterThan(45 * (round + 1));
    opened.close();
  }
  expect(acknowledged).toBeGreaterThan(130);
}, 120_000);
