import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastPosition, readLog } from '../db/update-log';
import { standingsOn } from '../domain/negotiation/carry-out';
import { textIndex } from '../domain/negotiation/clause-index';
import { textHash } from '../domain/text/canonical';
import type { DocumentJson } from '../domain/text/document-json';
import { readVersion } from './queries/versions';
import { draftStatement } from './tests/adopted';
import { accepted } from './tests/outcome';
import { textOf } from './tests/texts';
import { createWorld, type World } from './tests/world';
import { minimalEdit } from './text/minimal-edit';
import { readingOf } from './text/text-work';
import { createTextService } from './text-service';
import { restoreVersion } from './use-cases/restore-version';
import { takeVersion } from './use-cases/take-version';
import { writeText } from './use-cases/write-text';

/** Everything goes to the worker, however short. */
const texts = createTextService({ inlineBytes: -1 });
afterAll(() => texts.stop());

const OLD = textOf(['operative', 'AGREE to move the civil service forward;']);
const NEW = textOf(['operative', 'AGREE to move the whole civil service forward;']);

function stateOf(text: DocumentJson): Uint8Array {
  const bytes = minimalEdit([], text, 7);
  if (bytes === null) throw new Error('stateOf: an empty text');
  return bytes;
}

describe('texts in a worker', () => {
  test('a text is read as it would be here, and an edit makes the text it promises', async () => {
    const state = stateOf(OLD);
    expect(await texts.read([state])).toEqual(readingOf([state]));
    const edit = await texts.edit([state], JSON.stringify(NEW), 8);
    if (edit === null) throw new Error('no edit');
    expect(edit.after).toEqual(readingOf([stateOf(NEW)]));
    expect(readingOf([state, edit.bytes])).toEqual(edit.after);
    expect(await texts.edit([state, edit.bytes], JSON.stringify(NEW), 9)).toBeNull();
  });

  test('BR16 a text is compiled in a worker, and what has no place in it is named', async () => {
    const remark = { id: 'prp_1', kind: 'comment', clauseId: null, otherClauseId: null } as const;
    const proposals = [{ ...remark, countries: ['TH'], words: null }];
    const compiled = await texts.compile(JSON.stringify(NEW), proposals);
    expect(JSON.parse(compiled.text)).toEqual(NEW);
    expect(compiled.beside).toEqual(['prp_1']);
    expect(compiled.open.brackets).toBe(0);
    const wanted = await texts.wanted(JSON.stringify(NEW), proposals, 'declaration');
    expect([wanted.isSame, wanted.beside]).toEqual([true, ['prp_1']]);
  });

  test('NP22 the clauses of a text, and how proposals stand on them, are found in a worker as they would be here', async () => {
    const json = JSON.stringify(NEW);
    expect(await texts.index(json, 'declaration')).toEqual(textIndex(NEW, 'declaration'));
    const clauseId = String(NEW.content?.[0]?.attrs?.id);
    const proposals = ['p1', 'p2'].map((id, index) => ({
      ...({ id, number: index + 1, country: 'TH', kind: 'delete', clauseId, otherClauseId: null } as const),
      ...{ base: NEW, baseHash: textHash(NEW), words: null, cosponsors: [] },
    }));
    const found = await texts.standings(json, proposals);
    expect(found).toEqual(standingsOn(NEW, proposals));
    expect(found.collisions.map(({ a, b, kind }) => [a, b, kind])).toEqual([['p1', 'p2', 'same']]);
  });

  test('a state that cannot be read is a failure of that job alone', async () => {
    await expect(texts.read([Uint8Array.of(9, 9, 9)])).rejects.toThrow('text worker');
    expect((await texts.read([stateOf(OLD)])).words).toBe(7);
  });
});

describe('acts that read ahead', () => {
  let world: World;
  let documentId: string;
  /** What somebody else does while the worker reads. */
  let meanwhile: (() => Promise<void>) | null;

  beforeEach(async () => {
    world = createWorld();
    documentId = await draftStatement(world, OLD);
    meanwhile = null;
  });
  afterEach(() => world.close());

  function runtime(): World['runtime'] {
    const interrupted = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work;
      const act = meanwhile;
      meanwhile = null;
      await act?.();
      return done;
    };
    return {
      ...world.runtime,
      texts: {
        ...texts,
        read: (updates) => interrupted(texts.read(updates)),
        edit: (updates, target, clientId) => interrupted(texts.edit(updates, target, clientId)),
      },
    };
  }

  const write = async (words: string) => {
    const text = textOf(['operative', words]);
    accepted(await writeText(world.runtime, world.actor('indonesia'), { documentId, text }));
  };
  const now = async () => {
    const shown = await readVersion(world.runtime, world.actor('reviewer'), { documentId, number: 'now' });
    return JSON.stringify(accepted(shown).text);
  };

  test('VE1 a version holds the text as it stood when it was asked for, though somebody wrote meanwhile', async () => {
    const position = lastPosition(world.db, documentId);
    meanwhile = () => write('written meanwhile');
    const version = accepted(
      await takeVersion(runtime(), world.actor('secretariat'), { documentId, name: 'asked' }),
    );
    expect([version.position, version.hash]).toEqual([position, readingOf([stateOf(OLD)]).hash]);
    expect(await now()).toContain('written meanwhile');
  });

  test('VE7 a restore that was overtaken still ends with the restored text, and keeps what was written', async () => {
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'first' }));
    await write('second');
    meanwhile = () => write('third, meanwhile');
    const restored = accepted(
      await restoreVersion(runtime(), world.actor('secretariat'), { documentId, number: 1 }),
    );
    expect(restored.hash).toBe(readingOf([stateOf(OLD)]).hash);
    expect(readingOf(readLog(world.db, documentId).updates).hash).toBe(restored.hash);
    const kept = await readVersion(world.runtime, world.actor('reviewer'), { documentId, number: 2 });
    expect(JSON.stringify(accepted(kept).text)).toContain('third, meanwhile');
  });

  test('a text written over one that changed meanwhile is the text that was asked for', async () => {
    meanwhile = () => write('meanwhile');
    accepted(await writeText(runtime(), world.actor('philippines'), { documentId, text: NEW }));
    expect(readingOf(readLog(world.db, documentId).updates).hash).toBe(readingOf([stateOf(NEW)]).hash);
  });
});
