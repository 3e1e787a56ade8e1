import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findAnnulment } from '../../db/annulments';
import { wholeAudit } from '../../db/audit-log';
import { corrigendaOf } from '../../db/corrigenda';
import { evidenceFileOf } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { insertAgendaItem, insertMeeting, updateMeeting } from '../../db/meetings';
import { waitingRecordFinding } from '../../db/record-findings';
import { notices } from '../../db/schema/notices';
import { statementsOn } from '../../db/statements';
import { lineageOf, tierEvidenceOf } from '../../db/tier-decisions';
import { lastRevisionHead, lastVersionHead, versionText } from '../../db/versions';
import type { MeetingTier } from '../../domain/procedure/states';
import { annexFacts, annexMarks } from '../../messages/annex-facts';
import { checkInstallation } from '../check';
import { verifyEvidence } from '../evidence-check';
import { issueDueCorrigenda } from '../jobs/corrigenda';
import { isOfTrail } from '../queries/audit-head';
import { getDecisions } from '../queries/decisions';
import { exportText } from '../queries/export-text';
import { homeFor } from '../queries/home';
import { inboxFor } from '../queries/inbox';
import { getMeeting } from '../queries/meetings';
import { adoptedFacts } from '../queries/papers';
import { getRecord } from '../queries/records';
import { readVersion } from '../queries/versions';
import { adoptedStatement, draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, ITEM, MEETING, PEOPLE, type Person, textOf, type World } from '../tests/world';
import { annulDecision } from './annul-decision';
import { attachStatement, takeStatementBack } from './attach-statement';
import { confirmCorrigendum } from './confirm-corrigendum';
import { confirmTierDecision } from './confirm-tier-decision';
import { type FindTierDecisionInput, findTierDecision } from './find-tier-decision';
import { issueRevision } from './issue-revision';
import { moveMeeting } from './move-meeting';
import { moveState } from './move-state';
import { type ProposeCorrigendumInput, proposeCorrigendum } from './propose-corrigendum';
import { objectToCorrigendum, withdrawCorrigendum } from './settle-corrigendum';
import { takeFindingBack } from './take-finding-back';
import { writeText } from './write-text';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

function meetingAt(tier: MeetingTier, status: 'open' | 'closed' = 'open'): string {
  const id = `meeting_${tier}`;
  insertMeeting(world.db, {
    id,
    bodyId: BODY,
    series: '20th ACCSM',
    tier,
    title: `Meeting of ${tier}`,
    titleThai: '',
    place: 'Bangkok',
    hostCountry: 'TH',
    startsOn: '2019-04-22',
    endsOn: '2019-04-24',
    status,
    createdAt: '2016-01-01T00:00:00.000Z',
  });
  insertAgendaItem(world.db, {
    id: `item_${tier}`,
    meetingId: id,
    number: '1',
    position: 1,
    title: 'Statement',
    titleThai: '',
    leadCountry: null,
  });
  return id;
}

function command(documentId: string, change: Partial<FindTierDecisionInput> = {}): FindTierDecisionInput {
  return {
    documentId,
    shownFindingId: waitingRecordFinding(world.db, documentId, 'tierDecision')?.id ?? '',
    hash: lastRevisionHead(world.db, documentId)?.hash ?? '',
    verb: 'agreed',
    wording: 'The meeting agreed on the text.',
    meetingId: MEETING,
    agendaItemId: ITEM,
    ...change,
  };
}

function enter(input: FindTierDecisionInput, person: Person = 'chair') {
  return findTierDecision(world.runtime, world.actor(person), input);
}

function confirm(documentId: string, findingId: string, person: Person = 'secretariat') {
  return confirmTierDecision(world.runtime, world.actor(person), { documentId, findingId });
}

/** One enters, the other confirms. */
async function take(input: FindTierDecisionInput) {
  const entered = await enter(input);
  return entered.ok ? confirm(input.documentId, entered.value.findingId) : entered;
}

