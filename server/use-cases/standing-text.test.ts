import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '../../db/client';
import { readLog } from '../../db/update-log';
import { Random } from '../../domain/redline/testing/random';
import type { Runtime } from '../runtime';
import { draftStatement } from '../tests/adopted';
import { accepted } from '../tests/outcome';
import { createWorld, textOf, type World } from '../tests/world';
import { readingOf } from '../text/text-work';
import { readAhead } from './standing-text';
import { takeVersion } from './take-version';
import { writeText } from './write-text';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

/** The same database behind another handle: nothing is remembered, as after a start of the server. */
function restarted(): { runtime: Runtime; read: ReturnType<typeof vi.fn> } {
  const read = vi.fn(world.runtime.texts.read);
  const db = Object.create(world.db) as Db;
  return { runtime: { ...world.runtime, db, texts: { ...world.runtime.texts, read } }, read };
}

test('VE1 the text is the same, read from its log or taken from the version kept there', async () => {
  const random = new Random(17);
  for (let step = 0; step < 24; step += 1) {
    world.clock.advance(10);
    const lines = Array.from({ length: 1 + random.below(4) }, (_, index) => `AGREE ${step} to ${index};`);
    const text = textOf(...lines.map((words) => ['operative', words] as [string, string]));
    accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
    const isKept = random.below(2) === 0;
    if (isKept)
      accepted(
        await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: `v${step}` }),
      );
    const { runtime, read } = restarted();
    const { position, updates } = readLog(world.db, documentId);
    expect(await readAhead(runtime, documentId)).toEqual({ position, ...readingOf(updates) });
    if (isKept) expect(read).not.toHaveBeenCalled();
  }
});
