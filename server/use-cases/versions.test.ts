import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { textHash } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import { compareVersions, listVersions, readVersion } from '../queries/versions';
import { draftStatement, STATEMENT } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, textOf, type World } from '../tests/world';
import { issueRevision } from './issue-revision';
import { moveState } from './move-state';
import { restoreVersion } from './restore-version';
import { setPens } from './set-pens';
import { takeVersion } from './take-version';
import { writeText } from './write-text';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

function write(person: Person, third: string) {
  const text = textOf(
    ['title', 'Statement on Civil Service Reform'],
    ['preambular', 'RECALLING the meeting in Chiang Rai,'],
    ['operative', third],
    ['operative', 'REQUEST the Secretariat to report.'],
  );
  world.clock.advance(10);
  return writeText(world.runtime, world.actor(person), { documentId, text }).then(accepted);
}

function name(person: Person, text: string) {
  return takeVersion(world.runtime, world.actor(person), { documentId, name: text });
}

async function lines() {
  return accepted(await listVersions(world.runtime, world.actor('reviewer'), documentId)).versions;
}

async function textOfVersion(number: number | 'now'): Promise<DocumentJson> {
  return accepted(await readVersion(world.runtime, world.actor('reviewer'), { documentId, number })).text;
}

describe('taking versions', () => {
  test('VE1 VE8 numbers run on; each names who wrote since, its words and its hash', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    await write('indonesia', 'AGREE to move the whole civil service forward;');
    await write('philippines', 'AGREE to move the whole civil service well forward;');
    accepted(await name('thaiDelegate', 'After the first reading'));
    const [second, first] = await lines();
    expect([first?.number, first?.kind, first?.name, first?.delegations, first?.wordsInserted]).toEqual([
      1,
      'named',
      'Zero draft',
      [''],
      23,
    ]);
    expect([second?.number, second?.delegations, second?.wordsInserted, second?.wordsDeleted]).toEqual([
      2,
      ['ID', 'PH'],
      2,
      0,
    ]);
    expect([second?.words, second?.takenBy]).toEqual([25, 'Anan Srisuk']);
    expect(second?.hash).toBe(textHash(await textOfVersion('now')));
    expect(await textOfVersion(1)).toEqual(STATEMENT);
  });

  test('VE2 a checkpoint needs a change, a named version does not', async () => {
    const checkpoint = () =>
      takeVersion(world.runtime, world.actor('secretariat'), { documentId, kind: 'checkpoint' });
    accepted(await checkpoint());
    expect(await checkpoint()).toEqual({ ok: false, rule: 'VE2', detail: { number: 1 } });
    accepted(await name('secretariat', 'As it was'));
    const [named, automatic] = await lines();
    expect([named?.position, named?.hash]).toEqual([automatic?.position, automatic?.hash]);
    expect([named?.wordsInserted, named?.delegations]).toEqual([0, []]);
  });

  test('VE3 VE4 PO2 refuses no name, an endless one, an endless comment, and readers', async () => {
    expect(ruleOf(await name('indonesia', '  '))).toBe('VE3');
    expect(ruleOf(await name('indonesia', 'x'.repeat(121)))).toBe('VE3');
    const chatty = { documentId, name: 'n', comment: 'x'.repeat(2001) };
    expect(ruleOf(await takeVersion(world.runtime, world.actor('indonesia'), chatty))).toBe('VE4');
    expect(ruleOf(await name('reviewer', 'Mine'))).toBe('PO2');
    expect(ruleOf(await name('stranger', 'Mine'))).toBe('PO1');
    expect(await lines()).toEqual([]);
  });

  test('VE5 an unknown number is refused for reading, comparing and restoring', async () => {
    const { runtime } = world;
    const chair = world.actor('chair');
    expect(ruleOf(await readVersion(runtime, chair, { documentId, number: 7 }))).toBe('VE5');
    expect(ruleOf(await compareVersions(runtime, chair, { documentId, from: 7, to: 'now' }))).toBe('VE5');
    expect(ruleOf(await restoreVersion(runtime, chair, { documentId, number: 7 }))).toBe('VE5');
  });

  test('VE1 counting that fails costs the counts, not the version', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    await write('indonesia', 'AGREE;');
    const runtime = {
      ...world.runtime,
      redline: { ...world.runtime.redline, count: () => Promise.reject(new Error('worker died')) },
    };
    const line = accepted(
      await takeVersion(runtime, world.actor('secretariat'), { documentId, name: 'Two' }),
    );
    expect([line.number, line.wordsInserted, line.wordsDeleted]).toEqual([2, null, null]);
  });

  test('VE2 says whether there is work that no version holds', async () => {
    const unsaved = async () =>
      accepted(await listVersions(world.runtime, world.actor('reviewer'), documentId)).hasUnsavedWork;
    expect(await unsaved()).toBe(true);
    accepted(await name('secretariat', 'Zero draft'));
    expect(await unsaved()).toBe(false);
    await write('indonesia', 'AGREE;');
    expect(await unsaved()).toBe(true);
  });
});

