import { issuedRevisions, type LastChange, lastChanges, othersSince } from '../../db/document-activity';
import type { Role } from '../../domain/body/grants';
import { type Actor, rolesIn } from '../../domain/policy/can';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { type DocumentView, listDocuments } from './documents';
import { type MeetingLine, meetingsFor } from './meetings';

/**
 * Something that waits for this person, each kind found in the data and never noted by hand:
 * `pensDown` the pens are down and the chair may adopt · `place` a document has no agenda item · `preside` a text of
 * a meeting in session is not adopted yet · `compare` a newer revision was issued · `comment` a text is circulated ·
 * `write` a draft of a meeting in session may be written in.
 */
export type TaskKind = 'pensDown' | 'place' | 'preside' | 'compare' | 'comment' | 'write';

export interface HomeTask {
  readonly kind: TaskKind;
  readonly document: DocumentView;
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
    tasks: tasksFor(runtime, actor, documents, meetings),
    meetings: inOrderOfAttention(meetings),
    documents: recent.map((document) => ({ document, lastChange: changes.get(document.id) ?? null })),
  };
}

function tasksFor(
  runtime: Runtime,
  actor: Actor,
  documents: readonly DocumentView[],
  meetings: readonly MeetingLine[],
): HomeTask[] {
  const inSession = new Set(
    meetings.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id),
  );
  const alive = documents.filter((document) => !isFinal(document.state));
  const revisions = issuedRevisions(
    runtime.db,
    alive.map((document) => document.id),
  );
  return alive
    .flatMap((document): HomeTask[] => {
      const roles = rolesIn(actor, document.body.id);
      const sits = document.meeting !== null && inSession.has(document.meeting.id);
      const plain = { document, revisions: null, othersSince: null };
      if (document.pensDown && document.may.adopt) return [{ kind: 'pensDown', ...plain }];
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
    })
    .sort((one, other) => TASK_ORDER.indexOf(one.kind) - TASK_ORDER.indexOf(other.kind));
}

/** Whose eye a circulated text awaits. Those who run or audit the installation may read it, too. */
const PARTIES: readonly Role[] = [
  'secretariat',
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
];

const TASK_ORDER: readonly TaskKind[] = ['pensDown', 'preside', 'place', 'compare', 'comment', 'write'];

function inOrderOfAttention(meetings: readonly MeetingLine[]): MeetingLine[] {
  const open = meetings.filter((meeting) => meeting.status === 'open');
  const planned = meetings.filter((meeting) => meeting.status === 'planned').reverse();
  const closed = meetings.filter((meeting) => meeting.status === 'closed').slice(0, PAST_MEETINGS);
  return [...open, ...planned, ...closed];
}
