import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { StartupError } from '../data-dir';
import { forkProgram } from '../fork-program';
import type { RoomsReading } from '../metrics/families';
import type { LiveDocuments } from '../ports';
import { answerPlainly } from '../sync/upgrade';
import { Asked } from './asked';
import { detach } from './detach';
import type { Act, Address, Ask, FromRooms, Knock, Opened, Questions, ToRooms } from './messages';

/** Somebody who asks for a page, with what they have said already. */
export type Visitor = (socket: Socket, said: Uint8Array) => void;

export interface SyncProcessOptions {
  readonly config: Config;
  readonly secret: string;
  readonly logger: Logger;
}

/** The rooms as the process of the pages sees them. */
export interface SyncProcess {
  /** Opens the one port, of which the rooms keep what is theirs. `visit` is told of everybody else. Call it once. */
  open(address: Address, visit: Visitor): Promise<Opened>;
  /** Hands an upgrade on `/sync/…` over that came in with pages, socket and all. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly live: LiveDocuments;
  /** Both reject where the rooms do not answer within two seconds. */
  reading(): Promise<RoomsReading>;
  isStorageFailing(): Promise<boolean>;
  readonly pid: number;
  /** Resolves when the process has ended without having been asked to. */
  readonly failed: Promise<void>;
}

const ANSWER_MS = 2000;
/** A name of a host may have to be looked up. */
const OPEN_MS = 20_000;
/** Longer than the rooms take over their goodbyes. */
const STOP_MS = 5000;

/** On a single CPU V8's helper threads take turns with the loop, and a keystroke waits for them. */
const FOR_ONE_CPU = availableParallelism() === 1 ? ['--single-threaded-gc'] : [];

/**
 * Starts the rooms in a process of their own (ADR 0030), so that no page, export or import is between a keystroke
 * and its sight. Resolves when they can be entered; rejects where the process ends before.
 */
export async function startSyncProcess({ config, secret, logger }: SyncProcessOptions): Promise<SyncProcess> {
  const child = forkProgram('sync-process', './sync-process/main.ts', {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...FOR_ONE_CPU],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const asked = new Asked();
  let isStopping = false;
  let isGone = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = ended.then(() => {
    isGone = true;
    asked.giveUp();
    return isStopping ? new Promise<void>(() => undefined) : undefined;
  });

  // What is said to a process that has just ended is lost with it; `failed` tells of that.
  function say(message: ToRooms): void {
    if (!isGone) child.send(message, () => undefined);
  }

  function handOver(knock: Knock, socket: Socket): void {
    // Sockets travel one at a time. Only when this one has does it leave this process, where it counts as closed.
    child.send({ kind: 'knock', knock } satisfies ToRooms, detach(socket), {}, () => socket.destroy());
  }

  function ask<Question extends keyof Questions>(
    question: Question,
    about: Questions[Question]['about'],
    ms = ANSWER_MS,
  ): Promise<Questions[Question]['answer']> {
    return asked.ask(ms, (number) => {
      say({ kind: 'ask', number, question, about } as Ask);
      if (isGone) asked.giveUp();
    });
  }

  const act = (name: Act) => (id: string) => {
    say({ kind: 'act', act: name, id });
  };

  let visit: Visitor = (socket) => socket.destroy();
  child.on('message', (message: FromRooms, socket: Socket | undefined) => {
    if (message.kind === 'answer') asked.answered(message.number, message.answer);
    if (message.kind !== 'visitor') return;
    say({ kind: 'next' });
    // Whoever has hung up meanwhile left no socket.
    if (socket !== undefined) visit(socket, message.said);
  });
  say({ kind: 'begin', config, secret });
  await begun(child, ended);

  async function stop(): Promise<void> {
    isStopping = true;
    say({ kind: 'stop' });
    await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
    child.kill('SIGKILL');
  }

  return {
    open(address, visitor) {
      visit = visitor;
      return ask('open', address, OPEN_MS);
    },
    handleUpgrade(request, socket, head) {
      if (isStopping || isGone) {
        answerPlainly(socket, { status: 503, text: 'Mufakat is going down.' });
        return;
      }
      // Since Node 26 something else, where a body comes with the request. No client of ours sends one.
      if (!(socket instanceof Socket)) {
        socket.destroy();
        return;
      }
      const { method = 'GET', url = '', headers } = request;
      handOver({ method, url, headers, head }, socket);
    },
    live: {
      reviewDocument: act('reviewDocument'),
      reviewUser: act('reviewUser'),
      endSession: act('endSession'),
      endToken: act('endToken'),
      followLog: act('followLog'),
      async peopleIn(documentIds) {
        try {
          return await ask('people', documentIds);
        } catch (error) {
          // Who is there is an ornament of pages; none of them fails for want of it.
          logger.warn({ err: error }, 'the rooms did not say who is in them');
          return new Map();
        }
      },
      stop,
    },
    reading: () => ask('reading', null),
    isStorageFailing: () => ask('isStorageFailing', null),
    pid: child.pid ?? 0,
    failed,
  };
}

async function begun(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const ready = once(child, 'message').then(() => true);
  const isReady = await Promise.race([ready, ended.then(() => false)]);
  if (!isReady)
    throw new StartupError('The process of the rooms ended before it was ready. What it said stands above.');
}
