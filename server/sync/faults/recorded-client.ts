import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { MESSAGE, type RefusalNotice } from '../../../domain/wire/protocol';
import type { Person } from '../../tests/world';
import { type StockClient, type StockClientOptions, stockClient } from '../tests/clients';
import type { SyncWorld } from '../tests/sync-world';
import { decodeFrame, encodeConfirm } from '../wire';
import type { History, HistoryEvent } from './history';

/** A stock y-websocket client that writes its own history. */
export interface RecordedClient extends StockClient {
  readonly events: HistoryEvent[];
  /** The history until now. `isSettled`: the client is held to have the text of the log. */
  history(isSettled: boolean): History;
}

/** `name` must differ from every other client's of the run. */
export function recordedClient(
  at: Pick<SyncWorld, 'url'>,
  person: Person,
  name: string,
  options: StockClientOptions & { readonly documentId: string },
): RecordedClient {
  const events: HistoryEvent[] = [];
  const now = () => performance.now();
  const client = stockClient(at, person, {
    ...options,
    eavesdropper: {
      opened: () => events.push({ at: now(), kind: 'opened' }),
      sent: (frame) => {
        const bytes = updateIn(frame);
        if (bytes !== null) events.push({ at: now(), kind: 'sent', bytes });
      },
      heard: (frame) => {
        const bytes = updateIn(frame);
        const told = bytes === null ? toldIn(frame) : ({ kind: 'seen', bytes } as const);
        if (told !== null) events.push({ at: now(), ...told });
      },
      closed: (code) => events.push({ at: now(), kind: 'closed', code }),
    },
  });
  confirmDeletions(client);
  return {
    ...client,
    events,
    history: (isSettled) => ({
      client: name,
      documentId: options.documentId,
      events,
      end: isSettled ? Y.encodeStateAsUpdate(client.doc) : null,
    }),
  };
}

/** Means every deletion that the server asks about (SY21), as the browser does after a click. */
function confirmDeletions({ provider, heard }: StockClient): void {
  const hear = provider.messageHandlers[MESSAGE.refused];
  provider.messageHandlers[MESSAGE.refused] = (...message) => {
    hear?.(...message);
    const token = heard.refused.at(-1)?.detail?.token;
    if (typeof token === 'string') provider.ws?.send(encodeConfirm(token) as Uint8Array<ArrayBuffer>);
  };
}

function updateIn(frame: Uint8Array): Uint8Array | null {
  const message = decodeFrame(frame);
  return message.ok && message.value.kind === 'update' ? message.value.bytes.slice() : null;
}

type Told =
  | { readonly kind: 'acknowledged'; readonly position: number; readonly count: number }
  | { readonly kind: 'refused'; readonly rule: string };

function toldIn(frame: Uint8Array): Told | null {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.acknowledge:
      return {
        kind: 'acknowledged',
        position: decoding.readVarUint(decoder),
        count: decoding.readVarUint(decoder),
      };
    case MESSAGE.refused: {
      const { rule } = JSON.parse(decoding.readVarString(decoder)) as RefusalNotice;
      return { kind: 'refused', rule };
    }
    default:
      return null;
  }
}
