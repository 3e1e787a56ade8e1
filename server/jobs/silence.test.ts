import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { setChairTermEnd, setMembershipEnd } from '../../db/bodies';
import { evidenceFileOf, findDecision } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { updateMeeting } from '../../db/meetings';
import { notices } from '../../db/schema/notices';
import { findSilenceRun, silenceEventsOf } from '../../db/silence';
import { listVersionHeads } from '../../db/versions';
import { firstBreak } from '../../domain/audit/chain';
import type { RosterLine } from '../../domain/body/grants';
import { checkInstallation } from '../check';
import { verifyEvidence } from '../evidence-check';
import { getRecord } from '../queries/records';
import { accepted, ruleOf } from '../tests/outcome';
import { END, earlier, HASH, roundAt, servedUntil, silentStatement } from '../tests/silence';
import { BODY, createWorld, MEETING, type World } from '../tests/world';
import { breakSilence } from '../use-cases/break-silence';
import { expireSilence } from '../use-cases/expire-silence';
import { setSilenceRules } from '../use-cases/set-silence-rules';
import { lastBeat } from '../use-cases/silence-heartbeat';
import { extendSilence } from '../use-cases/steer-silence';
import { lookAfterSilences, startSilences } from './silence';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const HOUR = 3_600_000;
const OBJECTION = { kind: 'objection', text: 'We cannot join.', receipt: 'receipt-of-one-form' } as const;

function stateOf(documentId: string) {
  return findDocument(world.db, documentId)?.state;
}

function eventsOf(runId: string): string[] {
  return silenceEventsOf(world.db, [runId]).map(({ kind }) => kind);
}

async function withoutWindow(): Promise<void> {
  const rules = { bodyId: BODY, minimumHours: 72, outageMinutes: 0, namesBreaker: true, holidays: [] };
  accepted(await setSilenceRules(world.runtime, world.actor('secretariat'), rules));
}

/** The server is started: the first round is over when it begins to serve. */
async function start(): Promise<void> {
  const stop = await startSilences(world.runtime, 3_600_000);
  stop();
}

