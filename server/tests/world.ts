import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { insertAccount } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { insertBody, insertChairTerm, insertMembership, saveCountryRow } from '../../db/bodies';
import { type Db, openDb } from '../../db/client';
import { insertAgendaItem, insertMeeting } from '../../db/meetings';
import { migrateDb } from '../../db/migrate';
import { appointments } from '../../db/schema/bodies';
import type { Role } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { createBundleService } from '../bundle-service';
import { type Config, readConfig } from '../config';
import { createEvidenceDesk } from '../evidence-desk';
import { createHistoryService } from '../history-service';
import { importsInLine } from '../import-service';
import { createLedgerService } from '../ledger-service';
import { createTypesetter, redlinePdf, type Typesetter, textPdf } from '../pdf';
import type { LiveDocuments, PaperService } from '../ports';
import { countChanges } from '../redline-service';
import type { Runtime } from '../runtime';
import { sheetsInLine } from '../sheet-service';
import { createSigner } from '../signer';
import { createStageService } from '../stage-service';
import { attributedRedline } from '../text/attributed-redline';
import { packRedline } from '../text/packed-redline';
import { threeWayPage } from '../text/three-way-page';
import { createTextService } from '../text-service';
import { wordFile } from '../word/writing/paper';

export { textOf } from './texts';

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): string;
  set(at: string): void;
  advance(seconds: number): void;
}

export function testClock(start = '2019-04-22T02:00:00.000Z'): TestClock {
  let at = start;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
    advance: (seconds) => {
      at = new Date(Date.parse(at) + seconds * 1000).toISOString();
    },
  };
}

/** Live rooms that only remember what they were told, as "reviewDocument doc_…". */
export interface RecordedLive extends LiveDocuments {
  readonly told: string[];
}

export function recordedLive(): RecordedLive {
  const told: string[] = [];
  return {
    told,
    reviewDocument: (id) => void told.push(`reviewDocument ${id}`),
    reviewUser: (id) => void told.push(`reviewUser ${id}`),
    endSession: (id) => void told.push(`endSession ${id}`),
    endToken: (id) => void told.push(`endToken ${id}`),
    followLog: (id) => void told.push(`followLog ${id}`),
    peopleIn: async () => new Map(),
    stop: async () => undefined,
  };
}

/** The people of the test body, by what they are there. `stranger` belongs to another body. */
export const PEOPLE = {
  chair: { role: 'chair', country: 'TH', name: 'Suda Chairat' },
  thaiDelegate: { role: 'delegate', country: 'TH', name: 'Anan Srisuk' },
  indonesia: { role: 'headOfDelegation', country: 'ID', name: 'Dewi Lestari' },
  philippines: { role: 'delegate', country: 'PH', name: 'Jose Reyes' },
  secretariat: { role: 'secretariat', country: null, name: 'Lim Mei Ling' },
  reviewer: { role: 'reviewer', country: 'SG', name: 'Tan Wei' },
  observer: { role: 'observer', country: 'TL', name: 'Maria Soares' },
  auditor: { role: 'auditor', country: null, name: 'Nguyen Van An' },
  administrator: { role: 'administrator', country: null, name: 'Aisyah Rahman' },
  stranger: { role: 'delegate', country: 'ID', name: 'Budi Santoso' },
} as const satisfies Record<string, { role: Role; country: string | null; name: string }>;
export type Person = keyof typeof PEOPLE;

export const BODY = 'body_accsm';
export const OTHER_BODY = 'body_other';
export const MEETING = 'meeting_som';
export const ITEM = 'item_statement';

/**
 * A whole small body on a temporary database: ACCSM with the Thai chair, five members and an observer, an open
 * meeting with an agenda, people with roles, and a runtime whose redline runs in line.
 */
export interface World {
  readonly runtime: Runtime;
  readonly db: Db;
  readonly clock: TestClock;
  readonly live: RecordedLive;
  readonly directory: string;
  /** The person as the database knows them now; throws where they hold no account. */
  actor(person: Person): Actor;
  /** Runs a statement past all our code, as somebody with the file would. */
  raw(statement: string, ...parameters: unknown[]): void;
  close(): void;
}

