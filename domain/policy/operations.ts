/** By which way an operation reaches the server. Each asks the same policy. */
export const CHANNELS = ['page', 'action', 'route', 'socket'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Operations on one document. */
export const DOCUMENT_OPERATIONS = {
  list: ['page'],
  read: ['page', 'route', 'socket'],
  edit: ['socket'],
  nameVersion: ['action'],
  readVersion: ['page', 'route'],
  compare: ['page', 'route'],
  restore: ['action'],
  importText: ['page', 'route', 'action'],
  issueRevision: ['action'],
  clearVersion: ['action'],
  moveState: ['action'],
  pensDown: ['action'],
  adopt: ['page', 'action'],
  readRecord: ['page', 'route'],
  exportText: ['route'],
  describe: ['action'],
  startSuccessor: ['action'],
  readNegotiation: ['page', 'route'],
  propose: ['page', 'route', 'action', 'socket'],
  proposeOnBehalf: ['page', 'action', 'socket'],
  tableProposal: ['action'],
  challengeClass: ['action'],
  dispose: ['page', 'action'],
  answerDisposition: ['action'],
  takePosition: ['action'],
  findOnClause: ['action'],
  bracketText: ['action'],
  comment: ['page', 'action'],
  leadRoom: ['page', 'action'],
  startSilence: ['page', 'action'],
  steerSilence: ['action'],
  breakSilence: ['action'],
  receiveSilence: ['action'],
  readSilenceReceipts: ['page'],
  announceSilence: ['action'],
  confirmAdoption: ['page', 'action'],
  decideAtTier: ['page', 'action'],
  confirmTierDecision: ['page', 'action'],
  attachStatement: ['action'],
  annul: ['action'],
  proposeCorrigendum: ['page', 'action'],
  confirmCorrigendum: ['page', 'action'],
  objectToCorrigendum: ['action'],
} as const satisfies Record<string, readonly Channel[]>;
export type DocumentOperation = keyof typeof DOCUMENT_OPERATIONS;

/** Operations on a body and its meetings. */
export const BODY_OPERATIONS = {
  enter: ['page'],
  createDocument: ['page', 'action'],
  manageMeetings: ['page', 'action'],
  manageMembers: ['page', 'action'],
  appoint: ['page', 'action'],
  readAudit: ['page', 'route'],
  readPlan: ['page', 'route'],
  editPlan: ['page', 'action'],
  reportActivity: ['action'],
  runRound: ['page', 'action'],
  fillReturn: ['page', 'action'],
  submitReturn: ['action'],
  acceptReturn: ['action'],
  runBrainstorm: ['page', 'action'],
  enterInput: ['page', 'action'],
  gatherInputs: ['action'],
  giveDots: ['action'],
  linkSources: ['action'],
  manageCentres: ['page', 'action'],
  reportCentre: ['action'],
  decideAtMeeting: ['action'],
  reportAction: ['action'],
  search: ['page', 'route'],
} as const satisfies Record<string, readonly Channel[]>;
export type BodyOperation = keyof typeof BODY_OPERATIONS;

/** Operations on the installation itself. */
export const SYSTEM_OPERATIONS = {
  managePeople: ['page', 'action'],
  manageBodies: ['page', 'action'],
  readSystemAudit: ['page', 'route'],
} as const satisfies Record<string, readonly Channel[]>;
export type SystemOperation = keyof typeof SYSTEM_OPERATIONS;
