import type { DocumentJson } from '../../domain/text/document-json';
import { readVersion } from '../queries/versions';
import { type AdoptDocumentInput, adoptDocument } from '../use-cases/adopt-document';
import { createDocument } from '../use-cases/create-document';
import { setPens } from '../use-cases/set-pens';
import { accepted } from './outcome';
import { textOf } from './texts';
import { BODY, ITEM, MEETING, type World } from './world';

export const STATEMENT: DocumentJson = textOf(
  ['title', 'Statement on Civil Service Reform'],
  ['preambular', 'RECALLING the meeting in Chiang Rai,'],
  ['operative', 'AGREE to move the civil service forward;'],
  ['operative', 'REQUEST the Secretariat to report.'],
);

/** A statement in draft under the agenda of the open meeting. */
export async function draftStatement(world: World, text: DocumentJson = STATEMENT): Promise<string> {
  const made = await createDocument(world.runtime, world.actor('secretariat'), {
    bodyId: BODY,
    kind: 'statement',
    title: 'Statement on Civil Service Reform',
    leadCountry: 'TH',
    meetingId: MEETING,
    agendaItemId: ITEM,
    text,
  });
  return accepted(made).documentId;
}

/** Pens down, and the command that adopts exactly what stands then. */
export async function readyToAdopt(world: World, documentId: string): Promise<AdoptDocumentInput> {
  accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
  const shown = accepted(
    await readVersion(world.runtime, world.actor('chair'), { documentId, number: 'now' }),
  );
  return {
    documentId,
    position: shown.version.position,
    hash: shown.version.hash,
    verb: 'adopted',
    wording: 'The SOM adopted the Statement.',
    meetingId: MEETING,
    agendaItemId: ITEM,
  };
}

/** The whole way from nothing to an adopted statement. */
export async function adoptedStatement(world: World): Promise<string> {
  const documentId = await draftStatement(world);
  const command = await readyToAdopt(world, documentId);
  accepted(await adoptDocument(world.runtime, world.actor('chair'), command));
  return documentId;
}
