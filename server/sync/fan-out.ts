import * as Y from 'yjs';
import type { Connection } from './connection';
import { Packet } from './packet';
import type { PresenceNews } from './presence';
import type { Room, Row } from './room';
import { encodeUpdate } from './wire';

/** So many updates are merged into one frame; merging more costs more than it saves. */
const MOST_MERGED = 64;
/** An author of one row gets the rows beside it singly, and all others merged in groups of this size. */
const GROUP = 8;

/** Rows next to each other in the log, and what they are as one frame. */
interface Group {
  readonly rows: readonly Row[];
  readonly authors: ReadonlySet<Connection | null>;
  merged: Uint8Array | null;
}

/**
 * Tells a room what is new in it, rows that were committed and carets, in one write a connection with all that waits
 * for it. Whoever wrote none of the rows and moved no caret gets the same packet as all others, made once; nothing is
 * echoed to its sender. Whoever has not asked for the text yet is told of carets only.
 */
export function fanOut(room: Room, rows: readonly Row[], presence: PresenceNews | null): void {
  const news = new RowNews(rows);
  let forAll: Packet | null = null;
  for (const connection of room.connections) {
    const isEverybody =
      connection.isFollowing && !news.isBy(connection) && presence?.isBy(connection) !== true;
    if (isEverybody) {
      forAll ??= new Packet([...news.forAll(), ...framed(presence?.forAll ?? null)]);
      connection.queuePacket(forAll);
    } else {
      if (connection.isFollowing) {
        connection.queue(...(news.isBy(connection) ? news.forAuthor(connection) : news.forAll()));
      }
      connection.queue(...framed(presence?.frameFor(connection) ?? null));
    }
    connection.drain();
  }
}

function framed(frame: Uint8Array | null): Uint8Array[] {
  return frame === null ? [] : [frame];
}

/** Rows on their way out, as frames that are made when somebody needs them, and once. */
class RowNews {
  private readonly groups: Group[] = [];
  private readonly authors: ReadonlySet<Connection | null>;
  private readonly single = new Map<Row, Uint8Array>();
  private all: Uint8Array[] | null = null;

  constructor(private readonly rows: readonly Row[]) {
    this.authors = new Set(rows.map((row) => row.author));
    for (let start = 0; start < rows.length; start += GROUP) {
      const group = rows.slice(start, start + GROUP);
      this.groups.push({ rows: group, authors: new Set(group.map((row) => row.author)), merged: null });
    }
  }

  isBy(connection: Connection): boolean {
    return this.authors.has(connection);
  }

  forAll(): readonly Uint8Array[] {
    if (this.all !== null) return this.all;
    this.all = [];
    for (let start = 0; start < this.rows.length; start += MOST_MERGED) {
      this.all.push(merged(this.rows.slice(start, start + MOST_MERGED)));
    }
    return this.all;
  }

  forAuthor(connection: Connection): Uint8Array[] {
    return this.groups.flatMap((group) => {
      if (group.authors.has(connection)) {
        return group.rows.filter((row) => row.author !== connection).map((row) => this.alone(row));
      }
      group.merged ??= merged(group.rows);
      return [group.merged];
    });
  }

  private alone(row: Row): Uint8Array {
    const made = this.single.get(row) ?? encodeUpdate(row.bytes);
    this.single.set(row, made);
    return made;
  }
}

function merged(rows: readonly Row[]): Uint8Array {
  const updates = rows.map((row) => row.bytes);
  const [only, ...more] = updates;
  return encodeUpdate(only !== undefined && more.length === 0 ? only : Y.mergeUpdates(updates));
}
