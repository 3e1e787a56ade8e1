import { loadActor } from '../../db/actors';
import { findCountry } from '../../db/bodies';
import { changeMark } from '../../db/change-mark';
import type { Db } from '../../db/client';
import { copiesAllowed } from '../../db/device-copies';
import { findDocument } from '../../db/documents';
import { identityHolds } from '../../db/socket-identities';
import { ROLES, type Role } from '../../domain/body/grants';
import { type Actor, can, type DocumentSubject, delegationOf, rolesIn } from '../../domain/policy/can';
import { isFinal } from '../../domain/procedure/states';
import { type Outcome, type Refusal, refuse } from '../../domain/refusal';
import { CLOSE, type PresenceUser } from '../../domain/wire/protocol';
import type { SocketIdentity } from './identity';

/** What somebody may do in a document now, and as whom. */
export interface Standing {
  readonly subject: DocumentSubject;
  /** Why this person may not edit, or null. */
  readonly refusal: Refusal | null;
  readonly user: PresenceUser;
  /** Whether the meeting of the document lets unsent edits be kept on devices (BO16). */
  readonly keepsCopies: boolean;
}

export type Verdict =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly code: number; readonly rule: string };

/** The colour of people who speak for no delegation. */
const NEUTRAL_COLOR = '#5b6472';
/** Roles and sessions end at instants as well as by acts: nothing is believed longer than this. */
const LONGEST_BELIEF_MS = 1000;

/** Which of several roles stands beside a name: the one that weighs most in the room. */
const WEIGHT: readonly Role[] = ['chair', 'secretariat', 'headOfDelegation', 'delegate', 'reviewer'];

/**
 * Asks the policy for sockets (SY10, SY14). It reads the database anew whenever anything was written to it since
 * the last question, so that a verdict given inside a transaction is as good as a fresh reading; while nothing
 * was written, the same question has the same answer and costs nothing.
 */
export class Judge {
  private readonly db: Db;
  private mark = '';
  private since = 0;
  private readonly verdicts = new Map<string, Verdict>();

  constructor(db: Db) {
    this.db = db;
  }

  /** Call at the beginning of a turn, inside its transaction. */
  begin(at: string): void {
    const mark = changeMark(this.db);
    const now = Date.parse(at);
    if (mark === this.mark && Math.abs(now - this.since) < LONGEST_BELIEF_MS) return;
    this.verdicts.clear();
    this.mark = mark;
    this.since = now;
  }

  /** Call at the end of the turn's transaction: what was written since `begin` was only the log, so verdicts still stand. */
  end(): void {
    this.mark = changeMark(this.db);
  }

  judge(identity: SocketIdentity, documentId: string, at: string): Verdict {
    const key = `${documentId} ${identity.userId} ${identity.sessionId ?? ''} ${identity.tokenId ?? ''}`;
    let verdict = this.verdicts.get(key);
    if (verdict === undefined) {
      verdict = this.read(identity, documentId, at);
      this.verdicts.set(key, verdict);
    }
    return verdict;
  }

  private read(identity: SocketIdentity, documentId: string, at: string): Verdict {
    const document = findDocument(this.db, documentId);
    if (document === null) return { ok: false, code: CLOSE.gone, rule: 'PO1' };
    const actor = loadActor(this.db, identity.userId, identity.sessionId, at);
    if (actor === null || !identityHolds(this.db, identity, at)) {
      return { ok: false, code: CLOSE.sessionEnded, rule: 'SY14' };
    }
    const subject = {
      bodyId: document.bodyId,
      state: document.state,
      pensDown: document.pensDownAt !== null,
    };
    const reading = can(actor, 'read', subject);
    if (!reading.ok) {
      return {
        ok: false,
        code: reading.rule === 'PO1' ? CLOSE.gone : CLOSE.rightRemoved,
        rule: reading.rule,
      };
    }
    const editing = editingRight(actor, subject);
    const refusal = editing.ok ? null : editing;
    const user = this.userOf(actor, subject, refusal === null);
    const keepsCopies = copiesAllowed(this.db, document.meetingId, at);
    return { ok: true, standing: { subject, refusal, user, keepsCopies } };
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

/** The right to edit; in a final text the reason is the text's finality (PR6), whoever asks. */
function editingRight(actor: Actor, subject: DocumentSubject): Outcome<true> {
  const right = can(actor, 'edit', subject);
  return !right.ok && isFinal(subject.state) ? refuse('PR6', { state: subject.state }) : right;
}
