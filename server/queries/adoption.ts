import { findDocument } from '../../db/documents';
import { listAgendaItems, listMeetings } from '../../db/meetings';
import { lastRevisionHead, lastVersionHead } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import { type OpenQuestion, openQuestions } from '../../domain/procedure/open-questions';
import type { MeetingTier } from '../../domain/procedure/states';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { readAhead } from '../use-cases/standing-text';
import { type DocumentView, getDocument } from './documents';
import { type VersionLine, versionLine } from './version-line';

export interface AdoptionMeeting {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
  readonly tier: MeetingTier;
  readonly agenda: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly titleThai: string;
  }[];
}

/** What the chair sees before adopting. */
export interface AdoptionView {
  readonly document: DocumentView;
  readonly pensDownSince: string | null;
  /** The text as it stands. While pens are down it is the candidate: nothing can change it. */
  readonly candidate: {
    readonly text: DocumentJson;
    readonly position: number;
    readonly hash: string;
    readonly words: number;
    /** The version that holds exactly this text, or null while pens are up. */
    readonly version: VersionLine | null;
    /** The number it will have as adopted text: Rev.n. */
    readonly revision: number;
  };
  readonly lastRevision: VersionLine | null;
  /** The text differs from the last issued revision. */
  readonly changedSinceRevision: boolean;
  readonly questions: readonly OpenQuestion[];
  /** Meetings of the body that are in session, with their agenda. */
  readonly meetings: readonly AdoptionMeeting[];
}

export async function getAdoption(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<AdoptionView>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const document = found.value;
  const allowed = can(actor, 'adopt', {
    bodyId: document.body.id,
    state: document.state,
    pensDown: document.pensDown,
  });
  if (!allowed.ok) return allowed;
  const { db } = runtime;
  const standing = await readAhead(runtime, documentId);
  const text = JSON.parse(standing.canonical) as DocumentJson;
  const last = lastRevisionHead(db, documentId);
  const newest = lastVersionHead(db, documentId);
  const isHeld = newest?.position === standing.position && newest.hash === standing.hash;
  const lastNumber = last?.revision ?? 0;
  return accept({
    document,
    pensDownSince: findDocument(db, documentId)?.pensDownAt ?? null,
    candidate: {
      text,
      position: standing.position,
      hash: standing.hash,
      words: standing.words,
      version: document.pensDown && isHeld && newest !== null ? versionLine(newest) : null,
      revision: last?.hash === standing.hash ? lastNumber : lastNumber + 1,
    },
    lastRevision: last === null ? null : versionLine(last),
    changedSinceRevision: last !== null && last.hash !== standing.hash,
    questions: openQuestions(text, document.houseStyle),
    meetings: listMeetings(db, [document.body.id])
      .filter((meeting) => meeting.status === 'open')
      .map(({ id, title, titleThai, tier }) => ({
        id,
        title,
        titleThai,
        tier,
        agenda: listAgendaItems(db, id).map((item) => ({
          id: item.id,
          number: item.number,
          title: item.title,
          titleThai: item.titleThai,
        })),
      })),
  });
}
