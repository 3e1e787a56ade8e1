import { openDb } from '../../../db/client';
import { BODY, createWorld, type Person, type World } from '../../tests/world';
import { textOfDoc, textOfState } from '../../text/ydoc';
import { act } from '../tests/acts';
import { later, until } from '../tests/clients';
import { below, type Random, randomOf } from '../tests/random';
import { furnishIdentities, insertDraft } from '../tests/sync-world';
import { check } from './checker';
import type { History } from './history';
import { type RecordedClient, recordedClient } from './recorded-client';
import { type FaultReport, inWords } from './report';
import { freePort, ServerProcess } from './server-process';
import { wholeLog } from './whole-log';

const WRITERS: readonly Person[] = ['chair', 'thaiDelegate', 'indonesia', 'philippines', 'secretariat'];
const READER: Person = 'reviewer';
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
  const ids = Array.from({ length: documents }, (_, index) => `doc_killed_${index}`);
  furnishIdentities(world);
  for (const id of ids) insertDraft(world, id, BODY);
  const server = new ServerProcess(world.runtime.config.databaseFile, await freePort());
  const clients = ids.flatMap((id) => joinDocument(server, id, writers));
  const typing = startTyping(clients, random);
  const findings: string[] = [];
  try {
    for (let round = 0; round < kills; round += 1) {
      await server.start();
      const told = clients.map(({ client }) => client.events.length);
      await until(() => clients.every(({ client }) => client.provider.synced), 'all back', START_MS);
      await until(() => clients.every(hasBeenServed(told)), 'everybody told something', START_MS);
      await later(below(random, 250));
      await server.kill();
      const histories = clients.map(({ client }, index) => since(client.history(false), told[index] ?? 0));
      findings.push(...checkFile(world, ids, histories).map((finding) => `kill ${round + 1}: ${finding}`));
    }
    typing.stop();
    await server.start();
    await until(() => clients.every(({ client }) => client.provider.synced), 'all back', START_MS);
    await settle(world, clients);
    const histories = clients.map(({ client }) => client.history(true));
    findings.push(...checkFile(world, ids, histories));
    return { figures: figuresOf(kills, world, ids, histories), findings };
  } finally {
    typing.stop();
    for (const { client } of clients) client.destroy();
    await server.kill();
    world.close();
  }
}

interface Seat {
  readonly client: RecordedClient;
  readonly documentId: string;
  readonly mayWrite: boolean;
}

function joinDocument(server: ServerProcess, documentId: string, writers: number): Seat[] {
  const people = Array.from({ length: writers }, (_, index) => WRITERS[index % WRITERS.length] ?? 'chair');
  return [...people, READER].map((person, index) => ({
    client: recordedClient(server, person, `${documentId} ${person} ${index}`, { documentId }),
    documentId,
    mayWrite: person !== READER,
  }));
}

function startTyping(seats: readonly Seat[], random: Random): { stop(): void } {
  const timer = setInterval(() => {
    for (const { client, mayWrite } of seats) {
      if (mayWrite && client.provider.wsconnected && random() < 0.5) act(client.doc, random);
    }
  }, 4);
  return { stop: () => clearInterval(timer) };
}

/** Since the server's last start, a writer has had something acknowledged and a reader has seen something. */
function hasBeenServed(told: readonly number[]): (seat: Seat, index: number) => boolean {
  return ({ client, mayWrite }, index) =>
    client.events.slice(told[index]).some(({ kind }) => kind === (mayWrite ? 'acknowledged' : 'seen'));
}

function since(history: History, index: number): History {
  return { ...history, events: history.events.slice(index) };
}

async function settle(world: World, seats: readonly Seat[]): Promise<void> {
  const textOf = (id: string) =>
    JSON.stringify(textOfState(wholeLog(world.db, id).rows.map((row) => row.bytes)));
  const isSettled = () =>
    seats.every(({ client, documentId }) => JSON.stringify(textOfDoc(client.doc)) === textOf(documentId));
  for (let tries = 0; tries < 40 && !isSettled(); tries += 1) await later(100);
}

/** Opens the file as the next process would, after the last one was killed. */
function checkFile(world: World, ids: readonly string[], histories: readonly History[]): string[] {
  const opened = openDb(world.runtime.config.databaseFile);
  try {
    const findings = ids.flatMap((id) => check(wholeLog(opened.db, id), histories)).map(inWords);
    return [...opened.integrityFindings(), ...findings];
  } finally {
    opened.close();
  }
}

function figuresOf(kills: number, world: World, ids: readonly string[], histories: readonly History[]) {
  const count = (kind: string) =>
    histories.reduce((sum, { events }) => sum + events.filter((event) => event.kind === kind).length, 0);
  return {
    kills,
    documents: ids.length,
    clients: histories.length,
    'messages sent': count('sent'),
    acknowledgements: count('acknowledged'),
    'updates seen': count('seen'),
    refusals: count('refused'),
    rows: ids.reduce((sum, id) => sum + wholeLog(world.db, id).rows.length, 0),
  };
}
