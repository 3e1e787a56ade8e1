import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundleServer } from '../../scripts/support/server-bundle';
import { machineInWords } from '../sync/machine';
import { measurePages } from './browser';
import { measureQueries, type StartWorker } from './queries';
import { COMMUNIQUE, type Size, TENTH } from './size';
import { layTable } from './table';

/**
 * What the pages of a negotiation cost at the sizes of a summit's communiqué, and at a tenth of them: whether it grows
 * faster than the text. `npm run bench:negotiation [-- --no-browser] [-- --at-once]`; the pages are those of the production
 * build (`npm run build`). `--at-once` asks in the instant in which the server starts, before it has made texts ready. No surveyed tool has these pages, so the peer is the same page at a tenth.
 */
const HELD_MS = 50;
const SERVER_MS = 1000;
const TASK_MS = 200;

// So that what was started ends, too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const root = mkdtempSync(path.join(tmpdir(), 'mufakat-negotiation-'));
const withBrowser = !process.argv.includes('--no-browser');
const isReady = !process.argv.includes('--at-once');
const load = () => (loadavg()[0] ?? 0).toFixed(1);

/** Within the checkout, so that packages are found. */
const WORKERS = path.resolve('bench/.cache/negotiation');
const startWorker: StartWorker = (name) => (memoryMb) =>
  new Worker(path.join(WORKERS, `${name}-worker.js`), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });

async function measure(name: string, size: Size) {
  const began = performance.now();
  const { config, documentId } = await layTable(path.join(root, name), size);
  process.stdout.write(
    `${name}: made in ${Math.round((performance.now() - began) / 1000)} s, load ${load()}\n`,
  );
  const queries = await measureQueries(config, documentId, startWorker, isReady);
  const pages = withBrowser ? await measurePages(config.dataDir, documentId) : [];
  return { name, size, load: load(), ...queries, pages };
}

function word(isMet: boolean): string {
  return isMet ? 'met' : 'NOT MET';
}

function ratio(whole: number, part: number | undefined): string {
  return part === undefined || part < 0.05 ? '–' : (whole / part).toFixed(1);
}

try {
  await bundleServer(WORKERS, { cli: 'server/cli/main.ts' });
  process.stdout.write(`${machineInWords()}, load ${load()}\n`);
  const tenth = await measure('tenth', TENTH);
  const full = await measure('communique', COMMUNIQUE);
  console.table(
    full.figures.map(({ page, firstMs, firstWorkMs, medianMs, maxMs, heldMs, cpuMs }) => ({
      page,
      'first ms': Math.round(firstMs),
      'of it work': Math.round(firstWorkMs),
      'median ms': Math.round(medianMs),
      'max ms': Math.round(maxMs),
      'held ms': Math.round(heldMs),
      'of it own': Math.round(cpuMs),
      'of a tenth': ratio(medianMs, tenth.figures.find((figure) => figure.page === page)?.medianMs),
      [`under ${SERVER_MS} ms`]: word(Math.max(firstMs, maxMs) < SERVER_MS),
      [`held under ${HELD_MS} ms`]: word(cpuMs <= HELD_MS),
    })),
  );
  process.stdout.write(`heap ${full.heapMb} MB, of a tenth ${tenth.heapMb} MB; load ${full.load}\n`);
  if (withBrowser) {
    console.table(
      full.pages.map(
        ({ page, firstServerMs, serverMs, shownMs, mainMs, longTasks, longestMs, kilobytes }) => ({
          page,
          'server, first ms': Math.round(firstServerMs),
          'server ms': Math.round(serverMs),
          'shown ms': Math.round(shownMs),
          'main thread ms': Math.round(mainMs),
          'long tasks': longTasks,
          'longest ms': Math.round(longestMs),
          'HTML KB': kilobytes,
          'of a tenth': ratio(mainMs, tenth.pages.find((figure) => figure.page === page)?.mainMs),
          [`served under ${SERVER_MS} ms`]: word(Math.max(firstServerMs, serverMs) < SERVER_MS),
          [`tasks under ${TASK_MS} ms`]: word(longestMs <= TASK_MS),
        }),
      ),
    );
  }
  mkdirSync('bench/results', { recursive: true });
  const file = `bench/results/negotiation-${new Date().toISOString().replaceAll(':', '-')}.json`;
  writeFileSync(file, JSON.stringify({ machine: machineInWords(), tenth, full }, null, 2));
  process.stdout.write(`${file}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
