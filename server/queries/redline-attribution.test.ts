import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRedlineLines } from '../../domain/redline/lines';
import type { Redline, Segment } from '../../domain/redline/types';
import type { Runtime } from '../runtime';
import { adoptedStatement, draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, textOf, type World } from '../tests/world';
import { restoreVersion } from '../use-cases/restore-version';
import { startSuccessor } from '../use-cases/start-successor';
import { takeVersion } from '../use-cases/take-version';
import { writeText } from '../use-cases/write-text';
import { compareVersions, openComparison, packComparison, type VersionNumber } from './versions';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world, textOf(['title', 'Statement'], ['operative', 'AGREE to meet;']));
});
afterEach(() => world.close());

/** The same, with ids for the clauses, as everybody's editor gives them. */
async function writeAs(person: Person, ...clauses: (readonly [id: string, words: string])[]): Promise<void> {
  world.clock.advance(60);
  const content = clauses.map(([id, text]) => ({
    type: 'operative',
    attrs: { id, level: 1 },
    content: [{ type: 'text', text }],
  }));
  const text = { type: 'doc', content } as const;
  accepted(await writeText(world.runtime, world.actor(person), { documentId, text }));
  accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: person }));
}

const MOVABLE = [
  ['c_1', 'AGREE to meet every year in the capital of the Chair;'],
  ['c_2', 'TASK the officials with a report on training;'],
  ['c_3', 'WELCOME the report of the Secretariat on academies;'],
] as const;

function moversOf({ changes }: Redline): string[] {
  return changes.flatMap(({ kind, author }) => (kind === 'moved' ? [author ?? 'nobody'] : []));
}

/** Writes these operative paragraphs and names a version after the person. */
async function write(person: Person, ...clauses: string[]): Promise<void> {
  world.clock.advance(60);
  const text = textOf(['title', 'Statement'], ...clauses.map((words) => ['operative', words] as const));
  accepted(await writeText(world.runtime, world.actor(person), { documentId, text }));
  accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: person }));
}

async function compare(from: VersionNumber, to: VersionNumber, fromDocument?: string): Promise<Redline> {
  const input = { documentId, from, to, ...(fromDocument === undefined ? {} : { fromDocument }) };
  return accepted(await compareVersions(world.runtime, world.actor('reviewer'), input)).redline;
}

/** Changed runs as "+words ID" and "-words ID". */
function changed({ rows }: Redline): string[] {
  return rows
    .flatMap((row): readonly Segment[] => row.segments)
    .filter(({ op }) => op !== 'equal')
    .map(({ op, text, author }) => `${op === 'insert' ? '+' : '-'}${text.trim()} ${author ?? 'nobody'}`);
}

