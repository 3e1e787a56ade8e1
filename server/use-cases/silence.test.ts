import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { findDocument } from '../../db/documents';
import { updateMeeting } from '../../db/meetings';
import { proposalsOn } from '../../db/proposals';
import { appointments } from '../../db/schema/bodies';
import { positions } from '../../db/schema/negotiation';
import { notices } from '../../db/schema/notices';
import { findSilenceRun, silenceEventsOf, silenceReceiptsOf } from '../../db/silence';
import { listVersionHeads } from '../../db/versions';
import { accepted, ruleOf } from '../tests/outcome';
import {
  AMENDMENT,
  END,
  earlier,
  HASH,
  negotiatedStatement,
  readyForSilence,
  servedUntil,
  silentStatement,
} from '../tests/silence';
import { BODY, createWorld, PEOPLE, type Person, textOf, userIdOf, type World } from '../tests/world';
import { announceSilence } from './announce-silence';
import { type BreakSilenceInput, breakSilence } from './break-silence';
import { describeDocument } from './describe-document';
import { importText } from './import-text';
import { issueRevision } from './issue-revision';
import { moveState } from './move-state';
import { receiveSilence } from './receive-silence';
import { removeAgendaItem } from './remove-agenda-item';
import { restoreVersion } from './restore-version';
import { setPens } from './set-pens';
import { setSilenceRules } from './set-silence-rules';
import { startSilence } from './start-silence';
import { cancelSilence, extendSilence } from './steer-silence';
import { tableProposal } from './table-proposal';
import { writeText } from './write-text';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const RECEIPT = 'receipt-of-one-form-1';

function breaking(runId: string, change: Partial<BreakSilenceInput> = {}): BreakSilenceInput {
  return { runId, kind: 'objection', text: 'Indonesia cannot join in OP 2.', receipt: RECEIPT, ...change };
}

function stateOf(documentId: string) {
  return findDocument(world.db, documentId)?.state;
}

function told(kind: string): string[] {
  const rows = world.db.select().from(notices).all();
  return rows.filter((row) => row.kind === kind).map((row) => row.userId.replace('user_', ''));
}

