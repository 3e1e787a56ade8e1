import { listBodies, listCountries } from '../../db/bodies';
import { listAgendaItems, listMeetings } from '../../db/meetings';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';

export interface FormMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly title: string;
  readonly titleThai: string;
  readonly agenda: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly titleThai: string;
  }[];
}

/** What a person may choose from when making or describing a document. */
export interface DocumentFormChoices {
  readonly bodies: readonly {
    readonly id: string;
    readonly acronym: string;
    readonly name: string;
    readonly nameThai: string;
  }[];
  /** Meetings that are not closed, the latest first. */
  readonly meetings: readonly FormMeeting[];
  readonly countries: readonly {
    readonly code: string;
    readonly shortName: string;
    readonly thaiName: string;
  }[];
}

/**
 * Choices within the bodies where the actor may make documents; PO4 where there is none. `keepMeetingId`: where the
 * document is now, though that meeting be closed.
 */
export async function documentFormChoices(
  runtime: Runtime,
  actor: Actor,
  only: { readonly bodyId?: string; readonly keepMeetingId?: string | null } = {},
): Promise<Outcome<DocumentFormChoices>> {
  const { db } = runtime;
  const bodies = listBodies(db).filter(
    (body) =>
      (only.bodyId === undefined || body.id === only.bodyId) &&
      canInBody(actor, 'createDocument', body.id).ok,
  );
  if (bodies.length === 0) return refuse('PO4');
  const meetings = listMeetings(
    db,
    bodies.map((body) => body.id),
  ).filter((meeting) => meeting.status !== 'closed' || meeting.id === only.keepMeetingId);
  return accept({
    bodies: bodies.map(({ id, acronym, name, nameThai }) => ({ id, acronym, name, nameThai })),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      bodyId: meeting.bodyId,
      title: meeting.title,
      titleThai: meeting.titleThai,
      agenda: listAgendaItems(db, meeting.id).map(({ id, number, title, titleThai }) => ({
        id,
        number,
        title,
        titleThai,
      })),
    })),
    countries: listCountries(db).map(({ code, shortName, thaiName }) => ({ code, shortName, thaiName })),
  });
}
