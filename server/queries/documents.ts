import { annulmentsOn } from '../../db/annulments';
import { listBodies } from '../../db/bodies';
import { decisionsOn } from '../../db/decisions';
import { copiesAllowed } from '../../db/device-copies';
import { type DocumentInContext, findDocumentInContext, listDocumentsInContext } from '../../db/documents';
import { lineageOf } from '../../db/tier-decisions';
import { currentVersionHeads, type VersionHead } from '../../db/versions';
import { type Actor, can, rolesIn } from '../../domain/policy/can';
import { DOCUMENT_OPERATIONS, type DocumentOperation } from '../../domain/policy/operations';
import type { DecisionVerb, DocumentKind, DocumentState, MeetingTier } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { type VersionLine, versionLine } from './version-line';

export type { VersionLine };

/** A document as pages see it, with what the person who asks may do. */
export interface DocumentView {
  readonly id: string;
  readonly symbol: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly language: string;
  readonly houseStyle: HouseStyle;
  readonly leadCountry: string | null;
  readonly state: DocumentState;
  readonly stateSeq: number;
  readonly pensDown: boolean;
  readonly isIllustrative: boolean;
  readonly predecessorId: string | null;
  readonly createdAt: string;
  readonly body: {
    readonly id: string;
    readonly acronym: string;
    readonly name: string;
    readonly nameThai: string;
  };
  readonly meeting: { readonly id: string; readonly title: string; readonly titleThai: string } | null;
  readonly agendaItem: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly titleThai: string;
  } | null;
  /** The decision that made the text final, or null. */
  readonly decision: {
    readonly verb: DecisionVerb;
    readonly at: string;
    readonly meeting: {
      readonly id: string;
      readonly title: string;
      readonly titleThai: string;
      readonly tier: MeetingTier;
    };
  } | null;
  /** The decision taken last, of whichever tier: what the document's head says. */
  readonly lastDecision: {
    readonly verb: DecisionVerb;
    readonly at: string;
    readonly revision: number;
    readonly meeting: { readonly tier: MeetingTier };
  } | null;
  /** The adoption was annulled within its sitting (DE19). */
  readonly isAnnulled: boolean;
  /** The newest revision (the adopted text counts), else the newest version. */
  readonly currentVersion: VersionLine | null;
  readonly may: Readonly<Record<DocumentOperation, boolean>>;
  /** The rule that keeps this person from writing, or null. */
  readonly whyNotEdit: string | null;
}

/** Whether unsent edits of a document may be kept on devices now (BO16). */
export function keepsCopies(runtime: Runtime, document: Pick<DocumentView, 'meeting'>): boolean {
  return copiesAllowed(runtime.db, document.meeting?.id ?? null, runtime.clock.now());
}

export interface DocumentListFilter {
  readonly bodyId?: string;
  readonly meetingId?: string;
  readonly agendaItemId?: string;
  readonly predecessorId?: string;
  readonly states?: readonly DocumentState[];
  readonly limit?: number;
}

/** One document, where the actor may read it. */
export async function getDocument(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<DocumentView>> {
  const found = findDocumentInContext(runtime.db, documentId);
  if (found === null) return refuse('PO1');
  const allowed = can(actor, 'read', subjectOf(found));
  if (!allowed.ok) return allowed;
  const [view] = viewsOf(runtime, actor, [found]);
  return view === undefined ? refuse('PO1') : accept(view);
}

/** The documents the actor may see, those written in last first. */
export async function listDocuments(
  runtime: Runtime,
  actor: Actor,
  filter: DocumentListFilter = {},
): Promise<Outcome<DocumentView[]>> {
  const bodyIds = listBodies(runtime.db)
    .map((body) => body.id)
    .filter((id) => (filter.bodyId === undefined || id === filter.bodyId) && rolesIn(actor, id).length > 0);
  const { bodyId: _, limit, ...rest } = filter;
  const seen = listDocumentsInContext(runtime.db, { ...rest, bodyIds }).filter(
    (found) => can(actor, 'list', subjectOf(found)).ok,
  );
  const shown = limit === undefined ? seen : seen.slice(0, limit);
  return accept(viewsOf(runtime, actor, shown));
}

function viewsOf(runtime: Runtime, actor: Actor, found: readonly DocumentInContext[]): DocumentView[] {
  const ids = found.map((entry) => entry.document.id);
  const current = currentVersionHeads(runtime.db, ids);
  const last = new Map(lineageOf(runtime.db, ids).map((step) => [step.documentId, step]));
  const annulled = new Set(annulmentsOn(runtime.db, ids).map(({ documentId }) => documentId));
  const decisions = new Map(decisionsOn(runtime.db, ids).map((decision) => [decision.documentId, decision]));
  return found.map((entry) => {
    const { id } = entry.document;
    const view = viewOf(entry, actor, current.get(id) ?? null, decisions.get(id) ?? null);
    const step = last.get(id);
    return {
      ...view,
      lastDecision:
        step === undefined
          ? null
          : { verb: step.verb, at: step.at, revision: step.revision, meeting: { tier: step.meeting.tier } },
      isAnnulled: annulled.has(id),
    };
  });
}

function subjectOf({ document }: DocumentInContext) {
  return { bodyId: document.bodyId, state: document.state, pensDown: document.pensDownAt !== null };
}

function viewOf(
  found: DocumentInContext,
  actor: Actor,
  current: VersionHead | null,
  decision: DocumentView['decision'],
): Omit<DocumentView, 'lastDecision' | 'isAnnulled'> {
  const { document } = found;
  const subject = subjectOf(found);
  const edit = can(actor, 'edit', subject);
  return {
    id: document.id,
    symbol: document.symbol,
    kind: document.kind,
    title: document.title,
    language: document.language,
    houseStyle: document.houseStyle,
    leadCountry: document.leadCountry,
    state: document.state,
    stateSeq: document.stateSeq,
    pensDown: subject.pensDown,
    isIllustrative: document.isIllustrative,
    predecessorId: document.predecessorId,
    createdAt: document.createdAt,
    body: found.body,
    meeting: found.meeting,
    agendaItem: found.agendaItem,
    decision: decision === null ? null : { verb: decision.verb, at: decision.at, meeting: decision.meeting },
    currentVersion: current === null ? null : versionLine(current),
    may: Object.fromEntries(
      Object.keys(DOCUMENT_OPERATIONS).map((operation) => [
        operation,
        can(actor, operation as DocumentOperation, subject).ok,
      ]),
    ) as Record<DocumentOperation, boolean>,
    whyNotEdit: edit.ok ? null : edit.rule,
  };
}
