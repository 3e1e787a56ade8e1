import { openDb } from '../../../db/client';
import { BODY, createWorld } from '../../tests/world';
import { later, until } from '../tests/clients';
import { below, randomOf } from '../tests/random';
import { furnishIdentities, insertDraft } from '../tests/sync-world';
import type { FaultReport } from './report';
import { freePort, ServerProcess } from './server-process';
import { Typists } from './typists';

/** A slow machine takes its time to start a process. */
const START_MS = 30_000;

export interface Kills {
  readonly kills: number;
  readonly documents: number;
  /** Writers on each document; one reader joins them. */
  readonly writers: number;
  readonly seed: number;
}

/**
 * Kills the server at random moments while people type in several documents. After each death the database is held
 * against what every client had been told; in the end everybody must have the text of the log.
 */
export async function killWhileTyping({ kills, documents, writers, seed }: Kills): Promise<FaultReport> {
  const random = randomOf(seed);
  const world = createWorld();
  const file = world.runtime.config.databaseFile;
  const ids = Array.from({ length: documents }, (_, index) => `doc_killed_${index}`);
  furnishIdentities(world);
  for (const id of ids) insertDraft(world, id, BODY);
  const server = new ServerProcess(file, await freePort());
  const typists = new Typists(server, ids, writers, random);
  const findings: string[] = [];
  typists.start();
  try {
    for (let round = 1; round <= kills; round += 1) {
      await server.start();
      const told = typists.all.map(({ client }) => client.events.length);
      await typists.synced(START_MS);
      await until(() => typists.all.every(hasBeenServed(told)), 'everybody told something', START_MS);
      await later(below(random, 250));
      await server.kill();
      const histories = typists.histories(false);
      const sinceStart = histories.map((history, index) => ({
        ...history,
        events: history.events.slice(told[index]),
      }));
      const found = inFile(file, (opened) => [
        ...opened.integrityFindings(),
        ...typists.check(opened.db, sinceStart),
      ]);
      findings.push(...found.map((finding) => `kill ${round}: ${finding}`));
    }
    typists.stop();
    await server.start();
    await typists.synced(START_MS);
    await typists.settle(world.db);
    findings.push(...typists.check(world.db), ...typists.wronglyRefused());
    return { figures: { kills, ...typists.figures(world.db) }, findings };
  } finally {
    typists.destroy();
    await server.kill();
    world.close();
  }
}

/** Since the server's last start, a writer has had something acknowledged and a reader has seen something. */
function hasBeenServed(told: readonly number[]): (typist: Typists['all'][number], index: number) => boolean {
  return ({ client, mayWrite }, index) =>
    client.events.slice(told[index]).some(({ kind }) => kind === (mayWrite ? 'acknowledged' : 'seen'));
}

/** Opens the file as the next process would, after the last one was killed. */
function inFile<T>(file: string, look: (opened: ReturnType<typeof openDb>) => T): T {
  const opened = openDb(file);
  try {
    return look(opened);
  } finally {
    opened.close();
  }
}
