import type { ProposalState } from '../negotiation/types';
import { accept, type Outcome, refuse } from '../refusal';
import { type Actor, can, type DocumentSubject, rolesIn } from './can';
import { delegationLedBy, innerRingOf } from './rings';

/** What the policy must know of a proposal. */
export interface ProposalSubject {
  readonly document: DocumentSubject;
  /** The delegation whose proposal it is. */
  readonly country: string;
  readonly state: ProposalState;
  /** Entered by the secretariat for the delegation. */
  readonly onBehalf: boolean;
  /** A draft that was given up: it stays a draft, in its ring, and nobody writes in it any more. */
  readonly isGivenUp: boolean;
}

/**
 * May `actor` see this proposal? What is tabled, whoever may read the negotiation. A draft is its delegation's inner
 * ring's alone, and the secretariat's where it enters one on behalf; for everybody else there is none (PO1).
 */
export function canSeeProposal(actor: Actor | null, subject: ProposalSubject): Outcome<true> {
  const reading = can(actor, 'readNegotiation', subject.document);
  if (!reading.ok || actor === null) return reading;
  if (wasTabled(subject.state)) return accept(true);
  return isInItsRing(actor, subject) ? accept(true) : refuse('PO1');
}

/** May `actor` write in the draft of this proposal? NP5: not once it is tabled. */
export function canWriteProposal(actor: Actor | null, subject: ProposalSubject): Outcome<true> {
  const seen = canSeeProposal(actor, subject);
  if (!seen.ok || actor === null) return seen;
  if (!isOpenDraft(subject)) return refuse('NP5');
  return can(actor, subject.onBehalf ? 'proposeOnBehalf' : 'propose', subject.document);
}

/** May `actor` release the delegation's word on this proposal: table, replace, withdraw, confirm it? */
export function canReleaseProposal(actor: Actor | null, subject: ProposalSubject): Outcome<true> {
  const seen = canSeeProposal(actor, subject);
  if (!seen.ok || actor === null) return seen;
  const releasing = can(actor, 'tableProposal', subject.document);
  if (!releasing.ok) return releasing;
  return delegationLedBy(actor, subject.document.bodyId) === subject.country ? accept(true) : refuse('PO2');
}

/** A proposal that left its delegation's ring once is everybody's for ever; a draft that was given up stays inside. */
export function wasTabled(state: ProposalState): boolean {
  return state !== 'draft';
}

/**
 * May `actor` be in the room in which this proposal was or is written? The room is its ring's alone also after
 * tabling: what was written there and taken back was never tabled (NP17).
 */
export function canEnterDraft(actor: Actor | null, subject: ProposalSubject): Outcome<true> {
  const seen = canSeeProposal(actor, subject);
  if (!seen.ok || actor === null) return seen;
  return isInItsRing(actor, subject) ? accept(true) : refuse('PO1');
}

/** Whether somebody may still write in it at all. */
export function isOpenDraft(subject: Pick<ProposalSubject, 'state' | 'isGivenUp'>): boolean {
  return subject.state === 'draft' && !subject.isGivenUp;
}

function isInItsRing(actor: Actor, subject: ProposalSubject): boolean {
  const { bodyId } = subject.document;
  if (subject.onBehalf) return rolesIn(actor, bodyId).includes('secretariat');
  return innerRingOf(actor, bodyId) === subject.country;
}
