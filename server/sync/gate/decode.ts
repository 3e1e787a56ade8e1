import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { accept, type Outcome, refuse } from '../../../domain/refusal';
import { ClockRanges } from '../clock-ranges';
import { type DeleteRange, MOST_DELETES } from '../known';

/** Largest update that is taken in. */
export const LARGEST_UPDATE = 1024 * 1024;
/** Clocks beyond this are absurd: every person on earth would have had to type. */
const LARGEST_CLOCK = 2 ** 32;
/** Longest run of deleted or collected content in one struct. */
const LONGEST_RUN = 2 ** 24;

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface DecodedUpdate {
  readonly bytes: Uint8Array;
  readonly structs: readonly Struct[];
  /** In order and joined where they touch: an update that says the same a hundred thousand times says it once. */
  readonly deletes: readonly DeleteRange[];
  /** Whether the deletes are written that way, as Yjs itself writes them. */
  readonly isTidy: boolean;
}

/** Yjs's own decoder, kept at hand so that one can ask it whether it has come to the end. */
class EndingDecoder extends Y.UpdateDecoderV1 {
  static last: decoding.Decoder | null = null;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    EndingDecoder.last = decoder;
  }
}

interface Written {
  readonly structs: readonly Struct[];
  readonly deletes: readonly DeleteRange[];
  readonly isTidy: boolean;
}

/** Reads an update from its first byte to its last (SY2). Nothing is applied to anything. */
export function decodeUpdate(bytes: Uint8Array): Outcome<DecodedUpdate> {
  if (bytes.byteLength > LARGEST_UPDATE) {
    return refuse('SY1', { size: bytes.byteLength, limit: LARGEST_UPDATE });
  }
  const written = read(bytes);
  if (written === null) return refuse('SY2');
  // No Yjs writes them so, and to put a million in order would take a third of a second from everybody.
  if (!written.isTidy && written.deletes.length > MOST_DELETES) return refuse('SY8');
  return accept(tidied(bytes, written));
}

/** The same without limits: for what the log itself holds. Null where it cannot be read to its end. */
export function readWhole(bytes: Uint8Array): DecodedUpdate | null {
  const written = read(bytes);
  return written === null ? null : tidied(bytes, written);
}

function tidied(bytes: Uint8Array, { structs, deletes, isTidy }: Written): DecodedUpdate {
  return { bytes, structs, deletes: isTidy ? deletes : [...new ClockRanges(deletes)], isTidy };
}

function read(bytes: Uint8Array): Written | null {
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, EndingDecoder);
    const decoder = EndingDecoder.last;
    EndingDecoder.last = null;
    if (decoder === null || decoding.hasContent(decoder)) return null;
    if (structs.some(isAbsurd)) return null;
    return { structs, ...rangesOf(ds) };
  } catch {
    return null;
  }
}

/** The ranges as they are written, and whether they are in order with a gap between each two. */
function rangesOf({ clients }: ReturnType<typeof Y.decodeUpdate>['ds']): Omit<Written, 'structs'> {
  const deletes: DeleteRange[] = [];
  let isTidy = true;
  for (const [client, ranges] of clients) {
    let end = -1;
    for (const { clock, len } of ranges) {
      if (clock <= end || len <= 0) isTidy = false;
      end = clock + len;
      deletes.push({ client, from: clock, to: end });
    }
  }
  return { deletes, isTidy };
}

function isAbsurd(struct: Struct): boolean {
  return (
    struct.length <= 0 ||
    struct.id.clock + struct.length > LARGEST_CLOCK ||
    (struct.length > LONGEST_RUN && !(struct instanceof Y.Item && struct.content instanceof Y.ContentString))
  );
}
