import { build } from 'esbuild';

/** What the running server is made of: the rooms and each worker must lie beside the program that starts them. */
const PARTS = {
  'sync-process': 'server/sync-process/main.ts',
  'import-worker': 'server/workers/import-worker.ts',
  'sheet-worker': 'server/workers/sheet-worker.ts',
  'redline-worker': 'server/workers/redline-worker.ts',
  'compaction-worker': 'server/workers/compaction-worker.ts',
  'text-worker': 'server/workers/text-worker.ts',
  'word-worker': 'server/workers/word-worker.ts',
  'pdf-worker': 'server/workers/pdf-worker.ts',
  'ledger-worker': 'server/workers/ledger-worker.ts',
  'history-worker': 'server/workers/history-worker.ts',
};

/**
 * Compiles programs of the server, and its workers, into a directory within this checkout. `standIns` are files
 * that take the place of packages.
 */
export async function bundleServer(
  outdir: string,
  programs: Readonly<Record<string, string>>,
  standIns: Readonly<Record<string, string>> = {},
): Promise<void> {
  await build({
    entryPoints: { ...programs, ...PARTS },
    outdir,
    alias: { ...standIns },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}
