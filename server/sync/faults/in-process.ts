import { pino } from 'pino';
import type { Person } from '../../tests/world';
import { mergedState } from '../../text/ydoc';
import { keepCheckpoint } from '../../use-cases/keep-checkpoint';
import { Brake } from '../brake';
import { Connection, type RoomSocket } from '../connection';
import { Counters } from '../counters';
import { hear, tellPresence } from '../hear';
import { Judge } from '../judge';
import type { Packet } from '../packet';
import { People } from '../people';
import type { Room } from '../room';
import { Rooms } from '../rooms';
import { type SyncWorld, tokenIdentity } from '../tests/sync-world';
import { Turns } from '../turns';
import { encodeSyncStep1 } from '../wire';

/** One end of a socket that is no socket: what the server sends is kept until somebody takes it. */
export class Wire implements RoomSocket {
  frames: Uint8Array[] = [];
  closedWith: number | null = null;

  send(packets: readonly Packet[]): void {
    for (const { frames } of packets) this.frames.push(...frames);
  }

  close(code: number): void {
    this.closedWith = code;
  }

  backlog(): number {
    return 0;
  }

  take(): Uint8Array[] {
    const { frames } = this;
    this.frames = [];
    return frames;
  }
}

/**
 * The rooms of the sync server without sockets, upgrade and timers: every frame goes through the same reading, gate,
 * commit and telling, and a turn ends when the test says so. For millions of frames, and for runs that must be the
 * same each time.
 */
export class InProcessServer {
  private readonly world: SyncWorld['world'];
  private readonly judge: Judge;
  private readonly brake: Brake;
  private readonly rooms: Rooms;
  private readonly counters = new Counters();
  private people = new People();
  readonly turns: Turns;
  /** What the server logged as a fault of its own. */
  readonly faults: string[] = [];

  constructor({ world }: Pick<SyncWorld, 'world'>) {
    const { db, clock } = world;
    const logger = pino({ level: 'error' }, { write: (line: string) => void this.faults.push(line) });
    this.world = world;
    this.judge = new Judge(db);
    this.brake = new Brake(db);
    this.rooms = new Rooms(db, logger, async (pieces) => mergedState(pieces));
    const { judge, brake, rooms, counters } = this;
    this.turns = new Turns({ db, clock, judge, logger, rooms, counters, brake, keepCheckpoint });
  }

  join(person: Person, documentId: string): { connection: Connection; wire: Wire } {
    const at = this.world.clock.now();
    const identity = tokenIdentity(person);
    this.judge.begin();
    const verdict = this.judge.judge(identity, documentId, at);
    if (!verdict.ok) throw new Error(`in-process: ${person} may not enter ${documentId}: ${verdict.rule}`);
    const room = this.rooms.open(documentId);
    const wire = new Wire();
    const offences = this.people.offencesOf(identity.userId);
    const connection = new Connection(identity, documentId, verdict.standing, wire, offences);
    room.connections.add(connection);
    connection.queue(encodeSyncStep1(room.stateVector()));
    tellPresence(room, connection);
    connection.drain();
    return { connection, wire };
  }

  /** A frame arrives. What it asks for is answered at once; what it writes waits for `endTurn`. */
  hear(connection: Connection, frame: Uint8Array): void {
    if (connection.isClosed) return;
    const { turns, brake, people } = this;
    const parts = { turns, brake, people, clock: this.world.clock };
    hear(parts, this.roomOf(connection.documentId), connection, frame);
  }

  endTurn(): void {
    this.turns.run();
  }

  leave(connection: Connection): void {
    const room = this.roomOf(connection.documentId);
    connection.markClosed();
    room.connections.delete(connection);
    room.presence.leave(connection);
    this.turns.wake(room);
  }

  roomOf(documentId: string): Room {
    return this.rooms.open(documentId);
  }

  get refusals(): Readonly<Record<string, number>> {
    return this.counters.read().refusals;
  }

  /** What people were refused and allowed until now is forgotten: a run does in seconds what took them days. */
  forgive(): void {
    this.people = new People();
  }

  stop(): void {
    this.turns.run();
    // Nobody waits for compaction here: it merges within the turn that asks.
    void this.rooms.stop();
    this.turns.stop();
  }
}
