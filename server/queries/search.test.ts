import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atomic } from '../../db/atomic';
import { insertProposal } from '../../db/proposals';
import { findWords, growSearchEntry } from '../../db/search';
import { refreshSearchIndex } from '../jobs/search-index';
import { createLogger } from '../logger';
import { accepted } from '../tests/outcome';
import { BODY, createWorld, type Person, textOf, type World } from '../tests/world';
import { createDocument } from '../use-cases/create-document';
import { moveState } from '../use-cases/move-state';
import { takeVersion } from '../use-cases/take-version';
import { writeText } from '../use-cases/write-text';
import { questionWords, search } from './search';

describe('finding', () => {
  let world: World;
  let documentId: string;
  beforeEach(async () => {
    world = createWorld();
    documentId = accepted(
      await createDocument(world.runtime, world.actor('secretariat'), {
        bodyId: BODY,
        kind: 'statement',
        title: 'Statement on agile services',
        text: textOf(
          ['title', 'Statement on agile services'],
          ['operative', 'STRENGTHEN institutional capacities;'],
          ['operative', 'การเร่งรัดการพัฒนาระบบราชการที่คล่องตัว;'],
        ),
      }),
    ).documentId;
    await refreshSearchIndex(world.runtime);
  });
  afterEach(() => world.close());

  async function finds(person: Person, question: string): Promise<string[]> {
    const { found } = await search(world.runtime, world.actor(person), question, { limit: 20 });
    return found.map(({ kind, place, href }) => `${kind} ${place} ${href.replace(documentId, 'doc')}`);
  }

  test('SE2 words are found in English and in Thai, as parts of words too, with the clause they stand in', async () => {
    expect(await finds('thaiDelegate', 'institut capac')).toEqual(['clause OP 1 /documents/doc#c_2']);
    expect(await finds('thaiDelegate', 'ระบบราชการ')).toEqual(['clause OP 2 /documents/doc#c_3']);
    const { found } = await search(world.runtime, world.actor('thaiDelegate'), 'capacities', { limit: 5 });
    expect(found[0]?.parts).toEqual(['STRENGTHEN institutional ', 'capacities', ';']);
  });

  test('SE2 one text that cannot be read keeps no other from being found, and no word of it is logged', async () => {
    accepted(
      await createDocument(world.runtime, world.actor('secretariat'), {
        bodyId: BODY,
        kind: 'statement',
        title: 'Second statement',
        text: textOf(['title', 'Second statement'], ['operative', 'STRENGTHEN institutional learning;']),
      }),
    );
    world.raw(`update documents set symbol = symbol || '/X'`);
    const lines: string[] = [];
    let reads = 0;
    const broken = {
      ...world.runtime,
      logger: createLogger('info', { write: (line: string) => void lines.push(line) }),
      texts: {
        ...world.runtime.texts,
        read: (updates: readonly Uint8Array[]) => {
          reads += 1;
          if (reads === 1) throw new Error('STRENGTHEN institutional');
          return world.runtime.texts.read(updates);
        },
      },
    };
    expect(await refreshSearchIndex(broken)).toBeGreaterThan(0);
    expect(reads).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"key":"text doc_');
    expect(lines[0]).not.toContain('STRENGTHEN');
    expect(await refreshSearchIndex(world.runtime)).toBe(1);
    expect(await finds('thaiDelegate', 'learning')).toHaveLength(1);
    expect(await finds('thaiDelegate', 'capacities')).toHaveLength(1);
  });

  test('SE2 another house style numbers what is found anew', async () => {
    const text = textOf(['title', 'Statement'], ['heading', 'Monitoring and evaluation']);
    accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
    await refreshSearchIndex(world.runtime);
    const before = await finds('thaiDelegate', 'evaluation');
    world.raw(`update documents set houseStyle = 'sections'`);
    await refreshSearchIndex(world.runtime);
    const after = await finds('thaiDelegate', 'evaluation');
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
  });

  test('SE1 whoever may not read a text does not find it, and finds it once they may', async () => {
    expect(await finds('stranger', 'institutional')).toEqual([]);
    expect(await finds('observer', 'institutional')).toEqual([]);
    expect(await finds('auditor', 'institutional')).toHaveLength(1);
    accepted(await moveState(world.runtime, world.actor('secretariat'), { documentId, step: 'circulate' }));
    expect(await finds('observer', 'institutional')).toHaveLength(1);
  });

  test('SE1 a draft proposal is found by nobody, its own delegation included, until it is tabled', async () => {
    const base = {
      documentId,
      clauseId: 'c_2',
      class: 'substantive',
      basePosition: 1,
      baseText: '{}',
      baseHash: 'h',
    } as const;
    const draft = {
      id: 'prp_1',
      country: 'ID',
      kind: 'comment',
      state: 'draft',
      rationale: 'zebra',
      enteredBy: 'user_indonesia',
      createdAt: world.clock.now(),
    } as const;
    insertProposal(world.db, { ...base, ...draft });
    insertProposal(world.db, {
      ...base,
      ...draft,
      id: 'prp_2',
      rationale: 'giraffe',
      state: 'tabled',
      number: 1,
      tabledAt: world.clock.now(),
    });
    await refreshSearchIndex(world.runtime);
    expect(await finds('indonesia', 'zebra')).toEqual([]);
    expect(await finds('thaiDelegate', 'giraffe')).toEqual(['proposal 1 /documents/doc/proposals/prp_2']);
  });

  test('SE1 what is hidden moves nothing in the order of what is not', () => {
    const shown = ['zebra zebra giraffe', 'zebra giraffe giraffe'];
    const row = { kind: 'clause', documentId: 'doc_open', bodyId: BODY, ring: '', place: '' } as const;
    const scope = { documentIds: ['doc_open'], bodyIds: [BODY], rings: [] };
    const order = () =>
      findWords(world.db, ['zebra', 'giraffe'], scope, { kinds: ['clause'], limit: 9, offset: 0 }).map(
        ({ refId }) => refId,
      );
    atomic(world.db, (tx) => {
      growSearchEntry(
        tx,
        'open',
        shown.map((words, index) => ({ ...row, refId: `c_${index}`, words })),
      );
    });
    const before = order();
    for (const animal of ['zebra', 'giraffe', 'giraffe', 'giraffe', 'giraffe', 'giraffe']) {
      atomic(world.db, (tx) => {
        growSearchEntry(tx, `hidden ${animal}`, [{ ...row, ring: 'ID', refId: 'c_hidden', words: animal }]);
      });
      expect(order()).toEqual(before);
    }
  });

  test('SE2 what was written anew is found, what went is not', async () => {
    const text = textOf(['title', 'Statement on agile services'], ['operative', 'ENHANCE cooperation;']);
    accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
    accepted(
      await takeVersion(world.runtime, world.actor('thaiDelegate'), { documentId, name: 'Before lunch' }),
    );
    expect(await refreshSearchIndex(world.runtime)).toBeGreaterThan(0);
    expect(await refreshSearchIndex(world.runtime)).toBe(0);
    expect(await finds('thaiDelegate', 'institutional')).toEqual([]);
    expect(await finds('thaiDelegate', 'cooperation')).toEqual(['clause OP 1 /documents/doc#c_2']);
    expect(await finds('thaiDelegate', 'lunch')).toEqual(['version  /documents/doc/versions/1']);
  });

  test('SE3 signs that mean something to the database are words like any other', async () => {
    for (const hostile of [
      '"',
      'a" OR "b',
      'NEAR(',
      '*',
      "'; DROP TABLE users; --",
      'words:x',
      '%',
      '_',
      '\\',
      'x'.repeat(5000),
      'abc\u0000def',
    ]) {
      expect(await finds('thaiDelegate', hostile)).toEqual([]);
    }
    const short = await finds('thaiDelegate', 'on');
    expect(short.filter((line) => /^(document|clause)/.test(line))).toHaveLength(3);
    expect(questionWords('  one  one two … ')).toEqual(['one', 'two']);
  });
});
