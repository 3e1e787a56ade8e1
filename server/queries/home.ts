import { setImmediate } from 'node:timers/promises';
import { loadActor } from '../../db/actors';
import { issuedRevisions, type LastChange, lastChanges, othersSince } from '../../db/document-activity';
import { findDocument } from '../../db/documents';
import { waitingRecordFindings } from '../../db/record-findings';
import { PARTIES } from '../../domain/body/grants';
import { type Actor, rolesIn } from '../../domain/policy/can';
import { isBackedBySecretariat } from '../../domain/policy/second-hand';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { waitingFinding } from '../use-cases/waiting-finding';
import { type DocumentView, listDocuments } from './documents';
import { type ActionLine, actionsDue } from './meeting-actions';
import { type MeetingLine, meetingsFor } from './meetings';
import {
  NEGOTIATION_TASKS,
  type NegotiationTask,
  type NegotiationTaskKind,
  negotiationTasks,
} from './negotiation-tasks';

/**
 * Something that waits for this person, each kind found in the data and never noted by hand:
 * `pensDown` the pens are down and the chair may adopt · `place` a document has no agenda item · `preside` a text of
 * a meeting in session is not adopted yet · `compare` a newer revision was issued · `comment` a text is circulated ·
 * `write` a draft of a meeting in session may be written in · `confirmDecision`, `confirmCorrigendum` what somebody else entered
 * for the record waits for a second person. What waits in a negotiation (./negotiation-tasks) comes
 * first, and in place of what is said of every text in that state.
 */
export type TaskKind =
  | NegotiationTaskKind
  | 'confirmDecision'
  | 'confirmCorrigendum'
  | 'pensDown'
  | 'place'
  | 'preside'
  | 'compare'
  | 'comment'
  | 'write';

export interface HomeTask {
  readonly kind: TaskKind;
  readonly document: DocumentView;
  /** In a negotiation: how many clauses or proposals; else null. */
  readonly count: number | null;
  /** For `compare`: the two revisions, as numbers of versions and as n of Rev.n. */
  readonly revisions: {
    readonly from: number;
    readonly to: number;
    readonly fromRevision: number;
    readonly toRevision: number;
  } | null;
  /** For `write`: delegations that wrote since this person did ("" the secretariat); null: nothing written here yet. */
  readonly othersSince: readonly string[] | null;
}

export interface HomeView {
  readonly tasks: readonly HomeTask[];
  /** What meetings gave the person's delegation, or the secretariat, to do and is due soon or late. */
  readonly actions: readonly ActionLine[];
  /** In session first, then to come, then the last ones held. */
  readonly meetings: readonly MeetingLine[];
  readonly documents: readonly { readonly document: DocumentView; readonly lastChange: LastChange | null }[];
}

const RECENT_DOCUMENTS = 8;
const PAST_MEETINGS = 3;

export async function homeFor(runtime: Runtime, actor: Actor): Promise<HomeView> {
  const meetings = await meetingsFor(runtime, actor);
  const listed = await listDocuments(runtime, actor);
  const documents = listed.ok ? listed.value : [];
  const recent = documents.slice(0, RECENT_DOCUMENTS);
  const changes = lastChanges(
    runtime.db,
    recent.map((document) => document.id),
  );
  return {
    actions: actionsDue(runtime, actor),
    tasks: await tasksFor(runtime, actor, documents, meetings),
    meetings: inOrderOfAttention(meetings),
    documents: recent.map((document) => ({ document, lastChange: changes.get(document.id) ?? null })),
  };
}

