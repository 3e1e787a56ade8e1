import path from 'node:path';

/**
 * Who may import whom: the house plan's table. A room is the longest folder a file lies in; a room may always
 * import itself. `packages` closes a room to all other packages; without it a room is open to every package
 * that no entry of RESERVED keeps to others.
 */
interface Room {
  readonly folder: string;
  readonly may: readonly string[];
  readonly packages?: readonly string[];
}

export const ROOMS: readonly Room[] = [
  {
    folder: 'domain',
    may: [],
    packages: ['zod', 'canonicalize', 'yjs', 'lib0', '@tiptap/core', '@tiptap/pm', '@tiptap/extension-table'],
  },
  { folder: 'db', may: ['domain'] },
  { folder: 'server/text', may: ['domain'] },
  /** Files in and out. Bytes and texts, no database: they run in workers and on the command line alike. */
  { folder: 'server/word', may: ['domain', 'server/text', 'messages'] },
  /** A paper says its own words, in the language of the text. */
  { folder: 'server/pdf', may: ['domain', 'server/text', 'messages'] },
  /** Mail says its own words, in the language of whoever it goes to. */
  {
    folder: 'server/mail',
    may: [
      'domain',
      'db',
      'messages',
      'server/queries',
      'server/use-cases',
      'server/auth',
      'server/contracts',
    ],
  },
  /** Sheets say the names of their columns, in the language of whoever takes them away. */
  { folder: 'server/sheets', may: ['domain', 'messages', 'server/word'] },
  { folder: 'server/reading', may: ['domain', 'server/text', 'server/word'] },
  /** Real editors, whose edits become rows of a log. */
  { folder: 'server/text/ledger/testing', may: ['domain', 'components', 'server/text'] },
  {
    folder: 'server/use-cases',
    may: ['domain', 'db', 'server/queries', 'server/text', 'server/auth', 'server/contracts'],
  },
  {
    folder: 'server/queries',
    may: ['domain', 'db', 'server/use-cases', 'server/text', 'server/auth', 'server/contracts'],
  },
  { folder: 'server/sync', may: ['domain', 'db', 'server/text', 'server/metrics', 'server/contracts'] },
  { folder: 'server/metrics', may: [] },
  /** Faults and attacks on the sync server, for its tests and the long runs: a whole small world, and real editors. */
  {
    folder: 'server/sync/faults',
    may: [
      'domain',
      'db',
      'components',
      'server',
      'server/sync',
      'server/text',
      'server/use-cases',
      'server/queries',
      'server/contracts',
    ],
  },
  { folder: 'server/auth', may: ['domain', 'db', 'messages', 'server/contracts'] },
  {
    folder: 'server/jobs',
    may: [
      'domain',
      'db',
      'server/use-cases',
      'server/queries',
      'server/text',
      'server/mail',
      'server/contracts',
    ],
  },
  {
    folder: 'server/workers',
    may: [
      'domain',
      'server/text',
      'server/word',
      'server/pdf',
      'server/sheets',
      'server/reading',
      'server',
      'server/contracts',
    ],
  },
  {
    folder: 'server/cli',
    may: [
      'domain',
      'db',
      'messages',
      'server/use-cases',
      'server/queries',
      'server/text',
      'server/word',
      'server/pdf',
      'server/sheets',
      'server/reading',
      'server/auth',
      'server/contracts',
      'server',
    ],
  },
  /** What every room of the server agrees on: files, not a folder; see CONTRACTS. */
  { folder: 'server/contracts', may: ['domain', 'db'] },
  /** What starts the server: builds every part once and hands it to the others. */
  {
    folder: 'server',
    may: [
      'domain',
      'db',
      'server/use-cases',
      'server/queries',
      'server/sync',
      'server/metrics',
      'server/text',
      'server/word',
      'server/pdf',
      'server/sheets',
      'server/reading',
      'server/mail',
      'server/auth',
      'server/jobs',
      'server/workers',
      'server/contracts',
    ],
  },
  { folder: 'messages', may: ['domain'] },
  { folder: 'components', may: ['domain', 'messages'] },
  {
    folder: 'app',
    may: [
      'domain',
      'components',
      'messages',
      'styles',
      'server/use-cases',
      'server/queries',
      'server/auth',
      'server/contracts',
    ],
  },
  {
    folder: 'seeds',
    may: [
      'domain',
      'db',
      'server/use-cases',
      'server/queries',
      'server/text',
      'server/auth',
      'server/contracts',
    ],
  },
  {
    folder: 'scripts',
    may: [
      'domain',
      'db',
      'seeds',
      'server',
      'server/cli',
      'server/use-cases',
      'server/queries',
      'server/auth',
      'server/contracts',
    ],
  },
  { folder: 'e2e', may: ['domain', 'messages', 'seeds', 'scripts'] },
  {
    folder: 'bench',
    may: [
      'domain',
      'db',
      'seeds',
      'scripts',
      'server',
      'server/sync',
      'server/sync/faults',
      'server/text',
      'server/word',
      'server/pdf',
      'server/sheets',
      'server/reading',
      'server/use-cases',
      'server/queries',
      'server/auth',
      'server/jobs',
      'server/contracts',
    ],
  },
];

