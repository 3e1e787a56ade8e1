import { CLOSE, type RefusalNotice, type RoomState } from '@/domain/wire/protocol';

/** What the browser knows about the way of its edits to the disk of the server. */
export interface SyncStatus {
  readonly connection: 'connecting' | 'open' | 'lost' | 'ended';
  /** Whether the whole text has arrived at least once; before that nothing may be shown as the text. */
  readonly opened: boolean;
  /** Update messages sent on this connection, the number of the last one with own edits, and how many the server has dealt with. */
  readonly sent: number;
  readonly owed: number;
  readonly dealtWith: number;
  /** Own edits exist that no open connection has carried yet. */
  readonly unsent: boolean;
  readonly refusal: RefusalNotice | null;
  /** The server cannot store at the moment (SY9): nothing is lost here, and it will ask for everything again. */
  readonly stalled: boolean;
  /** A mass deletion of one's own that waits for one's word (SY21), or has it and is on its way. */
  readonly held: { readonly notice: RefusalNotice; readonly isConfirmed: boolean } | null;
  readonly closeCode: number | null;
  readonly room: RoomState | null;
  /** Whether what is typed is kept on this device until the server has it. */
  readonly kept: boolean;
}

export type SyncEvent =
  | { readonly type: 'connecting' }
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  /** The text of the server has arrived. */
  | { readonly type: 'opened' }
  /** An own edit was made. */
  | { readonly type: 'edited' }
  /** An update message left: `whole` where it carries everything the server lacks, be it nothing (step 2). */
  | { readonly type: 'sent'; readonly whole: boolean }
  | { readonly type: 'acknowledged'; readonly count: number }
  | { readonly type: 'refused'; readonly notice: RefusalNotice }
  /** One's word on the deletion that was held back: it is meant, or it is not. */
  | { readonly type: 'confirmed' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'closed'; readonly code: number }
  | { readonly type: 'copy'; readonly kept: boolean }
  | { readonly type: 'room'; readonly room: RoomState };

/** The four honest states, and `opening` before there is anything to save. */
export type SaveState = 'opening' | 'saved' | 'saving' | 'offline' | 'notSaved';

export const INITIAL_STATUS: SyncStatus = {
  connection: 'connecting',
  opened: false,
  sent: 0,
  owed: 0,
  dealtWith: 0,
  unsent: false,
  refusal: null,
  stalled: false,
  held: null,
  closeCode: null,
  room: null,
  kept: false,
};

export function syncStatus(status: SyncStatus, event: SyncEvent): SyncStatus {
  switch (event.type) {
    case 'connecting':
      return { ...status, connection: status.connection === 'lost' ? 'lost' : 'connecting' };
    case 'connected':
      return { ...status, connection: 'open', sent: 0, owed: 0, dealtWith: 0 };
    case 'disconnected':
      return status.connection === 'ended' ? status : { ...lost(status), connection: 'lost' };
    case 'opened':
      return { ...status, opened: true };
    case 'edited':
      return status.connection === 'open' ? status : { ...status, unsent: true };
    case 'sent':
      return sent(status, event.whole);
    case 'acknowledged':
      return acknowledged(status, event.count);
    case 'refused':
      return refused(status, event.notice);
    case 'confirmed':
      return status.held === null ? status : { ...status, held: { ...status.held, isConfirmed: true } };
    case 'withdrawn':
      return status.held === null ? status : { ...status, held: null, refusal: status.held.notice };
    case 'closed':
      return { ...lost(status), connection: 'ended', closeCode: event.code };
    case 'copy':
      return status.kept === event.kept ? status : { ...status, kept: event.kept };
    case 'room':
      return { ...status, room: event.room };
    default:
      return status;
  }
}

/** Own edits that nobody has confirmed: what a closing tab would leave to the local copy alone. */
export function hasUnsavedWork(status: SyncStatus): boolean {
  return status.unsent || status.owed > status.dealtWith;
}

export function saveState(status: SyncStatus): SaveState {
  const waits = status.stalled || status.held?.isConfirmed === false;
  if (status.refusal !== null || waits || (status.connection === 'ended' && hasUnsavedWork(status)))
    return 'notSaved';
  if (!status.opened) return 'opening';
  if (status.connection === 'ended') return 'saved';
  if (status.connection === 'open') return hasUnsavedWork(status) ? 'saving' : 'saved';
  return 'offline';
}

/** Whether this person may type now, as far as the browser knows. The server decides again for each edit. */
export function mayType(status: SyncStatus, mayEditAtFirst: boolean): boolean {
  if (!status.opened || status.refusal !== null || status.connection === 'ended') return false;
  if (status.held?.isConfirmed === false) return false;
  return status.room === null ? mayEditAtFirst : status.room.mayEdit;
}

/** Why the editor stopped for good; each has its own banner. */
export type Ending = 'refused' | 'signIn' | 'rights' | 'gone' | 'stale' | 'frozen' | 'failed';

export function endingOf(status: SyncStatus): Ending | null {
  if (status.closeCode !== null) {
    switch (status.closeCode) {
      case CLOSE.sessionEnded:
        return 'signIn';
      case CLOSE.rightRemoved:
        return 'rights';
      case CLOSE.gone:
        return 'gone';
      case CLOSE.staleSchema:
        return 'stale';
      case CLOSE.frozen:
        return 'frozen';
      default:
        return 'failed';
    }
  }
  return status.refusal === null ? null : 'refused';
}

/** Unconfirmed work does not vanish with its connection: it waits for the next one, and a deletion is asked about anew. */
function lost(status: SyncStatus): SyncStatus {
  return { ...status, unsent: hasUnsavedWork(status), sent: 0, owed: 0, dealtWith: 0, held: null };
}

/** Step 2 carries whatever was waiting; if nothing was, nothing is owed for it. */
function sent(status: SyncStatus, whole: boolean): SyncStatus {
  const number = status.sent + 1;
  if (!whole) return { ...status, sent: number, owed: number };
  return { ...status, sent: number, owed: status.unsent ? number : status.owed, unsent: false };
}

function acknowledged(status: SyncStatus, count: number): SyncStatus {
  const next = { ...status, dealtWith: Math.max(status.dealtWith, count) };
  return hasUnsavedWork(next) ? next : { ...next, stalled: false, held: null };
}

/**
 * For want of storage (SY9), and for the gap that leaves (SY5, SY8), nobody is at fault: the edits wait to be asked for.
 * So do a deletion that needs one's word (SY21) and what builds on it.
 */
function refused(status: SyncStatus, notice: RefusalNotice): SyncStatus {
  if (notice.rule === 'SY21') return { ...status, unsent: true, held: { notice, isConfirmed: false } };
  if (notice.rule === 'SY5' && status.held !== null) return { ...status, unsent: true };
  const lacksPast = notice.rule === 'SY5' || notice.rule === 'SY8';
  const waits = notice.rule === 'SY9' || (lacksPast && status.stalled);
  return waits ? { ...status, stalled: true, unsent: true } : { ...status, refusal: notice };
}
