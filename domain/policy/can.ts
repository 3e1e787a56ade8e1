import { type Grant, PARTIES, type Role } from '../body/grants';
import { DOCUMENT_STATES, type DocumentState, isFinal } from '../procedure/states';
import { accept, type Outcome, refuse } from '../refusal';
import type { BodyOperation, DocumentOperation, SystemOperation } from './operations';

/** Who asks. `grants` are the roles in force now (domain/body); a suspended or unknown person has no actor at all. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly sessionId: string | null;
  readonly grants: readonly Grant[];
}

/** What the policy must know of a document. `pensDown`: the chair has stopped writing for the moment (PR5). */
export interface DocumentSubject {
  readonly bodyId: string;
  readonly state: DocumentState;
  readonly pensDown: boolean;
}

type StateTable = Readonly<Record<Exclude<DocumentState, 'withdrawn' | 'notAdopted'>, readonly Role[]>>;

const EVERYONE: readonly Role[] = [...PARTIES, 'auditor', 'administrator'];
/** Before circulation a draft is the drafting group's: observers and the installation's own staff wait outside. */
const DRAFTING_ROOM: readonly Role[] = [
  'secretariat',
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'auditor',
];
const DRAFTERS: readonly Role[] = ['secretariat', 'chair', 'headOfDelegation', 'focalPoint', 'delegate'];
/** Who works on what their delegation says. */
const DELEGATION: readonly Role[] = ['headOfDelegation', 'focalPoint', 'delegate'];
/** Who speaks for a delegation: what they release is its word. */
const SPOKESPEOPLE: readonly Role[] = ['headOfDelegation', 'focalPoint'];
const SECRETARIAT: readonly Role[] = ['secretariat'];
const CHAIR: readonly Role[] = ['chair'];
const HEAD_TABLE: readonly Role[] = ['secretariat', 'chair'];
const NOBODY: readonly Role[] = [];

function inStates(roles: readonly Role[], states: readonly DocumentState[]): StateTable {
  const table = Object.fromEntries(
    DOCUMENT_STATES.map((state) => [state, states.includes(state) ? roles : NOBODY]),
  );
  return table as unknown as StateTable;
}

const LIVE: readonly DocumentState[] = ['draft', 'circulated', 'negotiation', 'agreed', 'silence'];

/** States in which delegations propose changes. */
const PROPOSING: readonly DocumentState[] = ['circulated', 'negotiation'];

const COMMENTERS: readonly Role[] = [...HEAD_TABLE, ...DELEGATION, 'reviewer', 'observer'];

const READING: StateTable = {
  draft: DRAFTING_ROOM,
  circulated: EVERYONE,
  negotiation: EVERYONE,
  agreed: EVERYONE,
  silence: EVERYONE,
  adopted: EVERYONE,
};

/** PO2: who may do what with a document, by its state. Read it as the house plan's table §5; a role not named may not. */
const DOCUMENT_TABLE: Readonly<Record<DocumentOperation, StateTable>> = {
  list: READING,
  read: READING,
  edit: {
    draft: DRAFTERS,
    circulated: NOBODY,
    negotiation: HEAD_TABLE,
    agreed: NOBODY,
    silence: NOBODY,
    adopted: NOBODY,
  },
  nameVersion: inStates(DRAFTERS, LIVE),
  readVersion: READING,
  compare: READING,
  restore: {
    draft: DRAFTERS,
    circulated: NOBODY,
    negotiation: HEAD_TABLE,
    agreed: NOBODY,
    silence: NOBODY,
    adopted: NOBODY,
  },
  importText: {
    draft: DRAFTERS,
    circulated: NOBODY,
    negotiation: HEAD_TABLE,
    agreed: NOBODY,
    silence: NOBODY,
    adopted: NOBODY,
  },
  issueRevision: inStates(HEAD_TABLE, ['draft', 'circulated', 'negotiation', 'agreed']),
  clearVersion: inStates(SPOKESPEOPLE, LIVE),
  moveState: inStates(HEAD_TABLE, LIVE),
  pensDown: inStates(CHAIR, ['draft', 'negotiation', 'agreed']),
  adopt: inStates(CHAIR, ['draft', 'negotiation', 'agreed']),
  readRecord: inStates(EVERYONE, ['adopted']),
  exportText: READING,
  // What is kept silent about is one thing: its title and place are as fixed as its words (SP15).
  describe: inStates(
    HEAD_TABLE,
    LIVE.filter((state) => state !== 'silence'),
  ),
  startSuccessor: inStates(HEAD_TABLE, ['adopted']),
  readNegotiation: READING,
  propose: inStates(DELEGATION, PROPOSING),
  proposeOnBehalf: inStates(SECRETARIAT, PROPOSING),
  tableProposal: inStates(SPOKESPEOPLE, PROPOSING),
  challengeClass: inStates(DELEGATION, PROPOSING),
  dispose: inStates(CHAIR, ['negotiation']),
  answerDisposition: inStates(SPOKESPEOPLE, ['negotiation']),
  takePosition: inStates(SPOKESPEOPLE, ['circulated', 'negotiation', 'agreed']),
  findOnClause: inStates(CHAIR, ['negotiation', 'agreed']),
  bracketText: inStates(HEAD_TABLE, ['negotiation']),
  comment: { ...inStates(COMMENTERS, LIVE), draft: COMMENTERS.filter((role) => role !== 'observer') },
  leadRoom: inStates(HEAD_TABLE, LIVE),
  startSilence: inStates(CHAIR, ['negotiation', 'agreed']),
  steerSilence: inStates(CHAIR, ['silence']),
  breakSilence: inStates(SPOKESPEOPLE, ['silence']),
  receiveSilence: inStates([...DELEGATION, 'chair', 'secretariat', 'observer'], ['silence']),
  readSilenceReceipts: inStates(HEAD_TABLE, [...LIVE, 'adopted']),
  announceSilence: inStates(CHAIR, [...LIVE, 'adopted']),
  confirmAdoption: inStates(SECRETARIAT, ['draft', 'negotiation', 'agreed']),
  decideAtTier: inStates(HEAD_TABLE, ['negotiation', 'agreed', 'adopted']),
  confirmTierDecision: inStates(HEAD_TABLE, ['negotiation', 'agreed', 'adopted']),
  attachStatement: inStates(SPOKESPEOPLE, ['adopted']),
  annul: inStates(CHAIR, ['adopted']),
  proposeCorrigendum: inStates(SECRETARIAT, ['adopted']),
  confirmCorrigendum: inStates(HEAD_TABLE, ['adopted']),
  objectToCorrigendum: inStates(SPOKESPEOPLE, ['adopted']),
};

