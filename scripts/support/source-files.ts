import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders that hold no source of ours: fetched, built, or made while running. */
const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  'data',
  'screenshots',
  'test-results',
  'playwright-report',
]);

/** Every file of the project's sources, from `root`, with forward slashes, in a stable order. */
export function sourceFiles(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !NOT_SOURCE.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(root, name);
      return entry.isFile() ? [name] : [];
    });
}