describe('the end of a silence', () => {
  test('SP16 unbroken it is adopted at its end, whole, whatever the meeting does', async () => {
    const { documentId, runId } = await silentStatement(world);
    updateMeeting(world.db, MEETING, { status: 'closed' });
    expect(await roundAt(world, earlier(END, 1))).toBe(0);
    expect(stateOf(documentId)).toBe('silence');
    world.live.told.length = 0;
    expect(await roundAt(world, END)).toBe(1);
    expect(stateOf(documentId)).toBe('adopted');
    expect(world.live.told).toEqual([`reviewDocument ${documentId}`]);
    const [version] = listVersionHeads(world.db, documentId);
    expect([version?.kind, version?.revision, version?.hash]).toEqual(['adopted', 1, HASH]);
    const decision = findDecision(world.db, documentId);
    expect(decision?.decision).toMatchObject({
      at: END,
      textHash: HASH,
      versionId: version?.id,
      meetingId: MEETING,
      wording: 'The SOM adopted the Statement by silence procedure.',
      decidedBy: 'user_chair',
    });
    const { evidence } = accepted(verifyEvidence(evidenceFileOf(world.db, documentId) ?? ''));
    expect(evidence.decision).toMatchObject({
      at: END,
      decidedBy: { name: 'Suda Chairat', country: 'TH' },
      how: { kind: 'bySilence', startedAt: '2019-04-22T02:00:00.000Z', expiresAt: END, zone: 'Asia/Bangkok' },
    });
    expect(checkInstallation({ db: world.db, integrityFindings: () => [] }).findings).toEqual([]);
    const events = [...wholeAudit(world.db)];
    expect(firstBreak(events)).toBeNull();
    expect(events.at(-1)).toMatchObject({
      kind: 'document.adopted',
      actorId: null,
      data: { runId, at: END },
    });
    expect(
      accepted(await getRecord(world.runtime, world.actor('reviewer'), documentId)).decision.isBySilence,
    ).toBe(true);
    expect(await roundAt(world, '2019-04-25T04:00:00.000Z')).toBe(0);
  });

  test('SP9 SP10 broken one second before its end it stays broken, whatever rounds follow', async () => {
    const { documentId, runId } = await silentStatement(world);
    servedUntil(world, earlier(END, 1000));
    accepted(await breakSilence(world.runtime, world.actor('indonesia'), { runId, ...OBJECTION }));
    expect(await roundAt(world, END)).toBe(0);
    await start();
    expect([stateOf(documentId), findSilenceRun(world.db, runId)?.state]).toEqual(['negotiation', 'broken']);
    expect(ruleOf(await expireSilence(world.runtime, runId))).toBe('SP10');
    expect(findDecision(world.db, documentId)).toBeNull();
  });

  test('SP10 of breaking and expiring at once exactly one wins, on either side of the end', async () => {
    for (const [instant, state] of [
      [earlier(END, 1), 'negotiation'],
      [END, 'adopted'],
    ] as const) {
      world.clock.set('2019-04-22T02:00:00.000Z');
      const { documentId, runId } = await silentStatement(world);
      servedUntil(world, instant);
      const indonesia = world.actor('indonesia');
      const outcomes = await Promise.all([
        expireSilence(world.runtime, runId),
        breakSilence(world.runtime, indonesia, { runId, ...OBJECTION }),
        expireSilence(world.runtime, runId),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok).length).toBe(1);
      expect(stateOf(documentId)).toBe(state);
    }
  });

  test('SP16 the roster is that of the end, and the chair who set it running decides, though out of office since', async () => {
    const { documentId } = await silentStatement(world);
    setMembershipEnd(world.db, 'membership_MY', earlier(END, HOUR));
    setMembershipEnd(world.db, 'membership_SG', new Date(Date.parse(END) + HOUR).toISOString());
    setChairTermEnd(world.db, 'term_20', earlier(END, HOUR));
    world.raw('UPDATE users SET status = ? WHERE id = ?', 'suspended', 'user_chair');
    lastBeat(world.runtime);
    // The job is late by a day; the server has served all the time.
    expect(await roundAt(world, '2019-04-26T03:00:00.000Z')).toBe(1);
    const decision = findDecision(world.db, documentId)?.decision;
    expect(decision?.at).toBe(END);
    const roster = JSON.parse(decision?.roster ?? '[]') as RosterLine[];
    expect(roster.map((line) => [line.country, line.inTheChair])).toEqual([
      ['ID', false],
      ['PH', false],
      ['SG', false],
      ['TH', false],
      ['TL', false],
    ]);
  });

  test('SP16 a text that is not the one under silence is never adopted, and the others are', async () => {
    const first = await silentStatement(world);
    // Somebody with the file in hand, past the database's own guard.
    world.raw('DROP TRIGGER silence_runs_only_ended');
    world.raw('UPDATE silence_runs SET hash = ? WHERE id = ?', 'f'.repeat(64), first.runId);
    const second = await silentStatement(world);
    expect(await roundAt(world, END)).toBe(1);
    expect([stateOf(first.documentId), stateOf(second.documentId)]).toEqual(['silence', 'adopted']);
  });
});

