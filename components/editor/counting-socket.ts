import * as decoding from 'lib0/decoding';
import { MESSAGE } from '@/domain/wire/protocol';

const STEP_2 = 1;
const UPDATE = 2;

/**
 * A WebSocket that says when a message with an update leaves: the provider itself does not tell, and the
 * server's acknowledgement counts exactly these. `whole` marks step 2, which carries all that the server lacks.
 */
export function countingSocket(onSent: (whole: boolean) => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      const kind = data instanceof Uint8Array ? updateKind(data) : null;
      if (kind !== null) onSent(kind === STEP_2);
    }
  };
}

function updateKind(frame: Uint8Array): number | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
  const step = decoding.readVarUint(decoder);
  return step === STEP_2 || step === UPDATE ? step : null;
}
