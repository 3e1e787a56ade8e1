import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A start that cannot go on, with words for the operator: what is wrong and what to do. Caught by main. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

export function lockFileOf(dataDir: string): string {
  return path.join(dataDir, 'mufakat.lock');
}

/** The process that serves this data directory now, or null. A lock left behind by a dead process counts for nothing. */
export function servingPid(dataDir: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(lockFileOf(dataDir), 'utf8'));
  } catch {
    return null;
  }
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}

/** Makes the data directory and takes its lock: one process per database. Returns the function that gives it back. */
export function takeDataDir(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartupError(
      `Cannot make the data directory ${dataDir} (${(error as Error).message}). Set MUFAKAT_DATA_DIR to a directory this user may write.`,
    );
  }
  const holder = servingPid(dataDir);
  if (holder !== null) {
    throw new StartupError(
      `Another Mufakat (process ${holder}) serves ${dataDir}. Stop it first, or set MUFAKAT_DATA_DIR to another directory.`,
    );
  }
  const file = lockFileOf(dataDir);
  try {
    rmSync(file, { force: true });
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
  } catch (error) {
    throw new StartupError(
      `Cannot write in ${dataDir} (${(error as Error).message}). Check its owner and the free space.`,
    );
  }
  return () => rmSync(file, { force: true });
}

/** The secret kept in the data directory by the demo and by development, made on first use. */
export function secretOfDataDir(dataDir: string, make: () => string): string {
  const file = path.join(dataDir, 'secret');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${make()}\n`, { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  }
}
