import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { insertBody, insertMembership, saveCountryRow } from '../../db/bodies';
import { type Db, openDb } from '../../db/client';
import { migrateDb } from '../../db/migrate';
import type { Role } from '../../domain/body/grants';
import { type Config, readConfig } from '../config';
import type { LiveDocuments } from '../ports';
import type { Runtime } from '../runtime';
import { createUser } from '../use-cases/create-user';
import { systemActor } from './system-actor';

export const START = '2026-03-02T03:00:00.000Z';
export const SECRET = 'a secret for tests that is long enough to be one';
export const PASSWORD = 'seven quiet rivers meet';

/** A real database in a temporary directory, a clock that tests turn, and a record of what the rooms were told. */
export interface TestInstallation {
  readonly runtime: Runtime;
  readonly db: Db;
  readonly told: string[];
  readonly advance: (milliseconds: number) => string;
  readonly person: (name: string, roles: readonly TestRole[], password?: string) => Promise<string>;
  readonly close: () => void;
}

export type TestRole = readonly [role: Role, bodyId?: string | null, country?: string | null];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export function openTestInstallation(env: Record<string, string> = {}): TestInstallation {
  const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-auth-'));
  const file = path.join(folder, 'mufakat.db');
  migrateDb(file);
  const opened = openDb(file);
  let now = START;
  const told: string[] = [];
  const runtime = {
    config: configFor(env),
    db: opened.db,
    clock: { now: () => now },
    logger: pino({ level: 'silent' }),
    live: recordingLive(told),
  } as unknown as Runtime;
  seedBodies(opened.db);
  return {
    runtime,
    db: opened.db,
    told,
    advance: (milliseconds) => {
      now = new Date(Date.parse(now) + milliseconds).toISOString();
      return now;
    },
    person: async (name, roles, password) => {
      const made = await createUser(runtime, systemActor(), {
        name,
        email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
        appointments: roles.map(([role, bodyId, country]) => ({
          role,
          bodyId: bodyId ?? null,
          country: country ?? null,
        })),
        ...(password === undefined ? {} : { password }),
      });
      if (!made.ok) throw new Error(`${name}: ${made.rule}`);
      return made.value.userId;
    },
    close: () => {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function configFor(env: Record<string, string> = {}): Config {
  const read = readConfig({ NODE_ENV: 'test', MUFAKAT_SECRET: SECRET, ...env }, 'production');
  if (!read.ok) throw new Error(read.problems.join('; '));
  return read.config;
}

function recordingLive(told: string[]): LiveDocuments {
  return {
    reviewDocument: (id) => told.push(`reviewDocument ${id}`),
    reviewUser: (id) => told.push(`reviewUser ${id}`),
    endSession: (id) => told.push(`endSession ${id}`),
    endToken: (id) => told.push(`endToken ${id}`),
    followLog: (id) => told.push(`followLog ${id}`),
    peopleIn: async () => new Map(),
    stop: async () => undefined,
  };
}

function seedBodies(db: Db): void {
  const countries = [
    ['ID', 'Indonesia'],
    ['JP', 'Japan'],
    ['TH', 'Thailand'],
  ] as const;
  for (const [index, [code, shortName]] of countries.entries()) {
    const names = { shortName, formalName: shortName, localName: shortName, thaiName: shortName };
    saveCountryRow(db, { code, ...names, sortKey: index, color: '#123456' });
  }
  for (const [id, members] of [
    ['bod_a', ['ID', 'TH']],
    ['bod_b', ['JP']],
  ] as const) {
    const acronym = id.toUpperCase();
    insertBody(db, { id, acronym, name: id, nameThai: '', symbolTemplate: acronym, createdAt: START });
    for (const country of members) {
      const span = { from: '2020-01-01T00:00:00.000Z', to: null };
      insertMembership(db, { id: `mem_${id}_${country}`, bodyId: id, country, standing: 'member', ...span });
    }
  }
}
