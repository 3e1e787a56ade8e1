import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadActor } from '../../../db/actors';
import type { Actor } from '../../../domain/policy/can';
import { type HistoryPlan, makeHistory, QUIET_PLAN } from '../../../domain/redline/testing/histories';
import type { Outcome } from '../../../domain/refusal';
import { COUNTRIES } from '../../../seeds/countries';
import { systemActor } from '../../../server/auth/system-actor';
import type { Config } from '../../../server/config';
import { refreshSearchIndex } from '../../../server/jobs/search-index';
import { offlineRuntime } from '../../../server/offline-runtime';
import { openDatabase } from '../../../server/open-database';
import type { Runtime } from '../../../server/runtime';
import { addMembership } from '../../../server/use-cases/add-membership';
import { createBody } from '../../../server/use-cases/create-body';
import { createDocument } from '../../../server/use-cases/create-document';
import { createToken } from '../../../server/use-cases/create-token';
import { createUser } from '../../../server/use-cases/create-user';
import { saveCountry } from '../../../server/use-cases/save-country';
import { takeVersion } from '../../../server/use-cases/take-version';
import { writeText } from '../../../server/use-cases/write-text';
import type { PagesTarget } from '../driver/jobs';
import type { Needs } from './peer';

/** Who and what is in an installation made for measuring. */
export interface Installation {
  readonly documents: readonly string[];
  /** A bearer token for each person. */
  readonly tokens: readonly string[];
  /** Who reads pages, and which; null where nobody was asked for. */
  readonly reader: Omit<PagesTarget, 'url'> | null;
}

export const INSTALLATION_FILE = 'installation.json';
const BENCH = systemActor('Benchmark');
const SECRETARY = 'secretary@bench.example';
const PASSWORD = 'a password of the benchmark, long enough';
const MEMBERS_SINCE = '2019-01-01T00:00:00.000Z';
const DELEGATIONS = COUNTRIES.slice(0, 10);

/** 60,000 words. */
const LONG_REVISION: HistoryPlan = {
  ...QUIET_PLAN,
  clauses: 1500,
  replacements: 120,
  insertions: 50,
  deletions: 40,
  withIds: true,
};

/**
 * Makes an installation in an empty directory, through the same use-cases as any other: a body of ten members,
 * delegates with tokens, and drafts that they may all write in.
 */
export async function makeInstallation(config: Config, needs: Needs): Promise<Installation> {
  mkdirSync(config.dataDir, { recursive: true });
  const opened = openDatabase(config);
  try {
    const runtime = offlineRuntime(opened, config);
    const bodyId = await makeBody(runtime);
    const tokens: string[] = [];
    for (let index = 0; index < needs.people; index += 1)
      tokens.push(await makeDelegate(runtime, bodyId, index));
    const secretary = await makeSecretary(runtime, bodyId);
    const documents = await makeDrafts(runtime, secretary, bodyId, needs.documents);
    const reader = needs.hasLongText === true ? await makeReading(runtime, secretary, bodyId) : null;
    // As on any server that has been running: the first start of one that holds thousands of texts is another measurement.
    await refreshSearchIndex(runtime);
    const installation: Installation = { documents, tokens, reader };
    writeFileSync(path.join(config.dataDir, INSTALLATION_FILE), JSON.stringify(installation));
    return installation;
  } catch (error) {
    rmSync(config.dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    opened.close();
  }
}

async function makeBody(runtime: Runtime): Promise<string> {
  for (const [index, country] of DELEGATIONS.entries()) {
    accepted(await saveCountry(runtime, BENCH, { ...country, sortKey: index + 1 }));
  }
  const made = await createBody(runtime, BENCH, {
    acronym: 'BENCH',
    name: 'Body of the benchmark',
    nameThai: '',
    symbolTemplate: 'BENCH/{kind}.{number}',
  });
  const { bodyId } = accepted(made);
  for (const { code } of DELEGATIONS) {
    accepted(
      await addMembership(runtime, BENCH, {
        bodyId,
        country: code,
        standing: 'member',
        from: MEMBERS_SINCE,
        to: null,
      }),
    );
  }
  return bodyId;
}

/** The token of a new delegate; delegations take turns. */
async function makeDelegate(runtime: Runtime, bodyId: string, index: number): Promise<string> {
  const country = DELEGATIONS[index % DELEGATIONS.length]?.code ?? null;
  const { userId } = accepted(
    await createUser(runtime, BENCH, {
      name: `Delegate ${index}`,
      email: `delegate.${index}@bench.example`,
      appointments: [{ role: 'delegate', bodyId, country, from: MEMBERS_SINCE }],
    }),
  );
  return accepted(await createToken(runtime, BENCH, { userId, name: 'Benchmark' })).token;
}

/** Makes the documents and reads them; signs in by password. */
async function makeSecretary(runtime: Runtime, bodyId: string): Promise<Actor> {
  const { userId } = accepted(
    await createUser(runtime, BENCH, {
      name: 'Secretary',
      email: SECRETARY,
      password: PASSWORD,
      appointments: [{ role: 'secretariat', bodyId, country: null, from: MEMBERS_SINCE }],
    }),
  );
  const secretary = loadActor(runtime.db, userId, null, runtime.clock.now());
  if (secretary === null) throw new Error('makeSecretary: the secretary is nobody');
  return secretary;
}

async function makeDrafts(
  runtime: Runtime,
  secretary: Actor,
  bodyId: string,
  count: number,
): Promise<string[]> {
  const documents: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const made = await createDocument(runtime, secretary, {
      bodyId,
      kind: 'paper',
      title: `Draft ${index}`,
      symbol: `BENCH/${index}`,
    });
    documents.push(accepted(made).documentId);
  }
  return documents;
}

/** A document of 60,000 words, revised in 300 places between two versions. */
async function makeReading(
  runtime: Runtime,
  secretary: Actor,
  bodyId: string,
): Promise<Omit<PagesTarget, 'url'>> {
  const history = makeHistory(LONG_REVISION);
  const made = await createDocument(runtime, secretary, {
    bodyId,
    kind: 'paper',
    title: 'Long paper',
    symbol: 'BENCH/LONG',
    text: history.old,
  });
  const { documentId } = accepted(made);
  accepted(await takeVersion(runtime, secretary, { documentId, name: 'Before' }));
  accepted(await writeText(runtime, secretary, { documentId, text: history.new }));
  accepted(await takeVersion(runtime, secretary, { documentId, name: 'After' }));
  const page = `/documents/${documentId}`;
  return {
    email: SECRETARY,
    password: PASSWORD,
    paths: ['/', '/documents/new', '/meetings', '/people', page, `${page}/versions`, '/settings'],
    comparison: `${page}/compare?from=1&to=2`,
    imports: `/api${page}/import`,
    redline: `/api${page}/redline?from=1&to=2`,
  };
}

function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`the installation of the benchmark was refused: ${JSON.stringify(outcome)}`);
}
