import { accountById } from '../../db/accounts';
import { type DocumentRow, findDocument } from '../../db/documents';
import { findAgendaItem, findMeeting, listAgendaItems, listMeetings } from '../../db/meetings';
import { lastRevisionHead, lastVersionHead } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import type { AdoptionGap } from '../../domain/procedure/adoption-gaps';
import { type OpenQuestion, openQuestions } from '../../domain/procedure/open-questions';
import type { DecisionVerb, MeetingTier } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { adoptionGapsOf } from '../use-cases/adoption-gaps';
import { readAhead } from '../use-cases/standing-text';
import { waitingFinding } from '../use-cases/waiting-finding';
import { indexedText } from './clause-index';
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

export interface AdoptionFinding {
  readonly id: string;
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly foundBy: string;
  readonly at: string;
  readonly meeting: { readonly title: string; readonly titleThai: string };
  readonly agendaItem: { readonly number: string; readonly title: string; readonly titleThai: string };
  /** The person who asks found it, so somebody else confirms it (PR41). */
  readonly isOwn: boolean;
}

/** What the chair sees before adopting, and the secretariat before confirming. */
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
  /** What the negotiation has left open, each with its place and whom it waits for (PR40). */
  readonly gaps: readonly AdoptionGap[];
  /** What the chair has found and the secretariat has yet to confirm (PR31), or null. */
  readonly finding: AdoptionFinding | null;
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
  const subject = { bodyId: document.body.id, state: document.state, pensDown: document.pensDown };
  const adopting = can(actor, 'adopt', subject);
  if (!adopting.ok && !can(actor, 'confirmAdoption', subject).ok) return adopting;
  const { db } = runtime;
  const row = findDocument(db, documentId);
  if (row === null) return refuse('PO1');
  const standing = await readAhead(runtime, documentId);
  // What follows asks for the clauses of this text: a long one is gone through in a worker thread first.
  await indexedText(runtime, document);
  const text = JSON.parse(standing.canonical) as DocumentJson;
  const last = lastRevisionHead(db, documentId);
  const newest = lastVersionHead(db, documentId);
  const isHeld = newest?.position === standing.position && newest.hash === standing.hash;
  const lastNumber = last?.revision ?? 0;
  return accept({
    document,
    pensDownSince: row.pensDownAt,
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
    gaps: adoptionGapsOf(db, row, standing, runtime.clock.now()),
    finding: findingOf(runtime, actor, row),
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

function findingOf(runtime: Runtime, actor: Actor, row: DocumentRow): AdoptionFinding | null {
  const { db } = runtime;
  const finding = waitingFinding(db, row);
  const meeting = finding === null ? undefined : findMeeting(db, finding.meetingId);
  const agendaItem = finding === null ? undefined : findAgendaItem(db, finding.agendaItemId);
  if (finding === null || !isDecisionVerb(finding.verb) || !meeting || !agendaItem) return null;
  return {
    id: finding.id,
    verb: finding.verb,
    wording: finding.wording,
    foundBy: accountById(db, finding.foundBy)?.name ?? '',
    at: finding.at,
    meeting: { title: meeting.title, titleThai: meeting.titleThai },
    agendaItem: { number: agendaItem.number, title: agendaItem.title, titleThai: agendaItem.titleThai },
    isOwn: finding.foundBy === actor.userId,
  };
}
