import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE, type RefusalNotice, type RoomState } from '../../../domain/wire/protocol';
import type { Person } from '../../tests/world';
import { FRAGMENT } from '../../text/ydoc';
import { decodeFrame, encodeAwareness, encodeSyncStep1, encodeUpdate } from '../wire';
import { DOCUMENT, type SyncWorld } from './sync-world';

/** What the server has said in Mufakat's own messages. */
export interface Heard {
  readonly acknowledged: { position: number; count: number }[];
  readonly refused: RefusalNotice[];
  readonly states: RoomState[];
}

/** A stock y-websocket client signed in by bearer token. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly heard: Heard;
  readonly closed: { code: number; reason: string }[];
  destroy(): void;
}

/** Overhears every socket a stock client opens. */
export interface Eavesdropper {
  opened(): void;
  sent(frame: Uint8Array): void;
  heard(frame: Uint8Array): void;
  closed(code: number): void;
}

export interface StockClientOptions {
  readonly documentId?: string;
  readonly doc?: Y.Doc;
  readonly connect?: boolean;
  readonly eavesdropper?: Eavesdropper;
}

export function stockClient(
  at: Pick<SyncWorld, 'url'>,
  person: Person,
  options: StockClientOptions = {},
): StockClient {
  const { eavesdropper } = options;
  class SignedIn extends WebSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols ?? [], { headers: { authorization: `Bearer ${person}` } });
      if (eavesdropper === undefined) return;
      this.on('open', () => eavesdropper.opened());
      this.on('message', (data: ArrayBuffer) => eavesdropper.heard(new Uint8Array(data)));
      this.on('close', (code) => eavesdropper.closed(code));
      const send = this.send.bind(this) as (frame: Uint8Array) => void;
      this.send = (frame: Uint8Array) => {
        eavesdropper.sent(frame);
        send(frame);
      };
    }
  }
  const doc = options.doc ?? new Y.Doc();
  const provider = new WebsocketProvider(at.url, options.documentId ?? DOCUMENT, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: options.connect ?? true,
    maxBackoffTime: 200,
  });
  // Each waits for the end of the process to say goodbye. Eleven delegations look like a leak to Node.
  process.off('exit', provider._exitHandler);
  const heard: Heard = { acknowledged: [], refused: [], states: [] };
  const closed: { code: number; reason: string }[] = [];
  provider.messageHandlers[MESSAGE.acknowledge] = (_encoder, decoder) => {
    heard.acknowledged.push({
      position: decoding.readVarUint(decoder),
      count: decoding.readVarUint(decoder),
    });
  };
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => {
    heard.refused.push(JSON.parse(decoding.readVarString(decoder)) as RefusalNotice);
  };
  provider.messageHandlers[MESSAGE.roomState] = (_encoder, decoder) => {
    heard.states.push(JSON.parse(decoding.readVarString(decoder)) as RoomState);
  };
  provider.on('closed', (event) => closed.push(event));
  return {
    doc,
    provider,
    heard,
    closed,
    destroy: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** A hand-made client: sends what it likes and keeps every frame it hears. */
export class RawClient {
  readonly frames: Uint8Array[] = [];
  readonly ws: WebSocket;
  close: { code: number; reason: string } | null = null;
  /** Status of a plain HTTP answer in place of an upgrade. */
  status: number | null = null;

  constructor(at: Pick<SyncWorld, 'url'>, headers: Record<string, string>, target: string = DOCUMENT) {
    this.ws = new WebSocket(`${at.url}/${target}`, { headers });
    this.ws.binaryType = 'nodebuffer';
    this.ws.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)));
    this.ws.on('close', (code, reason) => {
      this.close = { code, reason: reason.toString() };
    });
    this.ws.on('unexpected-response', (_request, response) => {
      this.status = response.statusCode ?? null;
      this.ws.terminate();
    });
    this.ws.on('error', () => undefined);
  }

  static async open(at: Pick<SyncWorld, 'url'>, person: Person, target?: string): Promise<RawClient> {
    const client = new RawClient(at, { authorization: `Bearer ${person}` }, target);
    await until(() => client.ws.readyState === WebSocket.OPEN);
    client.send(encodeSyncStep1(Uint8Array.of(0)));
    return client;
  }

  send(frame: Uint8Array): void {
    this.ws.send(frame);
  }

  update(update: Uint8Array): void {
    this.send(encodeUpdate(update));
  }

  presence(entries: readonly { client: number; clock: number; state: unknown }[]): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
    }
    this.send(encodeAwareness(encoding.toUint8Array(encoder)));
  }

  get refused(): RefusalNotice[] {
    return this.json<RefusalNotice>(MESSAGE.refused);
  }

  get states(): RoomState[] {
    return this.json<RoomState>(MESSAGE.roomState);
  }

  get acknowledged(): { position: number; count: number }[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== MESSAGE.acknowledge) return [];
      return [{ position: decoding.readVarUint(decoder), count: decoding.readVarUint(decoder) }];
    });
  }

  /** The text as this client has been told it. */
  get doc(): Y.Doc {
    const doc = new Y.Doc();
    for (const frame of this.frames) {
      const message = decodeFrame(frame);
      if (message.ok && message.value.kind === 'update') Y.applyUpdate(doc, message.value.bytes);
    }
    return doc;
  }

  end(): void {
    this.ws.terminate();
  }

  private json<T>(type: number): T[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      return decoding.readVarUint(decoder) === type ? [JSON.parse(decoding.readVarString(decoder)) as T] : [];
    });
  }
}

/** Waits until something holds; fails loudly when it does not within the time. */
export async function until(holds: () => boolean, what = 'what was awaited', withinMs = 4000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what} did not happen within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

export function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Adds a paragraph with these words at the end. */
export function write(doc: Y.Doc, words: string, node = 'paragraph'): Y.XmlText {
  const text = new Y.XmlText();
  doc.transact(() => {
    const element = new Y.XmlElement(node);
    const root = doc.getXmlFragment(FRAGMENT);
    root.insert(root.length, [element]);
    element.insert(0, [text]);
    text.insert(0, words);
  });
  return text;
}

/** The words of every clause, in order. */
export function wordsOf(doc: Y.Doc): string[] {
  return doc
    .getXmlFragment(FRAGMENT)
    .toArray()
    .map((node) => (node instanceof Y.XmlElement ? node.toArray().map(String).join('') : '?'));
}
