import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BundleState } from '../domain/text/bundle';
import { createBundleService } from './bundle-service';
import { adoptedStatement, draftStatement } from './tests/adopted';
import { accepted, ruleOf } from './tests/outcome';
import { createWorld, MEETING, type Person, textOf, userIdOf, type World } from './tests/world';
import { startBundle } from './use-cases/start-bundle';

let world: World;
const meetingId = MEETING;
beforeEach(async () => {
  world = createWorld();
  await adoptedStatement(world);
  await draftStatement(world, textOf(['title', 'Draft'], ['operative', 'AGREE to meet;']));
});
afterEach(() => world.close());

const WORD = {
  text: async () => new Uint8Array([1, 2]),
  matrix: async () => new Uint8Array(),
  redline: async () => new Uint8Array(),
};

function start(person: Person, papers = world.runtime.papers, bundles = world.runtime.bundles) {
  return startBundle({ ...world.runtime, word: WORD, papers, bundles }, world.actor(person), {
    meetingId,
    locale: 'en',
    index: (documents) => [{ name: 'index.txt', content: JSON.stringify(documents) }],
  });
}

function stateOf(person: Person): BundleState | null {
  return world.runtime.bundles.state(userIdOf(person), meetingId);
}

async function ended(person: Person): Promise<BundleState | null> {
  for (;;) {
    const state = stateOf(person);
    if (state?.status !== 'making') return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function opened(person: Person): Record<string, Uint8Array> {
  return unzipSync(readFileSync(world.runtime.bundles.file(userIdOf(person), meetingId) ?? ''));
}

test('PD9 every document as PDF and Word, evidence of what is adopted, and an index that is true', async () => {
  accepted(await start('secretariat'));
  expect(await ended('secretariat')).toMatchObject({ status: 'done', failed: [] });
  const files = opened('secretariat');
  const index = JSON.parse(strFromU8(files['index.txt'] ?? new Uint8Array())) as {
    files: { name: string; sha256: string }[];
  }[];
  const listed = index.flatMap((document) => document.files);
  expect(Object.keys(files).sort()).toEqual([...listed.map(({ name }) => name), 'index.txt'].sort());
  expect(listed.some(({ name }) => name.endsWith('.evidence.json'))).toBe(true);
  for (const { name, sha256 } of listed) {
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
      name,
    ).toBe(sha256);
  }
  const pdf = listed.find(({ name }) => name.endsWith('.pdf'))?.name ?? '';
  expect(strFromU8(files[pdf]?.slice(0, 5) ?? new Uint8Array())).toBe('%PDF-');
});

test('PD9 what cannot be made is named, and the rest goes on', async () => {
  const papers = { ...world.runtime.papers, text: () => Promise.reject(new Error('too long')) };
  accepted(await start('secretariat', papers));
  const state = await ended('secretariat');
  expect(state?.status).toBe('done');
  expect(state?.failed.every(({ file }) => file === 'PDF')).toBe(true);
  expect(state?.failed.length).toBe(state?.total);
  expect(Object.keys(opened('secretariat')).some((name) => name.endsWith('.docx'))).toBe(true);
});

test('PD9 one bundle at a time; cancelling ends it and leaves nothing on disk', async () => {
  accepted(await start('secretariat'));
  expect(ruleOf(await start('secretariat'))).toBe('PD9');
  world.runtime.bundles.cancel(userIdOf('secretariat'), meetingId);
  expect(stateOf('secretariat')).toBeNull();
  accepted(await start('secretariat'));
  await ended('secretariat');
  const file = world.runtime.bundles.file(userIdOf('secretariat'), meetingId) ?? '';
  expect(existsSync(file)).toBe(true);
  expect(world.runtime.bundles.file(userIdOf('chair'), meetingId)).toBeNull();
  world.runtime.bundles.cancel(userIdOf('secretariat'), meetingId);
  await expect.poll(() => readdirSync(path.join(world.directory, 'bundles'))).toEqual([]);
});

test('PD9 a new bundle waits until a cancelled one has let go; a stop waits for both', async () => {
  let asked = 0;
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const papers = {
    ...world.runtime.papers,
    async text() {
      asked += 1;
      await held;
      return new Uint8Array([1]);
    },
  };
  const bundles = createBundleService(world.directory, pino({ level: 'silent' }));
  accepted(await start('secretariat', papers, bundles));
  await expect.poll(() => asked).toBe(1);
  for (let again = 0; again < 3; again += 1) {
    bundles.cancel(userIdOf('secretariat'), meetingId);
    accepted(await start('secretariat', papers, bundles));
  }
  let hasStopped = false;
  const stopping = bundles.stop().then(() => {
    hasStopped = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([asked, hasStopped]).toEqual([1, false]);
  letGo();
  await stopping;
  expect(asked).toBe(1);
  expect(readdirSync(path.join(world.directory, 'bundles'))).toEqual([]);
});

test('PD9 cancelling on the page of another meeting ends nothing', async () => {
  accepted(await start('secretariat'));
  world.runtime.bundles.cancel(userIdOf('secretariat'), 'meeting_other');
  expect((await ended('secretariat'))?.status).toBe('done');
});

test('PD9 strangers get no bundle, and are told of no meeting', async () => {
  expect(ruleOf(await start('stranger'))).toBe('PO1');
});

test('PD9 after a start anew an unfinished bundle is said to be interrupted, and nothing is left', () => {
  const directory = path.join(world.directory, 'other', 'bundles');
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'b.making.json'), '{"userId":"u","meetingId":"m","id":"b"}');
  writeFileSync(path.join(directory, 'cut.making.json'), '{"us');
  writeFileSync(path.join(directory, 'b.part'), 'half');
  writeFileSync(path.join(directory, 'old.zip'), 'old');
  const bundles = createBundleService(path.join(world.directory, 'other'), pino({ level: 'silent' }));
  expect(bundles.state('u', 'm')?.status).toBe('interrupted');
  expect(readdirSync(directory)).toEqual([]);
});
