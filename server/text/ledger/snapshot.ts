import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type Span, Spans } from '../../../domain/text/ledger/spans';
import { readTraces, writeTraces } from './form/kept-traces';
import { FATES, type Fate, HANDS, type Hand } from './hands';
import { Ledger } from './ledger';
import { readList, writeList } from './lists';
import { Notes, type PastWording } from './notes';
import type { Reading, ReadRun } from './reading';
import { Recent } from './recent';
import type { Piece } from './stretch';

/** Changes with every change of how the ledger works or is written down: an older one is thrown away and worked out anew. */
const FORMAT = 8;

/** A ledger as bytes, with the text it stands on: the way on from here needs no earlier row of the log. */
export function encodeLedger(ledger: Ledger): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FORMAT);
  encoding.writeVarUint(encoder, ledger.position);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(ledger.doc));
  writeSpans(encoder, ledger.hands, writeHand);
  writeSpans(encoder, ledger.fates, (fate) => {
    encoding.writeVarUint(encoder, fate.removed);
    encoding.writeVarUint(encoder, fate.back);
    if (fate.back === 0) return;
    encoding.writeVarUint(encoder, fate.leaves ? 1 : 0);
    encoding.writeVarUint(encoder, fate.client);
    encoding.writeVarUint(encoder, fate.clock);
  });
  writeList(encoder, ledger.recent.removed, (removed) => {
    encoding.writeVarString(encoder, removed.userId);
    encoding.writeVarUint(encoder, removed.at);
    encoding.writeVarString(encoder, removed.clause ?? '');
    encoding.writeVarUint(encoder, removed.block);
    encoding.writeVarUint(
      encoder,
      (removed.whole ? 1 : 0) +
        (removed.gone === 'elsewhere' ? 2 : 0) +
        (removed.note ? 4 : 0) +
        (removed.part ? 8 : 0),
    );
    writePieces(encoder, removed.pieces);
  });
  writeNotes(encoder, ledger.notes);
  writeTraces(encoder, ledger.forms.traces);
  return deflateRawSync(encoding.toUint8Array(encoder));

  function writeHand({ written, carried }: Hand): void {
    encoding.writeVarUint(encoder, written);
    encoding.writeVarUint(encoder, carried);
  }
}

/** The ledger that was kept, or null where the bytes are of another format. Throws where they are damaged. */
export function decodeLedger(bytes: Uint8Array): Ledger | null {
  const decoder = decoding.createDecoder(plain(inflateRawSync(bytes)));
  if (decoding.readVarUint(decoder) !== FORMAT) return null;
  const position = decoding.readVarUint(decoder);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  const hands = readSpans<Hand>(decoder, new Spans(HANDS), () => ({
    written: decoding.readVarUint(decoder),
    carried: decoding.readVarUint(decoder),
  }));
  const fates = readSpans<Fate>(decoder, new Spans(FATES), () => {
    const removed = decoding.readVarUint(decoder);
    const back = decoding.readVarUint(decoder);
    if (back === 0) return { removed, back, leaves: false, client: 0, clock: 0 };
    const leaves = decoding.readVarUint(decoder) === 1;
    return {
      removed,
      back,
      leaves,
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
    };
  });
  const recent = new Recent();
  readList(decoder, () => {
    const userId = decoding.readVarString(decoder);
    const at = decoding.readVarUint(decoder);
    const clause = decoding.readVarString(decoder);
    const block = decoding.readVarUint(decoder);
    const flags = decoding.readVarUint(decoder);
    const pieces = readPieces(decoder);
    recent.add({
      userId,
      at,
      clause: clause === '' ? null : clause,
      block,
      whole: (flags & 1) > 0,
      part: (flags & 8) > 0,
      mixed: false,
      note: (flags & 4) > 0,
      before: '',
      after: '',
      gone: (flags & 2) > 0 ? 'elsewhere' : 'earlier',
      pieces,
      text: pieces.map(({ text }) => text).join(''),
    });
  });
  const notes = readNotes(decoder);
  return new Ledger({ position, doc, hands, fates, recent, notes, traces: readTraces(decoder) });
}

export function encodeReading(reading: Reading): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FORMAT);
  writeList(encoder, reading.runs, (run) => {
    for (const number of [run.length, run.written, run.carried, run.client, run.clock]) {
      encoding.writeVarUint(encoder, number);
    }
  });
  return deflateRawSync(encoding.toUint8Array(encoder));
}

/** The reading that was kept, or null where the bytes are of another format. Throws where they are damaged. */
export function decodeReading(bytes: Uint8Array): Reading | null {
  const decoder = decoding.createDecoder(plain(inflateRawSync(bytes)));
  if (decoding.readVarUint(decoder) !== FORMAT) return null;
  const number = () => decoding.readVarUint(decoder);
  const runs = readList(
    decoder,
    (): ReadRun => ({
      length: number(),
      written: number(),
      carried: number(),
      client: number(),
      clock: number(),
    }),
  );
  return { length: runs.reduce((sum, run) => sum + run.length, 0), runs };
}

function writeSpans<T>(encoder: encoding.Encoder, spans: Spans<T>, value: (value: T) => void): void {
  writeList(encoder, [...spans.entries()], ([client, list]) => {
    encoding.writeVarUint(encoder, client);
    let end = 0;
    writeList(encoder, list, (span: Span<T>) => {
      encoding.writeVarUint(encoder, span.clock - end);
      encoding.writeVarUint(encoder, span.length);
      end = span.clock + span.length;
      value(span.value);
    });
  });
}

function readSpans<T>(decoder: decoding.Decoder, spans: Spans<T>, value: () => T): Spans<T> {
  readList(decoder, () => {
    const client = decoding.readVarUint(decoder);
    let end = 0;
    readList(decoder, () => {
      const clock = end + decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      end = clock + length;
      spans.paint(client, clock, length, value());
    });
  });
  return spans;
}

function writeNotes(encoder: encoding.Encoder, { state }: Notes): void {
  encoding.writeVarUint(encoder, state.next);
  writeList(encoder, [...state.standing], ([value, pieces]) => {
    encoding.writeVarString(encoder, value);
    writePieces(encoder, pieces);
  });
  writeList(encoder, state.past, ({ userId, at, note, pieces }) => {
    encoding.writeVarString(encoder, userId);
    encoding.writeVarUint(encoder, at);
    encoding.writeVarString(encoder, note);
    writePieces(encoder, pieces);
  });
}

function readNotes(decoder: decoding.Decoder): Notes {
  const next = decoding.readVarUint(decoder);
  const standing = new Map(
    readList(decoder, (): [string, Piece[]] => [decoding.readVarString(decoder), readPieces(decoder)]),
  );
  const past = readList(
    decoder,
    (): PastWording => ({
      userId: decoding.readVarString(decoder),
      at: decoding.readVarUint(decoder),
      note: decoding.readVarString(decoder),
      pieces: readPieces(decoder),
    }),
  );
  return new Notes({ next, standing, past });
}

function writePieces(encoder: encoding.Encoder, pieces: readonly Piece[]): void {
  writeList(encoder, pieces, ({ client, clock, text }) => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, text);
  });
}

function readPieces(decoder: decoding.Decoder): Piece[] {
  return readList(decoder, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    text: decoding.readVarString(decoder),
  }));
}

/** Node hands out Buffers; lib0 and Yjs want plain arrays over the same memory. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