describe('starting', () => {
  test('SP8 freezes the text as the next revision, records it, and tells everybody once', async () => {
    const { documentId, runId } = await silentStatement(world);
    expect(stateOf(documentId)).toBe('silence');
    const run = findSilenceRun(world.db, runId);
    expect(run).toMatchObject({ state: 'running', expiresAt: END, zone: 'Asia/Bangkok', hash: HASH });
    const [version] = listVersionHeads(world.db, documentId);
    expect([version?.kind, version?.revision, version?.hash, version?.id]).toEqual([
      'revision',
      1,
      HASH,
      run?.versionId,
    ]);
    expect([...wholeAudit(world.db)].at(-1)).toMatchObject({
      kind: 'document.silenceStarted',
      actorName: 'Suda Chairat',
    });
    expect(told('silenceStarted').sort()).toEqual(
      ['chair', 'indonesia', 'observer', 'philippines', 'reviewer', 'secretariat', 'thaiDelegate'].sort(),
    );
  });

  test('SP8 a text that was issued keeps its number, and its version is the one under silence', async () => {
    const documentId = await negotiatedStatement(world);
    const issued = accepted(await issueRevision(world.runtime, world.actor('secretariat'), { documentId }));
    const started = accepted(
      await startSilence(world.runtime, world.actor('chair'), await readyForSilence(world, documentId)),
    );
    expect(started.revision).toBe(1);
    const versionId = findSilenceRun(world.db, started.runId)?.versionId;
    expect(listVersionHeads(world.db, documentId).find(({ id }) => id === versionId)?.number).toBe(
      issued.number,
    );
  });

  test('SP8 the meeting of the decision need not be in session', async () => {
    const documentId = await negotiatedStatement(world);
    const command = await readyForSilence(world, documentId);
    const planned = { ...command, meetingId: 'meeting_planned', agendaItemId: 'item_planned' };
    expect(ruleOf(await startSilence(world.runtime, world.actor('chair'), planned))).toBe('accepted');
    const removed = await removeAgendaItem(world.runtime, world.actor('secretariat'), {
      agendaItemId: 'item_planned',
    });
    expect(ruleOf(removed)).toBe('BO15');
  });

  test('SP2 nobody but the chair starts one', async () => {
    const documentId = await negotiatedStatement(world);
    const command = await readyForSilence(world, documentId);
    for (const person of Object.keys(PEOPLE) as Person[]) {
      if (person === 'chair') continue;
      const rule = person === 'stranger' ? 'PO1' : 'PO2';
      expect([person, ruleOf(await startSilence(world.runtime, world.actor(person), command))]).toEqual([
        person,
        rule,
      ]);
    }
  });

  test('SP6 a text with a bracket is not clean', async () => {
    const documentId = await negotiatedStatement(
      world,
      textOf(['title', 'Statement'], ['operative', 'AGREE to [move];']),
    );
    const command = await readyForSilence(world, documentId);
    expect(ruleOf(await startSilence(world.runtime, world.actor('chair'), command))).toBe('SP6');
    expect(listVersionHeads(world.db, documentId).some(({ kind }) => kind === 'revision')).toBe(false);
  });

  test('SP7 an objection that the chair knows of stands in the way; one that is kept inside does not show', async () => {
    const documentId = await negotiatedStatement(world);
    const object = (
      id: string,
      stance: 'objects' | 'canAccept',
      ring: 'delegation' | 'chair',
      clauseId: string | null = null,
    ) =>
      world.db
        .insert(positions)
        .values({
          id,
          documentId,
          clauseId,
          country: 'ID',
          stance,
          hash: HASH,
          ring,
          by: userIdOf('indonesia'),
          at: world.clock.now(),
        })
        .run();
    object('p1', 'objects', 'chair');
    const command = await readyForSilence(world, documentId);
    const refused = await startSilence(world.runtime, world.actor('chair'), command);
    expect(refused).toMatchObject({ rule: 'SP7', detail: { delegations: 'ID' } });
    object('p2', 'canAccept', 'chair');
    object('p3', 'objects', 'delegation');
    // To a clause that has left the text since: nobody could lift it any more.
    object('p4', 'objects', 'chair', 'c_gone');
    expect(ruleOf(await startSilence(world.runtime, world.actor('chair'), command))).toBe('accepted');
  });

  test('SP3 SP5 the body’s own rules hold; who looks after the body sets them', async () => {
    const rules = {
      bodyId: BODY,
      minimumHours: 96,
      outageMinutes: 30,
      namesBreaker: true,
      holidays: ['2019-04-27'],
    };
    expect(ruleOf(await setSilenceRules(world.runtime, world.actor('chair'), rules))).toBe('PO4');
    accepted(await setSilenceRules(world.runtime, world.actor('secretariat'), rules));
    const documentId = await negotiatedStatement(world);
    const command = await readyForSilence(world, documentId);
    const chair = world.actor('chair');
    expect(ruleOf(await startSilence(world.runtime, chair, command))).toBe('SP3');
    const holiday = { ...command, endsAt: '2019-04-27T10:00' };
    expect(ruleOf(await startSilence(world.runtime, chair, holiday))).toBe('SP5');
    expect(ruleOf(await startSilence(world.runtime, chair, { ...holiday, holidayConfirmed: true }))).toBe(
      'accepted',
    );
  });

  test('SP2 of two starts at once one begins', async () => {
    const documentId = await negotiatedStatement(world);
    const command = await readyForSilence(world, documentId);
    const chair = world.actor('chair');
    const outcomes = await Promise.all([
      startSilence(world.runtime, chair, command),
      startSilence(world.runtime, chair, command),
    ]);
    expect(outcomes.map(ruleOf).sort()).toEqual(['PO3', 'accepted']);
  });
});

