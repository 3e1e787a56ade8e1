import { CLOSE } from '../../domain/wire/protocol';
import { type CommitParts, commitTurn, emptyOutcome, type RoomOutcome } from './commit';
import type { Counters } from './counters';
import { fanOut } from './fan-out';
import { guarded } from './guarded';
import { publish } from './publish';
import { restAfter } from './rest';
import { reviewConnection } from './review';
import type { Room, Row } from './room';
import type { Rooms } from './rooms';
import { noteTurn } from './turn-time';
import { encodeSyncStep1 } from './wire';

/** After a failed commit the clients are asked again for what they hold, at this distance. */
const ASK_AGAIN_MS = 2000;

export interface TurnParts extends CommitParts {
  readonly rooms: Rooms;
  readonly counters: Counters;
}

/**
 * The beat of the server: whatever has arrived is committed together, in one transaction for all rooms, and told
 * together, in one write per socket (SY24). A room whose last turn was costly rests in proportion before its next.
 */
export class Turns {
  private readonly parts: TurnParts;
  private readonly awake = new Set<Room>();
  private readonly restUntil = new WeakMap<Room, number>();
  private immediate: NodeJS.Immediate | null = null;
  private timer: NodeJS.Timeout | null = null;
  private timerAt = Number.POSITIVE_INFINITY;
  private askAgain: NodeJS.Timeout | null = null;

  constructor(parts: TurnParts) {
    this.parts = parts;
  }

  /** Something of this room waits to be committed or told. */
  wake(room: Room): void {
    this.awake.add(room);
    const rest = this.restOf(room) - performance.now();
    if (rest <= 0) this.immediate ??= setImmediate(() => this.runRested());
    else this.wakeIn(rest);
  }

  /** Ends the turn of all rooms now, rested or not. */
  run(): void {
    do {
      this.clearSchedule();
      const rooms = [...this.awake];
      this.awake.clear();
      this.runRooms(rooms);
    } while ([...this.awake].some((room) => room.pending.length > 0));
  }

  private runRested(): void {
    this.clearSchedule();
    const now = performance.now();
    const rooms = [...this.awake].filter((room) => this.restOf(room) <= now);
    for (const room of rooms) this.awake.delete(room);
    this.runRooms(rooms);
    for (const room of this.awake) this.wake(room);
  }

  private runRooms(rooms: readonly Room[]): void {
    const writing = rooms.filter((room) => room.pending.length > 0);
    const began = performance.now();
    const outcomes = writing.length === 0 ? [] : commitTurn(this.parts, writing);
    const committed = performance.now();
    const { counters, logger } = this.parts;
    const outcomeOf = new Map(outcomes.map((outcome) => [outcome.room, outcome]));
    for (const room of rooms) {
      const outcome = outcomeOf.get(room);
      const start = performance.now();
      if (outcome !== undefined) guarded(logger, 'telling a room', () => this.tell(outcome));
      guarded(logger, 'ending a turn', () => this.finish(room, outcome?.rows ?? []));
      const now = performance.now();
      // What an edit costs it costs in any turn; what telling costs is shared by all that a turn brings.
      this.restUntil.set(room, room.pending.length > 0 ? now : now + restAfter(now - start));
    }
    for (const room of writing) if (room.pending.length > 0) this.wake(room);
    const ended = performance.now();
    if (writing.length === 0) return;
    noteTurn(counters, logger, {
      rooms: rooms.length,
      commitMs: committed - began,
      fanOutMs: ended - committed,
    });
  }

  private restOf(room: Room): number {
    return this.restUntil.get(room) ?? 0;
  }

  private wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (at >= this.timerAt) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(() => this.runRested(), Math.ceil(ms));
  }

  private clearSchedule(): void {
    if (this.immediate !== null) clearImmediate(this.immediate);
    if (this.timer !== null) clearTimeout(this.timer);
    this.immediate = null;
    this.timer = null;
    this.timerAt = Number.POSITIVE_INFINITY;
  }

  /** Rows that came into the log by another hand are told to the room. */
  follow(room: Room): void {
    guarded(this.parts.logger, 'following a log', () => {
      const outcome = emptyOutcome(room);
      outcome.rows.push(...room.catchUp());
      this.tell(outcome);
      this.finish(room, outcome.rows);
    });
  }

  stop(): void {
    this.clearSchedule();
    if (this.askAgain !== null) clearTimeout(this.askAgain);
  }

  private tell(outcome: RoomOutcome): void {
    const { room, rows, refusals } = outcome;
    const { counters, clock, judge, logger } = this.parts;
    const at = clock.now();
    publish(outcome, Date.parse(at));
    this.count(outcome);
    if (outcome.isUnreadable) this.closeUnreadable(room);
    if (refusals.length > 0) judge.begin();
    for (const { connection, refusal } of refusals) {
      counters.refused(refusal.rule);
      logger.info({ ...connection.logged, rule: refusal.rule }, 'edit refused');
      if (!connection.isClosed) reviewConnection(judge, room, connection, at);
    }
    this.parts.rooms.compactIfLong(room, Date.parse(at));
    const [somebody] = room.connections;
    if (rows.length > 0 && somebody?.standing.isPrivate === false)
      logger.debug({ documentId: room.documentId, position: room.position }, 'committed');
  }

  private count({ rows, refusals, answered }: RoomOutcome): void {
    const { counters } = this.parts;
    counters.rows += rows.length;
    if (rows.length > 0) counters.commits += 1;
    const refused = new Set(refusals.map(({ connection }) => connection));
    // Only what a client answered with holds all that it has.
    for (const connection of answered) if (!refused.has(connection)) connection.isOwed = false;
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
      connection.queue(encodeSyncStep1(room.stateVector()));
      connection.drain();
    }
  }

  private finish(room: Room, rows: readonly Row[]): void {
    const { rooms, clock } = this.parts;
    const presence = room.presence.takeNews(Date.parse(clock.now()));
    if (rows.length > 0 || presence !== null) fanOut(room, rows, presence);
    else for (const connection of room.connections) connection.drain();
    rooms.release(room);
  }

  private closeUnreadable(room: Room): void {
    for (const connection of room.connections) connection.close(CLOSE.loadFailed, 'SY13');
    this.parts.rooms.forget(room);
  }
}
