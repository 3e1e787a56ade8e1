import { actionsOf } from '../../db/actions';
import type { Db } from '../../db/client';
import {
  documentsDecidedAt,
  findMeetingDecision,
  type MeetingDecisionRow,
  meetingDecisionsOf,
  namedByDecisions,
} from '../../db/meeting-decisions';
import { reportsOfMeeting } from '../../db/meeting-reports';
import { findMeeting, listMeetings } from '../../db/meetings';
import { lineageOf } from '../../db/tier-decisions';
import type { PresentDelegation } from '../../domain/meeting/decisions';
import { REPORT_LANGUAGES, type ReportLanguage } from '../../domain/meeting/report-words';
import { reportedVerb } from '../../domain/meeting/verbs';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { isWrittenIn } from '../use-cases/draft-report';
import { annulledAmong } from '../use-cases/report-facts';
import { type DocumentView, listDocuments } from './documents';
import { lineOf, type MeetingLine, type Waiting, waitsForOpening } from './meetings';
import { type ItemName, itemNames } from './running-order';

type Named = Pick<DocumentView, 'id' | 'symbol' | 'title' | 'language'>;
interface Pointer {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
}

export interface MeetingDecisionLine
  extends Pick<
    MeetingDecisionRow,
    'id' | 'meetingId' | 'number' | 'verb' | 'wording' | 'wordingThai' | 'at'
  > {
  readonly item: ItemName | null;
  /** Null where there is none, or where the actor may not know of it. */
  readonly document: Named | null;
  /** Whether it reports a decision on that document, with its own record. */
  readonly isReport: boolean;
  readonly putsRight: Pointer | null;
  readonly putRightBy: Pointer | null;
  readonly present: readonly PresentDelegation[];
  readonly members: number;
  readonly actions: number;
}

export interface DecisionsView {
  readonly decisions: readonly MeetingDecisionLine[];
  readonly may: { readonly decide: boolean };
  readonly waits: Waiting | null;
  readonly items: readonly ItemName[];
  readonly documents: readonly Named[];
  /** Decisions on texts that this meeting took and has not reported yet. */
  readonly unreported: readonly {
    readonly id: string;
    readonly verb: ReturnType<typeof reportedVerb>;
    readonly document: Named;
    readonly wording: string;
  }[];
}

