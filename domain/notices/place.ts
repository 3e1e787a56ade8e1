import type { NoticeData } from './data';
import type { NoticeKind } from './kinds';

/** Where a notice leads: the address of the page on which the person sees or does what it is about. */
export function placeOf(kind: NoticeKind, documentId: string | null, data: NoticeData): string {
  if (kind === 'mailFailed') return '/people';
  if (kind === 'meetingOpened')
    return data.meetingId === undefined ? '/meetings' : `/meetings/${data.meetingId}`;
  if (data.brainstormId !== undefined) return `/brainstorm/${data.brainstormId}`;
  if (data.roundId !== undefined) {
    const round = `/rounds/${data.roundId}`;
    return data.country === undefined ? round : `${round}/returns/${data.country}`;
  }
  if (kind === 'actionAssigned' || kind === 'actionDue')
    return data.meetingId === undefined
      ? '/actions'
      : `/meetings/${data.meetingId}/actions#${data.actionId ?? ''}`;
  if (documentId === null) return '/';
  const page = `/documents/${documentId}`;
  switch (kind) {
    case 'proposalAwaitsRelease':
    case 'proposalAwaitsConfirmation':
    case 'proposalTabled':
    case 'classChallenged':
      return data.proposalId === undefined ? `${page}/proposals` : `${page}/proposals/${data.proposalId}`;
    case 'proposalDealtWith':
    case 'dispositionSuggested':
    case 'positionToReconfirm':
      return data.clauseId === undefined ? `${page}/negotiation` : `${page}/negotiation/${data.clauseId}`;
    case 'bracketAwaitsConsent':
      return data.bracketId === undefined
        ? `${page}/views/brackets`
        : `${page}/views/brackets?page=${data.bracketId}#${data.bracketId}`;
    case 'readingOpened':
      return `${page}/negotiation`;
    case 'revisionIssued':
    case 'clearanceVoided':
      return data.number === undefined ? `${page}/versions` : `${page}/versions/${data.number}`;
    case 'silenceStarted':
    case 'silenceReminder':
    case 'silenceExtended':
    case 'silenceBroken':
    case 'silenceCancelled':
      return `${page}/silence`;
    case 'silenceAdopted':
    case 'documentAdopted':
    case 'decisionAnnulled':
    case 'statementAttached':
    case 'corrigendumProposed':
    case 'corrigendumIssued':
    case 'corrigendumSettled':
    case 'corrigendumAwaitsConfirmation':
      return `${page}/record`;
    case 'findingTakenBack':
      return data.form === 'corrigendum' ? `${page}/record` : `${page}/decisions`;
    case 'decisionTaken':
    case 'decisionAwaitsConfirmation':
      return `${page}/decisions`;
    case 'adoptionAwaitsConfirmation':
      return `${page}/adopt`;
    case 'mentioned':
    case 'commentAnswered':
      return data.threadId === undefined ? page : `${page}?thread=${data.threadId}`;
    case 'roundOpened':
    case 'roundWindowChanged':
    case 'returnDue':
    case 'returnOverdue':
    case 'clarificationAsked':
    case 'returnSubmitted':
    case 'returnAnswered':
    case 'returnAccepted':
    case 'returnReopened':
      return '/follow-up';
    case 'brainstormOpened':
    case 'brainstormMoved':
    case 'brainstormClosing':
    case 'brainstormClosed':
      return '/brainstorm';
    default:
      return kind satisfies never;
  }
}