describe('names in a comparison', () => {
  test('LE10 who inserted, who deleted; the secretariat has no country', async () => {
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Zero' }));
    await write('indonesia', 'AGREE to meet every year;', 'TASK the officials.');
    await write('philippines', 'AGREE to meet each year;', 'TASK the officials.');
    await write('secretariat', 'AGREE to meet each year;');
    expect(changed(await compare(1, 'now'))).toEqual(['+each PH', '+year ID']);
    expect(changed(await compare(2, 'now'))).toEqual(['-every PH', '+each PH', '-TASK the officials. ']);
    expect(changed(await compare(2, 3))).toEqual(['-every PH', '+each PH']);
  });

  test('LE10 a long comparison is packed, with its names, and only for those who may compare', async () => {
    const clauses = Array.from(
      { length: 1200 },
      (_, index) => `TASK the officials of group ${index} to report.`,
    );
    await write('indonesia', ...clauses);
    await write('philippines', ...clauses.map((words, index) => (index === 400 ? `${words} Again.` : words)));
    const input = { documentId, from: 1, to: 2 };
    const opened = accepted(await openComparison(world.runtime, world.actor('reviewer'), input));
    const packed = accepted(await packComparison(world.runtime, world.actor('reviewer'), input));
    const unpacked = await readRedlineLines(gunzipSync(packed.bytes).toString(), async () => undefined);
    expect(changed(unpacked)).toEqual(['+Again. PH']);
    expect('packed' in opened && opened.packed.summary).toEqual(unpacked.summary);
    expect(ruleOf(await packComparison(world.runtime, world.actor('stranger'), input))).toBe('PO1');
    expect(ruleOf(await packComparison(world.runtime, world.actor('reviewer'), { ...input, to: 9 }))).toBe(
      'VE5',
    );
  });

  test('a short comparison is opened whole', async () => {
    await write('indonesia', 'AGREE to meet every year;');
    const input = { documentId, from: 1, to: 'now' } as const;
    expect(accepted(await openComparison(world.runtime, world.actor('reviewer'), input))).toHaveProperty(
      'redline',
    );
  });

  test('LE7 of a comparison backwards nobody took anything away', async () => {
    await write('indonesia', 'AGREE to meet every year;');
    await write('philippines', 'AGREE to meet;');
    expect(changed(await compare(2, 1))).toEqual(['+every year ID']);
    await write('thaiDelegate', 'AGREE to meet tomorrow;');
    expect(changed(await compare(3, 2))).toEqual(['-tomorrow nobody']);
  });

  test('LE6 a restored version has its authors again, whoever restored it and however long after', async () => {
    await write('indonesia', 'AGREE to meet every year;', 'TASK the officials.');
    await write('philippines', 'AGREE to meet;');
    world.clock.advance(90 * 24 * 3600);
    accepted(await restoreVersion(world.runtime, world.actor('chair'), { documentId, number: 1 }));
    expect(changed(await compare(2, 'now'))).toEqual(['+every year ID', '+TASK the officials. ID']);
    await write('thaiDelegate', 'AGREE to meet every year;');
    expect(changed(await compare(1, 'now'))).toEqual(['-TASK the officials. TH']);
  });

  test('LE8 words of the adopted text are nobody’s in its successor; what is taken out of them has a hand', async () => {
    const predecessor = await adoptedStatement(world);
    const started = accepted(
      await startSuccessor(world.runtime, world.actor('secretariat'), { documentId: predecessor }),
    );
    documentId = started.documentId;
    const text = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', 'RECALLING the meeting in Chiang Rai,'],
      ['operative', 'AGREE to move the civil service forward together;'],
    );
    accepted(await writeText(world.runtime, world.actor('indonesia'), { documentId, text }));
    const expected = ['+together ID', '-REQUEST the Secretariat to report. ID'];
    expect(changed(await compare(1, 'now'))).toEqual(expected);
    expect(changed(await compare(1, 'now', predecessor))).toEqual(expected);
  });

  test('LE16 a move is somebody’s where one delegation alone wrote, and where several did and one alone moved', async () => {
    const [a, b, c] = MOVABLE;
    await writeAs('indonesia', a, b, c);
    await writeAs('philippines', c, a, b);
    await writeAs('thaiDelegate', c, a, [b[0], `${b[1]} Thanks.`]);
    const alone = await compare(1, 2);
    expect([alone.sole, alone.summary.clausesMoved]).toEqual(['PH', 1]);
    const several = await compare(1, 3);
    expect(several.sole).toBeUndefined();
    expect(moversOf(several)).toEqual(['PH']);
    expect(changed(several)).toEqual(['+Thanks. TH']);
    const back = await compare(3, 1);
    expect([back.sole, moversOf(back)]).toEqual([undefined, ['nobody']]);
    expect((await compare(2, 'now')).sole).toBe('TH');
  });

  test('LE6 LE17 a move that a restore undid is nobody’s among several, one that it left is its mover’s', async () => {
    const [a, b, c] = MOVABLE;
    await writeAs('indonesia', a, b, c);
    await writeAs('philippines', c, a, b);
    await writeAs('thaiDelegate', b, c, a);
    accepted(await restoreVersion(world.runtime, world.actor('chair'), { documentId, number: 2 }));
    await writeAs('indonesia', c, a, [b[0], `${b[1]} Thanks.`]);
    expect(moversOf(await compare(1, 'now'))).toEqual(['PH']);
    expect(moversOf(await compare(3, 'now'))).toEqual(['nobody']);
  });

  test('LE9 without a ledger a comparison goes without names, and works', async () => {
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Zero' }));
    await write('indonesia', 'AGREE to meet every year;');
    const ledger = { authorship: () => Promise.reject(new Error('worker died')) };
    const input = { documentId, from: 1, to: 2 };
    const runtime = { ...world.runtime, ledger };
    const { redline } = accepted(await compareVersions(runtime, world.actor('reviewer'), input));
    expect(changed(redline)).toEqual(['+every year nobody']);
    // A long one has its names again as soon as they can be had.
    const read = async (of: Runtime) => {
      const { bytes } = accepted(await packComparison(of, world.actor('reviewer'), input));
      return changed(await readRedlineLines(gunzipSync(bytes).toString(), async () => undefined));
    };
    expect(await read(runtime)).toEqual(['+every year nobody']);
    expect(await read(world.runtime)).toEqual(['+every year ID']);
  });
});