/** The secretariat enters a corrigendum and the chair confirms it. */
async function corrigendum(input: ProposeCorrigendumInput) {
  const { documentId } = input;
  const entered = await proposeCorrigendum(world.runtime, world.actor('secretariat'), input);
  if (!entered.ok) return entered;
  const { findingId } = entered.value;
  return confirmCorrigendum(world.runtime, world.actor('chair'), { documentId, findingId });
}

/** What a person was told of entries of theirs that somebody took back. */
function takenBack(person: Person, documentId: string): unknown[] {
  const rows = world.db.select().from(notices).where(eq(notices.documentId, documentId)).all();
  return rows
    .filter(({ userId, kind }) => userId === `user_${person}` && kind === 'findingTakenBack')
    .map(({ data }) => JSON.parse(data));
}

async function issuedInNegotiation(): Promise<string> {
  const documentId = await draftStatement(world);
  const secretariat = world.actor('secretariat');
  accepted(await moveState(world.runtime, secretariat, { documentId, step: 'openNegotiation' }));
  accepted(await issueRevision(world.runtime, secretariat, { documentId }));
  return documentId;
}

describe('decisions at tiers', () => {
  test('DE14 a text is agreed below, adopted, and noted above: one lineage, each with its own signed evidence', async () => {
    const documentId = await adoptedStatement(world);
    meetingAt('heads');
    world.clock.advance(60);
    const above = { meetingId: 'meeting_heads', agendaItemId: 'item_heads' };
    const { decisionId } = accepted(await take(command(documentId, { ...above, verb: 'endorsed' })));
    const [first, second] = lineageOf(world.db, [documentId]);
    expect([first?.makesFinal, second?.makesFinal, second?.forwardedFrom]).toEqual([true, false, first?.id]);
    const { evidence } = accepted(verifyEvidence(tierEvidenceOf(world.db, decisionId)?.file ?? ''));
    if (!('positions' in evidence)) throw new Error('evidence of the first format');
    expect(evidence.decision).toMatchObject({ verb: 'endorsed', makesFinal: false });
    expect(evidence.decision.forwardedFrom).toMatchObject({ id: first?.id, tier: 'som', verb: 'adopted' });
    expect(findDocument(world.db, documentId)?.state).toBe('adopted');
    expect(ruleOf(await take(command(documentId, { verb: 'noted' })))).toBe('DE14');
    expect(ruleOf(await take(command(documentId, { ...above, verb: 'endorsed' })))).toBe('DE15');
  });

  test('DE12 an open text is decided on as Rev.n, and stays open', async () => {
    const documentId = await draftStatement(world);
    const secretariat = world.actor('secretariat');
    accepted(await moveState(world.runtime, secretariat, { documentId, step: 'openNegotiation' }));
    expect(ruleOf(await take(command(documentId, { hash: 'a'.repeat(64) })))).toBe('DE12');
    accepted(await issueRevision(world.runtime, secretariat, { documentId }));
    expect(ruleOf(await take(command(documentId, { hash: 'a'.repeat(64) })))).toBe('PR16');
    expect(ruleOf(await take(command(documentId)))).toBe('accepted');
    expect(findDocument(world.db, documentId)?.state).toBe('negotiation');
    expect(ruleOf(await take(command(documentId)))).toBe('DE15');
    accepted(
      await writeText(world.runtime, secretariat, { documentId, text: textOf(['title', 'Another text']) }),
    );
    expect(ruleOf(await take(command(documentId, { verb: 'noted' })))).toBe('DE12');
  });

  test('DE13 an open text is not adopted here', async () => {
    expect(ruleOf(await take(command(await issuedInNegotiation(), { verb: 'adopted' })))).toBe('DE13');
  });

  test.each<[string, Partial<FindTierDecisionInput>]>([
    ['PR11', { meetingId: 'meeting_other', agendaItemId: 'item_other' }],
    ['PR13', { meetingId: 'meeting_planned', agendaItemId: 'item_planned' }],
    ['PR12', { agendaItemId: 'item_planned' }],
    ['PR17', { verb: 'liked' }],
    ['PR25', { wording: 'ab' }],
  ])('%s refuses %j', async (rule, change) => {
    expect(ruleOf(await take(command(await issuedInNegotiation(), change)))).toBe(rule);
  });

  test('PO2 nobody but chair and secretariat decides at a tier', async () => {
    const input = command(await issuedInNegotiation());
    for (const person of Object.keys(PEOPLE) as Person[]) {
      if (person === 'chair' || person === 'secretariat') continue;
      expect([person, ruleOf(await enter(input, person))]).toEqual([
        person,
        person === 'stranger' ? 'PO1' : 'PO2',
      ]);
    }
  });

  test('DE1 a decision of a tier cannot be changed past our code either', async () => {
    const documentId = await issuedInNegotiation();
    accepted(await take(command(documentId)));
    expect(() => world.raw("UPDATE tier_decisions SET verb = 'noted'")).toThrow('mufakat:DE1');
    expect(() => world.raw('DELETE FROM tier_decisions')).toThrow('mufakat:DE1');
  });
});