/** Withdrawn and not-adopted texts can be read like adopted ones and changed by nobody. */
const READ_ONLY_OPERATIONS: readonly DocumentOperation[] = [
  'list',
  'read',
  'readNegotiation',
  'readVersion',
  'compare',
  'exportText',
];

/** What changes the words waits while pens are down. */
const WRITING: readonly DocumentOperation[] = ['edit', 'restore', 'importText'];

function rolesFor(operation: DocumentOperation, state: DocumentState): readonly Role[] {
  if (state === 'withdrawn' || state === 'notAdopted') {
    return READ_ONLY_OPERATIONS.includes(operation) ? EVERYONE : NOBODY;
  }
  return DOCUMENT_TABLE[operation][state];
}

/** The roles an actor holds in a body now, the installation-wide ones included. */
export function rolesIn(actor: Actor, bodyId: string): Role[] {
  return actor.grants
    .filter((grant) => grant.bodyId === bodyId || grant.bodyId === null)
    .map((grant) => grant.role);
}

/** The delegation an actor speaks for in a body (ISO country code), or null. */
export function delegationOf(actor: Actor, bodyId: string): string | null {
  return actor.grants.find((grant) => grant.bodyId === bodyId && grant.country !== null)?.country ?? null;
}

/**
 * May `actor` do `operation` with this document, now? The one gate for pages, actions, routes and sockets.
 * Refusals: PO1 nothing to do with the body (answer as if it did not exist), PO2 not in this role,
 * PO3 not in this state for anybody, PR5 pens are down.
 */
export function can(
  actor: Actor | null,
  operation: DocumentOperation,
  subject: DocumentSubject,
): Outcome<true> {
  const roles = actor === null ? [] : rolesIn(actor, subject.bodyId);
  // Who may not even see the document learns nothing of it, not its state either.
  if (!roles.some((role) => rolesFor('list', subject.state).includes(role))) return refuse('PO1');
  const allowed = rolesFor(operation, subject.state);
  if (allowed.length === 0) return refuse('PO3', { state: subject.state });
  if (!roles.some((role) => allowed.includes(role))) return refuse('PO2');
  if (subject.pensDown && !isFinal(subject.state) && WRITING.includes(operation)) {
    return refuse('PR5');
  }
  return accept(true);
}

/** PO4: who may do what in a body. Members of one body learn nothing of another. */
const BODY_TABLE: Readonly<Record<BodyOperation, readonly Role[]>> = {
  enter: EVERYONE,
  createDocument: HEAD_TABLE,
  manageMeetings: ['secretariat', 'administrator'],
  manageMembers: ['secretariat', 'administrator'],
  appoint: ['secretariat', 'administrator'],
  readAudit: ['secretariat', 'auditor'],
  readPlan: EVERYONE,
  editPlan: SECRETARIAT,
  reportActivity: [...SECRETARIAT, ...DELEGATION],
  runRound: SECRETARIAT,
  fillReturn: DELEGATION,
  submitReturn: SPOKESPEOPLE,
  acceptReturn: SECRETARIAT,
  runBrainstorm: HEAD_TABLE,
  enterInput: DELEGATION,
  gatherInputs: SECRETARIAT,
  giveDots: SPOKESPEOPLE,
  linkSources: HEAD_TABLE,
  manageCentres: SECRETARIAT,
  reportCentre: DELEGATION,
  decideAtMeeting: HEAD_TABLE,
  reportAction: [...HEAD_TABLE, ...DELEGATION],
  search: EVERYONE,
};

export function canInBody(actor: Actor | null, operation: BodyOperation, bodyId: string): Outcome<true> {
  const roles = actor === null ? [] : rolesIn(actor, bodyId);
  if (roles.length === 0) return refuse('PO1');
  return roles.some((role) => BODY_TABLE[operation].includes(role)) ? accept(true) : refuse('PO4');
}

/** PO5: who may do what with the installation. An administrator runs it and never touches a text. */
const SYSTEM_TABLE: Readonly<Record<SystemOperation, readonly Role[]>> = {
  managePeople: ['administrator', 'secretariat'],
  manageBodies: ['administrator'],
  readSystemAudit: ['auditor', 'administrator'],
};

export function canInSystem(actor: Actor | null, operation: SystemOperation): Outcome<true> {
  const held = actor?.grants.map((grant) => grant.role) ?? [];
  return held.some((role) => SYSTEM_TABLE[operation].includes(role)) ? accept(true) : refuse('PO5');
}
