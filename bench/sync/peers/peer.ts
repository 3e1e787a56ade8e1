import type { Dialect, Target } from '../driver/jobs';
import type { ServerProcess } from './server-process';

/** A server under measurement. */
export interface Peer {
  readonly name: string;
  readonly dialect: Dialect;
  /** What is left of a text when everybody has gone, and when the process has ended. */
  readonly keeps: 'nothing' | 'untilItEnds' | 'onDisk';
  /** Seconds after the last edit until everything is stored, by its defaults. */
  readonly settleSeconds: number;
  /** Is not a peer to be beaten: it does less than a server of documents has to. */
  readonly isFloor: boolean;
  /** Whether it has pages beside the sockets. */
  readonly servesPages?: boolean;
  /** What the reader of the figures should know; printed with them. */
  readonly note?: string;
  /** Makes it ready to be started from now on; throws, with the reason in words, where it cannot run here. */
  prepare(needs: Needs): Promise<void>;
  /** Furnishes an empty directory, which then outlives restarts. */
  furnish(place: string): Promise<void>;
  start(place: string, options: StartOptions): Promise<ServerProcess>;
  target(server: ServerProcess, place: string): Target;
}

/** What the chosen workloads ask of a server. */
export interface Needs {
  readonly people: number;
  readonly documents: number;
  /** A document of 60,000 words in two versions, and somebody who may compare them by the pages. */
  readonly hasLongText?: boolean;
}

export interface StartOptions {
  /** On the server's CPU alone, as a rule. */
  readonly isPinned: boolean;
}
