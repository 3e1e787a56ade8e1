import { type Actor, can, type DocumentSubject, delegationOf, rolesIn } from '../policy/can';
import { delegationLedBy, innerRingOf } from '../policy/rings';
import { accept, type Outcome, refuse } from '../refusal';

/** Who sees a thread: whoever opened it, their delegation, everybody who may read the negotiation. */
export const COMMENT_RINGS = ['mine', 'delegation', 'tabled'] as const;
export type CommentRing = (typeof COMMENT_RINGS)[number];

/** What the policy must know of a thread. */
export interface ThreadSubject {
  readonly document: DocumentSubject;
  readonly ring: CommentRing;
  /** The delegation of whoever opened it, or whose ring it is; null for people of none. */
  readonly country: string | null;
  readonly openedBy: string;
}

/** CO6: may `actor` see this thread? What one may not see does not exist: the answer is that of an unknown id. */
export function canSeeThread(actor: Actor | null, thread: ThreadSubject): Outcome<true> {
  const reading = can(actor, 'readNegotiation', thread.document);
  if (!reading.ok || actor === null) return reading;
  return isInRing(actor, thread) ? accept(true) : refuse('CO6');
}

function isInRing(actor: Actor, thread: ThreadSubject): boolean {
  switch (thread.ring) {
    case 'mine':
      return thread.openedBy === actor.userId;
    case 'delegation':
      return thread.country !== null && innerRingOf(actor, thread.document.bodyId) === thread.country;
    case 'tabled':
      return true;
  }
}

/** The rings in which a person may open a thread, narrowest first; none where they may not comment. */
export function ringsOpenTo(actor: Actor | null, document: DocumentSubject): CommentRing[] {
  if (actor === null || !can(actor, 'comment', document).ok) return [];
  return COMMENT_RINGS.filter(
    (ring) => ring !== 'delegation' || innerRingOf(actor, document.bodyId) !== null,
  );
}

/** May `actor` open a thread in this ring? CO7: a delegation's only from within it. */
export function canOpenThread(
  actor: Actor | null,
  document: DocumentSubject,
  ring: CommentRing,
): Outcome<true> {
  const allowed = can(actor, 'comment', document);
  if (!allowed.ok) return allowed;
  return ringsOpenTo(actor, document).includes(ring) ? accept(true) : refuse('CO7', { field: 'ring' });
}

/** The delegation a thread is opened for in a ring. */
export function countryOfRing(actor: Actor, bodyId: string, ring: CommentRing): string | null {
  return ring === 'delegation' ? innerRingOf(actor, bodyId) : delegationOf(actor, bodyId);
}

/** May `actor` answer in this thread, and take back their own words? Whoever sees it and may comment. */
export function canAnswer(actor: Actor | null, thread: ThreadSubject): Outcome<true> {
  const seen = canSeeThread(actor, thread);
  return seen.ok ? can(actor, 'comment', thread.document) : seen;
}

/**
 * CO11: may `actor` resolve or reopen this thread? In an inner ring everybody who is in it; in the open its opener,
 * the delegation that opened it, and the head table.
 */
export function canSettle(actor: Actor | null, thread: ThreadSubject): Outcome<true> {
  const allowed = canAnswer(actor, thread);
  if (!allowed.ok || actor === null) return allowed;
  if (thread.ring !== 'tabled' || thread.openedBy === actor.userId) return accept(true);
  const { bodyId } = thread.document;
  const own = thread.country !== null && innerRingOf(actor, bodyId) === thread.country;
  const headTable = rolesIn(actor, bodyId).some((role) => role === 'secretariat' || role === 'chair');
  return own || headTable ? accept(true) : refuse('CO11');
}

/** The rings to which `actor` may widen this thread, narrowest first. */
export function ringsToWidenTo(actor: Actor, thread: ThreadSubject, othersAnswered: boolean): CommentRing[] {
  return COMMENT_RINGS.filter((ring) => canWiden(actor, thread, ring, othersAnswered).ok);
}

/**
 * May `actor` show this thread to more people? CO8: it only ever gets wider, and whoever opened it decides. CO9: once
 * others have answered for the smaller ring their words are not the opener's to show; a delegation's head or focal
 * point releases them, as everything else that leaves its ring.
 */
export function canWiden(
  actor: Actor | null,
  thread: ThreadSubject,
  to: CommentRing,
  othersAnswered: boolean,
): Outcome<true> {
  const allowed = canAnswer(actor, thread);
  if (!allowed.ok || actor === null) return allowed;
  if (COMMENT_RINGS.indexOf(to) <= COMMENT_RINGS.indexOf(thread.ring)) return refuse('CO8');
  const opening = canOpenThread(actor, thread.document, to);
  if (!opening.ok) return opening;
  const releases =
    thread.ring === 'delegation' && delegationLedBy(actor, thread.document.bodyId) === thread.country;
  if (releases) return accept(true);
  if (thread.openedBy !== actor.userId) return refuse('CO8');
  return othersAnswered ? refuse('CO9') : accept(true);
}

/**
 * CO13: may `actor` mention this person in a thread? They see it, and are not of another delegation's own staff: its
 * reviewers are its affair, and nobody learns their names from a list of ours.
 */
export function canMention(actor: Actor, person: Actor, thread: ThreadSubject): boolean {
  if (!canSeeThread(person, thread).ok) return false;
  const { bodyId } = thread.document;
  const roles = rolesIn(person, bodyId);
  const isStaff = roles.every((role) => role === 'reviewer');
  return !isStaff || innerRingOf(person, bodyId) === innerRingOf(actor, bodyId);
}
