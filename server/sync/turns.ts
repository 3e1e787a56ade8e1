import { CLOSE } from '../../domain/wire/protocol';
import { type CommitParts, commitTurn, emptyOutcome, type RoomOutcome } from './commit';
import { compactIfLong } from './compaction';
import type { Counters } from './counters';
import { guarded } from './guarded';
import { publish } from './publish';
import { reviewConnection } from './review';
import type { Room } from './room';
import type { Rooms } from './rooms';
import { noteTurn } from './turn-time';
import { encodeSyncStep1 } from './wire';

/** After a failed commit the clients are asked again for what they hold, at this distance. */
const ASK_AGAIN_MS = 2000;
/** Every so many rows of a room one looks whether its tail has grown long. */
const LOOK_AT_TAIL = 50;

export interface TurnParts extends CommitParts {
  readonly rooms: Rooms;
  readonly counters: Counters;
}

/**
 * The beat of the server: whatever arrives within one turn of the event loop is committed together, in one
 * transaction for all rooms, and told together, in one write per socket.
 */
export class Turns {
  private readonly parts: TurnParts;
  private readonly awake = new Set<Room>();
  private immediate: NodeJS.Immediate | null = null;
  private askAgain: NodeJS.Timeout | null = null;

  constructor(parts: TurnParts) {
    this.parts = parts;
  }

  /** Something of this room waits to be committed or told. */
  wake(room: Room): void {
    this.awake.add(room);
    this.immediate ??= setImmediate(() => this.run());
  }

  /** Ends the turn now. */
  run(): void {
    if (this.immediate !== null) clearImmediate(this.immediate);
    this.immediate = null;
    const rooms = [...this.awake];
    this.awake.clear();
    const writing = rooms.filter((room) => room.pending.length > 0);
    const began = performance.now();
    const outcomes = writing.length === 0 ? [] : commitTurn(this.parts, writing);
    const committed = performance.now();
    const { counters, logger } = this.parts;
    for (const outcome of outcomes) guarded(logger, 'telling a room', () => this.tell(outcome));
    for (const room of rooms) guarded(logger, 'ending a turn', () => this.finish(room));
    if (writing.length === 0) return;
    const fanOutMs = performance.now() - committed;
    noteTurn(counters, logger, { rooms: rooms.length, commitMs: committed - began, fanOutMs });
  }

  /** Rows that came into the log by another hand are told to the room. */
  follow(room: Room): void {
    guarded(this.parts.logger, 'following a log', () => {
      const outcome = emptyOutcome(room);
      outcome.rows.push(...room.catchUp());
      this.tell(outcome);
      this.finish(room);
    });
  }

  stop(): void {
    if (this.immediate !== null) clearImmediate(this.immediate);
    if (this.askAgain !== null) clearTimeout(this.askAgain);
  }

  private tell(outcome: RoomOutcome): void {
    const { room, rows, refusals } = outcome;
    const { counters, clock, judge, logger } = this.parts;
    const at = clock.now();
    const before = room.position;
    publish(outcome, Date.parse(at));
    this.count(outcome);
    if (outcome.isUnreadable) this.closeUnreadable(room);
    judge.begin(at);
    for (const { connection, refusal } of refusals) {
      counters.refused(refusal.rule);
      logger.info(
        { documentId: room.documentId, userId: connection.identity.userId, rule: refusal.rule },
        'edit refused',
      );
      if (!connection.isClosed) reviewConnection(judge, room, connection, at);
    }
    if (Math.floor(room.position / LOOK_AT_TAIL) > Math.floor(before / LOOK_AT_TAIL)) {
      compactIfLong(this.parts.db, room, logger);
    }
    if (rows.length > 0) logger.debug({ documentId: room.documentId, position: room.position }, 'committed');
  }

  private count({ rows, refusals, dealtWith }: RoomOutcome): void {
    const { counters } = this.parts;
    counters.rows += rows.length;
    if (rows.length > 0) counters.commits += 1;
    const refused = new Set(refusals.map(({ connection }) => connection));
    for (const connection of dealtWith) if (!refused.has(connection)) connection.isOwed = false;
    const failed = refusals.filter(({ refusal }) => refusal.rule === 'SY9');
    for (const { connection } of failed) connection.isOwed = true;
    if (rows.length > 0) counters.isStorageFailing = false;
    if (failed.length === 0) return;
    counters.isStorageFailing = true;
    counters.storageFailures += 1;
    this.askAgain ??= setTimeout(
      () => guarded(this.parts.logger, 'asking again', () => this.askOwed()),
      ASK_AGAIN_MS,
    );
  }

  /** Asks those whose edits could not be stored for what the log lacks; stock clients answer with all of it. */
  private askOwed(): void {
    this.askAgain = null;
    for (const { room, connection } of this.parts.rooms.connections()) {
      if (!connection.isOwed || connection.isClosed) continue;
      connection.queue(encodeSyncStep1(room.text.stateVector()));
      connection.drain();
    }
  }

  private finish(room: Room): void {
    const { rooms, clock } = this.parts;
    if (room.presence.hasNews) {
      const frameFor = room.presence.takeNews(Date.parse(clock.now()));
      for (const connection of room.connections) {
        const frame = frameFor(connection);
        if (frame !== null) connection.queue(frame);
      }
    }
    for (const connection of room.connections) connection.drain();
    rooms.release(room);
  }

  private closeUnreadable(room: Room): void {
    for (const connection of room.connections) connection.close(CLOSE.loadFailed, 'SY13');
    this.parts.rooms.forget(room);
  }
}
