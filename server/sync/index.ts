import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Db } from '../../db/client';
import { CLOSE } from '../../domain/wire/protocol';
import type { Clock, LiveDocuments, MergeLog } from '../ports';
import { Brake, type Limits } from './brake';
import type { KeepCheckpoint } from './commit';
import { Connection } from './connection';
import { Counters } from './counters';
import { hear, tellPresence } from './hear';
import { Heartbeat } from './heartbeat';
import type { SocketIdentity } from './identity';
import { Judge } from './judge';
import { liveDocuments } from './live';
import { People } from './people';
import type { Room } from './room';
import { Rooms } from './rooms';
import { startSweep } from './sweep';
import { Turns } from './turns';
import { answerPlainly, originFault, readKnock } from './upgrade';
import { encodeSyncStep1, LARGEST_FRAME } from './wire';
import { overWebSocket } from './ws-socket';

export interface SyncOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whose request this is, by session cookie or bearer token; null for nobody's. */
  readonly identify: (request: IncomingMessage) => Promise<SocketIdentity | null>;
  /** Whether a page of this origin may come with a cookie: a function, or the list of origins. */
  readonly allowedOrigin: ((origin: string | undefined) => boolean) | readonly string[];
  readonly schemaHash: string;
  readonly keepCheckpoint: KeepCheckpoint;
  readonly mergeLog: MergeLog;
  /** For tests: how much may be deleted of what others wrote, how often dead sockets are looked for, and everybody is judged anew. */
  readonly brakeLimits?: Limits;
  readonly pingMs?: number;
  readonly sweepMs?: number;
}

export interface SyncStats extends ReturnType<Counters['read']> {
  readonly sockets: number;
  readonly rooms: number;
  readonly editedRooms: number;
}

export interface SyncServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly live: LiveDocuments;
  stats(): SyncStats;
}

/** How long peers may take over our goodbye when the server stops. */
const GOODBYE_MS = 1000;

/**
 * The sync server: y-websocket's protocol on `/sync/<documentId>`, every edit judged, committed and only then
 * shown. RULES.md beside this file says what can be observed from outside.
 */