describe('issuing revisions', () => {
  test('PR24 PO2 Rev.1, Rev.2; nothing new is nothing to issue', async () => {
    const issue = (person: Person) => issueRevision(world.runtime, world.actor(person), { documentId });
    expect(accepted(await issue('secretariat')).revision).toBe(1);
    expect(await issue('chair')).toEqual({ ok: false, rule: 'PR24', detail: { revision: 1 } });
    await write('indonesia', 'AGREE to move forward;');
    expect(ruleOf(await issue('indonesia'))).toBe('PO2');
    expect(accepted(await issue('chair'))).toMatchObject({ revision: 2, number: 2, kind: 'revision' });
    expect(
      [...wholeAudit(world.db)].filter((event) => event.kind === 'document.revisionIssued'),
    ).toMatchObject([{ data: { revision: 1, number: 1 } }, { data: { revision: 2, number: 2 } }]);
  });
});

describe('restoring', () => {
  test('VE7 is a forward edit: the text as it stood is kept, later versions stay', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    await write('indonesia', 'AGREE to move the whole civil service forward;');
    accepted(await name('indonesia', 'First reading'));
    await write('philippines', 'AGREE to nothing;');
    world.live.told.length = 0;
    const restored = accepted(
      await restoreVersion(world.runtime, world.actor('indonesia'), { documentId, number: 1 }),
    );
    expect([restored.number, restored.kind, restored.name, restored.delegations]).toEqual([
      4,
      'restored',
      '№ 1',
      ['ID'],
    ]);
    expect(await textOfVersion('now')).toEqual(STATEMENT);
    expect(restored.hash).toBe(textHash(STATEMENT));
    expect((await lines()).map((line) => [line.number, line.kind])).toEqual([
      [4, 'restored'],
      [3, 'checkpoint'],
      [2, 'named'],
      [1, 'named'],
    ]);
    expect((await textOfVersion(3)).content?.[2]?.content).toEqual([
      { type: 'text', text: 'AGREE to nothing;' },
    ]);
    expect(world.live.told).toEqual([`followLog ${documentId}`]);
    const back = accepted(
      await restoreVersion(world.runtime, world.actor('indonesia'), { documentId, number: 3 }),
    );
    expect([back.number, await textOfVersion('now')]).toEqual([5, await textOfVersion(3)]);
  });

  test('VE7 what stands already is not restored, and nothing is kept for it', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    await write('indonesia', 'AGREE to something else;');
    await write('indonesia', 'AGREE to move the civil service forward;');
    const outcome = await restoreVersion(world.runtime, world.actor('chair'), { documentId, number: 1 });
    expect(outcome).toEqual({ ok: false, rule: 'VE7', detail: { number: 1 } });
    expect((await lines()).length).toBe(1);
  });

  test('PR5 PO2 PO3 not under pens down, not by readers, not while circulated', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    await write('indonesia', 'AGREE;');
    const restore = (person: Person) =>
      restoreVersion(world.runtime, world.actor(person), { documentId, number: 1 });
    expect(ruleOf(await restore('reviewer'))).toBe('PO2');
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    expect(ruleOf(await restore('indonesia'))).toBe('PR5');
    expect(ruleOf(await restore('chair'))).toBe('PR5');
    accepted(await moveState(world.runtime, world.actor('chair'), { documentId, step: 'circulate' }));
    expect(ruleOf(await restore('chair'))).toBe('PO3');
  });
});

