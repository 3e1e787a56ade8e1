import { NOTICE_KINDS, type NoticeKind } from './kinds';

export const MAIL_CHOICES = ['atOnce', 'digest', 'never'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** Mail that tells of several things at once; it can be had or not. */
export const DIGEST_KINDS = ['digest', 'delegationDigest'] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];
/** Everything that one can unsubscribe from by itself. */
export type MailKind = NoticeKind | DigestKind;

/** Told in the inbox only: mail about mail that fails would fail as well. */
export const NEVER_MAILED: readonly NoticeKind[] = ['mailFailed'];

/** What cannot wait until the next morning. */
const AT_ONCE: readonly NoticeKind[] = [
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
  'decisionAnnulled',
  'corrigendumProposed',
  'corrigendumSettled',
  'proposalAwaitsRelease',
  'proposalAwaitsConfirmation',
  'clearanceVoided',
  'mentioned',
  'brainstormMoved',
  'brainstormClosing',
  'roundWindowChanged',
  'returnDue',
  'returnOverdue',
  'clarificationAsked',
  'returnReopened',
];

/** NO5: how a kind is mailed to who has chosen nothing. */
export function defaultMail(kind: MailKind): MailChoice {
  if ((NEVER_MAILED as readonly MailKind[]).includes(kind)) return 'never';
  return (AT_ONCE as readonly MailKind[]).includes(kind) ? 'atOnce' : 'digest';
}

export function choicesFor(kind: MailKind): readonly MailChoice[] {
  if ((NEVER_MAILED as readonly MailKind[]).includes(kind)) return ['never'];
  return (DIGEST_KINDS as readonly MailKind[]).includes(kind) ? ['digest', 'never'] : MAIL_CHOICES;
}

export function isMailKind(value: unknown): value is MailKind {
  return [...NOTICE_KINDS, ...DIGEST_KINDS].some((kind) => kind === value);
}

/** How often a message is tried before it is given up, and how long after each try: from a minute to half a day. */
const WAIT_MINUTES = [1, 5, 10, 30, 60, 180, 360, 720, 720, 720] as const;

/** NO9: when a message that could not be handed over is tried again; null once it is given up (about two days). */
export function nextTry(attempts: number, now: string): string | null {
  const minutes = WAIT_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(Date.parse(now) + minutes * 60_000).toISOString();
}
