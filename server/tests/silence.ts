import { findDocument } from '../../db/documents';
import type { Amendment } from '../../domain/silence/amendment';
import { textHash } from '../../domain/text/canonical';
import { clausesOf } from '../../domain/text/clauses';
import { lookAfterSilences } from '../jobs/silence';
import { moveState } from '../use-cases/move-state';
import { lastBeat } from '../use-cases/silence-heartbeat';
import { readAhead } from '../use-cases/standing-text';
import { type StartSilenceInput, startSilence } from '../use-cases/start-silence';
import { draftStatement, STATEMENT } from './adopted';
import { accepted } from './outcome';
import { ITEM, MEETING, type World } from './world';

export const HASH = textHash(STATEMENT);
/** Silence begins on 22 April 2019 at 09:00 in Bangkok (the world's clock) and ends three days and an hour later. */
export const END = '2019-04-25T03:00:00.000Z';

/** A statement in negotiation. */
export async function negotiatedStatement(world: World, text = STATEMENT): Promise<string> {
  const documentId = await draftStatement(world, text);
  accepted(await moveState(world.runtime, world.actor('chair'), { documentId, step: 'openNegotiation' }));
  return documentId;
}

/** What the chair sends from the page as it stands. */
export async function readyForSilence(world: World, documentId: string): Promise<StartSilenceInput> {
  const { hash } = await readAhead(world.runtime, documentId);
  return {
    documentId,
    endsAt: '2019-04-25T10:00',
    zone: 'Asia/Bangkok',
    verb: 'adopted',
    wording: 'The SOM adopted the Statement by silence procedure.',
    meetingId: MEETING,
    agendaItemId: ITEM,
    hash,
    stateSeq: findDocument(world.db, documentId)?.stateSeq ?? -1,
  };
}

/** A statement under silence until `END`. */
export async function silentStatement(world: World): Promise<{ documentId: string; runId: string }> {
  const documentId = await negotiatedStatement(world);
  lastBeat(world.runtime);
  const command = await readyForSilence(world, documentId);
  const { runId } = accepted(await startSilence(world.runtime, world.actor('chair'), command));
  return { documentId, runId };
}

/** Other words for OP 1 of the statement, as a delegation sends them from the form. */
export const AMENDMENT: Amendment = {
  change: 'replace',
  clauseId: clausesOf(STATEMENT)[2]?.id ?? '',
  words: 'AGREE that members may move the civil service forward;',
};

/** The server has served without a pause until just before an instant; its clock says that instant now. */
export function servedUntil(world: World, instant: string): void {
  world.clock.set(new Date(Date.parse(instant) - 1000).toISOString());
  lastBeat(world.runtime);
  world.clock.set(instant);
}

/** The same, and the job has made its round. */
export async function roundAt(world: World, instant: string): Promise<number> {
  servedUntil(world, instant);
  return lookAfterSilences(world.runtime);
}

export function earlier(instant: string, ms: number): string {
  return new Date(Date.parse(instant) - ms).toISOString();
}
