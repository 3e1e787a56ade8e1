import { describe, expect, it } from 'vitest';
import { importFault } from './import-table';

describe('the import table', () => {
  it.each([
    ['domain/text/canonical.ts', './digest'],
    ['domain/text/schema.ts', '@tiptap/pm/model'],
    ['db/documents.ts', '../domain/refusal'],
    ['db/client.ts', 'better-sqlite3'],
    ['server/use-cases/write-text.ts', '../../db/documents'],
    ['server/use-cases/write-text.ts', '../runtime'],
    ['server/queries/versions.ts', '../text/ydoc'],
    ['server/sync/gate.ts', '../ports'],
    ['server/start-server.ts', './sync'],
    ['server/start-server.ts', 'next'],
    ['components/editor/editor.tsx', '@/domain/text/schema'],
    ['components/editor/editor.tsx', '@tiptap/react'],
    ['app/layout.tsx', '@/components/ui/page'],
    ['app/layout.tsx', '@/styles/globals.css'],
    ['app/page.tsx', '@/server/runtime'],
    ['app/api/auth/[...nextauth]/route.ts', 'next-auth'],
    ['seeds/run.ts', '../server/use-cases/create-document'],
    ['domain/text/canonical.test.ts', 'node:fs'],
    ['next.config.ts', 'next'],
    ['server/auth/session.test.ts', '../use-cases/create-token'],
    ['server/auth/test-installation.ts', '../use-cases/create-user'],
    ['server/use-cases/adopt-document.test.ts', '../tests/world'],
    ['server/tests/world.ts', '../use-cases/create-user'],
  ])('%s may import %s', (file, specifier) => {
    expect(importFault(file, specifier)).toBeNull();
  });

  it.each([
    ['domain/policy/can.ts', '../../db/client', 'domain may not import db'],
    ['domain/policy/can.ts', 'node:crypto', 'belongs to'],
    ['domain/text/schema.ts', 'lodash', 'domain knows only'],
    ['domain/text/schema.test.ts', '../../db/client', 'domain may not import db'],
    ['db/documents.ts', '../server/runtime', 'db may not import server/contracts'],
    ['server/use-cases/adopt.ts', '../sync/rooms', 'server/use-cases may not import server/sync'],
    ['server/use-cases/adopt.ts', 'drizzle-orm', 'drizzle-orm belongs to db'],
    ['server/queries/versions.ts', 'drizzle-orm/sqlite-core', 'belongs to db'],
    ['server/sync/gate.ts', '../use-cases/adopt', 'server/sync may not import server/use-cases'],
    ['server/text/ydoc.ts', '../../db/client', 'server/text may not import db'],
    ['server/http.ts', 'next/server', 'next belongs to'],
    ['server/sync/gate.ts', 'react', 'react belongs to'],
    ['server/auth/session.ts', '../use-cases/create-token', 'server/auth may not import server/use-cases'],
    ['server/use-cases/adopt-document.ts', '../tests/world', 'server/use-cases may not import server'],
    ['components/meeting/list.tsx', '@/server/queries/meetings', 'components may not import server/queries'],
    ['components/meeting/list.tsx', '@/db/meetings', 'components may not import db'],
    ['components/meeting/list.tsx', 'node:path', 'belongs to'],
    ['components/shell/nav.tsx', 'next-auth/react', 'next-auth belongs to'],
    ['app/page.tsx', '@/db/client', 'app may not import db'],
    ['app/page.tsx', '@/server/sync/rooms', 'app may not import server/sync'],
    ['app/page.tsx', '../../elsewhere/file', 'outside the project'],
  ])('%s may not import %s', (file, specifier, reason) => {
    expect(importFault(file, specifier)).toContain(reason);
  });
});