describe('DE39 DE40 DE41 two people stand behind what goes into the record', () => {
  test('DE39 DE40 what one entered is no decision until a second person confirms it', async () => {
    const documentId = await issuedInNegotiation();
    const { findingId } = accepted(await enter(command(documentId), 'secretariat'));
    expect(lineageOf(world.db, [documentId])).toEqual([]);
    expect(ruleOf(await confirm(documentId, findingId, 'secretariat'))).toBe('DE40');
    for (const person of ['indonesia', 'administrator'] as const) {
      expect([person, ruleOf(await confirm(documentId, findingId, person))]).toEqual([person, 'PO2']);
    }
    const own = accepted(await getDecisions(world.runtime, world.actor('secretariat'), documentId));
    expect(own.waiting).toMatchObject({ verb: 'agreed', isOwn: true, isStale: false });
    for (const person of ['indonesia', 'observer', 'auditor'] as const) {
      const seen = accepted(await getDecisions(world.runtime, world.actor(person), documentId));
      expect([person, seen.waiting]).toEqual([person, null]);
    }
    // The chair's takes its place, and the secretariat is the second hand then.
    const newer = accepted(await enter(command(documentId)));
    expect(ruleOf(await confirm(documentId, findingId))).toBe('DE41');
    const tasks = async (person: Person) =>
      (await homeFor(world.runtime, world.actor(person))).tasks.map(({ kind }) => kind);
    expect(await tasks('secretariat')).toContain('confirmDecision');
    expect(await tasks('chair')).not.toContain('confirmDecision');
    const { decisionId } = accepted(await confirm(documentId, newer.findingId));
    expect(ruleOf(await confirm(documentId, newer.findingId))).toBe('DE39');
    const { evidence } = accepted(verifyEvidence(tierEvidenceOf(world.db, decisionId)?.file ?? ''));
    if (!('positions' in evidence)) throw new Error('evidence of the first format');
    expect(evidence.decision.decidedBy.name).toBe(PEOPLE.chair.name);
    expect(evidence.decision.how).toEqual({
      kind: 'inTheRoom',
      confirmedBy: { name: PEOPLE.secretariat.name },
    });
  });

  test('DE41 words that wait give their place only to whoever was shown them, and their author is told', async () => {
    const documentId = await issuedInNegotiation();
    const blank = command(documentId);
    const { findingId } = accepted(await enter(command(documentId), 'secretariat'));
    expect(ruleOf(await enter(blank))).toBe('DE41');
    expect(waitingRecordFinding(world.db, documentId, 'tierDecision')?.id).toBe(findingId);
    const told = (person: Person) => takenBack(person, documentId);
    expect(told('secretariat')).toEqual([]);
    // One's own is put right without a notice to oneself.
    const own = accepted(await enter(command(documentId, { wording: 'The Meeting agreed.' }), 'secretariat'));
    expect(told('secretariat')).toEqual([]);
    const chairs = command(documentId);
    expect(chairs.shownFindingId).toBe(own.findingId);
    accepted(await enter(chairs));
    expect(told('secretariat')).toEqual([{ person: PEOPLE.chair.name, form: 'tierDecision' }]);
    const taken = [...wholeAudit(world.db)].filter(({ kind }) => kind === 'document.findingWithdrawn');
    expect(taken.map(({ actorId }) => actorId)).toEqual(['user_secretariat', 'user_chair']);
  });

  test('DE39 the chair is the second hand of a secretariat of one person, and not of another chair', async () => {
    const documentId = await issuedInNegotiation();
    const tasks = async (person: Person) =>
      (await homeFor(world.runtime, world.actor(person))).tasks.map(({ kind }) => kind);
    const told = (person: Person) =>
      world.db
        .select()
        .from(notices)
        .where(and(eq(notices.userId, `user_${person}`), eq(notices.kind, 'decisionAwaitsConfirmation')))
        .all().length;
    const mayConfirm = async (person: Person) =>
      accepted(await getDecisions(world.runtime, world.actor(person), documentId)).waiting?.may.confirm;
    const first = accepted(await enter(command(documentId)));
    expect([told('chair'), told('secretariat')]).toEqual([0, 1]);
    // Somebody else of the delegation in the chair: no person of the secretariat has looked at it.
    world.raw(`UPDATE appointments SET role = 'chair' WHERE userId = 'user_thaiDelegate'`);
    expect(await tasks('thaiDelegate')).not.toContain('confirmDecision');
    expect(await mayConfirm('thaiDelegate')).toBe(false);
    expect(ruleOf(await confirm(documentId, first.findingId, 'thaiDelegate'))).toBe('PO2');
    const { findingId } = accepted(await enter(command(documentId), 'secretariat'));
    expect(told('chair')).toBe(1);
    expect(await tasks('chair')).toContain('confirmDecision');
    expect(await mayConfirm('chair')).toBe(true);
    expect(ruleOf(await confirm(documentId, findingId, 'chair'))).toBe('accepted');
    expect(lineageOf(world.db, [documentId])).toHaveLength(1);
  });

  test('BO18 a meeting does not close while a decision of it waits, and says on which text', async () => {
    const documentId = await issuedInNegotiation();
    const symbol = findDocument(world.db, documentId)?.symbol ?? '';
    const close = () =>
      moveMeeting(world.runtime, world.actor('secretariat'), { meetingId: MEETING, to: 'closed' });
    const shown = async (person: Person) =>
      accepted(await getMeeting(world.runtime, world.actor(person), MEETING)).waiting;
    const { findingId } = accepted(await enter(command(documentId)));
    expect(await close()).toMatchObject({ rule: 'BO18', detail: { symbols: symbol } });
    expect(await shown('secretariat')).toEqual([{ documentId, symbol }]);
    expect(await shown('indonesia')).toEqual([]);
    // A text that went back can be decided on by nobody, and keeps no meeting from closing.
    world.raw(`UPDATE documents SET state = 'circulated'`);
    expect(await shown('secretariat')).toEqual([]);
    world.raw(`UPDATE documents SET state = 'negotiation'`);
    accepted(await confirm(documentId, findingId));
    expect(await shown('secretariat')).toEqual([]);
    expect(ruleOf(await close())).toBe('accepted');
  });

  test('DE41 confirming reads everything again: the text, and who entered it', async () => {
    const documentId = await issuedInNegotiation();
    const { findingId } = accepted(await enter(command(documentId)));
    world.raw(`UPDATE chair_terms SET to_at = ?`, world.clock.now());
    expect(ruleOf(await confirm(documentId, findingId))).toBe('DE41');
    world.raw(`UPDATE chair_terms SET to_at = NULL`);
    const text = textOf(['title', 'Another text']);
    accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
    expect(ruleOf(await confirm(documentId, findingId))).toBe('DE12');
    const seen = accepted(await getDecisions(world.runtime, world.actor('secretariat'), documentId));
    expect(seen.waiting?.isStale).toBe(true);
    const back = (person: Person) =>
      takeFindingBack(world.runtime, world.actor(person), { documentId, findingId, kind: 'tierDecision' });
    expect(ruleOf(await back('indonesia'))).toBe('PO2');
    expect(ruleOf(await back('secretariat'))).toBe('accepted');
    expect(takenBack('chair', documentId)).toEqual([
      { person: PEOPLE.secretariat.name, form: 'tierDecision' },
    ]);
    expect(ruleOf(await back('secretariat'))).toBe('DE39');
    expect(ruleOf(await confirm(documentId, findingId))).toBe('DE39');
  });

  test('DE39 DE40 delegations hear of a corrigendum, and their days begin, when a second person has confirmed it', async () => {
    const documentId = await adoptedStatement(world);
    const propose = () =>
      proposeCorrigendum(world.runtime, world.actor('secretariat'), {
        documentId,
        clauseId: 'c_3',
        words: 'AGREE to move the civil service forwards;',
        reason: 'A letter was left out.',
      });
    const { findingId } = accepted(await propose());
    const confirmed = (person: Person) =>
      confirmCorrigendum(world.runtime, world.actor(person), { documentId, findingId });
    const heard = () =>
      inboxFor(world.runtime, world.actor('indonesia'), { unreadOnly: false, documentId, before: null })
        .days.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries.map(({ kind }) => kind)))
        .filter((kind) => kind.startsWith('corrigendum'));
    world.clock.advance(10 * 86_400);
    expect(issueDueCorrigenda(world.runtime)).toBe(0);
    expect([corrigendaOf(world.db, [documentId]), heard()]).toEqual([[], []]);
    expect(ruleOf(await propose())).toBe('DE26');
    expect(ruleOf(await confirmed('secretariat'))).toBe('DE40');
    expect(ruleOf(await confirmed('indonesia'))).toBe('PO2');
    const waiting = async (person: Person) =>
      accepted(await getRecord(world.runtime, world.actor(person), documentId)).annexes.waitingCorrigendum;
    expect(await waiting('chair')).toMatchObject({ after: 'AGREE to move the civil service forwards;' });
    expect(await waiting('indonesia')).toBe(null);
    accepted(await confirmed('chair'));
    const [row] = corrigendaOf(world.db, [documentId]);
    expect(Date.parse(row?.noObjectionUntil ?? '') - Date.parse(world.clock.now())).toBe(7 * 86_400_000);
    expect(row?.proposedBy).toBe('user_secretariat');
    expect(heard()).toEqual(['corrigendumProposed']);
  });
});

