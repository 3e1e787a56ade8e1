import type { Db } from '../../../db/client';
import type { Person } from '../../tests/world';
import { textOfDoc, textOfState } from '../../text/ydoc';
import { act } from '../tests/acts';
import { later, until } from '../tests/clients';
import type { Random } from '../tests/random';
import { check } from './checker';
import type { History, HistoryEvent } from './history';
import { type RecordedClient, recordedClient } from './recorded-client';
import { inWords } from './report';
import { wholeLog } from './whole-log';

export const WRITERS: readonly Person[] = [
  'chair',
  'thaiDelegate',
  'indonesia',
  'philippines',
  'secretariat',
];
const READER: Person = 'reviewer';

export interface Typist {
  readonly client: RecordedClient;
  readonly person: Person;
  readonly name: string;
  readonly documentId: string;
  readonly mayWrite: boolean;
}

/** People who type in several documents, each with a stock client that writes its history, and a reader in each. */
export class Typists {
  readonly all: readonly Typist[];
  private readonly documentIds: readonly string[];
  private readonly random: Random;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    at: { readonly url: string },
    documentIds: readonly string[],
    writersEach: number,
    random: Random,
  ) {
    this.documentIds = documentIds;
    this.random = random;
    this.all = documentIds.flatMap((documentId) =>
      [...Array.from({ length: writersEach }, (_, index) => writer(index)), READER].map((person, index) => {
        const name = `${documentId} ${index} ${person}`;
        const client = recordedClient(at, person, name, { documentId });
        return { client, person, name, documentId, mayWrite: person !== READER };
      }),
    );
  }

  /** Everybody connected does something every so often. `rate` is the chance of each at each tick. */
  start(everyMs = 4, rate = 0.5): void {
    this.timer ??= setInterval(() => {
      for (const { client, mayWrite } of this.all) {
        if (mayWrite && client.provider.wsconnected && this.random() < rate) act(client.doc, this.random);
      }
    }, everyMs);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  async synced(withinMs = 10_000): Promise<void> {
    await until(() => this.all.every(({ client }) => client.provider.synced), 'all synced', withinMs);
  }

  /** Waits until everybody who was not put out shows the text of the log, or long enough for the checker to find that they do not. */
  async settle(db: Db): Promise<void> {
    this.stop();
    const isSettled = () =>
      this.documentIds.every((id) => {
        const text = JSON.stringify(textOfState(wholeLog(db, id).rows.map((row) => row.bytes)));
        return this.all.every(
          ({ client, documentId }) =>
            documentId !== id ||
            !client.provider.shouldConnect ||
            JSON.stringify(textOfDoc(client.doc)) === text,
        );
      });
    for (let tries = 0; tries < 50 && !isSettled(); tries += 1) await later(100);
    await later(20);
  }

  histories(isSettled: boolean): History[] {
    return this.all.map(({ client }) => client.history(isSettled));
  }

  /** What the checker finds, for every document. */
  check(db: Db, histories: readonly History[] = this.histories(true)): string[] {
    return this.documentIds.flatMap((id) => check(wholeLog(db, id), histories)).map(inWords);
  }

  /** Honest edits may be refused where the storage fails (SY9) and where much is deleted (SY21), and for nothing else. */
  wronglyRefused(): string[] {
    const rules = this.all.flatMap(({ client }) => client.heard.refused.map(({ rule }) => rule));
    const wrong = new Set(rules.filter((rule) => rule !== 'SY9' && rule !== 'SY21'));
    return [...wrong].map((rule) => `an honest edit was refused by ${rule}`);
  }

  count(kind: HistoryEvent['kind']): number {
    const events = this.all.flatMap(({ client }) => client.events);
    return events.filter((event) => event.kind === kind).length;
  }

  figures(db: Db): Record<string, number> {
    return {
      documents: this.documentIds.length,
      clients: this.all.length,
      'messages sent': this.count('sent'),
      acknowledgements: this.count('acknowledged'),
      'updates seen': this.count('seen'),
      refusals: this.count('refused'),
      rows: this.documentIds.reduce((sum, id) => sum + wholeLog(db, id).rows.length, 0),
    };
  }

  destroy(): void {
    this.stop();
    for (const { client } of this.all) client.destroy();
  }
}

function writer(index: number): Person {
  return WRITERS[index % WRITERS.length] ?? 'chair';
}
