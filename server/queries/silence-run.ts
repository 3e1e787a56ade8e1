import { accountsById } from '../../db/accounts';
import type { Db } from '../../db/client';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import { type SilenceEventRow, type SilenceRunRow, silenceEventsOf, silenceRunsOn } from '../../db/silence';
import { findVersionById } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import type { DecisionVerb } from '../../domain/procedure/states';
import { accept, type Outcome } from '../../domain/refusal';
import type { RunState } from '../../domain/silence/run';
import { seesBreaker } from '../../domain/silence/sight';
import type { Runtime } from '../runtime';
import { permittedDocument } from '../use-cases/permitted-document';
import { permittedProposal } from '../use-cases/permitted-proposal';

/** Something that happened in a run, as far as the person may know of it. */
export interface SilenceEventView {
  /** Also the receipt of whoever did it. */
  readonly id: string;
  readonly kind: SilenceEventRow['kind'];
  readonly at: string;
  readonly country: string | null;
  readonly byName: string | null;
  /** The objection, the amendment or the reason, in their words. */
  readonly text: string | null;
  /** Of an amendment: the words it would have, and the proposal that it became. */
  readonly amendment: SilenceAmendment | null;
  /** Of an extension: the end before and after. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of a reminder. */
  readonly hours: number | null;
  /** Of an announcement: the meeting. */
  readonly meeting: { readonly title: string; readonly titleThai: string } | null;
}

export interface SilenceAmendment {
  readonly change: 'replace' | 'insert';
  /** "OP 2", or the first words of a clause that cannot be cited. */
  readonly citation: string;
  readonly words: string;
  /** n of "Proposal n", null while its delegation has it as a draft; null where the person may not see it. */
  readonly proposal: { readonly id: string; readonly number: number | null } | null;
}

export interface SilenceRunView {
  readonly id: string;
  readonly state: RunState;
  readonly revision: number;
  /** Number of the version, and its hash: what is kept silent about. */
  readonly version: number;
  readonly hash: string;
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly meeting: { readonly id: string; readonly title: string; readonly titleThai: string };
  readonly agendaItem: { readonly number: string; readonly title: string; readonly titleThai: string };
  readonly startedBy: { readonly name: string; readonly country: string | null };
  readonly startedAt: string;
  /** The instant of the end and the zone (IANA) it is said in. */
  readonly expiresAt: string;
  readonly zone: string;
  readonly endedAt: string | null;
  readonly announcedAt: string | null;
  readonly events: readonly SilenceEventView[];
}

/** How the silence of a text stands, for every page of the document; null where there never was any. */
export interface SilenceHead {
  readonly runId: string;
  readonly state: RunState;
  readonly expiresAt: string;
  readonly zone: string;
}

export function silenceHead(runtime: Runtime, actor: Actor, documentId: string): SilenceHead | null {
  if (!permittedDocument(runtime.db, actor, 'readNegotiation', documentId).ok) return null;
  const [run] = silenceRunsOn(runtime.db, documentId);
  if (run === undefined) return null;
  return { runId: run.id, state: run.state, expiresAt: run.expiresAt, zone: run.zone };
}

/** The latest run of a document, or null where there never was one. */
export function silenceRun(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Outcome<SilenceRunView | null> {
  const runs = silenceRuns(runtime, actor, documentId);
  return runs.ok ? accept(runs.value[0] ?? null) : runs;
}

/** Every run of a document, the latest first. */
export function silenceRuns(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Outcome<readonly SilenceRunView[]> {
  const found = permittedDocument(runtime.db, actor, 'readNegotiation', documentId);
  if (!found.ok) return found;
  const { db } = runtime;
  const runs = silenceRunsOn(db, documentId);
  const events = silenceEventsOf(
    db,
    runs.map((run) => run.id),
  );
  const names = namesOf(db, [...runs.map((run) => run.startedBy), ...events.flatMap(({ by }) => by ?? [])]);
  return accept(
    runs.map((run) =>
      runView(
        db,
        run,
        events
          .filter((event) => event.runId === run.id)
          .map((event) => eventView(db, event, names, actor, found.value.bodyId)),
        names,
      ),
    ),
  );
}

function runView(
  db: Db,
  run: SilenceRunRow,
  events: readonly SilenceEventView[],
  names: ReadonlyMap<string, string>,
): SilenceRunView {
  const version = findVersionById(db, run.versionId);
  const meeting = findMeeting(db, run.meetingId);
  const item = findAgendaItem(db, run.agendaItemId);
  if (version === null || version.revision === null || meeting === undefined || item === undefined) {
    throw new Error(`silenceRuns: the run ${run.id} is not whole`);
  }
  return {
    id: run.id,
    state: run.state,
    revision: version.revision,
    version: version.number,
    hash: run.hash,
    verb: run.verb as DecisionVerb,
    wording: run.wording,
    meeting: { id: meeting.id, title: meeting.title, titleThai: meeting.titleThai },
    agendaItem: { number: item.number, title: item.title, titleThai: item.titleThai },
    startedBy: {
      name: names.get(run.startedBy) ?? '',
      country: events.find(({ kind }) => kind === 'started')?.country ?? null,
    },
    startedAt: run.startedAt,
    expiresAt: run.expiresAt,
    zone: run.zone,
    endedAt: run.endedAt,
    announcedAt: run.announcedAt,
    events,
  };
}

interface EventData {
  readonly text?: string;
  readonly reason?: string;
  readonly named?: number;
  readonly from?: string;
  readonly expiresAt?: string;
  readonly hours?: number;
  readonly meetingId?: string;
  readonly change?: SilenceAmendment['change'];
  readonly citation?: string;
  readonly words?: string;
  readonly proposalId?: string;
}

function eventView(
  db: Db,
  event: SilenceEventRow,
  names: ReadonlyMap<string, string>,
  actor: Actor,
  bodyId: string,
): SilenceEventView {
  const data = JSON.parse(event.data) as EventData;
  const breaks = event.kind === 'objected' || event.kind === 'amended';
  const hidden = breaks && !seesBreaker(actor, bodyId, { named: data.named === 1, country: event.country });
  const meeting = data.meetingId === undefined ? undefined : findMeeting(db, data.meetingId);
  return {
    id: event.id,
    // An amendment says more of who it was than an objection does.
    kind: hidden ? 'objected' : event.kind,
    at: event.at,
    country: hidden ? null : event.country,
    byName: hidden || event.by === null ? null : (names.get(event.by) ?? null),
    text: hidden ? null : (data.text ?? data.reason ?? null),
    amendment: hidden ? null : amendmentOf(db, data, actor),
    from: data.from ?? null,
    to: data.from === undefined ? null : (data.expiresAt ?? null),
    hours: data.hours ?? null,
    meeting: meeting === undefined ? null : { title: meeting.title, titleThai: meeting.titleThai },
  };
}

/** An amendment of before amendments named a clause has its words in the text alone. */
function amendmentOf(db: Db, data: EventData, actor: Actor): SilenceAmendment | null {
  const { change, citation, words, proposalId } = data;
  if (change === undefined || words === undefined || proposalId === undefined) return null;
  const seen = permittedProposal(db, actor, proposalId);
  const proposal = seen.ok ? { id: proposalId, number: seen.value.proposal.number } : null;
  return { change, citation: citation ?? '', words, proposal };
}

function namesOf(db: Db, userIds: readonly string[]): Map<string, string> {
  return new Map(accountsById(db, [...new Set(userIds)]).map((account) => [account.id, account.name]));
}
