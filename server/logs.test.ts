import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendUpdate } from '../db/update-log';
import { signInByPassword } from './auth/password-sign-in';
import { createLogger } from './logger';
import { RawClient, stockClient, until, write } from './sync/tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './sync/tests/sync-world';
import { accepted } from './tests/outcome';
import { PEOPLE, textOf, userIdOf } from './tests/world';
import { takeVersion } from './use-cases/take-version';
import { writeText } from './use-cases/write-text';

const SECRET = 'the minister will resign';
const ADDRESS = 'minister@example.org';

let lines: string[];
let house: SyncWorld;

beforeEach(async () => {
  lines = [];
  house = await createSyncWorld({ logger: bookKeeper() });
});

afterEach(() => house.close());

/** A logger as in production, at its most talkative, whose lines stay here. */
function bookKeeper() {
  return createLogger('trace', { write: (line) => void lines.push(line) });
}

function messages(): string[] {
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

function expectNothingTold(): void {
  const told = [SECRET, ADDRESS, ...Object.values(PEOPLE).map((person) => person.name)];
  expect(lines.filter((line) => told.some((words) => line.includes(words)))).toEqual([]);
}

describe('SY22 no word of a text, no name and no address is logged', () => {
  test('while people type, are refused and leave', async () => {
    const writer = stockClient(house, 'thaiDelegate');
    await until(() => writer.provider.synced);
    write(writer.doc, SECRET);
    await until(() => (writer.heard.acknowledged.at(-1)?.count ?? 0) > 1);
    const reader = stockClient(house, 'reviewer');
    await until(() => reader.provider.synced);
    write(reader.doc, `${SECRET} twice`);
    await until(() => reader.heard.refused.length > 0);
    write(writer.doc, SECRET, SECRET.replaceAll(' ', '-'));
    await until(() => writer.heard.refused.length > 0);
    reader.destroy();
    writer.destroy();
    await until(() => messages().filter((message) => message === 'left').length === 2);
    expect(new Set(messages())).toEqual(new Set(['joined', 'committed', 'edit refused', 'left']));
    expect(lines.some((line) => line.includes('"rule":"SY7"'))).toBe(true);
    expectNothingTold();
  });

  test('when the disk is full and when a log cannot be read', async () => {
    const writer = stockClient(house, 'thaiDelegate');
    await until(() => writer.provider.synced);
    const { db, clock } = house.world;
    const { page_count: pages } = db.get<{ page_count: number }>(sql.raw('pragma page_count'));
    db.get(sql.raw(`pragma max_page_count = ${pages}`));
    write(writer.doc, SECRET.repeat(5000));
    await until(() => writer.heard.refused.length > 0);
    db.get(sql.raw('pragma max_page_count = 1000000'));
    writer.destroy();
    house.addDocument('doc_broken');
    appendUpdate(db, {
      documentId: 'doc_broken',
      userId: userIdOf('secretariat'),
      country: null,
      sessionId: null,
      clientId: null,
      at: clock.now(),
      bytes: Buffer.from(SECRET),
    });
    const reader = new RawClient(house, { authorization: 'Bearer thaiDelegate' }, 'doc_broken');
    await until(() => reader.close !== null);
    expect(messages()).toContain('commit failed');
    expect(messages()).toContain('a text could not be loaded');
    const failed = lines.find((line) => line.includes('commit failed')) ?? '';
    expect(JSON.parse(failed)).toMatchObject({ err: { code: 'SQLITE_FULL' } });
    expectNothingTold();
  });

  test('when a use-case meets an error that quotes the text, and when a sign-in fails', async () => {
    const { world } = house;
    const runtime = {
      ...world.runtime,
      logger: bookKeeper(),
      redline: {
        ...world.runtime.redline,
        count: () => Promise.reject(new RangeError(`Invalid content for node doc: <"${SECRET}">`)),
      },
    };
    const secretariat = world.actor('secretariat');
    const written = (words: string) =>
      writeText(runtime, secretariat, { documentId: DOCUMENT, text: textOf(['operative', words]) });
    for (const name of ['first', 'second']) {
      accepted(await written(`${SECRET}, ${name}`));
      accepted(await takeVersion(runtime, secretariat, { documentId: DOCUMENT, name }));
    }
    await signInByPassword(runtime, { email: ADDRESS, password: SECRET, address: '203.0.113.7' });
    expect(messages()).toEqual(['the changes of a version could not be counted', 'sign-in failed']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { type: 'RangeError' } });
    expectNothingTold();
  });
});
