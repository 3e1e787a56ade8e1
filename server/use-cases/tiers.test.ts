import { describe, expect, test } from 'vitest';
import { findAnnulment } from '../../db/annulments';
import { wholeAudit } from '../../db/audit-log';
import { evidenceFileOf } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { updateMeeting } from '../../db/meetings';
import { waitingRecordFinding } from '../../db/record-findings';
import { lineageOf, tierEvidenceOf } from '../../db/tier-decisions';
import { lastRevisionHead, lastVersionHead, versionText } from '../../db/versions';
import { verifyEvidence } from '../evidence-check';
import { getDecisions } from '../queries/decisions';
import { adoptedStatement, draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import {
  command,
  confirm,
  enter,
  inRecordRoom,
  issuedInNegotiation,
  meetingAt,
  take,
  takenBack,
  world,
} from '../tests/record-room';
import { MEETING, PEOPLE, type Person, textOf } from '../tests/world';
import { annulDecision } from './annul-decision';
import type { FindTierDecisionInput } from './find-tier-decision';
import { issueRevision } from './issue-revision';
import { moveState } from './move-state';
import { proposeCorrigendum } from './propose-corrigendum';
import { writeText } from './write-text';

inRecordRoom();

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
