import { eq } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import { insertAgendaItem, insertMeeting } from '../../db/meetings';
import { waitingRecordFinding } from '../../db/record-findings';
import { notices } from '../../db/schema/notices';
import { lastRevisionHead } from '../../db/versions';
import type { MeetingTier } from '../../domain/procedure/states';
import { confirmCorrigendum } from '../use-cases/confirm-corrigendum';
import { confirmTierDecision } from '../use-cases/confirm-tier-decision';
import { type FindTierDecisionInput, findTierDecision } from '../use-cases/find-tier-decision';
import { issueRevision } from '../use-cases/issue-revision';
import { moveState } from '../use-cases/move-state';
import { type ProposeCorrigendumInput, proposeCorrigendum } from '../use-cases/propose-corrigendum';
import { draftStatement } from './adopted';
import { accepted } from './outcome';
import { BODY, createWorld, ITEM, MEETING, type Person, type World } from './world';

export let world: World;

/**
 * A world for each test of the file that calls this at its top, about what goes into a record by two persons' hands:
 * decisions of tiers, corrigenda, and what their authors hear.
 */
export function inRecordRoom(): void {
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(() => world.close());
}

export function meetingAt(tier: MeetingTier, status: 'open' | 'closed' = 'open'): string {
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

export function command(
  documentId: string,
  change: Partial<FindTierDecisionInput> = {},
): FindTierDecisionInput {
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

export function enter(input: FindTierDecisionInput, person: Person = 'chair') {
  return findTierDecision(world.runtime, world.actor(person), input);
}

export function confirm(documentId: string, findingId: string, person: Person = 'secretariat') {
  return confirmTierDecision(world.runtime, world.actor(person), { documentId, findingId });
}

/** One enters, the other confirms. */
export async function take(input: FindTierDecisionInput) {
  const entered = await enter(input);
  return entered.ok ? confirm(input.documentId, entered.value.findingId) : entered;
}

/** The secretariat enters a corrigendum and the chair confirms it. */
export async function corrigendum(input: ProposeCorrigendumInput) {
  const { documentId } = input;
  const entered = await proposeCorrigendum(world.runtime, world.actor('secretariat'), input);
  if (!entered.ok) return entered;
  const { findingId } = entered.value;
  return confirmCorrigendum(world.runtime, world.actor('chair'), { documentId, findingId });
}

/** What a person was told of entries of theirs that somebody took back. */
export function takenBack(person: Person, documentId: string): unknown[] {
  const rows = world.db.select().from(notices).where(eq(notices.documentId, documentId)).all();
  return rows
    .filter(({ userId, kind }) => userId === `user_${person}` && kind === 'findingTakenBack')
    .map(({ data }) => JSON.parse(data));
}

export async function issuedInNegotiation(): Promise<string> {
  const documentId = await draftStatement(world);
  const secretariat = world.actor('secretariat');
  accepted(await moveState(world.runtime, secretariat, { documentId, step: 'openNegotiation' }));
  accepted(await issueRevision(world.runtime, secretariat, { documentId }));
  return documentId;
}
