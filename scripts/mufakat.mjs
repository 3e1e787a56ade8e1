import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `npm run mufakat -- <command>`: the built command line, or its sources where they are newer and the tools of a
 * development checkout are there. Plain JavaScript, since an installation without development packages has no tsx.
 */
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const built = path.join(root, 'dist/server/cli.js');
const tsx = path.join(root, 'node_modules/tsx/dist/esm/api/index.mjs');

// File names on the command line are meant from where the person stands; npm starts us elsewhere.
process.env.MUFAKAT_CLI_CWD = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);

if (existsSync(built) && (!existsSync(tsx) || !isOlderThanSources(built))) {
  await import(pathToFileURL(built).href);
} else if (existsSync(tsx)) {
  const { register } = await import(pathToFileURL(tsx).href);
  register();
  await import(pathToFileURL(path.join(root, 'server/cli/main.ts')).href);
} else {
  process.stderr.write('The command line is not built yet. Run: npm run build\n');
  process.exitCode = 2;
}

function isOlderThanSources(file) {
  const time = statSync(file).mtimeMs;
  return ['server', 'db', 'domain', 'messages'].some((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) =>
        entry.isFile() &&
        /(?<!\.test)\.(ts|json|sql)$/.test(entry.name) &&
        statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs > time,
    ),
  );
}
