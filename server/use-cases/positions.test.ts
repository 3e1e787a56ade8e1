import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { clauseActsOn } from '../../db/clause-acts';
import { insertEditorialChange } from '../../db/editorial-changes';
import { replaceAttendance, updateMeeting } from '../../db/meetings';
import { positionsOn } from '../../db/positions';
import { notices } from '../../db/schema/notices';
import { clauseStanding } from '../../domain/negotiation/clause-state';
import { EVERYBODY } from '../../domain/negotiation/positions';
import { getAdoption } from '../queries/adoption';
import { STATEMENT } from '../tests/adopted';
import { agreeAll, negotiatedStatement, shownNow, wholeNow } from '../tests/negotiation';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, MEETING, type Person, textOf, type World } from '../tests/world';
import { challengeEditorial } from './challenge-editorial';
import { type FindOnClausesInput, findOnClauses } from './find-on-clauses';
import { moveState } from './move-state';
import { clauseFacts, clausesNow, negotiationFacts } from './negotiation-facts';
import { closeReading, openReading } from './negotiation-reading';
import { readAhead } from './standing-text';
import { confirmAdRef, takePosition } from './take-position';
import { takeVersion } from './take-version';
import { writeText } from './write-text';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
});
afterEach(() => world.close());

async function say(person: Person, stance: string, clause = 'c_3', ring = 'tabled', on?: unknown) {
  world.clock.advance(1);
  return takePosition(world.runtime, world.actor(person), {
    documentId,
    on: (on as FindOnClausesInput['on']) ?? (await shownNow(world, documentId, clause)),
    stance,
    ring,
  });
}

async function find(step: string, more: Partial<FindOnClausesInput> = {}, person: Person = 'chair') {
  world.clock.advance(1);
  const on = await shownNow(world, documentId, 'c_3');
  return findOnClauses(world.runtime, world.actor(person), { documentId, step, on, ...more });
}

async function rewrite(words: string) {
  world.clock.advance(1);
  const content = (STATEMENT.content ?? []).map((node) =>
    node.attrs?.id === 'c_3' ? { ...node, content: [{ type: 'text', text: words }] } : node,
  );
  const text = { ...STATEMENT, content };
  accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
}

async function facts() {
  const standing = await readAhead(world.runtime, documentId);
  const document = { id: documentId, bodyId: 'body_accsm' };
  const clauses = clausesNow(standing, 'declaration');
  return negotiationFacts(world.db, document, { hash: standing.hash, clauses }, world.clock.now());
}

async function stateOf(clauseId = 'c_3') {
  const now = await facts();
  const clause = now.byId.get(clauseId);
  if (clause === undefined) throw new Error(`no clause ${clauseId}`);
  return clauseStanding(clauseFacts(now, clause, EVERYBODY));
}

test('clauses of one reading are cited as the house style says that the text has now', async () => {
  const text = textOf(['title', 'Work plan'], ['heading', 'Monitoring']);
  accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
  const standing = await readAhead(world.runtime, documentId);
  const cited = (style: 'declaration' | 'sections') =>
    clausesNow(standing, style).map(({ citation }) => citation);
  const declared = cited('declaration');
  expect(cited('sections')).not.toEqual(declared);
  expect(cited('declaration')).toEqual(declared);
});