describe('pens and states', () => {
  test('PR14 pens down keeps the candidate and tells the room; pens up lets writing go on', async () => {
    world.live.told.length = 0;
    const down = accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    expect([down.pensDown, down.candidate?.number, down.candidate?.hash]).toEqual([
      true,
      1,
      textHash(STATEMENT),
    ]);
    expect(world.live.told).toEqual([`reviewDocument ${documentId}`]);
    const text = textOf(['title', 'Too late']);
    const late = await writeText(world.runtime, world.actor('indonesia'), { documentId, text });
    expect(ruleOf(late)).toBe('PR5');
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: false }));
    await write('indonesia', 'AGREE once more;');
    const again = accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    expect(again.candidate?.number).toBe(2);
  });

  test('PR10 who is the chair is read again in the transaction that stops the pens', async () => {
    const chair = world.actor('chair');
    world.raw(`update appointments set role = 'reviewer' where id = ?`, 'appointment_chair');
    expect(ruleOf(await setPens(world.runtime, chair, { documentId, down: true }))).toBe('PO2');
  });

  test('PR14 with nothing new the newest version is the candidate', async () => {
    accepted(await issueRevision(world.runtime, world.actor('chair'), { documentId }));
    const down = accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    expect([down.candidate?.kind, down.candidate?.revision]).toEqual(['revision', 1]);
    expect((await lines()).length).toBe(1);
  });

  test('PR1 a move keeps what was written as a checkpoint of the state it was written in', async () => {
    accepted(await moveState(world.runtime, world.actor('secretariat'), { documentId, step: 'circulate' }));
    expect((await lines()).map((line) => [line.kind, line.state])).toEqual([['checkpoint', 'draft']]);
    const moved = await moveState(world.runtime, world.actor('chair'), {
      documentId,
      step: 'openNegotiation',
    });
    expect(accepted(moved)).toEqual({ state: 'negotiation' });
    expect((await lines()).length).toBe(1);
    expect(
      ruleOf(await moveState(world.runtime, world.actor('chair'), { documentId, step: 'circulate' })),
    ).toBe('PR1');
    const blind = await moveState(world.runtime, world.actor('chair'), { documentId, step: 'withdraw' });
    expect(ruleOf(blind)).toBe('PR3');
    const stale = { documentId, step: 'withdraw', reason: 'because', stateSeq: 0 } as const;
    expect(ruleOf(await moveState(world.runtime, world.actor('chair'), stale))).toBe('PR4');
    accepted(await moveState(world.runtime, world.actor('chair'), { ...stale, stateSeq: 2 }));
    expect([...wholeAudit(world.db)].at(-1)).toMatchObject({
      kind: 'document.stateChanged',
      data: { from: 'negotiation', to: 'withdrawn', reason: 'because' },
    });
  });
});

describe('comparing', () => {
  test('VE8 names the delegation of every inserted run, between versions and with now', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    await write('indonesia', 'AGREE to move the whole civil service forward;');
    await write('philippines', 'AGREE to move the whole ข้าราชการ civil service well forward;');
    accepted(await name('secretariat', 'Two hands'));
    await write('thaiDelegate', 'AGREE to move the whole ข้าราชการ civil service well forward together;');
    const inserted = async (from: number, to: number | 'now') => {
      const { redline } = accepted(
        await compareVersions(world.runtime, world.actor('reviewer'), { documentId, from, to }),
      );
      return redline.rows.flatMap((row) =>
        row.segments.filter((run) => run.op === 'insert').map((run) => [run.text.trim(), run.author]),
      );
    };
    expect(await inserted(1, 2)).toEqual([
      ['whole', 'ID'],
      ['ข้าราชการ', 'PH'],
      ['well', 'PH'],
    ]);
    expect(await inserted(2, 'now')).toEqual([['together', 'TH']]);
  });

  test('PO1 PO2 a version is read by whoever may read the text', async () => {
    accepted(await name('secretariat', 'Zero draft'));
    const compare = (person: Person) =>
      compareVersions(world.runtime, world.actor(person), { documentId, from: 1, to: 'now' });
    expect(ruleOf(await compare('reviewer'))).toBe('accepted');
    expect(ruleOf(await compare('observer'))).toBe('PO1');
    expect(ruleOf(await compare('stranger'))).toBe('PO1');
  });
});
