import type { Role } from '../body/grants';
import { type Actor, rolesIn } from '../policy/can';
import { accept, type Outcome, refuse } from '../refusal';
import { type AdoptCommand, adoptionGuards } from './adoption';
import { type DocumentState, isFinal } from './states';
import { type StateStep, TRANSITIONS } from './transitions';

/** What a decision about a document rests on, read in the transaction that carries it out. */
export interface ProcedureState {
  readonly bodyId: string;
  readonly state: DocumentState;
  /** Counts procedural acts; a command that names another one was made on an old page (PR4). */
  readonly stateSeq: number;
  readonly pensDown: boolean;
  readonly text: {
    /** Last position of the log. */
    readonly position: number;
    readonly hash: string;
    readonly words: number;
  };
  /** The newest issued Rev.n, or null. */
  readonly lastRevision: { readonly revision: number; readonly hash: string } | null;
}

export type ProcedureCommand =
  | { readonly do: StateStep; readonly reason?: string; readonly stateSeq?: number }
  | { readonly do: 'pensDown'; readonly stateSeq?: number }
  | { readonly do: 'pensUp'; readonly stateSeq?: number }
  | { readonly do: 'issueRevision'; readonly stateSeq?: number }
  | (AdoptCommand & { readonly stateSeq?: number });

/** What must be written for the step: nothing else changes. `event` goes to the audit trail. */
export interface ProcedureChange {
  readonly state?: DocumentState;
  readonly pensDown?: boolean;
  /** Number of the Rev.n that the step issues or adopts. */
  readonly revision?: number;
  readonly event: {
    readonly kind: string;
    readonly data: Readonly<Record<string, string | number>>;
  };
}

/**
 * One step in the life of a document: from what stands now, a command, who gives it and when, to what changes,
 * or to a refusal that names its rule. Pure; the policy has let the actor in already, the rules here are about
 * the step itself.
 */
export function decide(
  state: ProcedureState,
  command: ProcedureCommand,
  actor: Actor,
  now: string,
): Outcome<ProcedureChange> {
  if (isFinal(state.state)) return refuse('PR6', { state: state.state });
  if (command.stateSeq !== undefined && command.stateSeq !== state.stateSeq) return refuse('PR4');
  switch (command.do) {
    case 'pensDown':
      return decidePensDown(state, actor);
    case 'pensUp':
      return decidePensUp(state, actor);
    case 'issueRevision':
      return decideRevision(state, actor);
    case 'adopt':
      return decideAdoption(state, command, actor, now);
    default:
      return decideStep(state, command, actor);
  }
}

function decideStep(
  state: ProcedureState,
  command: { readonly do: StateStep; readonly reason?: string },
  actor: Actor,
): Outcome<ProcedureChange> {
  const transition = TRANSITIONS[command.do];
  if (!transition.from.includes(state.state)) return refuse('PR1', { state: state.state, to: transition.to });
  const role = missingRole(state, transition.by, actor);
  if (role !== null) return refuse('PR2', { role });
  const reason = (command.reason ?? '').trim().normalize('NFC');
  if (transition.needsReason && (reason.length < 3 || reason.length > 2000))
    return refuse('PR3', { field: 'reason' });
  if (transition.needsText && state.text.words === 0) return refuse('PR8');
  return accept({
    state: transition.to,
    pensDown: false,
    event: {
      kind: 'document.stateChanged',
      data: {
        step: command.do,
        from: state.state,
        to: transition.to,
        ...(reason === '' ? {} : { reason }),
      },
    },
  });
}

const PENS_STATES: readonly DocumentState[] = ['draft', 'negotiation', 'agreed'];

function decidePensDown(state: ProcedureState, actor: Actor): Outcome<ProcedureChange> {
  if (!PENS_STATES.includes(state.state)) return refuse('PR9', { state: state.state });
  if (missingRole(state, ['chair'], actor) !== null) return refuse('PR10');
  if (state.pensDown) return refuse('PR18');
  if (state.text.words === 0) return refuse('PR8');
  return accept({
    pensDown: true,
    event: {
      kind: 'document.pensDown',
      data: { position: state.text.position, textHash: state.text.hash },
    },
  });
}

function decidePensUp(state: ProcedureState, actor: Actor): Outcome<ProcedureChange> {
  if (missingRole(state, ['chair'], actor) !== null) return refuse('PR10');
  if (!state.pensDown) return refuse('PR19');
  return accept({ pensDown: false, event: { kind: 'document.pensUp', data: {} } });
}

function decideRevision(state: ProcedureState, actor: Actor): Outcome<ProcedureChange> {
  const role = missingRole(state, ['secretariat', 'chair'], actor);
  if (role !== null) return refuse('PR2', { role });
  if (state.text.words === 0) return refuse('PR8');
  if (state.lastRevision?.hash === state.text.hash) {
    return refuse('PR24', { revision: state.lastRevision.revision });
  }
  const revision = (state.lastRevision?.revision ?? 0) + 1;
  return accept({
    revision,
    event: { kind: 'document.revisionIssued', data: { revision, textHash: state.text.hash } },
  });
}

function decideAdoption(
  state: ProcedureState,
  command: AdoptCommand,
  actor: Actor,
  now: string,
): Outcome<ProcedureChange> {
  if (!PENS_STATES.includes(state.state)) return refuse('PR9', { state: state.state });
  if (missingRole(state, ['chair'], actor) !== null) return refuse('PR10');
  const guards = adoptionGuards(state, command);
  if (!guards.ok) return guards;
  const last = state.lastRevision;
  // A text that was issued and not touched since keeps its number: the Rev.4 in everybody's hands is adopted.
  const revision = last === null ? 1 : last.hash === state.text.hash ? last.revision : last.revision + 1;
  return accept({
    state: 'adopted',
    pensDown: false,
    revision,
    event: {
      kind: 'document.adopted',
      data: {
        verb: command.verb,
        revision,
        textHash: state.text.hash,
        meetingId: command.meetingId,
        agendaItemId: command.agendaItemId,
        at: now,
      },
    },
  });
}

/** The first of `roles` where the actor holds none of them in the document's body, else null. */
function missingRole(state: ProcedureState, roles: readonly Role[], actor: Actor): Role | null {
  const held = rolesIn(actor, state.bodyId);
  return roles.some((role) => held.includes(role)) ? null : (roles[0] ?? null);
}
