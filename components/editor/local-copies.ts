const PREFIX = 'mufakat:';

/** Name of the copy on this device that keeps one person's unsent edits of one document over a reload. */
export function localCopyName(userId: string, documentId: string): string {
  return `${PREFIX}${userId}:${documentId}`;
}

/** Whether this browser can keep copies at all; private windows of some cannot. */
export async function canKeepCopies(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  try {
    await deleteCopy(`${PREFIX}probe`);
    return true;
  } catch {
    return false;
  }
}

export async function hasLocalCopy(name: string): Promise<boolean> {
  return (await copyNames()).includes(name);
}

export function deleteCopy(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('deleteCopy: the browser refused'));
    // Another tab still has it open: the browser deletes it when that tab lets go.
    request.onblocked = () => resolve();
  });
}

/** Removes what is kept of one document, by whomever. */
export async function deleteCopiesOf(documentId: string): Promise<void> {
  await deleteWhere((name) => name.endsWith(`:${documentId}`));
}

/**
 * Removes every copy of every document from this device, and unsent words with them. Called on signing out, so that
 * nothing stays for the next person.
 */
export async function clearLocalCopies(): Promise<void> {
  await deleteWhere(() => true);
}

async function deleteWhere(isMeant: (name: string) => boolean): Promise<void> {
  const names = (await copyNames()).filter((name) => name.startsWith(PREFIX) && isMeant(name));
  await Promise.allSettled(names.map(deleteCopy));
  for (const key of Object.keys(keptValues())) {
    if (key.startsWith(PREFIX) && isMeant(key)) localStorage.removeItem(key);
  }
}

async function copyNames(): Promise<string[]> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return [];
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
  } catch {
    return [];
  }
}

/** The browser's small store, or nothing where it is closed to pages. */
function keptValues(): Readonly<Record<string, unknown>> {
  try {
    return localStorage;
  } catch {
    return {};
  }
}
