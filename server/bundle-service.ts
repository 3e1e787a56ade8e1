import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { AsyncZipDeflate, Zip, ZipPassThrough } from 'fflate';
import type { Logger } from 'pino';
import type { BundleState } from '../domain/text/bundle';
import { newId } from './ids';
import type { BundledDocument, BundleOrder, BundleService } from './ports';

export interface BundleServiceOptions {
  /** How long a finished bundle is kept. */
  readonly keepMs?: number;
}

export interface BundleWorkers extends BundleService {
  stop(): Promise<void>;
}

const KEEP_MS = 60 * 60_000;
const MARKER = '.making.json';

interface Making {
  state: BundleState;
  readonly cancel: AbortController;
}

/**
 * Bundles are made one file after the other, straight to disk under the data directory, and deleted after a while. A
 * marker beside an unfinished one tells the next start that it was interrupted, so that its person is told.
 */
export function createBundleService(
  dataDir: string,
  logger: Logger,
  options: BundleServiceOptions = {},
): BundleWorkers {
  const directory = path.join(dataDir, 'bundles');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const interrupted = sweep(directory);
  const bundles = new Map<string, Making>();
  /** The end of what each person's bundles have in hand: a new one waits until one that was cancelled has let go. */
  const inHand = new Map<string, Promise<void>>();
  const keepMs = options.keepMs ?? KEEP_MS;

  const fileOf = (id: string) => path.join(directory, `${id}.zip`);

  function forget(userId: string): void {
    const known = bundles.get(userId);
    if (known === undefined) return;
    known.cancel.abort();
    bundles.delete(userId);
    rmSync(fileOf(known.state.id), { force: true });
  }

  async function make(userId: string, making: Making, order: BundleOrder): Promise<void> {
    const { id } = making.state;
    const marker = path.join(directory, `${id}${MARKER}`);
    const part = path.join(directory, `${id}.part`);
    const tell = (change: Partial<BundleState>) => {
      making.state = { ...making.state, ...change };
    };
    if (making.cancel.signal.aborted) return;
    try {
      writeFileSync(marker, JSON.stringify({ userId, meetingId: order.meetingId, id }), { mode: 0o600 });
      const size = await writeBundle(part, order, making.cancel.signal, tell, logger);
      if (making.cancel.signal.aborted) return;
      await rename(part, fileOf(id));
      // Cancelled meanwhile: what `forget` looked for came only now.
      if (making.cancel.signal.aborted) return rmSync(fileOf(id), { force: true });
      tell({ status: 'done', current: null, size });
      setTimeout(() => {
        if (bundles.get(userId) === making) forget(userId);
      }, keepMs).unref();
    } catch (error) {
      logger.error({ err: error, meetingId: order.meetingId }, 'a bundle could not be made');
      tell({ status: 'failed', current: null });
    } finally {
      rmSync(part, { force: true });
      rmSync(marker, { force: true });
    }
  }

  return {
    start(userId, order) {
      if (bundles.get(userId)?.state.status === 'making') return null;
      forget(userId);
      interrupted.delete(userId);
      const making: Making = {
        cancel: new AbortController(),
        state: {
          id: newId('bundle'),
          meetingId: order.meetingId,
          status: 'making',
          done: 0,
          total: order.documents.length,
          current: null,
          failed: [],
          size: 0,
        },
      };
      bundles.set(userId, making);
      const work = (inHand.get(userId) ?? Promise.resolve())
        .then(() => make(userId, making, order))
        .finally(() => {
          if (inHand.get(userId) === work) inHand.delete(userId);
        });
      inHand.set(userId, work);
      return making.state;
    },
    state(userId, meetingId) {
      const state = bundles.get(userId)?.state ?? interrupted.get(userId) ?? null;
      return state?.meetingId === meetingId ? state : null;
    },
    cancel(userId, meetingId) {
      if (bundles.get(userId)?.state.meetingId === meetingId) forget(userId);
      if (interrupted.get(userId)?.meetingId === meetingId) interrupted.delete(userId);
    },
    file(userId, meetingId) {
      const state = bundles.get(userId)?.state;
      return state?.status === 'done' && state.meetingId === meetingId ? fileOf(state.id) : null;
    },
    async stop() {
      for (const { cancel } of bundles.values()) cancel.abort();
      await Promise.all(inHand.values());
    },
  };
}

