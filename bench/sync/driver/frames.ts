import * as encoding from 'lib0/encoding';
import type { Dialect } from './jobs';

const SYNC = 0;
const AWARENESS = 1;
const HOCUSPOCUS_AUTH = 2;
const HOCUSPOCUS_SYNC_REPLY = 4;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const TOKEN = 0;
/** State vector, and update, of somebody who has nothing. */
const NO_STATE = Uint8Array.of(0);
const NO_UPDATE = Uint8Array.of(0, 0);

/** What a server says as far as the driver listens: a question for our state, a text or edit, anything else. */
export type Heard =
  | { readonly kind: 'question' }
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'other' };

const QUESTION: Heard = { kind: 'question' };
const OTHER: Heard = { kind: 'other' };

/** Makes and reads the messages of one document in a server's dialect. */
export class Frames {
  private readonly prefix: Uint8Array;
  private readonly dialect: Dialect;

  constructor(dialect: Dialect, document: string) {
    this.dialect = dialect;
    const encoder = encoding.createEncoder();
    if (dialect === 'hocuspocus') encoding.writeVarString(encoder, document);
    this.prefix = encoding.toUint8Array(encoder);
  }

  /** What a client says first: who it is where that is asked for, and that it wants the text. */
  hello(): Uint8Array[] {
    const question = this.message(SYNC, STEP_1, NO_STATE);
    if (this.dialect !== 'hocuspocus') return [question];
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.prefix);
    encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH);
    encoding.writeVarUint(encoder, TOKEN);
    encoding.writeVarString(encoder, 'bench');
    return [encoding.toUint8Array(encoder), question];
  }

  /** The answer to the server's question: we have nothing. */
  nothing(): Uint8Array {
    return this.message(SYNC, STEP_2, NO_UPDATE);
  }

  update(update: Uint8Array): Uint8Array {
    return this.message(SYNC, UPDATE, update);
  }

  presence(payload: Uint8Array): Uint8Array {
    return this.message(AWARENESS, null, payload);
  }

  read(message: Uint8Array): Heard {
    let at = this.prefix.byteLength;
    const type = message[at++];
    if (type !== SYNC && !(type === HOCUSPOCUS_SYNC_REPLY && this.dialect === 'hocuspocus')) return OTHER;
    const step = message[at++];
    if (step === STEP_1) return QUESTION;
    // The length of what follows to the end of the message.
    while ((message[at++] ?? 0) >= 0x80);
    return { kind: 'update', bytes: message.subarray(at), isAnswer: step === STEP_2 };
  }

  private message(type: number, step: number | null, bytes: Uint8Array): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.prefix);
    encoding.writeVarUint(encoder, type);
    if (step !== null) encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
    return encoding.toUint8Array(encoder);
  }
}
