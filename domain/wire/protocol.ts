/**
 * What travels on `/sync/<documentId>`: the y-websocket protocol, and Mufakat's own messages above 100, which
 * stock clients ignore. Shared by the server and the browser.
 */
export const MESSAGE = {
  /** y-protocols/sync */
  sync: 0,
  /** y-protocols/awareness */
  awareness: 1,
  /** y-websocket: the client asks for everybody's presence */
  queryAwareness: 3,
  /** server → client: varuint position. Everything this connection sent up to now that was not refused is on disk at or before this position of the document's log, and `count` (varuint) of its update messages have been dealt with (accepted or refused). Update messages are the sync messages that carry an update: step 2 and update, each counted once, empty ones too. */
  acknowledge: 101,
  /** server → client: JSON `RefusalNotice` as a varstring */
  refused: 102,
  /** server → client: JSON `RoomState` as a varstring, on joining and whenever it changes */
  roomState: 103,
  /** client → server: a varstring, the `token` of a refusal by SY21. The author means it: the server asks for what it lacks (step 1), and takes the deletion when it comes again. */
  confirm: 104,
} as const;

/** Close codes. 4400–4499 are final for y-websocket (no reconnect); all others are tried again. */
export const CLOSE = {
  sessionEnded: 4401,
  rightRemoved: 4403,
  gone: 4404,
  staleSchema: 4409,
  frozen: 4423,
  badMessage: 4400,
  tooLarge: 4413,
  tooSlow: 4508,
  loadFailed: 4500,
  goingDown: 4503,
} as const;

/** Clocks of one Yjs client: from the first one up to, and not including, `to`. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Told to the author of a refused edit. `rule` names the numbered rule; the client keeps and offers the words.
 * `clocks` says which edit it was: the clocks its structs stand under, at most eight stretches; empty where the
 * edit could not be read, and where it only deletes.
 *
 * `detail` fills the rule's message. With SY21, an edit that is held back until its author confirms it, it is
 * `characters` and `words` of others that would go, `percent` of all their words (what went within the last
 * minute counted in), `delegations` whose words they are (country codes, the most first, by spaces), and `token`,
 * to be sent back in a `confirm` message within two minutes.
 */
export interface RefusalNotice {
  readonly rule: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly clocks: readonly ClockRange[];
}

/** What a connection may do in the room, and in which state the document is. */
export interface RoomState {
  readonly state: string;
  readonly mayEdit: boolean;
  /** The rule that keeps this person from editing, or null. */
  readonly why: string | null;
  readonly pensDown: boolean;
  /** Whether the meeting lets the client keep unsent edits on its device (BO16). */
  readonly keepsCopies: boolean;
  /** Position of the log this connection has been brought up to. */
  readonly position: number;
}

/** Who somebody in the room is: written by the server into every awareness state under `user`; clients send only `cursor`. */
export interface PresenceUser {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly role: string;
  /** `#rrggbb`, the delegation's colour. */
  readonly color: string;
  readonly mayEdit: boolean;
}
