/** A text in the form that is stored, hashed and compared. */
export interface TextReading {
  /** Canonical JSON (canonical.ts). */
  readonly canonical: string;
  /** SHA-256 of `canonical`, hexadecimal. */
  readonly hash: string;
  readonly words: number;
}

/** An edit made by the server's own hand, for the log. */
export interface TextEdit {
  /** Yjs client id under which it writes; new to the document. */
  readonly clientId: number;
  /** Yjs update, v1 encoding. */
  readonly bytes: Uint8Array;
  readonly after: TextReading;
}
