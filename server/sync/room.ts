import type { Db } from '../../db/client';
import { findCompacted } from '../../db/compacted-states';
import { isStorageError } from '../../db/storage-error';
import { clientAuthors, readLogSince } from '../../db/update-log';
import type { RoomState } from '../../domain/wire/protocol';
import type { Connection } from './connection';
import { Candidate } from './gate/candidate';
import { Owners } from './gate/owners';
import { type DeleteRange, type Known, knowsNothingOf } from './known';
import { Packet } from './packet';
import { Presence } from './presence';
import { StoredText } from './stored-text';
import { encodeSyncStep2, encodeUpdate } from './wire';

/** The tail of a log that is being written is compacted when it has grown by so many rows. */
export const LONGEST_TAIL = 500;
/** Of one that has come to rest, from so many rows on: they are what a cold opening has to merge. */
const SHORTEST_TAIL = 16;
const SMALL_TEXT = 16 * 1024;
const COMPACT_EVERY_MS = 5000;

/** An update message that waits for the turn. */
export interface Pending {
  readonly connection: Connection;
  readonly bytes: Uint8Array;
  /** It answers a question of ours, and so holds all that its client has. */
  readonly isAnswer?: boolean;
}

/** A row that has become part of the log. `author` is null for the server's own hand and for other ways in. */
export interface Row {
  readonly position: number;
  readonly bytes: Uint8Array;
  readonly author: Connection | null;
}

type Text = Known & { areMarks(ranges: readonly DeleteRange[]): boolean };

/** The log of a document cannot be read into a text. Its room closes; nobody is shown an empty one (SY13). */
export class UnreadableText extends Error {
  override name = 'UnreadableText';
}

/**
 * The room of one open document: who is in it, what waits to be committed, and the text: as the bytes of the log
 * for those who open it, and as a candidate while somebody edits. `position` is how far down the log all of this is.
 */
export class Room {
  readonly documentId: string;
  readonly connections = new Set<Connection>();
  readonly presence = new Presence();
  readonly owners: Owners;
  position = 0;
  pending: Pending[] = [];
  /** The judge's epoch in which the room last looked for rows by other hands. */
  followedAt = -1;
  /** Instant of the last edit, for dropping the candidate of a room that has gone quiet. */
  editedAtMs = 0;
  private readonly db: Db;
  private stored: StoredText | null = null;
  private opening: Packet | null = null;
  private candidate: Candidate | null = null;
  private compactedThrough = 0;
  private askedToCompactAt = 0;
  private askedAtMs = Number.NEGATIVE_INFINITY;

  /** Throws UnreadableText where the log cannot be read. */
  constructor(db: Db, documentId: string) {
    this.db = db;
    this.documentId = documentId;
    this.position = this.load().position;
    this.owners = new Owners(clientAuthors(db, documentId));
  }

  /** What the text up to `position` holds. */
  get text(): Text {
    return this.candidate ?? this.storedText();
  }

  /** Whether the Y.Doc is quickly built: about half a millisecond. */
  get isSmall(): boolean {
    return this.candidate !== null && this.candidate.bytesTaken < SMALL_TEXT;
  }

  get isEdited(): boolean {
    return this.candidate !== null;
  }

  /** The text for somebody who has `vector`, complete with the packet's last frame; null where it is no state vector. */
  answer(vector: Uint8Array): Packet | null {
    const text = this.candidate ?? this.storedText();
    try {
      if (!knowsNothingOf(vector, text)) return new Packet([encodeSyncStep2(text.difference(vector))]);
    } catch {
      return null;
    }
    // The same bytes for all of them, however many ask and whatever else they have.
    this.opening ??= openingPacket(this.storedText());
    return this.opening;
  }

  stateVector(): Uint8Array {
    return (this.candidate ?? this.storedText()).stateVector();
  }