describe('annulling within the sitting', () => {
  const annul = (
    documentId: string,
    person: Person = 'chair',
    reason = 'The wrong revision was on the screen.',
  ) => annulDecision(world.runtime, world.actor(person), { documentId, reason });

  test('DE19 DE22 the text stays, a draft with the same words is opened, and it happens once', async () => {
    const documentId = await adoptedStatement(world);
    const before = evidenceFileOf(world.db, documentId);
    world.clock.advance(600);
    const { documentId: successorId } = accepted(await annul(documentId));
    const decisionId = lineageOf(world.db, [documentId])[0]?.id ?? '';
    expect(findAnnulment(world.db, decisionId)).toMatchObject({ successorId, by: 'user_chair' });
    expect(findDocument(world.db, documentId)?.state).toBe('adopted');
    expect(evidenceFileOf(world.db, documentId)).toBe(before);
    expect(findDocument(world.db, successorId)).toMatchObject({ state: 'draft', predecessorId: documentId });
    const text = (id: string) => versionText(world.db, id);
    const adopted = lastRevisionHead(world.db, documentId)?.id ?? '';
    const drafted = lastVersionHead(world.db, successorId)?.id ?? '';
    expect(text(drafted)).toBe(text(adopted));
    expect(ruleOf(await annul(documentId))).toBe('DE22');
    expect(() => world.raw('DELETE FROM annulments')).toThrow('mufakat:DE1');
  });

  test('DE16 nothing is decided or corrected on it afterwards', async () => {
    const documentId = await adoptedStatement(world);
    accepted(await annul(documentId));
    meetingAt('heads');
    const above = { meetingId: 'meeting_heads', agendaItemId: 'item_heads', verb: 'noted' };
    expect(ruleOf(await take(command(documentId, above)))).toBe('DE16');
    const corrected = await proposeCorrigendum(world.runtime, world.actor('secretariat'), {
      documentId,
      clauseId: 'c_3',
      words: 'AGREE to move the civil service forwards;',
      reason: 'a letter',
    });
    expect(ruleOf(corrected)).toBe('DE16');
  });

  test('DE16 what waited for a second person is withdrawn with the annulment, and its author is told', async () => {
    const documentId = await adoptedStatement(world);
    meetingAt('heads');
    const above = { meetingId: 'meeting_heads', agendaItemId: 'item_heads', verb: 'noted' };
    const decision = accepted(await enter(command(documentId, above), 'secretariat'));
    accepted(
      await proposeCorrigendum(world.runtime, world.actor('secretariat'), {
        documentId,
        clauseId: 'c_3',
        words: 'AGREE to move the civil service forwards;',
        reason: 'A letter was left out.',
      }),
    );
    accepted(await annul(documentId));
    const seen = accepted(await getDecisions(world.runtime, world.actor('chair'), documentId));
    expect(seen.waiting).toBe(null);
    for (const kind of ['tierDecision', 'corrigendum'] as const)
      expect(waitingRecordFinding(world.db, documentId, kind)).toBe(null);
    expect(ruleOf(await confirm(documentId, decision.findingId, 'chair'))).toBe('DE39');
    expect(takenBack('secretariat', documentId)).toHaveLength(2);
    const taken = [...wholeAudit(world.db)].filter(({ kind }) => kind === 'document.findingWithdrawn');
    expect(taken).toHaveLength(2);
  });

  test('DE21 not on another day, and not after the meeting has closed', async () => {
    const documentId = await adoptedStatement(world);
    updateMeeting(world.db, MEETING, { status: 'closed' });
    expect(ruleOf(await annul(documentId))).toBe('DE21');
    updateMeeting(world.db, MEETING, { status: 'open' });
    // 09:00 at the seat; the day is over at 17:00 UTC.
    world.clock.set('2019-04-22T16:59:59.000Z');
    expect(ruleOf(await annul(documentId, 'chair', 'x'))).toBe('PR3');
    world.clock.set('2019-04-22T17:00:00.000Z');
    expect(ruleOf(await annul(documentId))).toBe('DE21');
  });

  test('DE23 not once another tier has decided', async () => {
    const documentId = await adoptedStatement(world);
    meetingAt('heads');
    world.clock.advance(1);
    const above = { meetingId: 'meeting_heads', agendaItemId: 'item_heads', verb: 'noted' };
    accepted(await take(command(documentId, above)));
    expect(ruleOf(await annul(documentId))).toBe('DE23');
  });

  test('PO2 nobody but the chair, and of a draft nobody', async () => {
    const documentId = await adoptedStatement(world);
    expect(ruleOf(await annul(documentId, 'secretariat'))).toBe('PO2');
    expect(ruleOf(await annul(await draftStatement(world)))).toBe('PO3');
  });
});

describe('corrigenda', () => {
  const propose = (documentId: string, words: string, change: object = {}) =>
    corrigendum({ documentId, clauseId: 'c_3', words, reason: 'A letter was left out.', ...change });

  test('DE30 what nobody objects to is issued at the end of its period, beside the adopted text', async () => {
    const documentId = await adoptedStatement(world);
    const adopted = lastRevisionHead(world.db, documentId)?.hash;
    const { number } = accepted(await propose(documentId, 'AGREE to move the civil service forwards;'));
    expect(number).toBe(1);
    expect(ruleOf(await propose(documentId, 'AGREE to move the civil services forward;'))).toBe('DE26');
    world.clock.advance(7 * 86_400 - 1);
    expect(issueDueCorrigenda(world.runtime)).toBe(0);
    world.clock.advance(3601);
    expect(issueDueCorrigenda(world.runtime)).toBe(1);
    const [row] = corrigendaOf(world.db, [documentId]);
    expect([row?.state, row?.issuedAt, row?.before, row?.after]).toEqual([
      'issued',
      row?.noObjectionUntil,
      'AGREE to move the civil service forward;',
      'AGREE to move the civil service forwards;',
    ]);
    expect(lastRevisionHead(world.db, documentId)?.hash).toBe(adopted);
    expect(row?.text).toContain('forwards;');
    expect(accepted(await propose(documentId, 'AGREE to move the civil services forwards;')).number).toBe(2);
  });

  test('DE24 numbers, negations, obligations and countries are no slips of the pen', async () => {
    const documentId = await adoptedStatement(world);
    for (const words of [
      'AGREE not to move the civil service forward;',
      'AGREE to move 3 civil services forward;',
      'AGREE that Thailand move the civil service forward;',
      'AGREE it should move the civil service forward;',
    ]) {
      expect([words, ruleOf(await propose(documentId, words))]).toEqual([words, 'DE24']);
    }
  });

  test.each<[string, object]>([
    ['DE25', { words: ' ' }],
    ['DE25', { words: 'AGREE to move the civil service forward;' }],
    ['DE27', { days: 1 }],
    ['DE28', { clauseId: 'c_gone' }],
    ['PR3', { reason: '' }],
  ])('%s refuses %j', async (rule, change) => {
    const documentId = await adoptedStatement(world);
    expect(ruleOf(await propose(documentId, 'AGREE to move the civil service forwards;', change))).toBe(rule);
  });

  test('DE29 a head of delegation objects in time, by the server’s clock, and it is not issued', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    const object = (person: Person) =>
      objectToCorrigendum(world.runtime, world.actor(person), {
        documentId,
        corrigendumId,
        reason: 'It changes the meaning.',
      });
    expect(ruleOf(await object('philippines'))).toBe('PO2');
    world.clock.advance(7 * 86_400 - 1);
    expect(ruleOf(await object('indonesia'))).toBe('accepted');
    expect(corrigendaOf(world.db, [documentId])[0]).toMatchObject({ state: 'objected', objectedBy: 'ID' });
    world.clock.advance(1);
    expect(issueDueCorrigenda(world.runtime)).toBe(0);
    expect(ruleOf(await object('indonesia'))).toBe('DE29');
  });

  test('DE29 an objection at the last instant is too late, even before the job has looked', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    world.clock.advance(7 * 86_400);
    const late = await objectToCorrigendum(world.runtime, world.actor('indonesia'), {
      documentId,
      corrigendumId,
      reason: 'Too late.',
    });
    expect(ruleOf(late)).toBe('DE29');
  });

  test('DE31 the secretariat withdraws its proposal until then', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    const withdraw = () =>
      withdrawCorrigendum(world.runtime, world.actor('secretariat'), { documentId, corrigendumId });
    expect(ruleOf(await withdraw())).toBe('accepted');
    expect(ruleOf(await withdraw())).toBe('DE31');
  });

  test('DE30 DE31 what nobody objected to in time is not withdrawn while it waits to be issued', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    world.clock.advance(7 * 86_400);
    const input = { documentId, corrigendumId };
    expect(ruleOf(await withdrawCorrigendum(world.runtime, world.actor('secretariat'), input))).toBe('DE31');
  });
});

