import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { compactIfLong } from './compaction';
import type { Connection } from './connection';
import { Room } from './room';

/** How long the Y.Doc of a room that has gone quiet is kept for the next keystroke. */
const QUIET_MS = 60_000;

/** All open rooms. A room exists while somebody is in it or something of it waits to be committed. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly db: Db;
  private readonly logger: Logger;

  constructor(db: Db, logger: Logger) {
    this.db = db;
    this.logger = logger;
  }

  find(documentId: string): Room | undefined {
    return this.rooms.get(documentId);
  }

  /** The room of a document, opened where it is not yet. Throws UnreadableText. */
  open(documentId: string): Room {
    let room = this.rooms.get(documentId);
    if (room === undefined) {
      room = new Room(this.db, documentId, this.logger);
      this.rooms.set(documentId, room);
      compactIfLong(this.db, room, this.logger);
    }
    return room;
  }

  /** Lets go of what is not needed: the room where nobody is left, the Y.Doc where nobody may write. */
  release(room: Room): void {
    if (room.connections.size === 0) {
      if (room.pending.length > 0 || this.rooms.get(room.documentId) !== room) return;
      compactIfLong(this.db, room, this.logger);
      room.dropCandidate();
      this.rooms.delete(room.documentId);
    } else if (![...room.connections].some((connection) => connection.standing.refusal === null)) {
      room.settle();
    }
  }

  /** Lets the Y.Docs of rooms go where nobody has written for a while. */
  settleQuiet(nowMs: number): void {
    for (const room of this.rooms.values()) {
      if (room.isEdited && nowMs - room.editedAtMs > QUIET_MS) {
        compactIfLong(this.db, room, this.logger);
        room.settle();
      }
    }
  }

  compactAll(): void {
    for (const room of this.rooms.values()) compactIfLong(this.db, room, this.logger);
  }

  /** Forgets a room whose text cannot be read, so that the next visitor tries anew. */
  forget(room: Room): void {
    room.dropCandidate();
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
