import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import type { MergeLog } from '../ports';
import { Compactor } from './compactor';
import type { Connection } from './connection';
import { Room } from './room';

/** How long the Y.Doc of a room that has gone quiet is kept for the next keystroke. */
const QUIET_MS = 60_000;
/** So many Y.Docs are kept from turn to turn. */
const MOST_CANDIDATES = 3000;
/** Whoever loads a page anew is back within seconds; after a restart a room empties and fills many times in one. */
const LINGER_MS = 5000;
/** So many empty rooms stay. */
const MOST_EMPTY = 200;

/** All open rooms. A room exists while somebody is in it or something of it waits to be committed, and a little longer. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly db: Db;
  private readonly compactor: Compactor;
  /** Rooms with a Y.Doc, the one where longest nothing stirred first. */
  private readonly edited = new Set<Room>();
  /** Rooms where nobody is, with the instant when the last one left; the one that has been empty longest first. */
  private readonly empty = new Map<Room, number>();

  constructor(db: Db, logger: Logger, mergeLog: MergeLog) {
    this.db = db;
    this.compactor = new Compactor({
      db,
      logger,
      mergeLog,
      onSaved: (documentId, position) => this.rooms.get(documentId)?.wasCompacted(position),
    });
  }

  find(documentId: string): Room | undefined {
    return this.rooms.get(documentId);
  }

  /** The room of a document, opened where it is not yet. Throws UnreadableText. */
  open(documentId: string): Room {
    let room = this.rooms.get(documentId);
    if (room === undefined) {
      room = new Room(this.db, documentId);
      this.rooms.set(documentId, room);
      this.compactIfLong(room, 'at rest');
    }
    this.empty.delete(room);
    return room;
  }

  /** Lets go of what is not needed: the Y.Doc where nobody may write, and soon the room where nobody is left. */
  release(room: Room): void {
    if (room.connections.size === 0) {
      if (room.pending.length > 0 || this.rooms.get(room.documentId) !== room) return;
      this.compactIfLong(room, 'at rest');
      room.settle();
      this.edited.delete(room);
      this.empty.delete(room);
      this.empty.set(room, performance.now());
      const [longest] = this.empty.keys();
      if (longest !== undefined && this.empty.size > MOST_EMPTY) this.forget(longest);
      return;
    }
    if (!mayAnybodyEdit(room)) room.settle();
    this.edited.delete(room);
    if (room.isEdited) this.edited.add(room);
    if (this.edited.size > MOST_CANDIDATES) this.settleOne(room);
  }

  /** One Y.Doc too many: a small text's goes with its turn, and is soon built anew; for a large one the oldest goes. */
  private settleOne(newest: Room): void {
    const [oldest] = this.edited;
    const surplus = newest.isSmall ? newest : oldest;
    if (surplus === undefined) return;
    this.edited.delete(surplus);
    if (surplus.pending.length === 0) surplus.settle();
  }

  /** Lets the rooms go to which nobody has come back. `nowMs` is of the monotonic clock. */
  forgetEmpty(nowMs: number = performance.now()): void {
    const until = nowMs - LINGER_MS;
    for (const [room, since] of this.empty) {
      if (since > until) return;
      this.forget(room);
    }
  }

  /** Lets what rooms hold of their text go: the Y.Doc where nobody has written for a while, the bytes everywhere. */
  settleQuiet(nowMs: number): void {
    for (const room of this.rooms.values()) {
      room.dropBytes();
      if (!room.isEdited || nowMs - room.editedAtMs <= QUIET_MS) continue;
      this.compactIfLong(room, 'at rest');
      room.settle();
    }
  }

  /** Asks for the log of a room to be compacted where its tail has grown long. */
  compactIfLong(room: Room, nowMs: number | 'at rest'): void {
    if (room.wantsCompaction(nowMs)) this.compactor.ask(room.documentId);
  }

  /** Lets compaction come to its end, but not for long: what is not compacted stays a longer tail. */
  async stop(): Promise<void> {
    await this.compactor.stop();
  }

  /** Forgets a room: nobody is in it, or its text cannot be read, so that the next visitor tries anew. */
  forget(room: Room): void {
    room.dropCandidate();
    this.edited.delete(room);
    this.empty.delete(room);
    if (this.rooms.get(room.documentId) === room) this.rooms.delete(room.documentId);
  }

  *all(): Generator<Room> {
    yield* [...this.rooms.values()];
  }

  *connections(): Generator<{ readonly room: Room; readonly connection: Connection }> {
    for (const room of this.all()) {
      for (const connection of [...room.connections]) yield { room, connection };
    }
  }
}

function mayAnybodyEdit(room: Room): boolean {
  for (const connection of room.connections) if (connection.standing.refusal === null) return true;
  return false;
}
