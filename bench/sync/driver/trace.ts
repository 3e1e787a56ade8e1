import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** A long writing session of one client: an update for each edit. */
export interface Trace {
  readonly client: number;
  /** The client's clock when all is written. */
  readonly clock: number;
  readonly updates: readonly Uint8Array[];
}

/** The size of the automerge-paper trace: 259,778 edits that leave 104,852 characters. */
export const PAPER_EDITS = 259_778;
const CLIENT = 1_500_000_001;
const SEED = 259_778;
/** Of all edits, how many take a character away; of all edits, one in so many follows a jump of the caret. */
const DELETIONS = 0.298;
const EDITS_PER_JUMP = 20;
const WORDS = 'the heads of civil service of the member states resolve to strengthen cooperation in ';

/**
 * A seeded session of the size and the kind of the automerge-paper trace, in our schema: single characters typed
 * and taken back in one paragraph, with jumps. The last edit is an insertion, so that its arrival shows.
 */
export function makeTrace(edits: number): Trace {
  const random = randomOf(SEED);
  const doc = new Y.Doc();
  doc.clientID = CLIENT;
  const text = new Y.XmlText();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    doc.getXmlFragment('default').push([paragraph]);
    paragraph.push([text]);
    text.insert(0, 'w');
  });
  let caret = 1;
  for (let edit = 1; edit < edits; edit += 1) {
    if (random() < 1 / EDITS_PER_JUMP) caret = Math.floor(random() * (text.length + 1));
    if (caret > 0 && edit < edits - 1 && random() < DELETIONS) {
      caret -= 1;
      text.delete(caret, 1);
    } else {
      text.insert(caret, WORDS[edit % WORDS.length] ?? ' ');
      caret += 1;
    }
  }
  const trace = { client: CLIENT, clock: Y.getState(doc.store, CLIENT), updates };
  doc.destroy();
  return trace;
}

export function writeTrace(trace: Trace): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, trace.client);
  encoding.writeVarUint(encoder, trace.clock);
  encoding.writeVarUint(encoder, trace.updates.length);
  for (const update of trace.updates) encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

export function readTrace(bytes: Uint8Array): Trace {
  const decoder = decoding.createDecoder(bytes);
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  const count = decoding.readVarUint(decoder);
  const updates = Array.from({ length: count }, () => decoding.readVarUint8Array(decoder));
  return { client, clock, updates };
}

/** Mulberry32: small, quick, the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
