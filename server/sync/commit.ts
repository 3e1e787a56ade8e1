import type { Logger } from 'pino';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { Refusal } from '../../domain/refusal';
import type { Clock } from '../ports';
import type { Brake, Weighed } from './brake';
import type { Connection } from './connection';
import type { Judge } from './judge';
import type { Pending, Room, Row } from './room';
import { RoomTurn } from './room-turn';

export interface CommitParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly judge: Judge;
  readonly logger: Logger;
  readonly brake: Brake;
  readonly keepCheckpoint: KeepCheckpoint;
}

/**
 * Keeps the text as it stands as a checkpoint, within the transaction, before somebody deletes much of it (SY21);
 * nothing where a version holds it already.
 */
export type KeepCheckpoint = (tx: Db, documentId: string, takenBy: string, at: string) => void;

/** So many bytes of one person are dealt with in one turn: whoever sends more waits, and nobody else does. */
const MOST_IN_A_TURN = 1024 * 1024;
/** As much trouble as so many bytes is the smallest message. */
const LEAST_BYTES = 1024;

/** What a turn made of one room. Nothing of it may be told before the transaction has committed. */
export interface RoomOutcome {
  readonly room: Room;
  readonly rows: Row[];
  /** With the bytes that were refused. */
  readonly refusals: (Pending & { readonly refusal: Refusal })[];
  /** Updates that lack their past and wait for their client's answer to our step 1. */
  readonly early: Pending[];
  /** Whose messages were dealt with, once per message. */
  readonly dealtWith: Connection[];
  /** Who answered a question of ours with all that they have. */
  readonly answered: Connection[];
  /** Of people who spoilt too much in this turn: their next ones wait for the next. */
  readonly late: Pending[];
  /** Client ids that were bound. */
  readonly bound: number[];
  /** Deletions of others' words that were counted. */
  readonly deletions: Weighed[];
  /** The text could not be loaded; the room must close. */
  isUnreadable: boolean;
  /** How long the room's own updates took at the gate. */
  gateMs: number;
}

export function emptyOutcome(room: Room): RoomOutcome {
  return {
    room,
    rows: [],
    refusals: [],
    early: [],
    dealtWith: [],
    answered: [],
    late: [],
    bound: [],
    deletions: [],
    isUnreadable: false,
    gateMs: 0,
  };
}

/**
 * Commits what waits in all rooms in ONE transaction (SY6, SY10): rights and states are read inside it, every
 * update passes the gate, what is accepted becomes rows of the log. When it cannot be committed, nothing of it
 * has happened: every waiting message is refused as not saved (SY9), and the candidates, which are ahead of the
 * log, are thrown away.
 */
export function commitTurn(parts: CommitParts, rooms: readonly Room[]): RoomOutcome[] {
  const taken = new Map<string, number>();
  const waiting = rooms.map((room) => ({ pending: shareOf(room, taken), outcome: emptyOutcome(room) }));
  const at = parts.clock.now();
  try {
    atomic(parts.db, (tx) => {
      parts.judge.begin();
      for (const { outcome, pending } of waiting) {
        const began = performance.now();
        const turn = new RoomTurn(parts, tx, outcome, at);
        for (const message of pending) turn.take(message);
        turn.end();
        outcome.gateMs = performance.now() - began;
      }
      parts.judge.end();
    });
    for (const { outcome } of waiting) outcome.room.pending.unshift(...outcome.late);
    return waiting.map(({ outcome }) => outcome);
  } catch (error) {
    parts.logger.error({ err: error, rooms: rooms.length }, 'commit failed');
    return waiting.map(({ outcome, pending }) => undone(parts, outcome, pending));
  }
}

/**
 * What of a room's waiting messages is dealt with in this turn; the rest stays, in order. `taken` counts the bytes of
 * each person over all rooms.
 */
function shareOf(room: Room, taken: Map<string, number>): Pending[] {
  const share: Pending[] = [];
  const left: Pending[] = [];
  for (const message of room.pending) {
    const { userId } = message.connection.identity;
    const before = taken.get(userId) ?? 0;
    if (before >= MOST_IN_A_TURN) left.push(message);
    else {
      taken.set(userId, before + Math.max(LEAST_BYTES, message.bytes.byteLength));
      share.push(message);
    }
  }
  room.pending = left;
  return share;
}

/** The outcome of a room whose transaction was rolled back. */
function undone(
  { brake }: CommitParts,
  { room, bound, deletions }: RoomOutcome,
  pending: readonly Pending[],
): RoomOutcome {
  room.dropCandidate();
  for (const client of bound) room.owners.unbind(client);
  for (const deletion of deletions.reverse()) brake.refund(deletion);
  return {
    ...emptyOutcome(room),
    refusals: pending.map((update) => ({ ...update, refusal: { ok: false, rule: 'SY9' } })),
    dealtWith: pending.map(({ connection }) => connection),
  };
}