/** What an earlier process left: finished files are nobody's now, unfinished ones are remembered as interrupted. */
function sweep(directory: string): Map<string, BundleState> {
  const interrupted = new Map<string, BundleState>();
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name);
    if (name.endsWith(MARKER)) {
      try {
        const { userId, meetingId, id } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
        if (userId !== undefined && meetingId !== undefined && id !== undefined) {
          interrupted.set(userId, { ...NOTHING, id, meetingId });
        }
      } catch {
        // A marker that was cut short tells nothing.
      }
    }
    rmSync(file, { force: true });
  }
  return interrupted;
}

const NOTHING = { status: 'interrupted', done: 0, total: 0, current: null, failed: [], size: 0 } as const;

async function writeBundle(
  file: string,
  order: BundleOrder,
  signal: AbortSignal,
  tell: (change: Partial<BundleState>) => void,
  logger: Logger,
): Promise<number> {
  const out = createWriteStream(file, { mode: 0o600 });
  let size = 0;
  let broken: Error | null = null;
  // A full disk fails this bundle; without a listener it would end the process.
  out.on('error', (error) => {
    broken ??= error;
  });
  const zip = new Zip((error, chunk, isLast) => {
    if (error !== null) broken = error;
    size += chunk?.length ?? 0;
    if (chunk !== undefined) out.write(chunk);
    if (isLast) out.end();
  });
  const failed: { symbol: string; file: string }[] = [];
  const made: BundledDocument[] = [];
  try {
    for (const [index, document] of order.documents.entries()) {
      const files: { name: string; sha256: string }[] = [];
      tell({ current: document.symbol, done: index });
      for (const part of document.files) {
        if (signal.aborted) return 0;
        if (broken !== null) throw broken;
        const content = await part.make().catch((error: unknown) => {
          logger.error({ err: error, file: part.name }, 'a file of a bundle could not be made');
          return null;
        });
        if (content === null) {
          failed.push({ symbol: document.symbol, file: part.sort });
          tell({ failed: [...failed] });
          continue;
        }
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        // Before it is packed: what is deflated goes to a worker, and is gone from here.
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        await addFile(zip, part.name, bytes);
        files.push({ name: part.name, sha256 });
      }
      made.push({
        ...document.facts,
        files,
        failed: failed.filter(({ symbol }) => symbol === document.symbol),
      });
    }
    if (signal.aborted) return 0;
    for (const { name, content } of order.index(made))
      await addFile(zip, name, new TextEncoder().encode(content));
    tell({ done: order.documents.length, current: null });
    zip.end();
    await finished(out);
    if (broken !== null) throw broken;
    return size;
  } finally {
    if (signal.aborted) zip.terminate();
    out.destroy();
    // Closed only after it was opened: deleting it before would leave it behind.
    if (!out.closed) await new Promise<void>((resolve) => out.once('close', () => resolve()));
  }
}

/** PDF and Word are packed already; what is text is deflated away from the event loop. */
function addFile(zip: Zip, name: string, bytes: Uint8Array): Promise<void> {
  if (!/\.(json|html|txt)$/.test(name)) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
    return Promise.resolve();
  }
  const entry = new AsyncZipDeflate(name, { level: 6 });
  zip.add(entry);
  return new Promise((resolve, reject) => {
    const { ondata } = entry;
    entry.ondata = (error, chunk, isLast) => {
      ondata?.call(entry, error, chunk, isLast);
      if (error !== null) reject(error);
      else if (isLast) resolve();
    };
    entry.push(bytes, true);
  });
}
