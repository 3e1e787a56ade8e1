import { loadActor } from '../../db/actors';
import { findCountry } from '../../db/bodies';
import { changeMark } from '../../db/change-mark';
import type { Db } from '../../db/client';
import { copiesAllowed } from '../../db/device-copies';
import { findDocument } from '../../db/documents';
import { findProposal, proposalSubject } from '../../db/proposals';
import { readRightsClock } from '../../db/rights-clock';
import { identityHolds } from '../../db/socket-identities';
import { ROLES, type Role } from '../../domain/body/grants';
import { type Actor, can, type DocumentSubject, delegationOf, rolesIn } from '../../domain/policy/can';
import {
  canEnterDraft,
  canWriteProposal,
  isOpenDraft,
  type ProposalSubject,
} from '../../domain/policy/proposals';
import { isFinal } from '../../domain/procedure/states';
import { type Outcome, type Refusal, refuse } from '../../domain/refusal';
import { CLOSE, type PresenceUser } from '../../domain/wire/protocol';
import type { SocketIdentity } from './identity';

/** What somebody may do in a document now, and as whom. */
export interface Standing {
  /** The document; of a proposal's draft, the document that it is about. */
  readonly about: string;
  readonly subject: DocumentSubject;
  /** Why this person may not edit, or null. */
  readonly refusal: Refusal | null;
  /** The rule by which nobody will ever write here again, or null. */
  readonly frozenBy: 'PR6' | 'NP5' | null;
  /** A draft of one delegation: the logbook does not tell of it (NP17). */
  readonly isPrivate: boolean;
  readonly user: PresenceUser;
  /** Whether the meeting of the document lets unsent edits be kept on devices (BO16). */
  readonly keepsCopies: boolean;
}

export type Verdict =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly code: number; readonly rule: string };

/** The colour of people who speak for no delegation. */
const NEUTRAL_COLOR = '#5b6472';
/** Roles and sessions also end by themselves, at an instant: nothing is believed longer than this. */
const LONGEST_BELIEF_MS = 5000;
/** So many verdicts are kept. */
const MOST_VERDICTS = 20_000;

/** Which of several roles stands beside a name: the one that weighs most in the room. */
const WEIGHT: readonly Role[] = [
  'chair',
  'secretariat',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
];

interface Kept {
  readonly standing: Standing;
  readonly sinceMs: number;
}

/**
 * Asks the policy for sockets (SY10, SY14). It reads the database anew whenever the clock of rights has ticked since
 * the last question, so that a verdict given inside a transaction is as good as a fresh reading; while it stands
 * still, the same question has the same answer and costs nothing.
 */
export class Judge {
  /** Counts how often something other than a turn of ours turned out to have been written. */
  epoch = 0;
  private mark = '';
  private rights = -1;
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly db: Db) {}

  /** Call at the beginning of a turn, inside its transaction. */
  begin(): void {
    const mark = changeMark(this.db);
    if (mark === this.mark) return;
    this.mark = mark;
    this.epoch += 1;
    const rights = readRightsClock(this.db);
    if (rights === this.rights && this.kept.size < MOST_VERDICTS) return;
    this.rights = rights;
    this.kept.clear();
  }

  /** Call at the end of the turn's transaction: what was written since `begin` was only the turn's own. */
  end(): void {
    this.mark = changeMark(this.db);
  }

  judge(identity: SocketIdentity, documentId: string, at: string): Verdict {
    const key = `${documentId} ${identity.userId} ${identity.sessionId ?? ''} ${identity.tokenId ?? ''}`;
    const nowMs = Date.parse(at);
    const kept = this.kept.get(key);
    if (kept !== undefined && Math.abs(nowMs - kept.sinceMs) < LONGEST_BELIEF_MS) {
      return { ok: true, standing: kept.standing };
    }
    const verdict = this.read(identity, documentId, at);
    if (verdict.ok) this.kept.set(key, { standing: verdict.standing, sinceMs: nowMs });
    return verdict;
  }

  private read(identity: SocketIdentity, documentId: string, at: string): Verdict {
    const found = this.textOf(documentId);
    if (found === null) return { ok: false, code: CLOSE.gone, rule: 'PO1' };
    const { document, subject, proposal } = found;
    const actor = loadActor(this.db, identity.userId, identity.sessionId, at);
    if (actor === null || !identityHolds(this.db, identity, at)) {
      return { ok: false, code: CLOSE.sessionEnded, rule: 'SY14' };
    }
    const reading = proposal === null ? can(actor, 'read', subject) : canEnterDraft(actor, proposal);
    if (!reading.ok) {
      return {
        ok: false,
        code: reading.rule === 'PO1' ? CLOSE.gone : CLOSE.rightRemoved,
        rule: reading.rule,
      };
    }
    const editing = proposal === null ? editingRight(actor, subject) : draftingRight(actor, proposal);
    const refusal = editing.ok ? null : editing;
    const user = this.userOf(actor, subject, refusal === null);
    const keepsCopies = copiesAllowed(this.db, document.meetingId, at);
    const frozenBy = frozen(subject, proposal);
    const isPrivate = proposal !== null;
    const about = document.id;
    return { ok: true, standing: { about, subject, refusal, frozenBy, isPrivate, user, keepsCopies } };
  }

  /** The document of this id, or the proposal of this id with the document that it is about. */
  private textOf(id: string) {
    const own = findDocument(this.db, id);
    const row = own === null ? findProposal(this.db, id) : null;
    const document = row === null ? own : findDocument(this.db, row.documentId);
    if (document === null) return null;
    const subject = {
      bodyId: document.bodyId,
      state: document.state,
      pensDown: document.pensDownAt !== null,
    };
    return { document, subject, proposal: row === null ? null : proposalSubject(subject, row) };
  }

  private userOf(actor: Actor, subject: DocumentSubject, mayEdit: boolean): PresenceUser {
    const country = delegationOf(actor, subject.bodyId);
    const held = rolesIn(actor, subject.bodyId);
    const color = country === null ? undefined : findCountry(this.db, country)?.color;
    return {
      id: actor.userId,
      name: actor.name,
      country,
      role: [...WEIGHT, ...ROLES].find((role) => held.includes(role)) ?? 'observer',
      color: color ?? NEUTRAL_COLOR,
      mayEdit,
    };
  }
}

/** The right to write in a draft; in one that is none any more the reason is NP5, whoever asks. */
function draftingRight(actor: Actor, proposal: ProposalSubject): Outcome<true> {
  return isOpenDraft(proposal) ? canWriteProposal(actor, proposal) : refuse('NP5');
}

function frozen(subject: DocumentSubject, proposal: ProposalSubject | null): Standing['frozenBy'] {
  if (proposal === null) return isFinal(subject.state) ? 'PR6' : null;
  return isOpenDraft(proposal) ? null : 'NP5';
}

/** The right to edit; in a final text the reason is the text's finality (PR6), whoever asks. */
function editingRight(actor: Actor, subject: DocumentSubject): Outcome<true> {
  const right = can(actor, 'edit', subject);
  return !right.ok && isFinal(subject.state) ? refuse('PR6', { state: subject.state }) : right;
}