describe('statements on the record', () => {
  test('DE33 DE34 a head attaches one and takes it back; nobody else’s', async () => {
    const documentId = await adoptedStatement(world);
    const input = { documentId, kind: 'explanation', language: 'th', text: 'ประเทศไทยเข้าใจว่า\r\nข้อ 1 …' };
    const attach = (person: Person, change: object = {}) =>
      attachStatement(world.runtime, world.actor(person), { ...input, ...change });
    for (const person of ['secretariat', 'philippines', 'observer', 'reviewer'] as const) {
      expect([person, ruleOf(await attach(person))]).toEqual([person, 'PO2']);
    }
    const { statementId } = accepted(await attach('indonesia'));
    expect(statementsOn(world.db, documentId)[0]).toMatchObject({
      country: 'ID',
      text: 'ประเทศไทยเข้าใจว่า\nข้อ 1 …',
    });
    expect(ruleOf(await attach('indonesia', { kind: 'poem' }))).toBe('DE33');
    expect(ruleOf(await attach('indonesia', { language: 'xx' }))).toBe('DE33');
    expect(ruleOf(await attach('indonesia', { text: 'x'.repeat(10_001) }))).toBe('DE32');
    const back = () =>
      takeStatementBack(world.runtime, world.actor('indonesia'), { documentId, statementId });
    expect(ruleOf(await back())).toBe('accepted');
    expect(ruleOf(await back())).toBe('DE34');
  });
});