describe('while it lasts', () => {
  test('SP15 not one letter changes, by nobody and by no way; the old way back is closed', async () => {
    const { documentId } = await silentStatement(world);
    const { runtime } = world;
    const text = textOf(['title', 'Statement on Civil Service Reform!']);
    for (const person of Object.keys(PEOPLE) as Person[]) {
      const actor = world.actor(person);
      const outcomes = await Promise.all([
        writeText(runtime, actor, { documentId, text }),
        restoreVersion(runtime, actor, { documentId, number: 1 }),
        importText(runtime, actor, { documentId, importId: 'imp', taken: 'all' } as never),
        issueRevision(runtime, actor, { documentId }),
        setPens(runtime, actor, { documentId, down: true }),
        describeDocument(runtime, actor, { documentId, title: 'Another title' }),
      ]);
      const rule = person === 'stranger' ? 'PO1' : 'PO3';
      expect([person, outcomes.map(ruleOf)]).toEqual([person, outcomes.map(() => rule)]);
    }
    const back = await moveState(runtime, world.actor('chair'), {
      documentId,
      step: 'reopen',
      reason: 'because',
    });
    expect(ruleOf(back)).toBe('PR1');
    expect(stateOf(documentId)).toBe('silence');
  });

  test('SP15 a text that is withdrawn or not adopted takes its run along, before the end only', async () => {
    for (const step of ['withdraw', 'notAdopted'] as const) {
      const { documentId, runId } = await silentStatement(world);
      const chair = world.actor('chair');
      const now = world.clock.now();
      servedUntil(world, END);
      const late = await moveState(world.runtime, chair, { documentId, step, reason: 'too late' });
      expect([ruleOf(late), stateOf(documentId)]).toEqual(['SP9', 'silence']);
      world.clock.set(earlier(END, 1));
      accepted(await moveState(world.runtime, chair, { documentId, step, reason: 'in time' }));
      expect(findSilenceRun(world.db, runId)?.state).toBe('cancelled');
      expect(JSON.parse(silenceEventsOf(world.db, [runId]).at(-1)?.data ?? '{}')).toEqual({
        reason: 'in time',
        step,
      });
      world.clock.set(now);
    }
  });

  test('SP13 the chair gives more time and everybody is told; at the end nobody does', async () => {
    const { runId } = await silentStatement(world);
    const longer = { runId, endsAt: '2019-04-26T10:00', zone: 'Asia/Bangkok' };
    expect(ruleOf(await extendSilence(world.runtime, world.actor('secretariat'), longer))).toBe('PO2');
    accepted(await extendSilence(world.runtime, world.actor('chair'), longer));
    expect(findSilenceRun(world.db, runId)?.expiresAt).toBe('2019-04-26T03:00:00.000Z');
    expect(told('silenceExtended')).toContain('indonesia');
    expect(ruleOf(await extendSilence(world.runtime, world.actor('chair'), longer))).toBe('SP13');
    servedUntil(world, '2019-04-26T03:00:00.000Z');
    const late = { ...longer, endsAt: '2019-04-27T10:00' };
    expect(ruleOf(await extendSilence(world.runtime, world.actor('chair'), late))).toBe('SP9');
  });

  test('PR3 cancelling needs a reason and leads back to negotiation, where a new run may begin', async () => {
    const { documentId, runId } = await silentStatement(world);
    const chair = world.actor('chair');
    expect(ruleOf(await cancelSilence(world.runtime, chair, { runId, reason: ' ' }))).toBe('PR3');
    accepted(await cancelSilence(world.runtime, chair, { runId, reason: 'A slip of the pen in OP 2' }));
    expect([stateOf(documentId), findSilenceRun(world.db, runId)?.state]).toEqual([
      'negotiation',
      'cancelled',
    ]);
    expect(told('silenceCancelled')).toContain('philippines');
    expect(ruleOf(await cancelSilence(world.runtime, chair, { runId, reason: 'again' }))).toBe('SP10');
    expect(ruleOf(await startSilence(world.runtime, chair, await readyForSilence(world, documentId)))).toBe(
      'accepted',
    );
  });

  test('SP19 a person confirms once, with the hour and the delegation', async () => {
    const { runId } = await silentStatement(world);
    accepted(await receiveSilence(world.runtime, world.actor('philippines'), { runId }));
    world.clock.advance(60);
    accepted(await receiveSilence(world.runtime, world.actor('philippines'), { runId }));
    expect(silenceReceiptsOf(world.db, runId)).toEqual([
      { runId, userId: 'user_philippines', country: 'PH', at: '2019-04-22T02:00:00.000Z' },
    ]);
    expect(ruleOf(await receiveSilence(world.runtime, world.actor('stranger'), { runId }))).toBe('PO1');
    expect(ruleOf(await receiveSilence(world.runtime, world.actor('auditor'), { runId }))).toBe('PO2');
  });
});

