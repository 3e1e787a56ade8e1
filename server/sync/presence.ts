import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type CaretPlace, readCaretPlace } from '../../domain/wire/caret-place';
import type { PresenceUser } from '../../domain/wire/protocol';
import type { Connection } from './connection';
import { encodeAwareness } from './wire';

/** A caret is two places in the text: a few hundred bytes. */
const LARGEST_STATE = 4096;
/** More entries in one message than people could be in a room. */
const MOST_ENTRIES = 2000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

interface Seat {
  readonly connection: Connection;
  readonly client: number;
  cursor: Cursor | null;
  clock: number;
}

interface Cursor {
  readonly anchor: CaretPlace;
  readonly head: CaretPlace;
}

interface NewsEntry {
  /** Whose caret it is; null for one that has left. */
  readonly connection: Connection | null;
  readonly bytes: Uint8Array;
}

/** What changed in a room's presence, as frames: one for all who moved nothing, and one for each who did, without its own. */
export class PresenceNews {
  readonly forAll: Uint8Array;
  private readonly movers: ReadonlySet<Connection | null>;

  constructor(private readonly entries: readonly NewsEntry[]) {
    this.movers = new Set(entries.map((entry) => entry.connection));
    this.forAll = frameOf(entries.map((entry) => entry.bytes));
  }

  isBy(connection: Connection): boolean {
    return this.movers.has(connection);
  }

  frameFor(connection: Connection): Uint8Array | null {
    if (!this.isBy(connection)) return this.forAll;
    const others = this.entries.filter((entry) => entry.connection !== connection);
    return others.length === 0 ? null : frameOf(others.map((entry) => entry.bytes));
  }
}

/**
 * Who is in a room and where their carets stand (SY11). Clients send carets only: name, delegation, colour and
 * clock of every entry are the server's, so nobody can speak for another, lock or remove another's caret. Only the newest caret of each
 * connection is kept, and told once a turn.
 */
export class Presence {
  private readonly seats = new Map<number, Seat>();
  private readonly byConnection = new Map<Connection, Seat>();
  /** The one client id a connection shows its caret under, for as long as it lasts. */
  private readonly ids = new WeakMap<Connection, number>();
  private readonly changed = new Set<number>();
  private clock = 0;

  /**
   * Takes in a presence message of a connection. Stock clients repeat to the server what they hear of others:
   * entries under another id than its own are passed over. `mayTake` says whether a connection may have an id.
   * False when the message cannot be read.
   */
  hear(connection: Connection, payload: Uint8Array, mayTake: (client: number) => boolean): boolean {
    const own = this.ids.get(connection) ?? null;
    const entry = findEntry(payload, own);
    if (entry === undefined) return false;
    if (entry === null) return true;
    const state = readState(entry.json);
    if (state === null) return false;
    if (state === 'gone') {
      this.leave(connection);
      return true;
    }
    const seat = this.byConnection.get(connection) ?? this.takeSeat(connection, entry.client, mayTake);
    if (seat === null) return true;
    seat.cursor = state.cursor;
    this.changed.add(seat.client);
    return true;
  }

  /** The person's name, right or colour changed: their caret is told anew. */
  refresh(connection: Connection): void {
    const seat = this.byConnection.get(connection);
    if (seat !== undefined) this.changed.add(seat.client);
  }

  leave(connection: Connection): void {
    const seat = this.byConnection.get(connection);
    if (seat === undefined) return;
    this.byConnection.delete(connection);
    if (this.seats.get(seat.client) !== seat) return;
    this.seats.delete(seat.client);
    this.changed.add(seat.client);
  }

  /** The client id a connection shows its caret under, or null. */
  clientOf(connection: Connection): number | null {
    return this.byConnection.get(connection)?.client ?? null;
  }

  get hasNews(): boolean {
    return this.changed.size > 0;
  }

  /** Everybody's presence in one frame, for somebody who joins or asks; null where there is nobody. */
  everybody(except: Connection): Uint8Array | null {
    const isTold = (seat: Seat) => seat.clock > 0 && seat.connection !== except;
    const entries = [...this.seats.values()].filter(isTold);
    return entries.length === 0 ? null : frameOf(entries.map((seat) => this.encode(seat)));
  }

  /** What changed since the last turn; null where nothing has. */
  takeNews(nowMs: number): PresenceNews | null {
    if (this.changed.size === 0) return null;
    this.clock = Math.max(this.clock + 1, nowMs);
    const entries = [...this.changed].map((client) => {
      const seat = this.seats.get(client);
      if (seat !== undefined) seat.clock = this.clock;
      return {
        connection: seat?.connection ?? null,
        bytes: this.encode(seat ?? { client, clock: this.clock }),
      };
    });
    this.changed.clear();
    return new PresenceNews(entries);
  }

  private takeSeat(
    connection: Connection,
    client: number,
    mayTake: (client: number) => boolean,
  ): Seat | null {
    const sitting = this.seats.get(client);
    const isOthers =
      sitting !== undefined && sitting.connection.identity.userId !== connection.identity.userId;
    if (isOthers || !mayTake(client)) return null;
    if (sitting !== undefined) this.byConnection.delete(sitting.connection);
    const seat: Seat = { connection, client, cursor: null, clock: 0 };
    this.seats.set(client, seat);
    this.byConnection.set(connection, seat);
    this.ids.set(connection, client);
    return seat;
  }

  private encode(seat: Seat | { readonly client: number; readonly clock: number }): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, seat.client);
    encoding.writeVarUint(encoder, seat.clock);
    const state = 'connection' in seat ? stateOf(seat.connection.standing.user, seat.cursor) : null;
    encoding.writeVarString(encoder, JSON.stringify(state));
    return encoding.toUint8Array(encoder);
  }
}

function stateOf(user: PresenceUser, cursor: Cursor | null): object {
  return cursor === null ? { user } : { user, cursor };
}

function frameOf(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const entry of entries) encoding.writeUint8Array(encoder, entry);
  return encodeAwareness(encoding.toUint8Array(encoder));
}

/** The entry under `own`, or the first where there is none yet; null where there is none, undefined where it cannot be read. */
function findEntry(
  payload: Uint8Array,
  own: number | null,
): { client: number; json: Uint8Array } | null | undefined {
  try {
    const decoder = decoding.createDecoder(payload);
    const count = decoding.readVarUint(decoder);
    if (count > MOST_ENTRIES) return undefined;
    let found: { client: number; json: Uint8Array } | null = null;
    for (let index = 0; index < count; index += 1) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const json = decoding.readVarUint8Array(decoder);
      if (found === null && (own === null || client === own)) found = { client, json };
    }
    return decoding.hasContent(decoder) ? undefined : found;
  } catch {
    return undefined;
  }
}

/** The caret in a client's state, rebuilt field by field; `gone` where the client takes its leave, null where it is not a state. */
function readState(json: Uint8Array): { cursor: Cursor | null } | 'gone' | null {
  if (json.byteLength > LARGEST_STATE) return null;
  try {
    const state: unknown = JSON.parse(utf8.decode(json));
    if (state === null) return 'gone';
    if (typeof state !== 'object') return null;
    const { cursor } = state as { cursor?: { anchor?: unknown; head?: unknown } | null };
    if (typeof cursor !== 'object' || cursor === null) return { cursor: null };
    const anchor = readCaretPlace(cursor.anchor);
    const head = readCaretPlace(cursor.head);
    return { cursor: anchor === null || head === null ? null : { anchor, head } };
  } catch {
    return null;
  }
}