async function tasksFor(
  runtime: Runtime,
  actor: Actor,
  documents: readonly DocumentView[],
  meetings: readonly MeetingLine[],
): Promise<HomeTask[]> {
  const inSession = new Set(
    meetings.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id),
  );
  const alive = documents.filter((document) => !isFinal(document.state));
  const revisions = issuedRevisions(
    runtime.db,
    alive.map((document) => document.id),
  );
  const negotiation = new Map<string, NegotiationTask[]>();
  for (const document of alive) {
    await setImmediate();
    negotiation.set(document.id, await negotiationTasks(runtime, actor, document));
  }
  const waiting = secondHand(runtime, actor, documents);
  const others = alive.flatMap((document): HomeTask[] => {
    const waiting = negotiation.get(document.id) ?? [];
    if (waiting.length > 0) {
      return waiting.map(({ kind, count }) => ({
        kind,
        document,
        count,
        revisions: null,
        othersSince: null,
      }));
    }
    const roles = rolesIn(actor, document.body.id);
    const sits = document.meeting !== null && inSession.has(document.meeting.id);
    const plain = { document, count: null, revisions: null, othersSince: null };
    if (document.pensDown && document.may.adopt) {
      // What the chair has found waits for the secretariat, not for the chair.
      const row = findDocument(runtime.db, document.id);
      return row !== null && waitingFinding(runtime.db, row) !== null ? [] : [{ kind: 'pensDown', ...plain }];
    }
    if (roles.includes('secretariat') && document.agendaItem === null && document.may.describe) {
      return [{ kind: 'place', ...plain }];
    }
    if (roles.includes('chair') && sits && document.may.adopt) return [{ kind: 'preside', ...plain }];
    const [newest, before] = revisions.get(document.id) ?? [];
    if (roles.includes('reviewer') && newest !== undefined && before !== undefined) {
      const pair = {
        from: before.number,
        to: newest.number,
        fromRevision: before.revision,
        toRevision: newest.revision,
      };
      return [{ kind: 'compare', ...plain, revisions: pair }];
    }
    if (document.state === 'circulated' && roles.some((role) => PARTIES.includes(role))) {
      return [{ kind: 'comment', ...plain }];
    }
    if (document.may.edit && sits) {
      const since = othersSince(runtime.db, document.id, actor.userId);
      return [{ kind: 'write', ...plain, othersSince: since }];
    }
    return [];
  });
  return [...waiting, ...others].sort(
    (one, other) => TASK_ORDER.indexOf(one.kind) - TASK_ORDER.indexOf(other.kind),
  );
}

/** DE39: what another person entered for the record of these documents and this one may confirm. */
function secondHand(runtime: Runtime, actor: Actor, documents: readonly DocumentView[]): HomeTask[] {
  const mine = documents.filter(
    ({ may, isAnnulled }) => (may.confirmTierDecision || may.confirmCorrigendum) && !isAnnulled,
  );
  const byId = new Map(mine.map((document) => [document.id, document]));
  return waitingRecordFindings(runtime.db, [...byId.keys()]).flatMap((row): HomeTask[] => {
    const document = byId.get(row.documentId);
    const isDecision = row.kind === 'tierDecision';
    if (document === undefined || row.foundBy === actor.userId) return [];
    if (!(isDecision ? document.may.confirmTierDecision : document.may.confirmCorrigendum)) return [];
    const finder = isDecision ? loadActor(runtime.db, row.foundBy, null, runtime.clock.now()) : null;
    if (isDecision && (finder === null || !isBackedBySecretariat(finder, actor, document.body.id))) return [];
    const kind = isDecision ? 'confirmDecision' : 'confirmCorrigendum';
    return [{ kind, document, count: null, revisions: null, othersSince: null }];
  });
}

const TASK_ORDER: readonly TaskKind[] = [
  'pensDown',
  'confirmDecision',
  'confirmCorrigendum',
  ...NEGOTIATION_TASKS,
  'preside',
  'place',
  'compare',
  'comment',
  'write',
];

function inOrderOfAttention(meetings: readonly MeetingLine[]): MeetingLine[] {
  const open = meetings.filter((meeting) => meeting.status === 'open');
  const planned = meetings.filter((meeting) => meeting.status === 'planned').reverse();
  const closed = meetings.filter((meeting) => meeting.status === 'closed').slice(0, PAST_MEETINGS);
  return [...open, ...planned, ...closed];
}
