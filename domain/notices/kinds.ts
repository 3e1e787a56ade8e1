import type { NoticeData } from './data';

/** What people are told of. Each has its sentence in the namespace `notices`. */
export const NOTICE_KINDS = [
  'proposalAwaitsRelease',
  'proposalTabled',
  'proposalAwaitsConfirmation',
  'proposalDealtWith',
  'dispositionSuggested',
  'classChallenged',
  'positionToReconfirm',
  'bracketAwaitsConsent',
  'readingOpened',
  'revisionIssued',
  'clearanceVoided',
  'silenceStarted',
  'silenceReminder',
  'silenceExtended',
  'silenceBroken',
  'silenceCancelled',
  'silenceAdopted',
  'adoptionAwaitsConfirmation',
  'decisionAwaitsConfirmation',
  'corrigendumAwaitsConfirmation',
  'findingTakenBack',
  'documentAdopted',
  'decisionTaken',
  'decisionAnnulled',
  'statementAttached',
  'corrigendumProposed',
  'corrigendumIssued',
  'corrigendumSettled',
  'mentioned',
  'commentAnswered',
  'meetingOpened',
  'brainstormOpened',
  'brainstormMoved',
  'brainstormClosing',
  'brainstormClosed',
  'roundOpened',
  'roundWindowChanged',
  'returnDue',
  'returnOverdue',
  'clarificationAsked',
  'returnSubmitted',
  'returnAnswered',
  'returnAccepted',
  'returnReopened',
  'actionAssigned',
  'actionDue',
  'mailFailed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whom a notice goes to: everybody of these roles in the body, of these delegations only where some are named. */
export interface Audience {
  readonly roles: readonly string[];
  /** ISO codes; absent means every delegation. */
  readonly countries?: readonly string[];
  /** Single people besides. */
  readonly userIds?: readonly string[];
  /** Who is not told what they did themselves. */
  readonly except?: string;
}

/** Something to tell. `data` holds names and numbers that its sentence needs (NOTICE_FIELDS), never words of a text. */
export interface NoticeEvent {
  readonly kind: NoticeKind;
  readonly bodyId: string;
  readonly documentId: string | null;
  readonly data: NoticeData;
  /** Names the event: the same key never tells the same person twice. */
  readonly key: string;
  readonly to: Audience;
}