describe('breaking', () => {
  test('SP9 SP11 one millisecond before the end it is broken, and in negotiation at once', async () => {
    const { documentId, runId } = await silentStatement(world);
    servedUntil(world, earlier(END, 1));
    world.live.told.length = 0;
    const done = accepted(await breakSilence(world.runtime, world.actor('indonesia'), breaking(runId)));
    expect(done.at).toBe('2019-04-25T02:59:59.999Z');
    expect(stateOf(documentId)).toBe('negotiation');
    expect(world.live.told).toEqual([`reviewDocument ${documentId}`]);
    expect(findSilenceRun(world.db, runId)).toMatchObject({ state: 'broken', endedAt: done.at });
    expect(silenceEventsOf(world.db, [runId]).at(-1)).toMatchObject({
      kind: 'objected',
      country: 'ID',
      id: done.eventId,
    });
    const row = world.db
      .select()
      .from(notices)
      .all()
      .find(({ kind }) => kind === 'silenceBroken');
    expect(JSON.parse(row?.data ?? '{}')).toMatchObject({ country: 'ID', form: 'objection' });
    // The trail says that it was broken and by whom, never with which words.
    expect(JSON.stringify([...wholeAudit(world.db)])).not.toContain('cannot join');
  });

  test('SP9 at the end it is not, whether or not anybody has found the end yet', async () => {
    const { documentId, runId } = await silentStatement(world);
    servedUntil(world, END);
    expect(ruleOf(await breakSilence(world.runtime, world.actor('indonesia'), breaking(runId)))).toBe('SP9');
    expect([stateOf(documentId), findSilenceRun(world.db, runId)?.state]).toEqual(['silence', 'running']);
  });

  test('SP12 the same form sent again is the same act, also after the end; another form comes too late', async () => {
    const { runId } = await silentStatement(world);
    servedUntil(world, earlier(END, 1));
    const indonesia = world.actor('indonesia');
    const first = accepted(await breakSilence(world.runtime, indonesia, breaking(runId)));
    world.clock.set('2019-04-25T05:00:00.000Z');
    const again = accepted(await breakSilence(world.runtime, indonesia, breaking(runId)));
    expect(again).toEqual(first);
    const other = breaking(runId, { receipt: 'receipt-of-one-form-2' });
    expect(ruleOf(await breakSilence(world.runtime, indonesia, other))).toBe('SP10');
    expect(silenceEventsOf(world.db, [runId]).map(({ kind }) => kind)).toEqual(['started', 'objected']);
  });

  test('SP11 only the head or the focal point of a member breaks it', async () => {
    const { runId } = await silentStatement(world);
    for (const person of Object.keys(PEOPLE) as Person[]) {
      if (person === 'indonesia') continue;
      const rule = person === 'stranger' ? 'PO1' : 'PO2';
      const outcome = await breakSilence(world.runtime, world.actor(person), breaking(runId));
      expect([person, ruleOf(outcome)]).toEqual([person, rule]);
    }
    world.db
      .insert(appointments)
      .values({
        id: 'appointment_focal',
        userId: userIdOf('philippines'),
        role: 'focalPoint',
        bodyId: BODY,
        country: 'PH',
        from: '2016-01-01T00:00:00.000Z',
        to: null,
      })
      .run();
    const amendment = breaking(runId, { kind: 'amendment', amendment: AMENDMENT });
    accepted(await breakSilence(world.runtime, world.actor('philippines'), amendment));
    expect(silenceEventsOf(world.db, [runId]).at(-1)).toMatchObject({ kind: 'amended', country: 'PH' });
  });

  test('SP25 an amendment is on the table as a proposal of the delegation, in the same transaction', async () => {
    const { documentId, runId } = await silentStatement(world);
    const amendment = breaking(runId, { kind: 'amendment', amendment: AMENDMENT });
    const broken = accepted(await breakSilence(world.runtime, world.actor('indonesia'), amendment));
    expect(accepted(await breakSilence(world.runtime, world.actor('indonesia'), amendment))).toEqual(broken);
    const [proposal, ...more] = proposalsOn(world.db, documentId);
    expect([stateOf(documentId), more]).toEqual(['negotiation', []]);
    expect(proposal).toMatchObject({
      state: 'tabled',
      number: 1,
      country: 'ID',
      kind: 'replace',
      clauseId: AMENDMENT.clauseId,
      class: 'substantive',
      rationale: 'Indonesia cannot join in OP 2.',
      tabledAt: broken.at,
      tabledBy: userIdOf('indonesia'),
    });
    expect(proposal?.text).toContain(AMENDMENT.words);
    expect([...wholeAudit(world.db)].slice(-2).map(({ kind }) => kind)).toEqual([
      'document.silenceBroken',
      'proposal.tabled',
    ]);
  });

  test('SP25 a new clause goes after the one that is named', async () => {
    const { documentId, runId } = await silentStatement(world);
    const after = { change: 'insert', clauseId: 'c_1', words: 'NOTE the views of Indonesia;' } as const;
    const amendment = breaking(runId, { kind: 'amendment', amendment: after });
    accepted(await breakSilence(world.runtime, world.actor('indonesia'), amendment));
    expect(proposalsOn(world.db, documentId)).toMatchObject([{ kind: 'insert', state: 'tabled' }]);
    const said = JSON.parse(silenceEventsOf(world.db, [runId]).at(-1)?.data ?? '{}');
    expect(said.citation).toBe('Statement on Civil Service Reform');
  });

  test('SP25 an amendment without a clause, without words or with the words that stand breaks nothing', async () => {
    const { documentId, runId } = await silentStatement(world);
    const wrong = [
      ['SP25', undefined],
      ['NP2', { ...AMENDMENT, clauseId: 'c_not_in_this_text' }],
      ['NP7', { ...AMENDMENT, words: '  ' }],
      ['NP8', { ...AMENDMENT, words: 'AGREE to move the civil service forward;' }],
    ] as const;
    for (const [rule, amendment] of wrong) {
      const command = breaking(runId, { kind: 'amendment', ...(amendment ? { amendment } : {}) });
      const outcome = await breakSilence(world.runtime, world.actor('indonesia'), command);
      expect([rule, ruleOf(outcome)]).toEqual([rule, rule]);
    }
    expect([stateOf(documentId), proposalsOn(world.db, documentId)]).toEqual(['silence', []]);
    expect(silenceEventsOf(world.db, [runId]).map(({ kind }) => kind)).toEqual(['started']);
  });

  test('SP25 where the body does not name the breaker, the amendment stays a draft of its delegation', async () => {
    const rules = { bodyId: BODY, minimumHours: 72, outageMinutes: 60, namesBreaker: false, holidays: [] };
    accepted(await setSilenceRules(world.runtime, world.actor('secretariat'), rules));
    const { documentId, runId } = await silentStatement(world);
    const amendment = breaking(runId, { kind: 'amendment', amendment: AMENDMENT });
    accepted(await breakSilence(world.runtime, world.actor('indonesia'), amendment));
    const [draft] = proposalsOn(world.db, documentId);
    expect(draft).toMatchObject({ state: 'draft', number: null, country: 'ID', tabledAt: null });
    const tabled = await tableProposal(world.runtime, world.actor('indonesia'), {
      proposalId: draft?.id ?? '',
    });
    expect(tabled).toMatchObject({ ok: true, value: { number: 1 } });
  });

  test('SP20 where the body does not name the breaker, no notice does', async () => {
    const rules = { bodyId: BODY, minimumHours: 72, outageMinutes: 60, namesBreaker: false, holidays: [] };
    accepted(await setSilenceRules(world.runtime, world.actor('secretariat'), rules));
    const { runId } = await silentStatement(world);
    accepted(await breakSilence(world.runtime, world.actor('indonesia'), breaking(runId)));
    const rows = world.db
      .select()
      .from(notices)
      .all()
      .filter(({ kind }) => kind === 'silenceBroken');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows)
      expect(Object.keys(JSON.parse(row.data)).sort()).toEqual(['runId', 'until', 'zone']);
  });

  test('SP21 the chair announces the outcome once, at a meeting in session', async () => {
    const { runId } = await silentStatement(world);
    const chair = world.actor('chair');
    const at = { runId, meetingId: 'meeting_som' };
    expect(ruleOf(await announceSilence(world.runtime, chair, at))).toBe('SP21');
    accepted(await breakSilence(world.runtime, world.actor('indonesia'), breaking(runId)));
    updateMeeting(world.db, 'meeting_som', { status: 'closed' });
    expect(ruleOf(await announceSilence(world.runtime, chair, at))).toBe('SP21');
    updateMeeting(world.db, 'meeting_som', { status: 'open' });
    accepted(await announceSilence(world.runtime, chair, at));
    expect(ruleOf(await announceSilence(world.runtime, chair, at))).toBe('SP21');
    expect(ruleOf(await announceSilence(world.runtime, world.actor('secretariat'), at))).toBe('PO2');
  });
});
