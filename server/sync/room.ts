import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { isStorageError } from '../../db/storage-error';
import { clientAuthors, type LogState, readLog, readLogSince, saveCompacted } from '../../db/update-log';
import type { RoomState } from '../../domain/wire/protocol';
import { mergeState } from '../text/ydoc';
import type { Connection } from './connection';
import { Candidate } from './gate/candidate';
import { Owners } from './gate/owners';
import type { Known } from './known';
import { Presence } from './presence';
import { StoredText } from './stored-text';

/** An update message that waits for the turn. */
export interface Pending {
  readonly connection: Connection;
  readonly bytes: Uint8Array;
}

/** A row that has become part of the log. `author` is null for the server's own hand and for other ways in. */
export interface Row {
  readonly position: number;
  readonly bytes: Uint8Array;
  readonly author: Connection | null;
}

type Text = Known & {
  stateVector(): Uint8Array;
  difference(vector: Uint8Array): Uint8Array;
};

/** The log of a document cannot be read into a text. Its room closes; nobody is shown an empty one (SY13). */
export class UnreadableText extends Error {
  override name = 'UnreadableText';
}

/**
 * The room of one open document: who is in it, what waits to be committed, and the text, either as the bytes of
 * the log (everybody reads) or as a candidate (somebody edits). `position` is how far down the log all of this is.
 */
export class Room {
  readonly documentId: string;
  readonly connections = new Set<Connection>();
  readonly presence = new Presence();
  readonly owners: Owners;
  position: number;
  pending: Pending[] = [];
  /** Instant of the last edit, for dropping the candidate of a room that has gone quiet. */
  editedAtMs = 0;
  private readonly db: Db;
  private readonly logger: Logger;
  private stored: StoredText | null;
  private candidate: Candidate | null = null;

  /** Throws UnreadableText where the log cannot be read. */
  constructor(db: Db, documentId: string, logger: Logger) {
    this.db = db;
    this.documentId = documentId;
    this.logger = logger;
    const { position, text } = readText(db, documentId, logger, (log) => ({
      position: log.position,
      text: new StoredText(log.updates),
    }));
    this.position = position;
    this.stored = text;
    this.owners = new Owners(clientAuthors(db, documentId));
  }

  /** The text up to `position`. */
  get text(): Text {
    return this.candidate ?? this.storedText();
  }

  get isEdited(): boolean {
    return this.candidate !== null;
  }

  /** The text as a Y.Doc on which an update can be tried; built when the first edit comes. */
  openCandidate(): Candidate {
    if (this.candidate?.isSpoilt === true) this.dropCandidate();
    if (this.candidate === null) {
      this.candidate = readText(this.db, this.documentId, this.logger, (log) => new Candidate(log.updates));
      this.stored = null;
    }
    return this.candidate;
  }

  /** Throws the candidate away: the log is the truth, and the next question reads it again. */
  dropCandidate(): void {
    this.candidate?.destroy();
    this.candidate = null;
    this.stored = null;
  }

  /** Nobody edits any more: keeps the bytes and lets the Y.Doc go. */
  settle(): void {
    if (this.candidate === null) return;
    if (this.candidate.isSpoilt) {
      this.dropCandidate();
      return;
    }
    this.stored = new StoredText([this.candidate.state()]);
    this.candidate.destroy();
    this.candidate = null;
  }

  /** The whole text as one update, where it lies ready without reading it anew; for compaction. */
  stateInHand(): Uint8Array | null {
    return this.candidate === null || this.candidate.isSpoilt ? null : this.candidate.state();
  }

  /** The committed rows are part of the room's text from now on. The candidate has them already. */
  advance(rows: readonly Row[]): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    this.stored?.append(rows.map((row) => row.bytes));
    this.position = last.position;
  }

  /** Rows of the log that came by another hand since `position`: they are tried on nothing, they are committed. */
  catchUp(): Row[] {
    const { position, updates } = readLogSince(this.db, this.documentId, this.position);
    if (updates.length === 0) return [];
    if (this.candidate !== null) this.applyCommitted(this.candidate, updates);
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
    this.stored ??= readText(this.db, this.documentId, this.logger, (log) => new StoredText(log.updates));
    return this.stored;
  }
}

/**
 * Reads the text of a document. The compacted state is derived (SY15): where it cannot be read, the whole history
 * is replayed instead, and the state made anew for everybody else who reads it.
 */
function readText<T>(db: Db, documentId: string, logger: Logger, read: (log: LogState) => T): T {
  try {
    return read(readLog(db, documentId));
  } catch (error) {
    if (isStorageError(error)) throw error;
    logger.error({ err: error, documentId }, 'compacted state or tail unreadable, replaying the whole log');
    const history = readLogSince(db, documentId, 0);
    try {
      const text = read(history);
      saveCompacted(db, documentId, history.position, mergeState(history.updates));
      return text;
    } catch (cause) {
      if (isStorageError(cause)) throw cause;
      throw new UnreadableText('the log of a document cannot be read', { cause });
    }
  }
}