describe('taking a position', () => {
  test('PS1 PS21 on several clauses at once, and the older one stays on record', async () => {
    const on = await shownNow(world, documentId);
    expect(accepted(await say('indonesia', 'canAccept', '', 'tabled', on))).toEqual({ taken: 4 });
    expect(accepted(await say('indonesia', 'canAccept', '', 'tabled', on))).toEqual({ taken: 0 });
    accepted(await say('indonesia', 'reserves'));
    expect(positionsOn(world.db, documentId).length).toBe(5);
    expect(await stateOf()).toMatchObject({ state: 'contested' });
    const whole = await wholeNow(world, documentId);
    expect(accepted(await say('indonesia', 'canAcceptAdRef', '', 'tabled', whole))).toEqual({ taken: 1 });
  });

  test('PS3 on words that changed since the page was opened it is not taken', async () => {
    const on = await shownNow(world, documentId, 'c_3');
    await rewrite('AGREE to move the civil service sideways;');
    expect(ruleOf(await say('indonesia', 'canAccept', '', 'tabled', on))).toBe('PS3');
    expect(ruleOf(await say('indonesia', 'canAccept', '', 'tabled', [{ clauseId: 'c_no', hash: 'x' }]))).toBe(
      'PS7',
    );
    expect(ruleOf(await say('indonesia', 'canAccept', '', 'tabled', []))).toBe('PS7');
  });

  test('PO2 only the head of a delegation or its focal point takes one', async () => {
    for (const person of ['thaiDelegate', 'chair', 'secretariat', 'reviewer', 'observer'] as const)
      expect([person, ruleOf(await say(person, 'canAccept'))]).toEqual([person, 'PO2']);
    expect(ruleOf(await say('stranger', 'canAccept'))).toBe('PO1');
    expect(ruleOf(await say('indonesia', 'likes'))).toBe('BO10');
    expect(ruleOf(await say('indonesia', 'canAccept', 'c_3', 'mine'))).toBe('BO10');
  });

  test('PS5 after a tabled position the next word to others is tabled, while the delegation may note its own', async () => {
    accepted(await say('indonesia', 'canAccept', 'c_3', 'delegation'));
    accepted(await say('indonesia', 'canAccept', 'c_3', 'chair'));
    accepted(await say('indonesia', 'objects', 'c_3', 'tabled'));
    expect(ruleOf(await say('indonesia', 'canAccept', 'c_3', 'chair'))).toBe('PS5');
    accepted(await say('indonesia', 'canAccept', 'c_3', 'delegation'));
    expect(await stateOf()).toMatchObject({ state: 'contested' });
  });

  test('PS4 what a delegation keeps to itself leaves no trace and holds nobody up', async () => {
    const before = [...wholeAudit(world.db)].length;
    accepted(await say('indonesia', 'objects', 'c_3', 'delegation'));
    accepted(await say('philippines', 'reserves', 'c_4', 'chair'));
    expect([...wholeAudit(world.db)].length).toBe(before);
    expect(await stateOf()).toMatchObject({ state: 'open' });
    expect(await stateOf('c_4')).toMatchObject({ state: 'open' });
    accepted(await find('agreed'));
    // Nor does it show in what the chair finds for everybody to read (PS4), unless the chair names it.
    accepted(await say('philippines', 'canAcceptAdRef', 'c_2', 'chair'));
    const second = await shownNow(world, documentId, 'c_2');
    accepted(await find('agreedAdRef', { on: second, pending: ['ID'] }));
    expect(await stateOf('c_2')).toMatchObject({ pending: ['ID'] });
    // What was shared with the chair is the chair's to heed.
    const on = await shownNow(world, documentId, 'c_4');
    expect(ruleOf(await find('agreed', { on }))).toBe('PS16');
  });
});

