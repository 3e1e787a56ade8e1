import type { IncomingHttpHeaders } from 'node:http';
import type { PresenceUser } from '../../domain/wire/protocol';
import type { Config } from '../config';
import type { RoomsReading } from '../metrics/families';
import type { LiveDocuments } from '../ports';

/** An upgrade as it came in; its socket travels beside it. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** What the client sent behind its request. */
  readonly head: Uint8Array;
}

/** What the rest of the server lets the rooms know, each about one document, person, session or token. */
export type Act = Exclude<keyof LiveDocuments, 'peopleIn' | 'stop'>;

/** Where the one port is, or shall be. */
export interface Address {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** The port that was opened, or why none was, in the words of the system. */
export type Opened =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What can be asked of the rooms, and what each question is answered with. */
export interface Questions {
  /** Opens the door. */
  readonly open: { readonly about: Address; readonly answer: Opened };
  readonly people: {
    readonly about: readonly string[];
    readonly answer: ReadonlyMap<string, readonly PresenceUser[]>;
  };
  readonly reading: { readonly about: null; readonly answer: RoomsReading };
  /** Whether the last commit of edits failed. */
  readonly isStorageFailing: { readonly about: null; readonly answer: boolean };
}

export type Ask = {
  readonly [Question in keyof Questions]: {
    readonly kind: 'ask';
    readonly number: number;
    readonly question: Question;
    readonly about: Questions[Question]['about'];
  };
}[keyof Questions];

/** From the server to the process of the rooms. */
export type ToRooms =
  | { readonly kind: 'begin'; readonly config: Config; readonly secret: string }
  | { readonly kind: 'knock'; readonly knock: Knock }
  | { readonly kind: 'act'; readonly act: Act; readonly id: string }
  | Ask
  /** The visitor who was on the way is here. */
  | { readonly kind: 'next' }
  | { readonly kind: 'stop' };

/** From the process of the rooms to the server. */
export type FromRooms =
  | { readonly kind: 'ready' }
  /** Somebody at the door who asks for a page; the socket travels beside it. */
  | { readonly kind: 'visitor'; readonly said: Uint8Array }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown };
