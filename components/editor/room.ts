import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE, type RefusalNotice, type RoomState } from '@/domain/wire/protocol';
import { countingSocket } from './counting-socket';
import { canKeepCopies, deleteCopy, localCopyName } from './local-copies';
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
  /** Ends the copy on this device: what is in it was refused or is of no use any more. */
  forgetCopy(): Promise<void>;
  leave(): void;
}

/** Between tries to reconnect, at most; a little different for each, so that a restart is not met by all at once. */
const LONGEST_WAIT = 4000;
const SPREAD = 2000;
const WAIT_FOR_COPY = 3000;
/** Origin of updates that come from the copy on this device. */
type CopyOrigin = IndexeddbPersistence | null;

export function joinRoom(options: RoomOptions): Room {
  const doc = new Y.Doc();
  const listeners = new Set<() => void>();
  let status = INITIAL_STATUS;
  let copy: CopyOrigin = null;
  let opening: Promise<void> | null = null;
  let left = false;

  const tell = (event: SyncEvent) => {
    const next = syncStatus(status, event);
    if (next === status) return;
    status = next;
    if (event.type === 'room' && event.room.mayEdit && options.writes) void keepCopy();
    for (const listener of listeners) listener();
  };
  const keepCopy = () => {
    opening ??= openCopy(options, doc).then((opened) => {
      copy = opened;
      if (left) void opened?.destroy();
    });
    return opening;
  };

  const provider = new WebsocketProvider(socketAddress(options.syncPath), options.documentId, doc, {
    connect: false,
    disableBc: true,
    params: { schema: options.schemaHash },
    maxBackoffTime: LONGEST_WAIT + Math.random() * SPREAD,
    WebSocketPolyfill: countingSocket((whole) => tell({ type: 'sent', whole })),
  });
  listen(provider, tell);
  echoNobody(provider);
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider && origin !== copy) tell({ type: 'edited' });
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
  void (options.writes && options.mayEdit ? keepCopy() : Promise.resolve()).then(connect);

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
    forgetCopy: async () => {
      if (copy !== null) await emptyCopy(copy);
      await copy?.destroy();
      copy = null;
      if (await canKeepCopies()) await deleteCopy(localCopyName(options.userId, options.documentId));
    },
    leave: () => {
      if (left) return;
      left = true;
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('beforeunload', onUnload);
      const saved = status.opened && status.connection === 'open' && !hasUnsavedWork(status);
      provider.destroy();
      if (saved) void copy?.clearData();
      else void copy?.destroy();
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

async function openCopy(options: RoomOptions, doc: Y.Doc): Promise<CopyOrigin> {
  if (!(await canKeepCopies())) return null;
  const copy = new IndexeddbPersistence(localCopyName(options.userId, options.documentId), doc);
  await Promise.race([copy.whenSynced, new Promise((resolve) => setTimeout(resolve, WAIT_FOR_COPY))]);
  return copy;
}

/** Another tab that holds the copy open keeps it from being deleted, but not from being emptied. */
async function emptyCopy({ db }: IndexeddbPersistence): Promise<void> {
  if (db === null) return;
  const emptying = db.transaction(['updates'], 'readwrite');
  emptying.objectStore('updates').clear();
  await new Promise((resolve) => {
    emptying.oncomplete = resolve;
    emptying.onerror = resolve;
    emptying.onabort = resolve;
  });
}

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
