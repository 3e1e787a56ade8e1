import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { MESSAGE, type RefusalNotice, type RoomState } from '../../domain/wire/protocol';

/** Largest frame that is read at all. Above it the socket layer itself hangs up. */
export const LARGEST_FRAME = 16 * 1024 * 1024;
/** Largest state vector: each client id that ever wrote in a text takes some seven bytes of it. */
const LARGEST_VECTOR = 1024 * 1024;
/** Largest frame with anything else. */
const LARGEST_SMALL_FRAME = 256 * 1024;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** What a client may say. `update` covers the answer to our step 1 (`isAnswer`) and single updates. */
export type ClientMessage =
  | { readonly kind: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'awareness'; readonly payload: Uint8Array }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'confirm'; readonly token: string };

/** Reads one frame to its end (SY2): what is cut short, goes on after its end, or is of no known kind is refused. */
export function decodeFrame(frame: Uint8Array): Outcome<ClientMessage> {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = readMessage(decoder, frame.byteLength);
    return message === null || decoding.hasContent(decoder) ? refuse('SY2') : accept(message);
  } catch {
    return refuse('SY2');
  }
}

function readMessage(decoder: decoding.Decoder, size: number): ClientMessage | null {
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.sync) return readSync(decoder, size);
  if (size > LARGEST_SMALL_FRAME) return null;
  if (type === MESSAGE.awareness) {
    return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
  }
  if (type === MESSAGE.confirm) return { kind: 'confirm', token: decoding.readVarString(decoder) };
  return type === MESSAGE.queryAwareness ? { kind: 'queryAwareness' } : null;
}

function readSync(decoder: decoding.Decoder, size: number): ClientMessage | null {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) return size > LARGEST_VECTOR ? null : { kind: 'syncStep1', stateVector: bytes };
  if (step === STEP_2 || step === UPDATE) return { kind: 'update', bytes, isAnswer: step === STEP_2 };
  return null;
}

export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return syncFrame(STEP_1, stateVector);
}

export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return syncFrame(STEP_2, update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return syncFrame(UPDATE, update);
}

/** `payload` is a list of presence entries as y-protocols/awareness writes it. */
export function encodeAwareness(payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

export function encodeAcknowledge(position: number, count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.acknowledge);
  encoding.writeVarUint(encoder, position);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

export function encodeConfirm(token: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.confirm);
  encoding.writeVarString(encoder, token);
  return encoding.toUint8Array(encoder);
}

export function encodeRefused(notice: RefusalNotice): Uint8Array {
  return jsonFrame(MESSAGE.refused, notice);
}

export function encodeRoomState(state: RoomState): Uint8Array {
  return jsonFrame(MESSAGE.roomState, state);
}

/** Presence of nobody: says nothing to any client, and keeps y-websocket from thinking the line is dead. */
export const QUIET_FRAME = encodeAwareness(Uint8Array.of(0));

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

function jsonFrame(type: number, value: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(value));
  return encoding.toUint8Array(encoder);
}
