import type { Role } from '../body/grants';
import { DOCUMENT_STATES, type DocumentState, FINAL_STATES } from './states';

/** Steps that move a document from one state to another. Adoption is a step of its own (adoption.ts). */
export const STATE_STEPS = [
  'circulate',
  'openNegotiation',
  'returnToDraft',
  'agreeAdReferendum',
  'reopen',
  'withdraw',
  'notAdopted',
] as const;
export type StateStep = (typeof STATE_STEPS)[number];

export interface Transition {
  readonly from: readonly DocumentState[];
  readonly to: DocumentState;
  readonly by: readonly Role[];
  /** Steps back and side exits say why, in the record (PR3). */
  readonly needsReason: boolean;
  /** Nobody circulates or agrees an empty page (PR8). */
  readonly needsText: boolean;
}

const HEAD_TABLE: readonly Role[] = ['secretariat', 'chair'];
const CHAIR: readonly Role[] = ['chair'];
const LIVE = DOCUMENT_STATES.filter((state) => !FINAL_STATES.includes(state));

/** PR1, PR2: which step leads where, and who takes it. */
export const TRANSITIONS: Readonly<Record<StateStep, Transition>> = {
  circulate: { from: ['draft'], to: 'circulated', by: HEAD_TABLE, needsReason: false, needsText: true },
  openNegotiation: {
    from: ['draft', 'circulated'],
    to: 'negotiation',
    by: HEAD_TABLE,
    needsReason: false,
    needsText: true,
  },
  returnToDraft: {
    from: ['circulated', 'negotiation'],
    to: 'draft',
    by: HEAD_TABLE,
    needsReason: true,
    needsText: false,
  },
  agreeAdReferendum: { from: ['negotiation'], to: 'agreed', by: CHAIR, needsReason: false, needsText: true },
  // Silence is left by its own acts (SP15): broken, cancelled, expired.
  reopen: { from: ['agreed'], to: 'negotiation', by: CHAIR, needsReason: true, needsText: false },
  withdraw: { from: LIVE, to: 'withdrawn', by: HEAD_TABLE, needsReason: true, needsText: false },
  notAdopted: {
    from: ['negotiation', 'agreed', 'silence'],
    to: 'notAdopted',
    by: CHAIR,
    needsReason: true,
    needsText: false,
  },
};

/** The steps that are open from a state to somebody with these roles, in the order they are offered. */
export function openSteps(state: DocumentState, roles: readonly Role[]): StateStep[] {
  return STATE_STEPS.filter((step) => {
    const transition = TRANSITIONS[step];
    return transition.from.includes(state) && transition.by.some((role) => roles.includes(role));
  });
}

export function isStateStep(value: unknown): value is StateStep {
  return typeof value === 'string' && (STATE_STEPS as readonly string[]).includes(value);
}