export function createSyncServer(options: SyncOptions): SyncServer {
  const { db, clock, schemaHash } = options;
  const logger = options.logger.child({ part: 'sync' });
  const counters = new Counters();
  const judge = new Judge(db);
  const rooms = new Rooms(db, logger, options.mergeLog);
  const brake = new Brake(db, options.brakeLimits);
  const people = new People();
  const { keepCheckpoint } = options;
  const turns = new Turns({ db, clock, judge, logger, rooms, counters, brake, keepCheckpoint });
  const heartbeat = new Heartbeat(() => {
    for (const { connection } of rooms.connections()) connection.keepAlive();
  }, options.pingMs);
  const stopSweep = startSweep({ db, clock, logger, judge, rooms, turns }, options.sweepMs);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const allowed = options.allowedOrigin;
  const isAllowed =
    typeof allowed === 'function'
      ? allowed
      : (origin: string | undefined) => origin !== undefined && allowed.includes(origin);
  let isStopping = false;

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    admitAtDoor(request, socket, head).catch((error: unknown) => {
      logger.error({ err: error }, 'upgrade failed');
      answerPlainly(socket, { status: 500, text: 'Something went wrong on the server.' });
    });
  }

  async function admitAtDoor(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const knock = readKnock(request.url);
    if ('status' in knock) return answerPlainly(socket, knock);
    const identity = await options.identify(request);
    if (isStopping) return answerPlainly(socket, { status: 503, text: 'Mufakat is going down.' });
    if (identity === null) return answerPlainly(socket, { status: 401, text: 'Sign in first.' });
    const fault = originFault(identity, request, isAllowed);
    if (fault !== null) return answerPlainly(socket, fault);
    // Who has hung up while being looked for would never leave.
    if (socket.destroyed) return;
    if (!people.comesIn(identity.userId)) {
      return answerPlainly(socket, { status: 429, text: 'You have too many documents open. Close some.' });
    }
    socket.once('close', () => people.leaves(identity.userId));
    server.handleUpgrade(request, socket, head, (ws) => {
      // Errors of the protocol close the socket by themselves; without a listener they would end the process.
      ws.on('error', (error) => logger.debug({ err: error }, 'socket error'));
      if (knock.schema !== null && knock.schema !== schemaHash) ws.close(CLOSE.staleSchema, 'SY4');
      // Somebody else has signed in in this browser since: what waits in the page of the one before is not theirs.
      else if (knock.user !== null && knock.user !== identity.userId) ws.close(CLOSE.sessionEnded, 'SY31');
      else enter(ws, socket, identity, knock.documentId);
    });
  }

  function enter(ws: WebSocket, raw: Duplex, identity: SocketIdentity, documentId: string): void {
    const at = clock.now();
    judge.begin();
    const verdict = judge.judge(identity, documentId, at);
    if (!verdict.ok) {
      logger.info({ documentId, userId: identity.userId, rule: verdict.rule }, 'entry refused');
      ws.close(verdict.code, verdict.rule);
      return;
    }
    const room = openRoom(ws, documentId);
    if (room === null) return;
    const connection = new Connection(
      identity,
      documentId,
      verdict.standing,
      overWebSocket(ws, raw),
      people.offencesOf(identity.userId),
    );
    room.connections.add(connection);
    logger.debug({ ...connection.logged, via: identity.via }, 'joined');
    const joinedAt = performance.now();
    ws.on('message', (data: Buffer, isBinary) => receive(room, connection, data, isBinary));
    ws.on('close', (code) => leave(room, connection, code, performance.now() - joinedAt));
    heartbeat.watch(ws);
    connection.tellState(room.stateFor(connection));
    connection.queue(encodeSyncStep1(room.stateVector()));
    tellPresence(room, connection);
    connection.drain();
  }

  function openRoom(ws: WebSocket, documentId: string): Room | null {
    try {
      // Whoever comes in must find everything that has been committed, by whatever hand.
      const open = rooms.find(documentId);
      if (open !== undefined) turns.follow(open);
      return rooms.open(documentId);
    } catch (error) {
      logger.error({ err: error, documentId }, 'a text could not be loaded');
      ws.close(CLOSE.loadFailed, 'SY13');
      return null;
    }
  }

  function receive(room: Room, connection: Connection, data: Buffer, isBinary: boolean): void {
    if (connection.isClosed) return;
    if (!isBinary) {
      connection.close(CLOSE.badMessage, 'SY2');
      return;
    }
    try {
      hear({ turns, brake, people, clock }, room, connection, data);
    } catch (error) {
      logger.error({ err: error, documentId: room.documentId }, 'a message could not be answered');
      connection.close(CLOSE.loadFailed, 'SY13');
    }
  }

  function leave(room: Room, connection: Connection, peerCode: number, stayedMs: number): void {
    const { closedWith } = connection;
    const code = closedWith ?? peerCode;
    logger.debug({ ...connection.logged, code, stayedMs: Math.round(stayedMs) }, 'left');
    if (closedWith === CLOSE.tooSlow) counters.slowReaders += 1;
    connection.markClosed();
    room.connections.delete(connection);
    room.presence.leave(connection);
    turns.wake(room);
  }

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    turns.run();
    heartbeat.stop();
    stopSweep();
    for (const { connection } of rooms.connections()) connection.close(CLOSE.goingDown, 'SY18');
    await goodbye(server);
    turns.run();
    await rooms.stop();
    turns.stop();
  }

  return {
    handleUpgrade,
    live: liveDocuments({ clock, logger, judge, rooms, turns, stop }),
    stats: () => {
      const open = [...rooms.all()].filter((room) => room.connections.size > 0);
      return {
        sockets: server.clients.size,
        rooms: open.length,
        editedRooms: open.filter((room) => room.isEdited).length,
        ...counters.read(),
      };
    },
  };
}

/** Waits until everybody has hung up, but not for ever. */
async function goodbye(server: WebSocketServer): Promise<void> {
  const until = Date.now() + GOODBYE_MS;
  while (server.clients.size > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  for (const ws of server.clients) ws.terminate();
}
