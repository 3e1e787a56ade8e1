import type { Db } from './client';
import { readInstallation, writeInstallation } from './installation';

const KEY = 'storageProbe';

/** Whether the database answers. */
export function canRead(db: Db): boolean {
  return succeeds(() => readInstallation(db, KEY));
}

/** Whether a row reaches the disk now. It writes one, so ask only where there is doubt. */
export function canWrite(db: Db, at: string): boolean {
  return succeeds(() => writeInstallation(db, KEY, at));
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
