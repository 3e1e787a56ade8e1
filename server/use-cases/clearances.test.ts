import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { standingClearances } from '../../db/clearances';
import { insertEditorialChange } from '../../db/editorial-changes';
import { notices } from '../../db/schema/notices';
import { sealOf } from '../../domain/procedure/clearance';
import { checkInstallation } from '../check';
import { readAudit } from '../queries/audit';
import { ownClearances } from '../queries/clearances';
import { comparisonsFor } from '../queries/comparisons';
import { getDocument } from '../queries/documents';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, textOf, type World } from '../tests/world';
import { clearVersion, withdrawClearance } from './clear-version';
import { issueRevision } from './issue-revision';
import { moveState } from './move-state';
import { noteReading } from './note-reading';
import { readAhead } from './standing-text';
import { takeVersion } from './take-version';
import { writeText } from './write-text';

const TODAY = '2019-04-22';
let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

async function write(third: string) {
  world.clock.advance(10);
  const text = textOf(['title', 'Statement on Civil Service Reform'], ['operative', third]);
  accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
}

async function issue() {
  accepted(await issueRevision(world.runtime, world.actor('secretariat'), { documentId }));
}

function clear(person: Person, number = 1, more: { clearedOn?: string; note?: string } = {}) {
  return clearVersion(world.runtime, world.actor(person), {
    documentId,
    number,
    clearedOn: TODAY,
    ...more,
  });
}

async function documentFor(person: Person) {
  return accepted(await getDocument(world.runtime, world.actor(person), documentId));
}

async function seenBy(person: Person) {
  return ownClearances(world.runtime, world.actor(person), await documentFor(person));
}

async function offers(person: Person) {
  return comparisonsFor(world.runtime, world.actor(person), await documentFor(person));
}

