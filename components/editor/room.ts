import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE, type RefusalNotice, type RoomState } from '@/domain/wire/protocol';
import { countingSocket } from './counting-socket';
import { DeviceCopy } from './device-copy';
import { hasUnsavedWork, INITIAL_STATUS, type SyncEvent, type SyncStatus, syncStatus } from './sync-status';

export interface RoomOptions {
  readonly documentId: string;
  readonly userId: string;
  /** `/sync` of this host, or another path where the server says so. */
  readonly syncPath: string;
  readonly schemaHash: string;
  /** Whether one came to write. Then unsent edits are kept on this device, as long as the room lets one write. */
  readonly writes: boolean;
  /** Whether this person may write, as the page was made; the room says it anew. */
  readonly mayEdit: boolean;
  /** Whether the meeting lets unsent edits be kept on this device, as the page was made; the room says it anew. */
  readonly keepsCopies: boolean;
}

/** A place in a document's room: the shared text, who else is there, and how far one's own edits have come. */
export interface Room {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly options: RoomOptions;
  status(): SyncStatus;
  subscribe(listener: () => void): () => void;
  /** One's word on a deletion that was held back (SY21). */
  confirmDeletion(): void;
  withdrawDeletion(): void;
  /** What an earlier visit left on this device and this one has not taken in, as an update; or null. */
  leftBehind(): Promise<Uint8Array | null>;
  /** Ends the copy on this device: what is in it was refused or is of no use any more. */
  forgetCopy(): Promise<void>;
  leave(): void;
}

/** Between tries to reconnect, at most; a little different for each, so that a restart is not met by all at once. */
const LONGEST_WAIT = 4000;
const SPREAD = 2000;

export function joinRoom(options: RoomOptions): Room {
  const doc = new Y.Doc();
  const listeners = new Set<() => void>();
  let status = INITIAL_STATUS;
  const copy = new DeviceCopy(options.userId, options.documentId, doc);
  let leftBehind: Uint8Array | null = null;
  /** What is done with the copy is done in order. */
  let settled: Promise<void> = Promise.resolve();
  let isForgotten = false;
  let left = false;

  const tell = (event: SyncEvent) => {
    const next = syncStatus(status, event);
    if (next === status) return;
    status = next;
    if (event.type === 'room') settled = settled.then(() => followRule(event.room)).catch(noCopy);
    for (const listener of listeners) listener();
  };
  const keepCopy = async () => {
    const kept = await copy.keep();
    if (left) await copy.leave(false);
    else tell({ type: 'copy', kept });
  };
  /** The meeting may forbid copies, or allow them again, while the text is open. */
  const followRule = async (room: RoomState) => {
    if (room.keepsCopies) return room.mayEdit && options.writes && !isForgotten ? keepCopy() : undefined;
    if (!status.kept) leftBehind ??= await copy.read();
    await copy.forbid();
    tell({ type: 'copy', kept: false });
  };
  const openCopy = async () => {
    const writing = options.writes && options.mayEdit;
    if (options.keepsCopies) return writing ? keepCopy() : undefined;
    if (writing) return copy.takeIn();
    leftBehind = await copy.read();
    await copy.forbid();
  };

  const provider = new WebsocketProvider(socketAddress(options.syncPath), options.documentId, doc, {
    connect: false,
    disableBc: true,
    params: { schema: options.schemaHash, user: options.userId },
    maxBackoffTime: LONGEST_WAIT + Math.random() * SPREAD,
    WebSocketPolyfill: countingSocket((whole) => tell({ type: 'sent', whole })),
  });
  listen(provider, tell);
  echoNobody(provider);
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider && !copy.isOrigin(origin)) tell({ type: 'edited' });
  });

  const onOnline = () => {
    if (!left && status.connection !== 'ended') provider.connect();
  };
  const onOffline = () => {
    provider.disconnect();
    tell({ type: 'disconnected' });
  };
  const onUnload = (event: BeforeUnloadEvent) => {
    if (hasUnsavedWork(status)) event.preventDefault();
  };
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  window.addEventListener('beforeunload', onUnload);

  const connect = () => {
    if (left) return;
    if (!isEmpty(doc)) tell({ type: 'edited' });
    if (navigator.onLine) provider.connect();
    else tell({ type: 'disconnected' });
  };
  settled = openCopy().catch(noCopy);
  void settled.then(connect);

  return {
    doc,
    provider,
    options,
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    confirmDeletion: () => {
      const token = status.held?.notice.detail?.token;
      if (token === undefined) return;
      provider.ws?.send(confirmFrame(String(token)));
      tell({ type: 'confirmed' });
    },
    withdrawDeletion: () => tell({ type: 'withdrawn' }),
    leftBehind: async () => {
      await settled;
      return leftBehind ?? (await copy.read());
    },
    forgetCopy: async () => {
      isForgotten = true;
      await settled;
      leftBehind = null;
      await copy.forget();
    },
    leave: () => {
      if (left) return;
      left = true;
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('beforeunload', onUnload);
      const saved = status.opened && status.connection === 'open' && !hasUnsavedWork(status);
      provider.destroy();
      void copy.leave(saved).catch(noCopy);
      listeners.clear();
      doc.destroy();
    },
  };
}

function listen(provider: WebsocketProvider, tell: (event: SyncEvent) => void): void {
  provider.on('status', ({ status }) => {
    tell({ type: status });
  });
  provider.on('connection-close', () => tell({ type: 'disconnected' }));
  provider.on('closed', ({ code }) => tell({ type: 'closed', code }));
  provider.on('sync', (synced) => {
    if (synced) tell({ type: 'opened' });
  });
  provider.messageHandlers[MESSAGE.acknowledge] = (_encoder, decoder) => {
    decoding.readVarUint(decoder);
    tell({ type: 'acknowledged', count: decoding.readVarUint(decoder) });
  };
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => {
    const notice = readJson<RefusalNotice>(decoder, (value) => typeof value.rule === 'string');
    if (notice !== null) tell({ type: 'refused', notice });
  };
  provider.messageHandlers[MESSAGE.roomState] = (_encoder, decoder) => {
    const room = readJson<RoomState>(decoder, (value) => typeof value.mayEdit === 'boolean');
    if (room !== null) tell({ type: 'room', room });
  };
}

/** The stock provider sends everybody's presence back to the server that just told it; only one's own is news. */
function echoNobody(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const send = provider._awarenessUpdateHandler;
  awareness.off('update', send);
  awareness.on('update', (change: Parameters<typeof send>[0], origin: unknown) => {
    if (origin !== provider) send(change, origin);
  });
}

/** A browser that does not let its copies be read is one without copies. */
function noCopy(): void {}

function confirmFrame(token: string): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.confirm);
  encoding.writeVarString(encoder, token);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

function readJson<T>(
  decoder: decoding.Decoder,
  valid: (value: Record<string, unknown>) => boolean,
): T | null {
  try {
    const value: unknown = JSON.parse(decoding.readVarString(decoder));
    return typeof value === 'object' && value !== null && valid(value as Record<string, unknown>)
      ? (value as T)
      : null;
  } catch {
    return null;
  }
}

function isEmpty(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0;
}

function socketAddress(path: string): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${path}`;
}
