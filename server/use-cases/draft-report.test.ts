import { describe, expect, test } from 'vitest';
import { findDecision } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { meetingDecisionsOf } from '../../db/meeting-decisions';
import type { DocumentJson } from '../../domain/text/document-json';
import { getReports } from '../queries/meeting-decisions';
import { adoptInTheRoom, draftStatement, readyToAdopt } from '../tests/adopted';
import { attend, decide, give, inMeetingRoom, wordsOf, world } from '../tests/meeting-room';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, ITEM, MEETING, type Person } from '../tests/world';
import { createDocument } from './create-document';
import { draftReport } from './draft-report';
import { readAhead } from './standing-text';
import { writeText } from './write-text';

inMeetingRoom();

describe('the report of a meeting', () => {
  const draft = (person: Person, language = 'en', meetingId = MEETING) =>
    draftReport(world.runtime, world.actor(person), { meetingId, language });

  test('ME20 ME21 is a document of its own in each language, by chair or secretariat, of a meeting that has begun', async () => {
    accepted(await attend('ID', 'TH'));
    accepted(await decide('chair', { wordingThai: 'ที่ประชุมรับทราบรายงาน' }));
    accepted(await give('chair'));
    const english = accepted(await draft('secretariat'));
    const thai = accepted(await draft('chair', 'th'));
    expect(english.documentId).not.toBe(thai.documentId);
    const row = findDocument(world.db, thai.documentId);
    expect([row?.kind, row?.language, row?.houseStyle, row?.state]).toEqual([
      'report',
      'th',
      'sections',
      'draft',
    ]);
    expect(await wordsOf(english.documentId)).toContain(
      'attended by the delegations of Indonesia and Thailand',
    );
    expect(await wordsOf(thai.documentId)).toContain('ที่ประชุมรับทราบรายงาน');
    expect(ruleOf(await draft('indonesia'))).toBe('PO4');
    expect(ruleOf(await draft('stranger'))).toBe('PO1');
    expect(ruleOf(await draft('secretariat', 'fr'))).toBe('BO10');
    expect(ruleOf(await draft('secretariat', 'en', 'meeting_planned'))).toBe('ME21');
  });

  test('ME22 it has one symbol in all its languages, whichever is drafted first, and counts once', async () => {
    const symbolOf = async (outcome: ReturnType<typeof draft>) =>
      findDocument(world.db, accepted(await outcome).documentId)?.symbol;
    const paper = { bodyId: BODY, kind: 'report', title: 'Another report' } as const;
    const another = async () =>
      accepted(await createDocument(world.runtime, world.actor('secretariat'), paper)).symbol;
    const thai = await symbolOf(draft('secretariat', 'th'));
    expect(thai).toMatch(/REP\.1\(TH\)$/);
    // Nobody else is given the number in between.
    expect(await another()).toMatch(/REP\.2$/);
    expect(await symbolOf(draft('chair', 'en'))).toBe(thai?.replace('(TH)', ''));
    expect(await another()).toMatch(/REP\.3$/);
  });

  test('ME20 a report that somebody wrote by hand under the agenda stands beside it, for whoever may know of it', async () => {
    const paper = { bodyId: BODY, kind: 'report', title: 'Report by hand', meetingId: MEETING } as const;
    const byHand = accepted(await createDocument(world.runtime, world.actor('secretariat'), paper));
    const drafted = accepted(await draft('secretariat'));
    const seen = async (person: Person) =>
      accepted(await getReports(world.runtime, world.actor(person), MEETING));
    const { reports, others } = await seen('indonesia');
    expect(reports.map(({ document }) => document?.id ?? null)).toEqual([drafted.documentId, null]);
    expect(others.map(({ id }) => id)).toEqual([byHand.documentId]);
    expect((await seen('observer')).others).toEqual([]);
  });

  test('ME23 its annexes list the papers, the texts adopted with their fingerprints, and who was there', async () => {
    accepted(await attend('ID', 'TH'));
    const statement = await draftStatement(world);
    const ready = await readyToAdopt(world, statement);
    accepted(await adoptInTheRoom(world, ready));
    const { documentId } = accepted(await draft('secretariat'));
    const words = await wordsOf(documentId);
    const adopted = findDocument(world.db, statement);
    expect(words).toContain('List of documents');
    expect(words).toContain(adopted?.symbol);
    const hash = findDecision(world.db, statement)?.decision.textHash ?? 'none';
    expect(words.replaceAll(' ', '')).toContain(hash);
    expect(words).toContain('Dewi Lestari');
    // A report by hand is none either, nor is what stands under no item.
    const paper = { bodyId: BODY, kind: 'paper', title: 'A paper', meetingId: MEETING } as const;
    const create = async (more: object) =>
      accepted(await createDocument(world.runtime, world.actor('secretariat'), { ...paper, ...more })).symbol;
    const listed = await create({ agendaItemId: ITEM });
    const others = [await create({}), await create({ kind: 'report', agendaItemId: ITEM })];
    world.raw(`update documents set state = 'circulated' where state = 'draft' and id <> ?`, documentId);
    // Drawn up anew it is no paper of its own.
    world.clock.advance(60);
    accepted(await decide('chair'));
    accepted(await draft('secretariat'));
    const anew = await wordsOf(documentId);
    expect(anew).toContain('The Meeting took note of the reports.');
    expect(anew).not.toContain(findDocument(world.db, documentId)?.symbol);
    expect(anew).toContain(listed);
    for (const symbol of others) expect(anew).not.toContain(symbol);
  });

  test('ME20 it names the people of the meeting’s days, whoever came after them', async () => {
    accepted(await attend('ID', 'TH'));
    accepted(await decide('chair'));
    // Two years on another leads the delegation of Indonesia.
    world.raw(
      `update appointments set to_at = '2020-01-01T00:00:00.000Z' where id = ?`,
      'appointment_indonesia',
    );
    world.clock.set('2021-06-01T00:00:00.000Z');
    const { documentId } = accepted(await draft('secretariat'));
    expect(await wordsOf(documentId)).toContain('Dewi Lestari');
  });

  test('ME20 it is drafted anew while nobody has written in it, and never over somebody’s words', async () => {
    accepted(await decide('chair'));
    const { documentId } = accepted(await draft('secretariat'));
    world.clock.advance(60);
    accepted(
      await decide('chair', { verb: 'welcomed', wording: 'The Meeting welcomed the pool of experts.' }),
    );
    expect(accepted(await draft('chair'))).toEqual({ documentId, anew: true });
    expect(await wordsOf(documentId)).toContain('The Meeting welcomed the pool of experts.');
    world.clock.advance(60);
    const { canonical } = await readAhead(world.runtime, documentId);
    const text = JSON.parse(canonical.replace('took note of', 'took careful note of')) as DocumentJson;
    accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
    world.clock.advance(60);
    accepted(await decide('chair', { verb: 'discussed', wording: 'The Meeting discussed the theme.' }));
    expect(ruleOf(await draft('secretariat'))).toBe('ME20');
    expect(await wordsOf(documentId)).toContain('took careful note of');
    expect(meetingDecisionsOf(world.db, [MEETING])).toHaveLength(3);
  });
});