describe('what a capital cleared', () => {
  test('VE11 the head of delegation records it, with its day and a note, of the words of that version', async () => {
    await issue();
    accepted(await clear('indonesia', 1, { note: ' Cleared by the ministry ' }));
    expect(await seenBy('indonesia')).toEqual([
      {
        number: 1,
        clearedOn: TODAY,
        note: 'Cleared by the ministry',
        recordedBy: 'Dewi Lestari',
        at: world.clock.now(),
      },
    ]);
    expect(standingClearances(world.db, documentId, 'ID')[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await clear('indonesia')).toEqual({ ok: false, rule: 'VE11', detail: { number: 1 } });
  });

  test('PO1 PO2 VE5 VE4 VE14 nobody else, no unknown version, no endless note, no day out of reach', async () => {
    await issue();
    for (const person of ['thaiDelegate', 'chair', 'secretariat', 'reviewer', 'auditor'] as const)
      expect(ruleOf(await clear(person))).toBe('PO2');
    expect(ruleOf(await clear('stranger'))).toBe('PO1');
    expect(ruleOf(await clear('indonesia', 9))).toBe('VE5');
    expect(ruleOf(await clear('indonesia', 1, { note: 'x'.repeat(2001) }))).toBe('VE4');
    for (const clearedOn of ['2019-04-21', '2019-04-23', '22 April', '2019-02-30'])
      expect(ruleOf(await clear('indonesia', 1, { clearedOn }))).toBe('VE14');
    expect(await seenBy('indonesia')).toEqual([]);
  });

  test('VE12 it may be withdrawn, and given again; the record of both stays', async () => {
    await issue();
    const withdraw = () =>
      withdrawClearance(world.runtime, world.actor('indonesia'), { documentId, number: 1 });
    expect(await withdraw()).toEqual({ ok: false, rule: 'VE12', detail: { number: 1 } });
    accepted(await clear('indonesia'));
    accepted(await withdraw());
    expect(await seenBy('indonesia')).toEqual([]);
    expect(ruleOf(await withdraw())).toBe('VE12');
    accepted(await clear('indonesia'));
    expect(await seenBy('indonesia')).toHaveLength(1);
    for (const statement of [
      `update clearances set note = 'another'`,
      `update clearances set withdrawnAt = null where withdrawnAt is not null`,
      'delete from clearances',
    ])
      expect(() => world.raw(statement)).toThrow(/VE12/);
    expect(() =>
      world.raw(`insert into clearances select 'clr_x', documentId, versionId, 'MY', 'other', clearedOn, note,
        recordedBy, at, sealKey, null, null from clearances limit 1`),
    ).toThrow(/VE11/);
  });

  test('PO3 PR6 a final text is cleared and uncleared no more', async () => {
    await issue();
    accepted(await clear('indonesia'));
    const step = { documentId, step: 'withdraw', reason: 'because', stateSeq: 0 } as const;
    accepted(await moveState(world.runtime, world.actor('chair'), step));
    expect(ruleOf(await clear('indonesia'))).toBe('PO3');
    const back = { documentId, number: 1 };
    expect(ruleOf(await withdrawClearance(world.runtime, world.actor('indonesia'), back))).toBe('PO3');
    expect(() => world.raw(`update clearances set withdrawnAt = '2019', withdrawnBy = recordedBy`)).toThrow(
      /VE12/,
    );
  });

  test('VE13 nobody outside the delegation sees it, in no comparison and no list', async () => {
    await issue();
    accepted(await clear('indonesia'));
    await write('AGREE to move the civil service forward together;');
    expect((await offers('indonesia')).cleared).toMatchObject({ from: { number: 1 }, to: 'now', on: TODAY });
    for (const person of ['thaiDelegate', 'philippines', 'chair', 'reviewer'] as const) {
      expect(await seenBy(person)).toEqual([]);
      expect((await offers(person)).cleared).toEqual({ none: 'neverCleared', on: null });
    }
    for (const person of ['secretariat', 'auditor'] as const) {
      expect(await seenBy(person)).toBeNull();
      expect((await offers(person)).cleared).toEqual({ none: 'noDelegation', on: null });
    }
  });

  test('VE13 a check holds every clearance against its seals', async () => {
    await issue();
    accepted(await clear('indonesia'));
    const back = { documentId, number: 1 };
    accepted(await withdrawClearance(world.runtime, world.actor('indonesia'), back));
    accepted(await clear('indonesia'));
    const findings = () =>
      checkInstallation({ db: world.db, integrityFindings: () => [] }).findings.map(({ message }) => message);
    expect(findings()).toEqual([]);
    world.raw('drop trigger clearances_only_withdrawn');
    world.raw(`update clearances set clearedOn = '2019-04-20' where withdrawnAt is null`);
    expect(findings()).toEqual(['a clearance is not the one whose seal the audit trail holds']);
    world.raw('drop trigger clearances_no_delete');
    world.raw('delete from clearances where withdrawnAt is null');
    expect(findings()).toEqual(['the audit trail holds a seal of a clearance that is gone']);
  });

  test('VE13 AU4 the trail holds a seal that the delegation can open, and nothing that names it', async () => {
    await issue();
    accepted(await clear('indonesia', 1, { note: 'Cleared by the ministry' }));
    const event = [...wholeAudit(world.db)].at(-1);
    const row = standingClearances(world.db, documentId, 'ID')[0];
    if (event === undefined || row === undefined) throw new Error('nothing was recorded');
    const { recordedBy: by, at } = row;
    expect(event.data).toEqual({ seal: sealOf(row, { act: 'cleared', by, at }) });
    const told = JSON.stringify(event);
    const { id, versionId, hash, note, sealKey } = row;
    for (const secret of [documentId, id, versionId, hash, by, 'Dewi', '"ID"', note, sealKey])
      expect(told).not.toContain(secret);
    const seen = accepted(await readAudit(world.runtime, world.actor('secretariat'), {}));
    expect(seen.events.filter(({ kind }) => kind === 'delegation.sealed')).toEqual([]);
    expect(seen.chain.broken).toBeNull();
  });
});

describe('what a person last read', () => {
  const read = (person: Person, position: number) =>
    noteReading(world.runtime, world.actor(person), { documentId, position });

  test('VE9 VE10 each has their own; opening a text does not empty what is new since', async () => {
    expect((await offers('reviewer')).lastRead).toEqual({ none: 'neverRead', on: null });
    accepted(
      await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Zero draft' }),
    );
    const first = (await documentFor('reviewer')).currentVersion?.position ?? 0;
    const firstAt = world.clock.now();
    accepted(await read('reviewer', first));
    expect((await offers('reviewer')).lastRead).toEqual({ none: 'firstVisit', on: firstAt });
    world.clock.advance(24 * 3600);
    expect((await offers('reviewer')).lastRead).toEqual({ none: 'nothingSince', on: firstAt });
    await write('AGREE to move the civil service forward together;');
    await issue();
    const expected = { from: { number: 1 }, to: 'now', on: firstAt, written: { versions: 1 } };
    expect((await offers('reviewer')).lastRead).toMatchObject(expected);
    const second = (await documentFor('reviewer')).currentVersion?.position ?? 0;
    accepted(await read('reviewer', second));
    expect((await offers('reviewer')).lastRead).toMatchObject(expected);
    expect((await offers('chair')).lastRead).toEqual({ none: 'neverRead', on: null });
  });

  test('VE9 nothing is written where nothing was new, and an adopted text is read like any other', async () => {
    const position = 2;
    await write('AGREE to move the civil service forward together;');
    accepted(await read('reviewer', position));
    const step = { documentId, step: 'withdraw', reason: 'because', stateSeq: 0 } as const;
    accepted(await moveState(world.runtime, world.actor('chair'), step));
    world.raw(
      `create trigger readings_stay before update on readings begin select raise(abort, 'written'); end`,
    );
    accepted(await read('reviewer', position));
    accepted(await read('reviewer', 1));
    accepted(await read('indonesia', position));
  });

  test('PO1 BO10 what one may not read, or what is not there, is not noted', async () => {
    expect(ruleOf(await read('stranger', 1))).toBe('PO1');
    for (const position of [0, 99]) expect(ruleOf(await read('reviewer', position))).toBe('BO10');
  });
});

describe('a clearance over changes of the text', () => {
  test('PS27 VE13 is void once a word changed, told to its own delegation alone, and holds over editorial changes', async () => {
    await issue();
    accepted(await clear('indonesia'));
    const before = (await readAhead(world.runtime, documentId)).hash;
    await write('AGREE to move the civil service forward, together;');
    await issue();
    const after = (await readAhead(world.runtime, documentId)).hash;
    expect((await offers('indonesia')).cleared).toMatchObject({ clearance: 'void' });
    expect((await offers('philippines')).cleared).toEqual({ none: 'neverCleared', on: null });
    const told = world.db
      .select()
      .from(notices)
      .all()
      .filter(({ kind }) => kind === 'clearanceVoided');
    expect(told.map(({ userId }) => userId)).toEqual(['user_indonesia']);
    const change = { documentId, clauseId: 'c_2', fromHash: 'a', toHash: 'b', proposalId: null };
    const open = { challengedAt: null, challengedCountry: null, at: world.clock.now() };
    insertEditorialChange(world.db, {
      ...change,
      ...open,
      id: 'edc_1',
      fromTextHash: before,
      toTextHash: after,
    });
    expect((await offers('indonesia')).cleared).toMatchObject({ clearance: 'stands' });
  });
});

describe('the previous revision', () => {
  test('is the last that differs from the text as it stands', async () => {
    expect((await offers('reviewer')).previous).toEqual({ none: 'noRevision', on: null });
    await issue();
    expect((await offers('reviewer')).previous).toEqual({ none: 'onlyRevision', on: null });
    await write('AGREE to move the civil service forward together;');
    expect((await offers('reviewer')).previous).toMatchObject({ from: { revision: 1 }, written: null });
    await issue();
    expect((await offers('reviewer')).previous).toMatchObject({
      from: { revision: 1 },
      written: { versions: 1 },
    });
  });
});
