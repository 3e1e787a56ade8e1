import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, textOf, type World } from '../tests/world';
import { issueRevision } from '../use-cases/issue-revision';
import { takeVersion } from '../use-cases/take-version';
import { writeText } from '../use-cases/write-text';
import { convergenceOf } from './convergence';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

async function write(...clauses: string[]) {
  world.clock.advance(10);
  const text = textOf(...clauses.map((words) => ['operative', words] as [string, string]));
  accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
}

async function issue() {
  accepted(await issueRevision(world.runtime, world.actor('secretariat'), { documentId }));
}

async function points() {
  return accepted(await convergenceOf(world.runtime, world.actor('reviewer'), documentId)).points;
}

describe('how a text came together', () => {
  test('VE6 each revision is counted against the one before, over the versions between', async () => {
    expect(await points()).toEqual([]);
    await write('AGREE to move forward;');
    await issue();
    await write('AGREE to move forward together;', 'REQUEST a report.');
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Between' }));
    await write('AGREE to move forward together;', 'REQUEST a yearly report.');
    await issue();
    const [first, second, ...more] = await points();
    expect(more).toEqual([]);
    expect([first?.against, first?.counts, first?.words]).toEqual([null, null, 4]);
    expect(second?.against).toEqual({ number: 1, documentId });
    expect(second?.counts).toEqual({ wordsInserted: 5, wordsDeleted: 0 });
    expect(second?.standing).toBe(1);
    expect(first?.standing).toBeGreaterThan(0.3);
    expect(first?.standing).toBeLessThan(0.6);
  });

  test('VE6 what a chart counts of revisions was counted when they were issued, while nobody waited', async () => {
    await write('AGREE to move forward;');
    await issue();
    await write('AGREE to move forward together;');
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Between' }));
    await write('AGREE to move on together;');
    await issue();
    const count = vi.fn(world.runtime.redline.count);
    const runtime = { ...world.runtime, redline: { ...world.runtime.redline, count } };
    const seen = accepted(await convergenceOf(runtime, world.actor('reviewer'), documentId)).points;
    expect(seen.at(-1)?.counts).toEqual({ wordsInserted: 2, wordsDeleted: 1 });
    expect(count).not.toHaveBeenCalled();
  });

  test('VE6 what was written since the last revision stands at the end; pairs are counted once', async () => {
    await write('AGREE to move forward;');
    await issue();
    await write('AGREE to go on;');
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Between' }));
    await write('AGREE to go forward;');
    await issue();
    await write('AGREE to go forward now;');
    const before = await points();
    expect(before.map(({ version }) => (version === 'now' ? 'now' : version.revision))).toEqual([
      1,
      2,
      'now',
    ]);
    expect(before.at(-1)).toMatchObject({ counts: { wordsInserted: 1, wordsDeleted: 0 }, standing: 1 });
    const broken = { ...world.runtime.redline, count: () => Promise.reject(new Error('counted again')) };
    const runtime = { ...world.runtime, redline: broken };
    accepted(await issueRevision(world.runtime, world.actor('secretariat'), { documentId }));
    const again = accepted(await convergenceOf(runtime, world.actor('reviewer'), documentId)).points;
    expect(again.map(({ counts }) => counts)).toEqual(before.map(({ counts }) => counts));
  });

  test('a ledger or a count that fails costs the numbers, not the page', async () => {
    await write('AGREE to move forward;');
    await issue();
    await write('AGREE to go on;');
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Between' }));
    const fails = () => Promise.reject(new Error('worker died'));
    const runtime = {
      ...world.runtime,
      redline: { ...world.runtime.redline, count: fails },
      ledger: { authorship: fails },
    } as unknown as World['runtime'];
    accepted(await issueRevision(runtime, world.actor('secretariat'), { documentId }));
    const found = accepted(await convergenceOf(runtime, world.actor('reviewer'), documentId)).points;
    expect(found.map(({ counts, standing }) => [counts, standing])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('PO1 is nobody else’s to see', async () => {
    expect(ruleOf(await convergenceOf(world.runtime, world.actor('stranger'), documentId))).toBe('PO1');
  });
});
