import type { NextConfig } from 'next';

/**
 * Modules with native code, or whose classes must be the same objects in the pages and in the sync server,
 * stay outside Next's bundle (docs/architecture.md, "Two module worlds").
 */
const SHARED_WITH_THE_SYNC_SERVER = [
  'better-sqlite3',
  'drizzle-orm',
  '@node-rs/argon2',
  'yjs',
  'y-protocols',
  'lib0',
  'pino',
];

const config: NextConfig = {
  serverExternalPackages: SHARED_WITH_THE_SYNC_SERVER,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
