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
} as const satisfies Record<string, readonly Channel[]>;
export type BodyOperation = keyof typeof BODY_OPERATIONS;

/** Operations on the installation itself. */
export const SYSTEM_OPERATIONS = {
  managePeople: ['page', 'action'],
  manageBodies: ['page', 'action'],
  readSystemAudit: ['page', 'route'],
} as const satisfies Record<string, readonly Channel[]>;
export type SystemOperation = keyof typeof SYSTEM_OPERATIONS;
