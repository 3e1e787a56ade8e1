import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sourceFiles } from './source-files';

const STAMP = '.next/mufakat-build.json';
const PRODUCTS = ['.next/BUILD_ID', 'dist/server/main.js', 'dist/server/cli.js'];

/** What a build is made of. tsconfig.json is left out: building rewrites it. */
const INGREDIENTS =
  /^(app|components|db|domain|messages|public|server|styles)\/|^(package(-lock)?\.json|next\.config\.ts|postcss\.config\.mjs|scripts\/(build|support\/server-bundle)\.ts)$/;
const NO_INGREDIENTS = /\.test\.tsx?$|\.md$/;

/** What the seeded database is made of. */
const SEED_INGREDIENTS = /^(db|domain|seeds|server)\//;

/** A fingerprint of every source that the production build is made of. Take it before building. */
export function sourcesHash(root: string): string {
  return hashOf(root, INGREDIENTS);
}

/** A fingerprint of everything that decides what a seeded database holds. */
export function seedHash(root: string): string {
  return hashOf(root, SEED_INGREDIENTS);
}

function hashOf(root: string, ingredients: RegExp): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root)) {
    if (!ingredients.test(file) || NO_INGREDIENTS.test(file)) continue;
    hash.update(`${file}\n`);
    hash.update(readFileSync(path.join(root, file)));
    hash.update('\n');
  }
  return hash.digest('hex');
}

/** Whether the production build is there and was made of these very sources. */
export function isBuildFresh(root: string): boolean {
  if (!PRODUCTS.every((file) => existsSync(path.join(root, file)))) return false;
  try {
    const stamp = JSON.parse(readFileSync(path.join(root, STAMP), 'utf8')) as { sources?: unknown };
    return stamp.sources === sourcesHash(root);
  } catch {
    return false;
  }
}

/** Remembers which sources the build was made of. Call it last, when every part is in place. */
export function writeBuildStamp(root: string, sources: string): void {
  writeFileSync(path.join(root, STAMP), `${JSON.stringify({ sources })}\n`);
}

/** Forgets the last build: what a broken-off build leaves behind must not pass for one. */
export function clearBuildStamp(root: string): void {
  rmSync(path.join(root, STAMP), { force: true });
}
