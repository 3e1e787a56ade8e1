import type { NoticeKind } from './kinds';

/** Kinds by what they are about, in the order in which one chooses among them. What is never mailed is not among it. */
export const NOTICE_GROUPS = {
  proposals: [
    'proposalAwaitsRelease',
    'proposalAwaitsConfirmation',
    'proposalTabled',
    'classChallenged',
    'dispositionSuggested',
    'proposalDealtWith',
  ],
  positions: ['positionToReconfirm', 'bracketAwaitsConsent', 'readingOpened'],
  comments: ['mentioned', 'commentAnswered'],
  text: ['revisionIssued', 'clearanceVoided'],
  silence: [
    'silenceStarted',
    'silenceReminder',
    'silenceExtended',
    'silenceBroken',
    'silenceCancelled',
    'silenceAdopted',
  ],
  decisions: [
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
  ],
  monitoring: [
    'roundOpened',
    'roundWindowChanged',
    'returnDue',
    'returnOverdue',
    'clarificationAsked',
    'returnSubmitted',
    'returnAnswered',
    'returnAccepted',
    'returnReopened',
  ],
  brainstorm: ['brainstormOpened', 'brainstormMoved', 'brainstormClosing', 'brainstormClosed'],
  meetings: ['meetingOpened', 'actionAssigned', 'actionDue'],
} as const satisfies Record<string, readonly NoticeKind[]>;
export type NoticeGroup = keyof typeof NOTICE_GROUPS;
