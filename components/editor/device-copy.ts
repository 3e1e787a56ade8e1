import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { canKeepCopies, deleteCopiesOf, deleteCopy, hasLocalCopy, localCopyName } from './local-copies';
import { SharedHold } from './shared-hold';

/** A device that is slow to read its copy holds up the opening of the text no longer than this. */
const LONGEST_READING_MS = 3000;

/**
 * The copy of one person's document on this device: everything typed goes into it at once, so that a closed tab or
 * an empty battery loses nothing that the server has not confirmed yet. Where the meeting forbids copies, what an
 * earlier visit left is taken into memory and nothing stays on the device.
 */
export class DeviceCopy {
  private readonly name: string;
  private readonly documentId: string;
  private readonly doc: Y.Doc;
  private kept: IndexeddbPersistence | null = null;
  private opening: Promise<boolean> | null = null;
  /** Other tabs of the same person may have the same document open, and their unsent words in the same copy. */
  private readonly hold: SharedHold;

  constructor(userId: string, documentId: string, doc: Y.Doc) {
    this.name = localCopyName(userId, documentId);
    this.hold = new SharedHold(this.name);
    this.documentId = documentId;
    this.doc = doc;
  }

  /** Whether an update of the document came out of the copy, and so is nothing new. */
  isOrigin(origin: unknown): boolean {
    return this.kept !== null && origin === this.kept;
  }

  /** Takes in what is there and keeps all that follows. False where this browser keeps nothing. */
  keep(): Promise<boolean> {
    this.opening ??= this.open();
    return this.opening;
  }

  /** Takes in what an earlier visit left, and keeps nothing. */
  async takeIn(): Promise<void> {
    const left = await this.read();
    if (left !== null) Y.applyUpdate(this.doc, left, this);
    await this.forbid();
  }

  /** What an earlier visit left, as an update of the document, or null. */
  async read(): Promise<Uint8Array | null> {
    if (!(await hasLocalCopy(this.name))) return null;
    const doc = new Y.Doc();
    const copy = new IndexeddbPersistence(this.name, doc);
    await copy.whenSynced;
    const left = Y.encodeStateAsUpdate(doc);
    await copy.destroy();
    doc.destroy();
    return left;
  }

  /** Removes whatever this device keeps of the document, copies and unsent words, of whomever they are. */
  async forbid(): Promise<void> {
    await this.opening;
    await this.remove();
    await deleteCopiesOf(this.documentId);
  }

  /** Removes the copy, whose words were refused, unless another tab keeps its own in it. */
  async forget(): Promise<void> {
    await this.opening;
    await this.hold.leave(
      () => this.remove(),
      () => this.letGo(),
    );
  }

  /** Lets go of the copy; where the server has everything, and no other tab holds it, nothing of it stays. */
  async leave(isSaved: boolean): Promise<void> {
    await this.opening;
    const { kept } = this;
    await this.hold.leave(
      async () => (isSaved ? kept?.clearData() : kept?.destroy()),
      async () => kept?.destroy(),
    );
  }

  private async remove(): Promise<void> {
    if (this.kept !== null) await emptied(this.kept);
    await this.letGo();
    if (await canKeepCopies()) await deleteCopy(this.name);
  }

  private async letGo(): Promise<void> {
    this.opening = null;
    await this.kept?.destroy();
    this.kept = null;
  }

  private async open(): Promise<boolean> {
    if (!(await canKeepCopies())) return false;
    this.hold.take();
    this.kept = new IndexeddbPersistence(this.name, this.doc);
    const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_READING_MS));
    await Promise.race([this.kept.whenSynced, patience]);
    return true;
  }
}

/** Another tab that holds the copy open keeps it from being deleted, but not from being emptied. */
async function emptied({ db }: IndexeddbPersistence): Promise<void> {
  if (db === null) return;
  const emptying = db.transaction(['updates'], 'readwrite');
  emptying.objectStore('updates').clear();
  await new Promise((resolve) => {
    emptying.oncomplete = resolve;
    emptying.onerror = resolve;
    emptying.onabort = resolve;
  });
}