/** Files of `server/` that belong to nobody alone: the runtime, the ports, ids and configuration. */
export const CONTRACTS: readonly string[] = [
  'server/runtime.ts',
  'server/ports.ts',
  'server/ids.ts',
  'server/config.ts',
  'server/mail-config.ts',
  'server/logger.ts',
  'server/logged-error.ts',
  'server/origin.ts',
  'server/evidence-check.ts',
];

interface Reserved {
  /** Package names; `node:` stands for Node's own modules. */
  readonly packages: readonly string[];
  /** Folders or files that may import them; a test may do so anywhere. */
  readonly only: readonly string[];
}

export const RESERVED: readonly Reserved[] = [
  { packages: ['next'], only: ['app', 'components', 'server/start-server.ts', 'next.config.ts'] },
  { packages: ['react', 'react-dom', '@tiptap/react', '@base-ui/react'], only: ['app', 'components'] },
  { packages: ['use-intl'], only: ['app', 'components', 'messages'] },
  { packages: ['next-auth'], only: ['server/auth', 'app/api/auth', 'app/(entry)', 'components/auth'] },
  { packages: ['better-sqlite3', 'drizzle-orm'], only: ['db', 'server/sync/faults'] },
  {
    packages: ['node:'],
    only: [
      'db',
      'server',
      'seeds',
      'scripts',
      'e2e',
      'bench',
      'app',
      'next.config.ts',
      'vitest.config.ts',
      'playwright.config.ts',
    ],
  },
];

/** Tests may import every package: what only they need is in no bundle. */
const TEST_FILE = /\.(test|spec)\.tsx?$|\/testing\//;

/** Tests of the server, and what furnishes them, build a whole small world: every room of the server, and seeds. */
const SERVER_TEST = /^(server\/(.+\/)?tests\/|server\/(.+\/)?test-[^/]+\.ts$|(server|seeds)\/.+\.test\.ts$)/;
const OPEN_TO_SERVER_TESTS = /^(server($|\/)|seeds$|messages$)/;

/** Why `file` may not import `specifier`, or null. Both paths with forward slashes, `file` from the root. */
export function importFault(file: string, specifier: string): string | null {
  const target = localTarget(file, specifier);
  return target === null ? packageFault(file, specifier) : roomFault(file, target);
}

function localTarget(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return path.posix.normalize(specifier.slice(2));
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  return null;
}

function roomFault(file: string, target: string): string | null {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === null || from.folder === to?.folder) return null;
  if (target.startsWith('..')) return 'it lies outside the project';
  if (to === null) {
    const folder = target.split('/')[0] ?? target;
    return from.may.includes(folder) ? null : `${from.folder} may not import ${folder}`;
  }
  if (from.may.includes(to.folder)) return null;
  if (SERVER_TEST.test(file) && OPEN_TO_SERVER_TESTS.test(to.folder)) return null;
  const allowed = from.may.length === 0 ? 'nothing but itself' : from.may.join(', ');
  return `${from.folder} may not import ${to.folder} (it may import ${allowed})`;
}

function packageFault(file: string, specifier: string): string | null {
  if (TEST_FILE.test(file) || SERVER_TEST.test(file)) return null;
  const name = packageOf(specifier);
  const reserved = RESERVED.find((entry) => entry.packages.includes(name));
  if (reserved !== undefined && !reserved.only.some((place) => within(file, place))) {
    return `${name} belongs to ${reserved.only.join(', ')}`;
  }
  const room = roomOf(file);
  if (room?.packages !== undefined && !room.packages.includes(name)) {
    return `${room.folder} knows only ${room.packages.join(', ')}`;
  }
  return null;
}

/** `@tiptap/pm/model` is of `@tiptap/pm`, `next/link` of `next`, `node:fs` of Node itself. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function roomOf(file: string): Room | null {
  if (CONTRACTS.some((contract) => contract === file || contract === `${file}.ts`)) {
    return ROOMS.find((room) => room.folder === 'server/contracts') ?? null;
  }
  return (
    ROOMS.filter((room) => within(file, room.folder)).sort((a, b) => b.folder.length - a.folder.length)[0] ??
    null
  );
}

function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}
