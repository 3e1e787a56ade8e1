import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listVersionHeads } from '../../db/versions';
import { adoptedStatement, draftStatement } from '../tests/adopted';
import { accepted } from '../tests/outcome';
import { createWorld, textOf, userIdOf, type World } from '../tests/world';
import { writeText } from '../use-cases/write-text';
import { BUSY_SECONDS, isDue, QUIET_SECONDS, startCheckpoints, takeDueCheckpoints } from './checkpoints';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  vi.useRealTimers();
  world.close();
});

function kinds(documentId: string) {
  return listVersionHeads(world.db, documentId).map((version) => [
    version.number,
    version.kind,
    version.takenBy,
  ]);
}

async function write(documentId: string, words: string) {
  accepted(
    await writeText(world.runtime, world.actor('indonesia'), { documentId, text: textOf(['title', words]) }),
  );
}

describe('checkpoints', () => {
  test.each([
    [0, 0, false],
    [119, 119, false],
    [QUIET_SECONDS, QUIET_SECONDS, true],
    [599, 1, false],
    [BUSY_SECONDS, 1, true],
  ])('VE2 first row %i s ago, last %i s ago: due is %s', (first, last, due) => {
    const now = '2019-04-22T03:00:00.000Z';
    const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();
    expect(isDue({ firstAt: ago(first), lastAt: ago(last) }, now)).toBe(due);
  });

  test('VE2 one is taken when writing has rested for two minutes, in the name of who wrote last', async () => {
    const documentId = await draftStatement(world);
    await write(documentId, 'Statement');
    world.clock.advance(119);
    expect(await takeDueCheckpoints(world.runtime)).toBe(0);
    world.clock.advance(1);
    expect(await takeDueCheckpoints(world.runtime)).toBe(1);
    expect(kinds(documentId)).toEqual([[1, 'checkpoint', userIdOf('indonesia')]]);
    world.clock.advance(3600);
    expect(await takeDueCheckpoints(world.runtime)).toBe(0);
  });

  test('VE2 writing that never rests gets one every ten minutes', async () => {
    const documentId = await draftStatement(world);
    for (let minute = 0; minute < 22; minute += 1) {
      await write(documentId, `Minute ${minute}`);
      await takeDueCheckpoints(world.runtime);
      world.clock.advance(60);
    }
    expect(kinds(documentId).length).toBe(2);
  });

  test('VE2 final documents are left alone; one that cannot be read does not stop the others', async () => {
    const adopted = await adoptedStatement(world);
    const before = kinds(adopted).length;
    const broken = await draftStatement(world);
    world.raw(
      `INSERT INTO document_updates (documentId, position, userId, at, bytes)
       SELECT documentId, position + 1, userId, at, x'010203' FROM document_updates WHERE documentId = ?`,
      broken,
    );
    await draftStatement(world);
    world.clock.advance(600);
    expect(await takeDueCheckpoints(world.runtime)).toBe(1);
    expect([kinds(adopted).length, kinds(broken).length]).toEqual([before, 0]);
  });

  test('VE2 the job looks again and again until it is stopped', async () => {
    const documentId = await draftStatement(world);
    world.clock.advance(600);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const stop = startCheckpoints(world.runtime, 30_000);
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(() => expect(kinds(documentId).length).toBe(1));
    stop();
    await write(documentId, 'After the stop');
    world.clock.advance(600);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(kinds(documentId).length).toBe(1);
  });
});
