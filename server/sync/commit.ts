import type { Logger } from 'pino';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { isStorageError } from '../../db/storage-error';
import { appendUpdate, bindClient } from '../../db/update-log';
import type { Refusal } from '../../domain/refusal';
import type { Clock } from '../ports';
import type { Connection } from './connection';
import { admit } from './gate';
import { decodeUpdate } from './gate/decode';
import type { Judge, Standing } from './judge';
import { isNothing, type News, newsOf } from './known';
import { type Pending, type Room, type Row, UnreadableText } from './room';

export interface CommitParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly judge: Judge;
  readonly logger: Logger;
}

/** What a turn made of one room. Nothing of it may be told before the transaction has committed. */
export interface RoomOutcome {
  readonly room: Room;
  readonly rows: Row[];
  readonly refusals: { readonly connection: Connection; readonly refusal: Refusal }[];
  /** Whose messages were dealt with, once per message. */
  readonly dealtWith: Connection[];
  /** Client ids that were bound. */
  readonly bound: number[];
  /** The text could not be loaded; the room must close. */
  isUnreadable: boolean;
}

/** Whoever wrote, under which rights, at which instant. */
interface Author {
  readonly connection: Connection;
  readonly standing: Standing;
  readonly at: string;
}

/** More delete ranges than this are no tidying of marks. */
const MOST_TIDIED = 200;

export function emptyOutcome(room: Room): RoomOutcome {
  return { room, rows: [], refusals: [], dealtWith: [], bound: [], isUnreadable: false };
}

/**
 * Commits what waits in all rooms in ONE transaction (SY6, SY10): rights and states are read inside it, every
 * update passes the gate, what is accepted becomes rows of the log. When it cannot be committed, nothing of it
 * has happened: every waiting message is refused as not saved (SY9), and the candidates, which are ahead of the
 * log, are thrown away.
 */
export function commitTurn(parts: CommitParts, rooms: readonly Room[]): RoomOutcome[] {
  const waiting = rooms.map((room) => ({ pending: room.pending.splice(0), outcome: emptyOutcome(room) }));
  const at = parts.clock.now();
  try {
    atomic(parts.db, (tx) => {
      parts.judge.begin(at);
      for (const { outcome, pending } of waiting) commitRoom(parts, tx, outcome, pending, at);
      parts.judge.end();
    });
    return waiting.map(({ outcome }) => outcome);
  } catch (error) {
    parts.logger.error({ err: error, rooms: rooms.length }, 'commit failed');
    return waiting.map(({ outcome, pending }) => undone(outcome, pending));
  }
}

/** The outcome of a room whose transaction was rolled back. */
function undone({ room, bound }: RoomOutcome, pending: readonly Pending[]): RoomOutcome {
  room.dropCandidate();
  for (const client of bound) room.owners.unbind(client);
  return {
    ...emptyOutcome(room),
    refusals: pending.map(({ connection }) => ({ connection, refusal: { ok: false, rule: 'SY9' } })),
    dealtWith: pending.map(({ connection }) => connection),
  };
}

function commitRoom(
  parts: CommitParts,
  tx: Db,
  outcome: RoomOutcome,
  pending: readonly Pending[],
  at: string,
): void {
  outcome.rows.push(...outcome.room.catchUp());
  for (const { connection, bytes } of pending) {
    outcome.dealtWith.push(connection);
    const refusal = commitGuarded(parts, tx, outcome, connection, bytes, at);
    if (refusal !== null) outcome.refusals.push({ connection, refusal });
  }
}

/** A fault of ours in one update is no reason to lose the turn of everybody else; a fault of the storage is. */
function commitGuarded(
  parts: CommitParts,
  tx: Db,
  outcome: RoomOutcome,
  connection: Connection,
  bytes: Uint8Array,
  at: string,
): Refusal | null {
  try {
    return commitUpdate(parts, tx, outcome, connection, bytes, at);
  } catch (error) {
    if (isStorageError(error)) throw error;
    parts.logger.error({ err: error, documentId: outcome.room.documentId }, 'an update could not be judged');
    if (error instanceof UnreadableText) outcome.isUnreadable = true;
    else outcome.room.dropCandidate();
    return { ok: false, rule: 'SY9' };
  }
}

/** Takes one update through the gate into the log; the refusal, or null when it is in or held nothing new. */
function commitUpdate(
  parts: CommitParts,
  tx: Db,
  outcome: RoomOutcome,
  connection: Connection,
  bytes: Uint8Array,
  at: string,
): Refusal | null {
  const { room } = outcome;
  const decoded = decodeUpdate(bytes);
  if (!decoded.ok) return decoded;
  const news = newsOf(decoded.value, room.text);
  if (isNothing(news)) return null;
  const verdict = parts.judge.judge(connection.identity, room.documentId, at);
  if (!verdict.ok) return { ok: false, rule: verdict.rule };
  const { standing } = verdict;
  if (standing.refusal !== null) return isTidying(room, news) ? null : standing.refusal;
  const candidate = room.openCandidate();
  const admitted = admit(candidate, room.owners, standing.user.id, decoded.value, news);
  if (!admitted.ok) {
    if (candidate.isSpoilt) room.dropCandidate();
    return admitted;
  }
  if (!bindAll(tx, outcome, { connection, standing, at }, admitted.value.clients)) {
    room.dropCandidate();
    return { ok: false, rule: 'SY3' };
  }
  const { own, byServer, clients } = admitted.value;
  const [clientId = room.presence.clientOf(connection)] = clients;
  if (own !== null) appendRow(tx, outcome, { connection, standing, at }, own, connection, clientId);
  for (const more of byServer) appendRow(tx, outcome, { connection, standing, at }, more, null, null);
  return null;
}

/** Yjs clients, readers among them, delete superfluous marks by themselves and say so: no attempt to write. */
function isTidying(room: Room, news: News): boolean {
  if (news.structs.length > 0 || news.deletes.length > MOST_TIDIED) return false;
  return room.openCandidate().areMarks(news.deletes);
}

function bindAll(tx: Db, { room, bound }: RoomOutcome, author: Author, clients: Iterable<number>): boolean {
  const { id: userId, country } = author.standing.user;
  for (const clientId of clients) {
    if (room.owners.isBound(clientId)) continue;
    if (!bindClient(tx, { documentId: room.documentId, clientId, userId, country, at: author.at }))
      return false;
    room.owners.bind(clientId, userId);
    bound.push(clientId);
  }
  return true;
}

/** A row by the server's own hand stands under the person whose update called for it, with no client id. */
function appendRow(
  tx: Db,
  outcome: RoomOutcome,
  { connection, standing, at }: Author,
  bytes: Uint8Array,
  author: Connection | null,
  clientId: number | null,
): void {
  const position = appendUpdate(tx, {
    documentId: outcome.room.documentId,
    userId: standing.user.id,
    country: standing.user.country,
    sessionId: connection.identity.sessionId,
    clientId,
    at,
    bytes,
  });
  outcome.rows.push({ position, bytes, author });
}
