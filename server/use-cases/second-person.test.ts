import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { corrigendaOf } from '../../db/corrigenda';
import { findDocument } from '../../db/documents';
import { waitingRecordFinding } from '../../db/record-findings';
import { notices } from '../../db/schema/notices';
import { lineageOf, tierEvidenceOf } from '../../db/tier-decisions';
import { verifyEvidence } from '../evidence-check';
import { issueDueCorrigenda } from '../jobs/corrigenda';
import { getDecisions } from '../queries/decisions';
import { homeFor } from '../queries/home';
import { inboxFor } from '../queries/inbox';
import { getMeeting } from '../queries/meetings';
import { getRecord } from '../queries/records';
import { adoptedStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import {
  command,
  confirm,
  enter,
  inRecordRoom,
  issuedInNegotiation,
  takenBack,
  world,
} from '../tests/record-room';
import { MEETING, PEOPLE, type Person, textOf } from '../tests/world';
import { confirmCorrigendum } from './confirm-corrigendum';
import { moveMeeting } from './move-meeting';
import { proposeCorrigendum } from './propose-corrigendum';
import { takeFindingBack } from './take-finding-back';
import { writeText } from './write-text';

inRecordRoom();

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
