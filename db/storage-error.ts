/**
 * Whether an error came from SQLite itself (disk full, file locked, I/O error, a trigger that said no), as
 * opposed to a fault of ours. The query builder wraps what the driver throws; both forms are recognised.
 */
export function isStorageError(error: unknown): boolean {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as Error).cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && code.startsWith('SQLITE_')) return true;
  }
  return false;
}