export function createWorld(options: { readonly at?: string } = {}): World {
  const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-world-'));
  const config = testConfig(directory);
  writeFileSync(config.databaseFile, furnishedDatabase());
  const opened = openDb(config.databaseFile);
  const clock = testClock(options.at);
  const live = recordedLive();
  const runtime: Runtime = {
    config,
    db: opened.db,
    clock,
    logger: pino({ level: 'silent' }),
    live,
    redline: {
      compare: async (job) => attributedRedline(job),
      pack: async (_key, gather) => packRedline(attributedRedline(await gather())),
      count: async (oldJson, newJson, options) => countChanges({ oldJson, newJson, options }),
      threeWay: async (a, b, wanted) => threeWayPage({ a, b, wanted }),
    },
    texts: createTextService({ inlineBytes: Infinity }),
    ledger: createLedgerService(opened.db, { inlineBytes: Infinity }),
    history: createHistoryService(opened.db, { inline: true }),
    papers: papersInLine(),
    bundles: createBundleService(directory, pino({ level: 'silent' })),
    word: {
      matrix: (paper) => wordFile({ do: 'matrix', paper }),
      text: (paper, comments) => wordFile({ do: 'text', paper, comments }),
      redline: (paper, options, comments) => wordFile({ do: 'redline', paper, options, comments }),
    },
    imports: importsInLine(),
    sheets: sheetsInLine(),
    stages: createStageService(),
    evidenceDesk: createEvidenceDesk(clock),
    signer: createSigner(directory),
    mail: null,
  };
  return {
    runtime,
    db: opened.db,
    clock,
    live,
    directory,
    actor: (person) => {
      const actor = loadActor(opened.db, userIdOf(person), null, clock.now());
      if (actor === null) throw new Error(`world: ${person} is no active person`);
      return actor;
    },
    raw: (statement, ...parameters) => {
      const sqlite = new Database(config.databaseFile);
      try {
        sqlite.prepare(statement).run(...parameters);
      } finally {
        sqlite.close();
      }
    },
    close: () => {
      opened.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function papersInLine(): PaperService {
  let made: Typesetter | undefined;
  const typesetter = () => {
    made ??= createTypesetter();
    return made;
  };
  return {
    text: async (paper) => textPdf(typesetter(), paper),
    redline: async (paper) => redlinePdf(typesetter(), paper),
  };
}

let template: Buffer | undefined;

/** The bytes of a migrated and furnished database, made once: migrating for every test costs more than the tests. */
function furnishedDatabase(): Buffer {
  if (template === undefined) {
    const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-template-'));
    const file = path.join(directory, 'template.db');
    migrateDb(file);
    const opened = openDb(file);
    furnish(opened.db);
    opened.close();
    template = readFileSync(file);
    rmSync(directory, { recursive: true, force: true });
  }
  return template;
}

export function userIdOf(person: Person): string {
  return `user_${person}`;
}

function testConfig(directory: string): Config {
  const result = readConfig(
    { NODE_ENV: 'test', MUFAKAT_DATA_DIR: directory, MUFAKAT_SECRET: 'x'.repeat(40) },
    'production',
  );
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.config;
}

const FOUNDED = '2016-01-01T00:00:00.000Z';

const COUNTRIES = [
  ['ID', 'Indonesia', 'the Republic of Indonesia'],
  ['MY', 'Malaysia', 'Malaysia'],
  ['PH', 'Philippines', 'the Republic of the Philippines'],
  ['SG', 'Singapore', 'the Republic of Singapore'],
  ['TH', 'Thailand', 'the Kingdom of Thailand'],
  ['TL', 'Timor-Leste', 'the Democratic Republic of Timor-Leste'],
] as const;

function furnish(db: Db): void {
  COUNTRIES.forEach(([code, shortName, formalName], index) => {
    saveCountryRow(db, {
      code,
      shortName,
      formalName,
      localName: shortName,
      thaiName: shortName,
      sortKey: index + 1,
      color: '#1b4f7c',
    });
  });
  for (const [id, acronym, name] of [
    [BODY, 'ACCSM', 'ASEAN Cooperation on Civil Service Matters'],
    [OTHER_BODY, 'OTHER', 'Another body'],
  ] as const) {
    insertBody(db, {
      id,
      acronym,
      name,
      nameThai: '',
      symbolTemplate: '{body}/{meeting}/{kind}.{number}',
      createdAt: FOUNDED,
    });
  }
  for (const [code] of COUNTRIES) {
    insertMembership(db, {
      id: `membership_${code}`,
      bodyId: BODY,
      country: code,
      standing: code === 'TL' ? 'observer' : 'member',
      from: FOUNDED,
      to: null,
    });
  }
  insertMembership(db, {
    id: 'membership_other',
    bodyId: OTHER_BODY,
    country: 'ID',
    standing: 'member',
    from: FOUNDED,
    to: null,
  });
  insertChairTerm(db, {
    id: 'term_20',
    bodyId: BODY,
    country: 'TH',
    name: '20th ACCSM',
    from: '2019-01-01T00:00:00.000Z',
    to: '2021-01-01T00:00:00.000Z',
  });
  addPeople(db);
  addMeetings(db);
}

function addPeople(db: Db): void {
  for (const [person, { role, country, name }] of Object.entries(PEOPLE)) {
    insertAccount(db, {
      id: `user_${person}`,
      email: `${person}@example.org`.toLowerCase(),
      name,
      passwordHash: null,
      locale: 'en',
      theme: 'system',
      isDemo: false,
      createdAt: FOUNDED,
    });
    const everywhere = role === 'auditor' || role === 'administrator';
    db.insert(appointments)
      .values({
        id: `appointment_${person}`,
        userId: `user_${person}`,
        role,
        bodyId: everywhere ? null : person === 'stranger' ? OTHER_BODY : BODY,
        country,
        from: FOUNDED,
        to: null,
      })
      .run();
  }
}

function addMeetings(db: Db): void {
  for (const [id, bodyId, status] of [
    [MEETING, BODY, 'open'],
    ['meeting_planned', BODY, 'planned'],
    ['meeting_other', OTHER_BODY, 'open'],
  ] as const) {
    insertMeeting(db, {
      id,
      bodyId,
      series: '20th ACCSM',
      tier: 'som',
      title: 'Senior Officials’ Meeting for the 20th ACCSM',
      titleThai: '',
      place: 'Chiang Rai',
      hostCountry: 'TH',
      startsOn: '2019-04-22',
      endsOn: '2019-04-24',
      status,
      createdAt: FOUNDED,
    });
  }
  for (const [id, meetingId, number, title] of [
    [ITEM, MEETING, '4', 'Statement on civil service reform'],
    ['item_plan', MEETING, '5', 'Work plan'],
    ['item_planned', 'meeting_planned', '1', 'Opening'],
    ['item_other', 'meeting_other', '1', 'Something else'],
  ] as const) {
    insertAgendaItem(db, {
      id,
      meetingId,
      number,
      position: Number(number),
      title,
      titleThai: '',
      leadCountry: null,
    });
  }
}
