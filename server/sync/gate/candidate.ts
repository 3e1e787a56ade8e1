import * as Y from 'yjs';
import { docOfState, FRAGMENT } from '../../text/ydoc';
import { type DeleteRange, type Known, knowsNothing } from '../known';
import { type Alternatives, alternativesIn } from './brackets';
import { elementFault, liveItems } from './tree';

/** Bytes of a text's state: some fifty times the longest treaty that anybody has negotiated. */
export const LARGEST_TEXT = 24 * 1024 * 1024;

/** What applying one update did: the update events in order, and the types that were there before and changed. */
export interface Applied {
  readonly updates: readonly Uint8Array[];
  readonly changed: ReadonlySet<unknown>;
}

/**
 * The text of a room that is being edited, as a Y.Doc. Every update is tried on it before anybody else sees it.
 * An update that throws or is refused after it was applied may have left anything behind: the candidate is then
 * spoilt, and its owner loads a fresh one from the log.
 */
export class Candidate implements Known {
  readonly doc: Y.Doc;
  readonly root: Y.XmlFragment;
  isSpoilt = false;
  /** Elements that were faulty before anybody now writing came: nobody is blamed for them. */
  readonly unsound = new WeakSet<Y.XmlElement>();
  private updates: Uint8Array[] = [];
  private changed = new Set<unknown>();
  private whole: Uint8Array | null = null;
  private brackets: Alternatives | null = null;
  /** Bytes taken in: at least as many as the state has, since what was deleted leaves it. */
  private bulk: number;

  /** Throws where the updates cannot be read or are not whole. */
  constructor(updates: readonly Uint8Array[]) {
    this.doc = docOfState(updates);
    this.bulk = sizeOf(updates);
    this.root = this.doc.getXmlFragment(FRAGMENT);
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update));
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys()) this.changed.add(type);
    });
    for (const item of liveItems(this.root)) this.findUnsound(item);
  }

  /**
   * Applies updates in one transaction. The first update event is their own news; later ones are Yjs's tidying of
   * superfluous marks.
   */
  apply(updates: readonly Uint8Array[]): Applied {
    this.bulk += sizeOf(updates);
    return this.record(false, () => {
      for (const bytes of updates) Y.applyUpdate(this.doc, bytes);
    });
  }

  /** The brackets of the text as it stands; looked over again only when something has changed. */
  alternatives(): Alternatives {
    this.brackets ??= alternativesIn(this.root);
    return this.brackets;
  }

  /** Changes the text by the server's own hand. */
  change(work: () => void): Applied {
    return this.record(true, work);
  }

  /** True when all of it has arrived and nothing waits for a past that is missing. */
  get isWhole(): boolean {
    return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null;
  }

  /** Bytes of the updates it is made of. */
  get bytesTaken(): number {
    return this.bulk;
  }

  /** Whether the text has reached the size that no text may go beyond (SY29). */
  get isFull(): boolean {
    if (this.bulk > LARGEST_TEXT) this.bulk = this.state().byteLength;
    return this.bulk > LARGEST_TEXT;
  }

  clockAfter(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  isGone(client: number, from: number, to: number): boolean {
    const structs = this.doc.store.clients.get(client);
    if (structs === undefined || to > this.clockAfter(client) || from >= to) return false;
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= to) break;
      if (!struct.deleted) return false;
    }
    return true;
  }

  /** Live items from `clock` of a client on. */
  *itemsSince(client: number, clock: number): Generator<Y.Item> {
    const structs = this.doc.store.clients.get(client) ?? [];
    if (clock >= this.clockAfter(client)) return;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct instanceof Y.Item && !struct.deleted) yield struct;
    }
  }

  /** Whether these ranges hold nothing but marks: what Yjs clients delete by themselves when they tidy. */
  areMarks(ranges: readonly DeleteRange[]): boolean {
    return ranges.every(({ client, from, to }) => {
      if (from >= to || to > this.clockAfter(client)) return false;
      for (const item of this.itemsSince(client, from)) {
        if (item.id.clock >= to) break;
        if (!(item.content instanceof Y.ContentFormat)) return false;
      }
      return true;
    });
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What somebody who knows `vector` lacks. The whole state is encoded once for all who know nothing. */
  difference(vector: Uint8Array): Uint8Array {
    return knowsNothing(vector) ? this.state() : Y.encodeStateAsUpdate(this.doc, vector);
  }

  state(): Uint8Array {
    this.whole ??= Y.encodeStateAsUpdate(this.doc);
    return this.whole;
  }

  destroy(): void {
    this.doc.destroy();
  }

  /** Yjs tidies superfluous marks after a transaction that came from elsewhere, and not after one of its own. */
  private record(isOwn: boolean, work: () => void): Applied {
    this.updates = [];
    this.changed = new Set();
    this.whole = null;
    this.brackets = null;
    Y.transact(this.doc, work, null, isOwn);
    return { updates: this.updates, changed: this.changed };
  }

  private findUnsound(item: Y.Item): void {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
    if (!(type instanceof Y.XmlElement)) return;
    if (elementFault(type, () => false) !== null) this.unsound.add(type);
    for (const child of liveItems(type)) this.findUnsound(child);
  }
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, bytes) => sum + bytes.byteLength, 0);
}
