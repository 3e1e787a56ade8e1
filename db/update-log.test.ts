import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atomic } from './atomic';
import { type OpenedDb, openDb } from './client';
import { findCompacted, saveCompacted } from './compacted-states';
import { migrateDb } from './migrate';
import { bodies } from './schema/bodies';
import { documentStates, documents, documentUpdates } from './schema/documents';
import { users } from './schema/people';
import {
  appendUpdate,
  bindClient,
  clientAuthors,
  lastPosition,
  logAuthors,
  logMark,
  logsGrownSince,
  readLog,
  readLogSince,
} from './update-log';

const AT = '2019-04-22T03:00:00.000Z';

describe('the log of a document', () => {
  let folder: string;
  let opened: OpenedDb;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mufakat-log-'));
    const file = path.join(folder, 'mufakat.db');
    migrateDb(file);
    opened = openDb(file);
    const { db } = opened;
    for (const id of ['usr_a', 'usr_b']) {
      db.insert(users)
        .values({ id, email: `${id}@example.org`, name: id, createdAt: AT })
        .run();
    }
    db.insert(bodies)
      .values({ id: 'bod_1', acronym: 'ACCSM', name: 'A body', symbolTemplate: 'X', createdAt: AT })
      .run();
    for (const id of ['doc_1', 'doc_2']) {
      db.insert(documents)
        .values({
          id,
          bodyId: 'bod_1',
          symbol: id,
          kind: 'statement',
          title: 'T',
          houseStyle: 'declaration',
          createdBy: 'usr_a',
          createdAt: AT,
        })
        .run();
    }
  });

  afterEach(() => {
    opened.close();
    rmSync(folder, { recursive: true });
  });

  function append(bytes: number[], userId = 'usr_a', documentId = 'doc_1') {
    return atomic(opened.db, (tx) =>
      appendUpdate(tx, {
        documentId,
        userId,
        country: userId === 'usr_a' ? 'TH' : null,
        sessionId: 'ses_1',
        clientId: 7,
        at: AT,
        bytes: Uint8Array.from(bytes),
      }),
    );
  }

  it('SY6 counts positions per document, without gaps', () => {
    expect(readLog(opened.db, 'doc_1')).toEqual({ position: 0, updates: [] });
    expect([append([1]), append([2, 3]), append([9], 'usr_b', 'doc_2'), append([4])]).toEqual([1, 2, 1, 3]);
    expect(readLog(opened.db, 'doc_1')).toEqual({
      position: 3,
      updates: [Uint8Array.of(1), Uint8Array.of(2, 3), Uint8Array.of(4)],
    });
    expect(readLogSince(opened.db, 'doc_1', 2)).toEqual({ position: 3, updates: [Uint8Array.of(4)] });
    expect(readLogSince(opened.db, 'doc_1', 3)).toEqual({ position: 3, updates: [] });
    expect(lastPosition(opened.db, 'doc_2')).toBe(1);
  });

  it('SY14 tells which logs have grown since a mark, and how far', () => {
    append([1]);
    const mark = logMark(opened.db);
    expect(logsGrownSince(opened.db, mark)).toEqual({ mark, logs: [] });
    append([2]);
    append([3]);
    append([9], 'usr_b', 'doc_2');
    const grown = logsGrownSince(opened.db, mark);
    expect(grown.logs).toEqual([
      { documentId: 'doc_1', position: 3 },
      { documentId: 'doc_2', position: 1 },
    ]);
    expect(logsGrownSince(opened.db, grown.mark).logs).toEqual([]);
  });

  it('SY6 refuses a second writer at a position, a change and a deletion', () => {
    append([1]);
    const row = opened.db.select().from(documentUpdates).get();
    if (row === undefined) throw new Error('no row');
    expect(() => opened.db.insert(documentUpdates).values(row).run()).toThrow(/SY6|UNIQUE/);
    expect(() =>
      opened.db
        .insert(documentUpdates)
        .values({ ...row, position: 3 })
        .run(),
    ).toThrow(/SY6/);
    expect(() => opened.db.delete(documentUpdates).run()).toThrow(/SY6/);
    expect(() => opened.db.update(documentUpdates).set({ userId: 'usr_b' }).run()).toThrow(/SY6/);
  });

  it('SY15 reads the compacted state and only the rows after it, and never goes back', () => {
    append([1]);
    append([2]);
    append([3]);
    const save = (throughPosition: number, byte: number) =>
      saveCompacted(opened.db, 'doc_1', {
        throughPosition,
        bytes: Uint8Array.of(byte),
        stateVector: Uint8Array.of(0),
      });
    save(2, 12);
    expect(readLog(opened.db, 'doc_1')).toEqual({
      position: 3,
      updates: [Uint8Array.of(12), Uint8Array.of(3)],
    });
    save(1, 11);
    expect(readLog(opened.db, 'doc_1').updates[0]).toEqual(Uint8Array.of(12));
    save(3, 13);
    expect(readLog(opened.db, 'doc_1')).toEqual({ position: 3, updates: [Uint8Array.of(13)] });
    expect(readLogSince(opened.db, 'doc_1', 0).updates).toHaveLength(3);
  });

  it('SY15 a compacted state that is not what was stored counts for nothing', () => {
    append([1]);
    saveCompacted(opened.db, 'doc_1', {
      throughPosition: 1,
      bytes: Uint8Array.of(12),
      stateVector: Uint8Array.of(0),
    });
    opened.db
      .update(documentStates)
      .set({ bytes: Buffer.from([13]) })
      .run();
    expect(findCompacted(opened.db, 'doc_1')).toBeNull();
    expect(readLog(opened.db, 'doc_1').updates).toEqual([Uint8Array.of(1)]);
  });

  it('SY3 binds a client id to its first person for ever', () => {
    const bind = (userId: string, clientId: number) =>
      bindClient(opened.db, { documentId: 'doc_1', clientId, userId, country: 'TH', at: AT });
    expect(bind('usr_a', 7)).toBe(true);
    expect(bind('usr_b', 7)).toBe(false);
    expect(bind('usr_a', 7)).toBe(true);
    expect(bind('usr_b', 8)).toBe(true);
    expect(
      bindClient(opened.db, { documentId: 'doc_2', clientId: 7, userId: 'usr_b', country: null, at: AT }),
    ).toBe(true);
    expect(clientAuthors(opened.db, 'doc_1')).toEqual(
      new Map([
        [7, { userId: 'usr_a', country: 'TH' }],
        [8, { userId: 'usr_b', country: 'TH' }],
      ]),
    );
  });

  it('names the authors between two positions, the first excluded', () => {
    append([1]);
    append([2], 'usr_b');
    append([3]);
    const rows = logAuthors(opened.db, 'doc_1', 1, 3);
    expect(rows.map((row) => [row.position, row.userId, row.country])).toEqual([
      [2, 'usr_b', null],
      [3, 'usr_a', 'TH'],
    ]);
  });

  it('a transaction that fails leaves no row and no binding', () => {
    expect(() =>
      atomic(opened.db, (tx) => {
        appendUpdate(tx, {
          documentId: 'doc_1',
          userId: 'usr_a',
          country: null,
          sessionId: null,
          clientId: null,
          at: AT,
          bytes: Uint8Array.of(1),
        });
        bindClient(tx, { documentId: 'doc_1', clientId: 1, userId: 'usr_a', country: null, at: AT });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(lastPosition(opened.db, 'doc_1')).toBe(0);
    expect(clientAuthors(opened.db, 'doc_1').size).toBe(0);
  });
});