describe('stops and starts', () => {
  test('SP16 unbroken across a restart: what ended while the server was stopped is adopted as from its end', async () => {
    await withoutWindow();
    const { documentId, runId } = await silentStatement(world);
    servedUntil(world, earlier(END, HOUR));
    lastBeat(world.runtime);
    world.clock.set('2019-04-27T09:30:00.000Z');
    await start();
    expect(stateOf(documentId)).toBe('adopted');
    expect(findDecision(world.db, documentId)?.decision.at).toBe(END);
    expect(findSilenceRun(world.db, runId)).toMatchObject({ state: 'adopted', endedAt: END });
    expect(silenceEventsOf(world.db, [runId]).at(-1)).toMatchObject({
      kind: 'expired',
      at: '2019-04-27T09:30:00.000Z',
    });
    expect(ruleOf(verifyEvidence(evidenceFileOf(world.db, documentId) ?? ''))).toBe('accepted');
    expect(ruleOf(await breakSilence(world.runtime, world.actor('indonesia'), { runId, ...OBJECTION }))).toBe(
      'SP10',
    );
  });

  test('SP17 a stop after the end takes nothing: it is adopted as from its end', async () => {
    const { documentId } = await silentStatement(world);
    // It served until the end and was killed before its round.
    world.clock.set(END);
    lastBeat(world.runtime);
    world.clock.set('2019-04-25T09:00:00.000Z');
    await start();
    expect([stateOf(documentId), findDecision(world.db, documentId)?.decision.at]).toEqual(['adopted', END]);
  });

  test('SP17 a stop over the end: the ten minutes that were left are left again, and everybody is told', async () => {
    const { documentId, runId } = await silentStatement(world);
    world.clock.set(earlier(END, 600_000));
    lastBeat(world.runtime);
    world.clock.set('2019-04-25T08:00:00.000Z');
    await start();
    expect(stateOf(documentId)).toBe('silence');
    expect(findSilenceRun(world.db, runId)?.expiresAt).toBe('2019-04-25T08:10:00.000Z');
    expect(eventsOf(runId)).toEqual(['started', 'outageExtended', 'reminded']);
    const told = world.db
      .select()
      .from(notices)
      .all()
      .filter(({ kind }) => kind === 'silenceExtended');
    expect(told.map(({ userId }) => userId)).toContain('user_indonesia');
    servedUntil(world, '2019-04-25T08:09:59.999Z');
    accepted(await breakSilence(world.runtime, world.actor('indonesia'), { runId, ...OBJECTION }));
  });

  test('SP17 a stop that was over before the window takes nothing', async () => {
    const { documentId, runId } = await silentStatement(world);
    world.clock.set(earlier(END, 5 * HOUR));
    lastBeat(world.runtime);
    world.clock.set(earlier(END, 2 * HOUR));
    await start();
    expect(findSilenceRun(world.db, runId)?.expiresAt).toBe(END);
    expect(await roundAt(world, END)).toBe(1);
    expect(stateOf(documentId)).toBe('adopted');
  });

  test('SP17 a machine that slept over the end wakes up with a longer run, not with an adopted text', async () => {
    const { documentId, runId } = await silentStatement(world);
    servedUntil(world, earlier(END, 600_000));
    await lookAfterSilences(world.runtime);
    world.clock.set('2019-04-25T08:00:00.000Z');
    // Whatever comes first when it wakes: the end is not found before the outage was looked at.
    expect(ruleOf(await expireSilence(world.runtime, runId))).toBe('SP17');
    expect(await lookAfterSilences(world.runtime)).toBe(0);
    expect(stateOf(documentId)).toBe('silence');
    expect(eventsOf(runId)).toContain('outageExtended');
  });
});

describe('reminders', () => {
  test('SP18 48, 24 and 2 hours before, each once; after more time was given, of the new end anew', async () => {
    const { runId } = await silentStatement(world);
    const reminded = () => eventsOf(runId).filter((kind) => kind === 'reminded').length;
    await roundAt(world, earlier(END, 48 * HOUR + 1));
    expect(reminded()).toBe(0);
    await roundAt(world, earlier(END, 48 * HOUR));
    await roundAt(world, earlier(END, 47 * HOUR));
    expect(reminded()).toBe(1);
    await roundAt(world, earlier(END, 24 * HOUR));
    expect(reminded()).toBe(2);
    const longer = { runId, endsAt: '2019-04-26T12:00', zone: 'Asia/Bangkok' };
    accepted(await extendSilence(world.runtime, world.actor('chair'), longer));
    await roundAt(world, earlier(END, 22 * HOUR));
    expect(reminded()).toBe(3);
    const rows = world.db.select().from(notices).all();
    const hours = rows
      .filter(({ kind, userId }) => kind === 'silenceReminder' && userId === 'user_indonesia')
      .map(({ data }) => (JSON.parse(data) as { hours: number }).hours);
    expect(hours).toEqual([48, 24, 48]);
  });

  test('SP18 SP17 after an outage in the last hour nobody is told again that two hours are left', async () => {
    const { runId } = await silentStatement(world);
    for (const hours of [48, 24, 2]) await roundAt(world, earlier(END, hours * HOUR));
    servedUntil(world, earlier(END, 20 * 60_000));
    lastBeat(world.runtime);
    world.clock.advance(600);
    await start();
    expect(eventsOf(runId).slice(-2)).toEqual(['reminded', 'outageExtended']);
  });
});