  /** The text as a Y.Doc on which an update can be tried; built when the first edit comes. */
  openCandidate(): Candidate {
    if (this.candidate?.isSpoilt === true) this.dropCandidate();
    if (this.candidate === null) {
      const pieces = this.storedText().pieces();
      this.candidate = readable(() => new Candidate(pieces));
      // Two forms of one text are one too many; whoever comes in later has the bytes read again.
      this.dropBytes();
    }
    return this.candidate;
  }

  /** Throws the candidate away: the log is the truth, and the next question reads it again. */
  dropCandidate(): void {
    this.candidate?.destroy();
    this.candidate = null;
    this.dropBytes();
  }

  /** Nobody edits any more: lets the Y.Doc go. */
  settle(): void {
    this.candidate?.destroy();
    this.candidate = null;
  }

  /** Nobody has come in for a while: lets the bytes go; the log has them. */
  dropBytes(): void {
    this.stored = null;
    this.opening = null;
  }

  /** The committed rows are part of the room's text from now on. The candidate has them already. */
  advance(rows: readonly Row[]): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    this.position = last.position;
    this.opening = null;
    if (this.stored !== null && this.stored.tailLength > LONGEST_TAIL) this.dropBytes();
    this.stored?.append(rows.map((row) => row.bytes));
  }

  /** Whether the log should be compacted now: once for each stretch of it, and not too often while people write. */
  wantsCompaction(nowMs: number | 'at rest'): boolean {
    const tail = this.position - Math.max(this.compactedThrough, this.askedToCompactAt);
    if (nowMs === 'at rest') {
      if (tail <= SHORTEST_TAIL) return false;
    } else {
      if (tail <= LONGEST_TAIL || nowMs - this.askedAtMs < COMPACT_EVERY_MS) return false;
      this.askedAtMs = nowMs;
    }
    this.askedToCompactAt = this.position;
    return true;
  }

  /** The log has been compacted through a position; the next opening reads from there. */
  wasCompacted(throughPosition: number): void {
    this.compactedThrough = throughPosition;
    this.dropBytes();
  }

  /** Rows of the log that came by another hand since `position`: they are tried on nothing, they are committed. */
  catchUp(): Row[] {
    const { position, updates } = readLogSince(this.db, this.documentId, this.position);
    if (updates.length === 0) return [];
    if (this.candidate !== null) this.applyCommitted(this.candidate, updates);
    // Whoever asks for the text before the rows are told must find them in it.
    else this.dropBytes();
    const first = position - updates.length + 1;
    return updates.map((bytes, index) => ({ position: first + index, bytes, author: null }));
  }

  stateFor(connection: Connection): RoomState {
    const { subject, refusal, keepsCopies } = connection.standing;
    return {
      state: subject.state,
      mayEdit: refusal === null,
      why: refusal?.rule ?? null,
      pensDown: subject.pensDown,
      keepsCopies,
      position: this.position,
    };
  }

  private applyCommitted(candidate: Candidate, updates: readonly Uint8Array[]): void {
    try {
      candidate.apply(updates);
    } catch {
      candidate.isSpoilt = true;
    }
    if (candidate.isSpoilt || !candidate.isWhole) this.dropCandidate();
  }

  private storedText(): StoredText {
    return this.stored ?? this.load().text;
  }

  /** Reads compacted state and tail; a compacted state that is damaged counts for nothing (SY15). */
  private load(): { readonly position: number; readonly text: StoredText } {
    const compacted = findCompacted(this.db, this.documentId);
    this.compactedThrough = compacted?.throughPosition ?? 0;
    const { position, updates } = readLogSince(this.db, this.documentId, this.compactedThrough);
    const text = readable(() => new StoredText(compacted, updates));
    this.stored = text;
    return { position, text };
  }
}

/** Runs what reads the log into a text. Throws UnreadableText where that cannot be done, and storage errors as they are. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isStorageError(error)) throw error;
    throw new UnreadableText('the log of a document cannot be read', { cause: error });
  }
}

function openingPacket(text: StoredText): Packet {
  const { first, last } = text.opening();
  return new Packet([...first.map(encodeUpdate), encodeSyncStep2(last)]);
}