describe('findings of the chair', () => {
  test('PS15 PS16 PS17 PS25 a refusal names who stands in the way', async () => {
    accepted(await say('indonesia', 'objects'));
    expect(await find('agreed')).toMatchObject({
      rule: 'PS15',
      detail: { delegations: 'ID', clause: 'OP 1' },
    });
    accepted(await say('indonesia', 'canAcceptAdRef'));
    accepted(await say('philippines', 'reserves'));
    expect(await find('agreed')).toMatchObject({ rule: 'PS16', detail: { delegations: 'PH' } });
    accepted(await say('philippines', 'canAccept'));
    expect(await find('agreed')).toMatchObject({ rule: 'PS17', detail: { delegations: 'ID' } });
    await rewrite('AGREE to move the civil service on;');
    expect(await find('agreed')).toMatchObject({ rule: 'PS25', detail: { delegations: 'ID,PH' } });
    accepted(await say('philippines', 'canAccept'));
    accepted(await say('indonesia', 'canAccept'));
    accepted(await find('agreed'));
    expect(await stateOf()).toMatchObject({ state: 'agreed' });
  });

  test('PS8 PS19 ad referendum: each pending capital confirms for itself, then the clause is agreed', async () => {
    expect(ruleOf(await find('agreedAdRef'))).toBe('PS19');
    accepted(await say('indonesia', 'canAcceptAdRef'));
    accepted(await find('agreedAdRef', { pending: ['PH'] }));
    expect(await stateOf()).toEqual({ state: 'agreedAdRef', changedSince: false, pending: ['ID', 'PH'] });
    const on = await shownNow(world, documentId, 'c_3');
    const confirm = (person: Person, words = on) =>
      confirmAdRef(world.runtime, world.actor(person), { documentId, on: words, ring: 'tabled' });
    // PS30: nothing is said to everybody that was meant for fewer.
    const kept = { documentId, on, ring: 'delegation', note: 'For us alone' };
    expect(ruleOf(await confirmAdRef(world.runtime, world.actor('indonesia'), kept))).toBe('PS30');
    expect(positionsOn(world.db, documentId).some(({ note }) => note === kept.note)).toBe(false);
    accepted(await confirm('indonesia'));
    expect(ruleOf(await confirm('indonesia'))).toBe('PS8');
    expect(ruleOf(await confirm('indonesia', await shownNow(world, documentId, 'c_4')))).toBe('PS8');
    expect((await stateOf()).pending).toEqual(['PH']);
    accepted(await confirm('philippines'));
    expect(await stateOf()).toMatchObject({ state: 'agreed' });
  });

  test('PS20 no objection heard, on the whole text in one act, lists who was there', async () => {
    const on = await shownNow(world, documentId);
    expect(ruleOf(await find('noObjectionHeard', { on }))).toBe('PS20');
    replaceAttendance(world.db, MEETING, ['ID', 'MY', 'PH', 'TH', 'TL']);
    accepted(await find('noObjectionHeard', { on }));
    expect(clauseActsOn(world.db, documentId).length).toBe(4);
    expect(await stateOf()).toEqual({ state: 'agreedAdRef', changedSince: false, pending: ['SG'] });
    expect([...wholeAudit(world.db)].at(-1)).toMatchObject({
      kind: 'clause.found',
      data: { act: 'noObjectionHeard', present: 'ID MY PH TH TL', pending: 'SG' },
    });
    updateMeeting(world.db, MEETING, { status: 'closed' });
    expect(ruleOf(await find('noObjectionHeard', { on }))).toBe('PS20');
  });

  test('PS21 a finding on several clauses is all or nothing', async () => {
    accepted(await say('indonesia', 'objects', 'c_4'));
    const on = await shownNow(world, documentId);
    expect(await find('agreed', { on })).toMatchObject({ rule: 'PS15', detail: { clause: 'OP 2' } });
    expect(clauseActsOn(world.db, documentId)).toEqual([]);
  });

  test('PS22 PS23 words that change are contested again; else only the chair reopens, with a reason', async () => {
    accepted(await find('agreed'));
    expect(ruleOf(await find('agreed'))).toBe('PS12');
    expect(ruleOf(await find('reopened'))).toBe('PS18');
    expect(ruleOf(await find('reopened', { reason: 'because' }, 'secretariat'))).toBe('PO2');
    accepted(await find('reopened', { reason: 'because' }));
    expect(await stateOf()).toMatchObject({ state: 'open' });
    accepted(await find('agreed'));
    await rewrite('AGREE to something else;');
    expect(await stateOf()).toMatchObject({ state: 'contested', changedSince: true });
  });

  test('PS12 referred, parked, deletion agreed', async () => {
    accepted(await find('referred', { reason: 'to the drafting group' }));
    expect(await stateOf()).toMatchObject({ state: 'referred' });
    accepted(await find('parked'));
    accepted(await find('deletionAgreed'));
    expect(await stateOf()).toMatchObject({ state: 'deletionAgreed' });
    expect(ruleOf(await find('parked'))).toBe('PS12');
  });

  test('PS24 PS26 readings follow one another, three at most, and a finding names its reading', async () => {
    const chair = world.actor('chair');
    const close = () => closeReading(world.runtime, chair, { documentId });
    const open = () => openReading(world.runtime, chair, { documentId });
    expect(ruleOf(await close())).toBe('PS26');
    for (const number of [1, 2, 3]) {
      expect(accepted(await open())).toEqual({ number });
      expect(ruleOf(await open())).toBe('PS24');
      if (number === 2) accepted(await find('agreed'));
      accepted(await close());
    }
    expect(ruleOf(await open())).toBe('PS24');
    expect(clauseActsOn(world.db, documentId)[0]?.reading).toBe(2);
  });
});

describe('agreeing a text ad referendum', () => {
  test('PR42 PR36 only once nothing but capitals is missing, and every clause says what is', async () => {
    const agree = () =>
      moveState(world.runtime, world.actor('chair'), { documentId, step: 'agreeAdReferendum' });
    expect(await agree()).toMatchObject({ rule: 'PR36', detail: { clauseState: 'open' } });
    accepted(await say('indonesia', 'canAcceptAdRef'));
    const rest = (await shownNow(world, documentId)).filter(({ clauseId }) => clauseId !== 'c_3');
    accepted(await find('agreed', { on: rest }));
    accepted(await find('agreedAdRef'));
    expect(accepted(await agree()).state).toBe('agreed');
    // The capital still confirms there.
    const on = await shownNow(world, documentId, 'c_3');
    accepted(await confirmAdRef(world.runtime, world.actor('indonesia'), { documentId, on, ring: 'tabled' }));
  });
});

test('PR37 PS2 an acceptance ad referendum of the whole text waits for its capital however the words change', async () => {
  accepted(await say('indonesia', 'canAcceptAdRef', 'c_3', 'tabled', await wholeNow(world, documentId)));
  accepted(await agreeAll(world, documentId));
  await rewrite('AGREE to move it forward;');
  accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Moved' }));
  accepted(await find('agreed'));
  const { gaps } = accepted(await getAdoption(world.runtime, world.actor('chair'), documentId));
  expect(gaps).toMatchObject([{ rule: 'PR37', clauseId: null, delegations: ['ID'] }]);
  const told = world.db.select().from(notices).all();
  expect(told.filter(({ kind }) => kind === 'positionToReconfirm').map(({ userId }) => userId)).toContain(
    'user_indonesia',
  );
  accepted(await say('indonesia', 'canAccept', 'c_3', 'tabled', await wholeNow(world, documentId)));
  expect(accepted(await getAdoption(world.runtime, world.actor('chair'), documentId)).gaps).toEqual([]);
});

describe('editorial changes', () => {
  test('PS2 PS9 an acceptance and an agreement survive one until a delegation challenges it', async () => {
    accepted(await say('indonesia', 'canAccept'));
    accepted(await find('agreed'));
    const before = await facts();
    await rewrite('AGREE to move the civil service  forward;');
    const after = await facts();
    insertEditorialChange(world.db, {
      id: 'edc_1',
      documentId,
      clauseId: 'c_3',
      fromHash: before.byId.get('c_3')?.hash ?? '',
      toHash: after.byId.get('c_3')?.hash ?? '',
      fromTextHash: before.textHash,
      toTextHash: after.textHash,
      proposalId: null,
      at: world.clock.now(),
      challengedAt: null,
      challengedCountry: null,
    });
    expect(await stateOf()).toMatchObject({ state: 'agreed' });
    const challenge = (person: Person) =>
      challengeEditorial(world.runtime, world.actor(person), { documentId, changeId: 'edc_1' });
    expect(ruleOf(await challenge('secretariat'))).toBe('PO2');
    accepted(await challenge('philippines'));
    expect(ruleOf(await challenge('indonesia'))).toBe('PS9');
    expect(await stateOf()).toMatchObject({ state: 'contested', changedSince: true });
    const told = (person: Person) =>
      world.db
        .select()
        .from(notices)
        .all()
        .filter(({ userId }) => userId === `user_${person}`)
        .map(({ kind }) => kind);
    expect(told('indonesia')).toContain('positionToReconfirm');
    expect(told('philippines')).not.toContain('positionToReconfirm');
    expect(told('chair')).toContain('classChallenged');
  });
});