describe('what files say of the record', () => {
  const exported = async (documentId: string, format: 'pdf' | 'txt' | 'html' | 'docx' | 'json') => {
    const file = accepted(
      await exportText(world.runtime, world.actor('reviewer'), { documentId, number: 'now', format }),
    );
    return typeof file.content === 'string' ? file.content : Buffer.from(file.content).toString('latin1');
  };

  test('DE37 text, page and the check of the installation know the head and the annexes', async () => {
    const documentId = await adoptedStatement(world);
    const head = [...wholeAudit(world.db)].at(-1);
    const line = `Mufakat audit trail: event ${head?.seq}, head ${head?.hash}, ${world.clock.now()}`;
    expect((await exported(documentId, 'txt')).trimEnd().endsWith(line)).toBe(true);
    expect(await exported(documentId, 'html')).toContain(
      `<footer data-audit-trail><small>${line}</small></footer>`,
    );
    expect(await exported(documentId, 'json')).not.toContain('audit');
    expect(isOfTrail(world.runtime, { seq: head?.seq ?? 0, hash: head?.hash ?? '' })).toBe(true);
    expect(isOfTrail(world.runtime, { seq: 1, hash: head?.hash ?? '' })).toBe(false);
  });

  test('DE19 DE30 DE34 the paper of an adopted text has what came to its record', async () => {
    const documentId = await adoptedStatement(world);
    accepted(
      await corrigendum({
        documentId,
        clauseId: 'c_3',
        words: 'AGREE to move the civil service forwards;',
        reason: 'a letter',
      }),
    );
    accepted(
      await attachStatement(world.runtime, world.actor('indonesia'), {
        documentId,
        kind: 'reservation',
        language: 'en',
        text: 'Indonesia reserves.',
      }),
    );
    world.clock.advance(8 * 86_400);
    expect(issueDueCorrigenda(world.runtime)).toBe(1);
    const read = accepted(
      await readVersion(world.runtime, world.actor('reviewer'), { documentId, number: 'now' }),
    );
    const { decision } = await adoptedFacts(world.runtime, world.actor('reviewer'), read, 'en');
    expect(annexMarks(decision?.annexes, 'en')).toEqual(['with Corr.1']);
    const facts = annexFacts(decision?.annexes, 'en');
    expect(facts.map(([name]) => name)).toEqual(['Corr.1, OP 1', 'Reservation: Indonesia']);
    expect(facts[0]?.[1]).toContain('civil service forwards;');
    expect(checkInstallation({ db: world.db, integrityFindings: () => [] }).findings).toEqual([]);
  });
});
