import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findLedger, findReadings } from '../db/ledger';
import { lastPosition } from '../db/update-log';
import { createLedgerService, type LedgerServiceOptions } from './ledger-service';
import { accepted } from './tests/outcome';
import { BODY, createWorld, type Person, textOf, type World } from './tests/world';
import { createDocument } from './use-cases/create-document';
import { takeVersion } from './use-cases/take-version';
import { writeText } from './use-cases/write-text';

let world: World;
let documentId: string;
const services: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  world = createWorld();
  const { runtime } = world;
  const made = await createDocument(runtime, world.actor('secretariat'), {
    bodyId: BODY,
    kind: 'statement',
    title: 'Statement',
    text: textOf(['title', 'Statement'], ['operative', 'AGREE to meet.']),
  });
  documentId = accepted(made).documentId;
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
  world.close();
});

function service(options?: LedgerServiceOptions) {
  const created = createLedgerService(world.db, options);
  services.push(created);
  return created;
}

async function write(person: Person, words: string): Promise<void> {
  world.clock.advance(5);
  const text = textOf(['title', 'Statement'], ['operative', words]);
  accepted(await writeText(world.runtime, world.actor(person), { documentId, text }));
}

const now = () => ({ from: null, to: lastPosition(world.db, documentId) });
const version = async (name: string) =>
  accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name }));

describe('the ledger service', () => {
  test('LE1 a worker says what is said without one', async () => {
    await write('indonesia', 'AGREE to meet every year.');
    await write('philippines', 'AGREE to meet each and every year.');
    const here = await service({ inlineBytes: Infinity }).authorship(documentId, { from: 1, to: 3 });
    world.raw('DELETE FROM document_ledgers');
    const there = await service({ inlineBytes: 0 }).authorship(documentId, { from: 1, to: 3 });
    expect(there).toEqual(here);
    expect(there.written.map(({ written }) => written)).toEqual([1, 2, 3, 2, 1]);
  });

  test('LE1 what was kept is gone on from: no row is entered twice', async () => {
    const kept = service({ inlineBytes: Infinity });
    await kept.authorship(documentId, now());
    expect(findLedger(world.db, documentId)?.throughPosition).toBe(1);
    await write('indonesia', 'AGREE to meet every year.');
    await version('One');
    // The first row cannot be read any more: whoever entered it again would fail.
    world.raw('DROP TRIGGER document_updates_no_update');
    world.raw('UPDATE document_updates SET bytes = ? WHERE position = 1', Buffer.from([9, 9, 9]));
    const { written } = await kept.authorship(documentId, now());
    expect(written.map((run) => run.written)).toEqual([1, 2, 1]);
    expect(findLedger(world.db, documentId)?.throughPosition).toBe(2);
    expect(findReadings(world.db, documentId, [1, 2]).map(({ position }) => position)).toEqual([2]);
  });

  test('LE1 the same from scratch, deleted at any time, and asked of old and new in any order', async () => {
    for (const words of ['AGREE to gather.', 'AGREE to gather yearly.', 'TASK them to gather yearly.']) {
      await write('indonesia', words);
      await version(words);
      await write('thaiDelegate', `${words} So be it.`);
    }
    const to = lastPosition(world.db, documentId);
    const pairs = [
      [2, 4],
      [1, to],
      [4, 6],
      [3, 5],
      [2, 2],
    ] as const;
    const anew = [];
    for (const [from, until] of pairs) {
      world.raw('DELETE FROM document_ledgers');
      world.raw('DELETE FROM ledger_readings');
      anew.push(await service({ inlineBytes: Infinity }).authorship(documentId, { from, to: until }));
    }
    const kept = service({ inlineBytes: Infinity });
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 3, 1, 0, 2],
    ]) {
      world.raw('DELETE FROM document_ledgers');
      for (const index of order) {
        const [from, until] = pairs[index] ?? [1, 1];
        expect(await kept.authorship(documentId, { from, to: until })).toEqual(anew[index]);
      }
      expect(findLedger(world.db, documentId)?.throughPosition).toBe(to);
    }
  });

  test('LE9 damaged bytes and another format are worked out anew, and replaced', async () => {
    await version('One');
    await write('indonesia', 'AGREE to meet every year.');
    const kept = service({ inlineBytes: Infinity });
    const right = await kept.authorship(documentId, { from: 1, to: 2 });
    for (const table of ['document_ledgers', 'ledger_readings']) {
      world.raw(`UPDATE ${table} SET bytes = ?`, Buffer.from([1, 2, 3]));
      expect(await kept.authorship(documentId, { from: 1, to: 2 })).toEqual(right);
    }
    expect(findLedger(world.db, documentId)?.bytes.length).toBeGreaterThan(20);
  });

  test('LE9 a log that cannot be read, or positions it has not, are said', async () => {
    const kept = service({ inlineBytes: Infinity });
    await expect(kept.authorship(documentId, { from: null, to: 7 })).rejects.toThrow('no positions');
    world.raw('DROP TRIGGER document_updates_no_update');
    world.raw('UPDATE document_updates SET bytes = ?', Buffer.from([9, 9, 9]));
    await expect(kept.authorship(documentId, now())).rejects.toThrow();
  });

  test('LE9 what cannot be kept is answered all the same', async () => {
    world.raw(
      "CREATE TRIGGER full BEFORE INSERT ON document_ledgers BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    const { written } = await service({ inlineBytes: Infinity }).authorship(documentId, now());
    expect(written).toHaveLength(1);
    expect(findLedger(world.db, documentId)).toBeNull();
  });

  test('of one document one job runs at a time, and a failed one holds nothing up', async () => {
    const kept = service({ inlineBytes: 0 });
    const answers = await Promise.allSettled([
      kept.authorship(documentId, { from: null, to: 9 }),
      kept.authorship(documentId, now()),
      kept.authorship(documentId, now()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(kept.load()).toEqual({ running: 0, waiting: 0 });
  });

  test('a worker that dies rejects its job', async () => {
    const kept = service({
      inlineBytes: 0,
      startWorker: () => new Worker('setTimeout(() => process.exit(1), 10)', { eval: true }),
    });
    await expect(kept.authorship(documentId, now())).rejects.toThrow('ended before it answered');
  });
});
