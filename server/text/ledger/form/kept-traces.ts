import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { ASPECTS, type Touch } from '../../../../domain/text/ledger/form/aspects';
import { Traces } from '../../../../domain/text/ledger/form/traces';
import { readList, writeList } from '../lists';

/** What the ledger remembers of form, as a part of its bytes. */
export function writeTraces(encoder: encoding.Encoder, traces: Traces): void {
  writeList(encoder, [...traces.entries()], ([clause, aspects]) => {
    encoding.writeVarString(encoder, clause);
    writeList(encoder, [...aspects], ([aspect, { touches, forgotten }]) => {
      encoding.writeVarUint(encoder, ASPECTS.indexOf(aspect));
      encoding.writeVarUint(encoder, forgotten);
      writeList(encoder, touches, ({ first, last, by, sure, other }) => {
        encoding.writeVarUint(encoder, first);
        encoding.writeVarUint(encoder, last - first);
        encoding.writeVarString(encoder, by);
        encoding.writeVarUint(encoder, sure);
        encoding.writeVarString(encoder, other);
      });
    });
  });
}

export function readTraces(decoder: decoding.Decoder): Traces {
  const traces = new Traces();
  readList(decoder, () => {
    const clause = decoding.readVarString(decoder);
    readList(decoder, () => {
      const aspect = ASPECTS[decoding.readVarUint(decoder)];
      const forgotten = decoding.readVarUint(decoder);
      const touches = readList(decoder, () => readTouch(decoder));
      if (aspect === undefined) throw new Error('readTraces: an aspect that is not known');
      traces.put(clause, aspect, { touches, forgotten });
    });
  });
  return traces;
}

function readTouch(decoder: decoding.Decoder): Touch {
  const first = decoding.readVarUint(decoder);
  return {
    first,
    last: first + decoding.readVarUint(decoder),
    by: decoding.readVarString(decoder),
    sure: decoding.readVarUint(decoder),
    other: decoding.readVarString(decoder),
  };
}
