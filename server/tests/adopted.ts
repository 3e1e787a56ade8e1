import type { Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { readVersion } from '../queries/versions';
import { type AdoptedDocument, adoptDocument } from '../use-cases/adopt-document';
import { createDocument } from '../use-cases/create-document';
import { type FindAdoptionInput, findAdoption } from '../use-cases/find-adoption';
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
export async function readyToAdopt(world: World, documentId: string): Promise<FindAdoptionInput> {
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

/** Both steps: the chair finds, the secretariat confirms. The refusal of either is the refusal. */
export async function adoptInTheRoom(
  world: World,
  command: FindAdoptionInput,
): Promise<Outcome<AdoptedDocument>> {
  const found = await findAdoption(world.runtime, world.actor('chair'), command);
  if (!found.ok) return found;
  const { documentId } = command;
  return adoptDocument(world.runtime, world.actor('secretariat'), { documentId, ...found.value });
}

/** The whole way from nothing to an adopted statement. */
export async function adoptedStatement(world: World): Promise<string> {
  const documentId = await draftStatement(world);
  const command = await readyToAdopt(world, documentId);
  accepted(await adoptInTheRoom(world, command));
  return documentId;
}
