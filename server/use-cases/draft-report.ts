import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { lastChanges } from '../../db/document-activity';
import { findDocument, findDocumentBySymbol } from '../../db/documents';
import { findMeetingReport, keepMeetingReport, reportsOfMeeting } from '../../db/meeting-reports';
import type { MeetingRow } from '../../db/meetings';
import { listAgendaItems } from '../../db/meetings';
import { reportText, reportTitle } from '../../domain/meeting/report';
import { REPORT_LANGUAGES, type ReportLanguage } from '../../domain/meeting/report-words';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { languageSymbol, sharedSymbol } from '../../domain/procedure/symbols';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordAct } from './body-act';
import { insertNewDocument, nextSymbol } from './create-document';
import { appendEdit, editAhead, firstEdit } from './edit-ahead';
import { decidingMeeting } from './meeting-decisions';
import { subjectOf } from './permitted-document';
import { preparedText } from './prepared-text';
import { reportFacts } from './report-facts';

export interface DraftReportInput {
  readonly meetingId: string;
  readonly language: string;
}

export interface DraftedReport {
  readonly documentId: string;
  /** Whether there was a draft already, now written anew. */
  readonly anew: boolean;
}

/**
 * Drafts the report of a meeting from its decisions, as a document like any other (ME20, ME21). Drafted again it is
 * written anew, by the smallest edit, as long as nobody has written in it since.
 */
export async function draftReport(
  runtime: Runtime,
  actor: Actor,
  input: DraftReportInput,
): Promise<Outcome<DraftedReport>> {
  const found = draftable(runtime.db, actor, input);
  if (!found.ok) return found;
  const { meeting, language } = found.value;
  const facts = reportFacts(runtime.db, meeting, runtime.clock.now());
  const text = preparedText(reportText(facts, language));
  if (!text.ok) return text;
  const target = JSON.stringify(text.value);
  const standing = findMeetingReport(runtime.db, meeting.id, language);
  if (standing === null) {
    const first = await firstEdit(runtime, target);
    const at = runtime.clock.now();
    return atomic(runtime.db, (tx): Outcome<DraftedReport> => {
      const still = draftable(tx, actor, input);
      if (!still.ok) return still;
      if (findMeetingReport(tx, meeting.id, language) !== null) return refuse('ME18');
      const symbol = reportSymbol(tx, meeting, language);
      if (!symbol.ok) return symbol;
      const created = insertNewDocument(
        tx,
        at,
        actor,
        {
          bodyId: meeting.bodyId,
          kind: 'report',
          title: reportTitle(facts, language),
          symbol: symbol.value,
          language,
          meetingId: meeting.id,
          agendaItemId: listAgendaItems(tx, meeting.id).at(-1)?.id ?? null,
        },
        first,
      );
      if (!created.ok) return created;
      keepReport(tx, actor, at, still.value, created.value.documentId, false);
      return accept({ documentId: created.value.documentId, anew: false });
    });
  }
  const { documentId } = standing;
  const ahead = await editAhead(runtime, documentId, target);
  const at = runtime.clock.now();
  const drafted = atomic(runtime.db, (tx): Outcome<DraftedReport> => {
    const still = draftable(tx, actor, input);
    if (!still.ok) return still;
    const document = findDocument(tx, documentId);
    if (document === null) return refuse('PO1');
    const writable = can(actor, 'edit', subjectOf(document));
    if (!writable.ok) return writable;
    if (isWrittenIn(tx, meeting.id, language)) return refuse('ME20', { symbol: document.symbol });
    if (appendEdit(tx, { document, actor, at }, target, ahead) !== null)
      keepReport(tx, actor, at, still.value, documentId, true);
    return accept({ documentId, anew: true });
  });
  if (drafted.ok) runtime.live.followLog(documentId);
  return drafted;
}

/** Whether somebody has written in the report of a meeting since it was drafted. */
export function isWrittenIn(db: Db, meetingId: string, language: string): boolean {
  const report = reportsOfMeeting(db, meetingId).find((one) => one.language === language);
  if (report === undefined) return false;
  const last = lastChanges(db, [report.documentId]).get(report.documentId);
  return last !== undefined && last.at > report.at;
}

/** ME22: one report has one symbol; in another language than English it says which, whichever was drafted first. */
function reportSymbol(tx: Db, meeting: MeetingRow, language: ReportLanguage): Outcome<string> {
  const [other] = reportsOfMeeting(tx, meeting.id);
  const known = other === undefined ? null : (findDocument(tx, other.documentId)?.symbol ?? null);
  const next = nextSymbol(tx, meeting.bodyId, 'report', meeting.series);
  if (!next.ok) return next;
  const inLanguage = (symbol: string) => (language === 'en' ? symbol : languageSymbol(symbol, language));
  const shared = known === null ? null : inLanguage(sharedSymbol(known));
  // Somebody may have given it to another document by hand.
  return accept(
    shared !== null && findDocumentBySymbol(tx, shared) === null ? shared : inLanguage(next.value),
  );
}

interface Draftable {
  readonly meeting: MeetingRow;
  readonly language: ReportLanguage;
}

function draftable(db: Db, actor: Actor, input: DraftReportInput): Outcome<Draftable> {
  const meeting = decidingMeeting(db, actor, input.meetingId);
  if (!meeting.ok) return meeting;
  const allowed = canInBody(actor, 'createDocument', meeting.value.bodyId);
  if (!allowed.ok) return allowed;
  const language = REPORT_LANGUAGES.find((known) => known === input.language);
  if (language === undefined) return refuse('BO10', { field: 'language' });
  if (meeting.value.status === 'planned') return refuse('ME21');
  return accept({ meeting: meeting.value, language });
}

function keepReport(
  tx: Db,
  actor: Actor,
  at: string,
  { meeting, language }: Draftable,
  documentId: string,
  anew: boolean,
): void {
  const standing = findMeetingReport(tx, meeting.id, language);
  keepMeetingReport(tx, {
    id: standing?.id ?? newId('mrep'),
    meetingId: meeting.id,
    documentId,
    language,
    at,
  });
  recordAct(tx, actor, at, {
    kind: 'meeting.reportDrafted',
    bodyId: meeting.bodyId,
    subjectType: 'meeting',
    subjectId: meeting.id,
    data: { documentId, language, anew },
  });
}
