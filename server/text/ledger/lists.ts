import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export function writeList<T>(encoder: encoding.Encoder, list: readonly T[], each: (item: T) => void): void {
  encoding.writeVarUint(encoder, list.length);
  for (const item of list) each(item);
}

export function readList<T>(decoder: decoding.Decoder, each: () => T): T[] {
  return Array.from({ length: decoding.readVarUint(decoder) }, each);
}