/** What a meeting decided, and what whoever takes a decision may name in it. */
export async function getDecisions(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<DecisionsView>> {
  const { db } = runtime;
  const meeting = findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  const documents = await listedIn(runtime, actor, meeting.bodyId);
  const named = namedByDecisions(db, meeting.bodyId);
  const decidedOn = documentsDecidedAt(db, meetingId);
  const annulled = annulledAmong(db, decidedOn);
  const onTexts = lineageOf(db, decidedOn).filter(
    (row) => row.meeting.id === meetingId && !named.has(row.id) && !annulled.has(row.id),
  );
  return accept({
    decisions: linesOf(runtime, meeting.bodyId, [meetingId], documents),
    may: { decide: meeting.status === 'open' && canInBody(actor, 'decideAtMeeting', meeting.bodyId).ok },
    waits: waitsForOpening(actor, meeting),
    items: itemNames(runtime, meetingId),
    documents: [...documents.values()],
    unreported: onTexts.flatMap(({ id, verb, documentId, wording }) => {
      const document = documents.get(documentId);
      return document === undefined ? [] : [{ id, verb: reportedVerb(verb), document, wording }];
    }),
  });
}

export interface SeriesView {
  readonly series: string;
  readonly acronym: string;
  /** As they sat, each with what it decided. */
  readonly meetings: readonly {
    readonly meeting: MeetingLine;
    readonly decisions: readonly MeetingDecisionLine[];
  }[];
}

/** The meetings of one cycle, tier after tier, with everything that they decided. */
export async function getSeries(
  runtime: Runtime,
  actor: Actor,
  body: { readonly id: string; readonly acronym: string },
  series: string,
): Promise<Outcome<SeriesView>> {
  const allowed = canInBody(actor, 'enter', body.id);
  if (!allowed.ok) return allowed;
  const meetings = listMeetings(runtime.db, [body.id])
    .filter((meeting) => meeting.series === series)
    .reverse();
  if (meetings.length === 0) return refuse('PO1');
  const documents = await listedIn(runtime, actor, body.id);
  return accept({
    series,
    acronym: body.acronym,
    meetings: meetings.map((meeting) => ({
      meeting: lineOf(meeting, body.acronym),
      decisions: linesOf(runtime, body.id, [meeting.id], documents),
    })),
  });
}

async function listedIn(runtime: Runtime, actor: Actor, bodyId: string): Promise<Map<string, Named>> {
  const listed = await listDocuments(runtime, actor);
  const own = (listed.ok ? listed.value : []).filter(({ body }) => body.id === bodyId);
  return new Map(own.map(({ id, symbol, title, language }) => [id, { id, symbol, title, language }]));
}

function linesOf(
  runtime: Runtime,
  bodyId: string,
  meetingIds: readonly string[],
  documents: ReadonlyMap<string, Named>,
): MeetingDecisionLine[] {
  const { db } = runtime;
  const named = namedByDecisions(db, bodyId);
  const items = meetingIds.flatMap((id) => itemNames(runtime, id));
  const actions = actionsOf(db, meetingIds);
  return meetingDecisionsOf(db, meetingIds).map((row): MeetingDecisionLine => {
    const { id, meetingId, number, verb, wording, wordingThai, at } = row;
    const putsRight = pointer(db, row.ofDecisionId);
    return {
      ...{ id, meetingId, number, verb, wording, wordingThai, at },
      item: items.find((item) => item.id === row.agendaItemId) ?? null,
      document: documents.get(row.documentId ?? '') ?? null,
      isReport: row.ofDecisionId !== null && putsRight === null,
      putsRight,
      putRightBy: pointer(db, named.get(id) ?? null),
      present: JSON.parse(row.present) as PresentDelegation[],
      members: (JSON.parse(row.roster) as unknown[]).length,
      actions: actions.filter(({ decisionId }) => decisionId === id).length,
    };
  });
}

function pointer(db: Db, decisionId: string | null): Pointer | null {
  const found = decisionId === null ? null : findMeetingDecision(db, decisionId);
  return found === null ? null : { id: found.id, meetingId: found.meetingId, number: found.number };
}

export interface ReportLine {
  readonly language: ReportLanguage;
  /** Null where nothing was drafted, or where the actor may not know of the document yet. */
  readonly document: ReportDocument | null;
  readonly isDrafted: boolean;
  readonly draftedAt: string | null;
  readonly isWrittenIn: boolean;
}

export interface ReportsView {
  readonly reports: readonly ReportLine[];
  /** Reports under the meeting's agenda that people wrote by hand. */
  readonly others: readonly ReportDocument[];
  readonly may: { readonly draft: boolean };
}

type ReportDocument = Named & Pick<DocumentView, 'state'>;

/** The reports of a meeting, by language, and whether the actor may draft them. */
export async function getReports(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<ReportsView>> {
  const { db } = runtime;
  const meeting = findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  const listed = await listDocuments(runtime, actor);
  const documents = new Map((listed.ok ? listed.value : []).map((document) => [document.id, document]));
  const drafted = reportsOfMeeting(db, meetingId);
  return accept({
    reports: REPORT_LANGUAGES.map((language): ReportLine => {
      const report = drafted.find((one) => one.language === language);
      return {
        language,
        document: documents.get(report?.documentId ?? '') ?? null,
        isDrafted: report !== undefined,
        draftedAt: report?.at ?? null,
        isWrittenIn: isWrittenIn(db, meetingId, language),
      };
    }),
    others: [...documents.values()].filter(
      (document) =>
        document.kind === 'report' &&
        document.meeting?.id === meetingId &&
        !drafted.some(({ documentId }) => documentId === document.id),
    ),
    may: { draft: meeting.status !== 'planned' && canInBody(actor, 'decideAtMeeting', meeting.bodyId).ok },
  });
}
