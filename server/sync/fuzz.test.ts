import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readLog, readLogSince } from '../../db/update-log';
import type { Person } from '../tests/world';
import { checkText, FRAGMENT, textOfDoc, textOfState } from '../text/ydoc';
import { later, type StockClient, stockClient, until } from './tests/clients';
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
        else edit(client.doc, random);
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

/** One act of an editor, valid in the view of the one who does it. */
function edit(doc: Y.Doc, random: () => number): void {
  const root = doc.getXmlFragment(FRAGMENT);
  const pick = (length: number) => Math.floor(random() * length);
  doc.transact(() => {
    const choice = random();
    const block = root.length === 0 ? null : root.get(pick(root.length));
    if (block === null || choice < 0.15) {
      root.insert(pick(root.length + 1), [blockOf(random)]);
    } else if (choice < 0.22 && root.length > 1) {
      root.delete(pick(root.length), 1);
    } else if (
      block instanceof Y.XmlElement &&
      (block.nodeName === 'bulletList' || block.nodeName === 'table')
    ) {
      editRows(block, random);
    } else if (block instanceof Y.XmlElement) {
      editWords(block, random);
    }
  });
}

function editRows(list: Y.XmlElement, random: () => number): void {
  const index = Math.floor(random() * list.length);
  const item = list.get(index);
  if (random() < 0.3) list.insert(index, [list.nodeName === 'table' ? rowOf('row') : itemOf('item')]);
  else if (random() < 0.5 && list.length > 1) list.delete(index, 1);
  else if (item instanceof Y.XmlElement) {
    const inner = item.nodeName === 'tableRow' ? item.get(0) : item;
    const paragraph = inner instanceof Y.XmlElement ? inner.get(0) : null;
    if (paragraph instanceof Y.XmlElement) editWords(paragraph, random);
  }
}

function editWords(block: Y.XmlElement, random: () => number): void {
  const words = block.get(0);
  if (!(words instanceof Y.XmlText)) return;
  const at = Math.floor(random() * (words.length + 1));
  const choice = random();
  if (choice < 0.6 || words.length < 4) words.insert(at, 'ชาติ abc '.slice(0, 1 + Math.floor(random() * 9)));
  else if (choice < 0.8) words.delete(0, 1 + Math.floor(random() * 3));
  else words.format(0, 3, random() < 0.5 ? { bold: {} } : { bold: null });
}

function blockOf(random: () => number): Y.XmlElement {
  const choice = random();
  if (choice < 0.2) return nodeOf('bulletList', itemOf('one'), itemOf('two'));
  if (choice < 0.35) return nodeOf('table', rowOf('a'), rowOf('b'));
  return nodeOf(choice < 0.6 ? 'operative' : 'paragraph', new Y.XmlText('words'));
}

function itemOf(words: string): Y.XmlElement {
  return nodeOf('listItem', nodeOf('paragraph', new Y.XmlText(words)));
}

function rowOf(words: string): Y.XmlElement {
  return nodeOf('tableRow', nodeOf('tableCell', nodeOf('paragraph', new Y.XmlText(words))));
}

function nodeOf(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name);
  node.insert(0, children);
  return node;
}

/** mulberry32: the same numbers for the same seed on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
