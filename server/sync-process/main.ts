import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { openDb } from '../../db/client';
import { schemaHash } from '../../domain/text/schema';
import { createIdentify } from '../auth/socket-identity';
import { createCompactionService } from '../compaction-service';
import type { Config } from '../config';
import { receive } from '../guests';
import { createLogger } from '../logger';
import { LoopDelay } from '../metrics/loop-delay';
import { isAllowedOrigin } from '../origin';
import { createSyncServer, type SyncServer } from '../sync';
import { systemClock } from '../system-clock';
import { keepCheckpoint } from '../use-cases/keep-checkpoint';
import { Door } from './door';
import { createHall } from './hall';
import type { Ask, FromRooms, Knock, ToRooms } from './messages';
import { Visitors } from './visitors';

/** The process of the rooms: started by `startSyncProcess`, and by nobody else. It ends with the process that started it. */

/** Closing takes no longer than this; what has been acknowledged is on disk long before. */
const LONGEST_STOP_MS = 5000;
/** How often it is looked for whether the process of the pages is still there. */
const LOOK_MS = 500;

interface Begun {
  readonly sync: SyncServer;
  readonly door: Door;
  readonly visitors: Visitors;
  answer(ask: Ask): Promise<unknown>;
  stop(): Promise<void>;
}

let begun: Begun | null = null;
let isEnding = false;

// Ctrl+C and service managers signal both processes; the one that started us says when to stop.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', endAlone);
// Node forgets to say so while a socket is on its way to the process that is gone.
setInterval(() => {
  if (!process.connected) endAlone();
}, LOOK_MS).unref();
process.on('message', (message: ToRooms, socket: Socket | undefined) => hear(message, socket));

function hear(message: ToRooms, socket: Socket | undefined): void {
  switch (message.kind) {
    case 'begin':
      begun = begin(message.config, message.secret);
      say({ kind: 'ready' });
      return;
    case 'knock':
      // Whoever has hung up meanwhile left no socket.
      if (socket !== undefined) knock(message.knock, socket);
      return;
    case 'act':
      begun?.sync.live[message.act](message.id);
      return;
    case 'ask':
      begun?.answer(message).then((answer) => say({ kind: 'answer', number: message.number, answer }), fail);
      return;
    case 'next':
      begun?.visitors.next();
      return;
    case 'stop':
      end();
  }
}

function begin(config: Config, secret: string): Begun {
  // The process of the pages carries the log over: a commit of somebody's words shall not have to (ADR 0030).
  const opened = openDb(config.databaseFile, { carriesOver: false });
  const { db } = opened;
  const logger = createLogger(config.logLevel);
  const compaction = createCompactionService();
  const loopDelay = new LoopDelay();
  const sync = createSyncServer({
    db,
    clock: systemClock,
    logger,
    identify: createIdentify({ db, clock: systemClock, config, secret }),
    allowedOrigin: (origin) => isAllowedOrigin(config, origin),
    schemaHash: schemaHash(),
    keepCheckpoint,
    mergeLog: compaction.mergeLog,
  });
  const hall = createHall(config, sync.handleUpgrade);
  const visitors = new Visitors({ handOn: (socket, said) => say({ kind: 'visitor', said }, socket) });
  const door = new Door({
    toRooms: (socket, said) => receive(hall, socket, said),
    toPages: (socket, said) => visitors.come(socket, said),
  });
  return {
    sync,
    door,
    visitors,
    async answer(ask) {
      switch (ask.question) {
        case 'open':
          return door.open(ask.about);
        case 'people':
          return sync.live.peopleIn(ask.about);
        case 'isStorageFailing':
          return sync.stats().isStorageFailing;
        case 'reading':
          return {
            sync: sync.stats(),
            compaction: compaction.load(),
            loopDelay: loopDelay.take(),
            memory: process.memoryUsage(),
          };
      }
    },
    async stop() {
      await sync.live.stop();
      await compaction.stop();
      loopDelay.stop();
      opened.close();
    },
  };
}

function knock({ method, url, headers, head }: Knock, socket: Socket): void {
  const request = new IncomingMessage(socket);
  Object.assign(request, { method, url, headers });
  begun?.sync.handleUpgrade(request, socket, Buffer.from(head));
}

function say(message: FromRooms, socket?: Socket): void {
  if (process.connected) process.send?.(message, socket, {}, () => socket?.destroy());
  else socket?.destroy();
}

/** Whoever takes our place shall find the port free. */
function endAlone(): void {
  begun?.door.shut();
  end();
}

function end(): void {
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  (begun?.stop() ?? Promise.resolve()).then(() => process.exit(0), fail);
}

/** A fault nobody expected ends the process, and with it the server: better a restart than half of it. */
function fail(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
