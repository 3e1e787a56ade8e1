import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakSilence } from '../use-cases/break-silence';
import { draftStatement } from './adopted';
import { accepted } from './outcome';
import { silentStatement } from './silence';
import { createWorld, type World } from './world';

/** What SQLite itself holds of the acts of a negotiation and of the record, whoever opens the file. */
let world: World;
let sqlite: Database.Database;

beforeEach(() => {
  world = createWorld();
  sqlite = new Database(world.runtime.config.databaseFile);
  // Rows are forged here: what they hang on need not exist.
  sqlite.pragma('foreign_keys = OFF');
});
afterEach(() => {
  sqlite.close();
  world.close();
});

function attempt(statement: string, ...parameters: unknown[]): string {
  try {
    const { changes } = sqlite.prepare(statement).run(...parameters);
    return `changed ${changes}`;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Puts a row into a table; columns that are not given hold their own name. */
function forge(table: string, given: Readonly<Record<string, unknown>>): void {
  const columns = sqlite.prepare(`SELECT name, "notnull" FROM pragma_table_info('${table}')`).all() as {
    name: string;
    notnull: number;
  }[];
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ name, notnull }) => given[name] ?? (notnull === 1 ? name : null));
  sqlite
    .prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...values);
}

const CASES: readonly {
  readonly rule: string;
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly key: string;
  /** What may be done to it, once. */
  readonly once: string;
  readonly never: readonly string[];
}[] = [
  {
    rule: 'DE34',
    table: 'record_statements',
    row: { id: 'x' },
    key: 'id',
    once: `"withdrawnAt" = '2019'`,
    never: [`text = 'Other words'`, `country = 'VN'`, `"decisionId" = 'another', "withdrawnAt" = '2019'`],
  },
  {
    rule: 'DE30',
    table: 'corrigenda',
    row: { id: 'x', number: 1, state: 'proposed' },
    key: 'id',
    once: `state = 'issued', "issuedAt" = '2019'`,
    never: [
      `after = 'Other words'`,
      `text = '{}', state = 'issued'`,
      'number = 2',
      `"noObjectionUntil" = '2018'`,
    ],
  },
  {
    rule: 'PR32',
    table: 'adoption_findings',
    row: { id: 'x', position: 1, stateSeq: 1 },
    key: 'id',
    once: `"confirmedAt" = '2019', "confirmedBy" = 'user_secretariat'`,
    never: [
      `hash = 'other'`,
      `wording = 'Other words', "confirmedAt" = '2019'`,
      `"confirmedAt" = '2019', "confirmedBy" = "foundBy"`,
    ],
  },
  {
    rule: 'DE40',
    table: 'record_findings',
    row: { id: 'x', kind: 'corrigendum' },
    key: 'id',
    once: `"confirmedAt" = '2019', "confirmedBy" = 'user_secretariat', "outcomeId" = 'cor_1'`,
    never: [
      `what = '{}', "confirmedAt" = '2019'`,
      `"outcomeId" = 'another'`,
      `"confirmedAt" = '2019', "confirmedBy" = "foundBy", "outcomeId" = 'cor_1'`,
      `"confirmedAt" = '2019', "outcomeId" = 'cor_1'`,
      `"confirmedAt" = '2019', "confirmedBy" = 'user_secretariat'`,
      `"confirmedAt" = '2019', "confirmedBy" = 'user_secretariat', "outcomeId" = 'cor_1', "withdrawnAt" = '2019'`,
      `"confirmedBy" = 'user_secretariat', "withdrawnAt" = '2019'`,
    ],
  },
  {
    rule: 'NP12',
    table: 'proposal_backings',
    row: { id: 'x' },
    key: 'id',
    once: `"withdrawnAt" = '2019'`,
    never: [`country = 'VN'`, `kind = 'support', "withdrawnAt" = '2019'`],
  },
  {
    rule: 'NP15',
    table: 'class_challenges',
    row: { id: 'x' },
    key: 'id',
    once: `"settledAt" = '2019', "settledBy" = 'user_chair', "settledClass" = 'substantive'`,
    never: [`reason = 'Another'`, `"settledAt" = '2019'`],
  },
  {
    rule: 'PS9',
    table: 'editorial_changes',
    row: { id: 'x' },
    key: 'id',
    once: `"challengedAt" = '2019', "challengedCountry" = 'VN'`,
    never: [`"toHash" = 'other'`, `"challengedAt" = '2019'`],
  },
  {
    rule: 'PS26',
    table: 'negotiation_readings',
    row: { documentId: 'x', number: 1 },
    key: 'documentId',
    once: `"closedAt" = '2019'`,
    never: ['number = 2', `"openedBy" = 'somebody', "closedAt" = '2019'`],
  },
  {
    rule: 'SP10',
    table: 'silence_runs',
    row: { id: 'x', state: 'running', expiresAt: '2019-04-25' },
    key: 'id',
    once: `state = 'broken', "endedAt" = '2019'`,
    never: [`hash = 'other'`, `wording = 'Other words'`, `"expiresAt" = '2019-04-24'`],
  },
  {
    rule: 'CO12',
    table: 'comments',
    row: { id: 'x' },
    key: 'id',
    once: `words = '', "takenBackAt" = '2019'`,
    never: [`words = 'Other words'`, `words = 'Other words', "takenBackAt" = '2019'`, `"by" = 'somebody'`],
  },
];

describe('acts that change in one way only', () => {
  test.each(CASES)('$rule $table', ({ rule, table, row, key, once, never }) => {
    forge(table, row);
    const change = (set: string) => attempt(`UPDATE ${table} SET ${set} WHERE "${key}" = 'x'`);
    for (const set of never) expect(change(set), set).toContain(`mufakat:${rule}`);
    expect(change(once)).toBe('changed 1');
    const undone = once.replace(/= ('[^']*'|\S+)/g, '= NULL').replace('state = NULL', `state = 'running'`);
    expect(change(undone), undone).toContain('mufakat:');
    expect(attempt(`DELETE FROM ${table} WHERE "${key}" = 'x'`)).toContain('mufakat:');
    const again = attempt(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE "${key}" = 'x'`);
    expect(again).toMatch(/mufakat:/);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['confirmed', { confirmedAt: '2019', confirmedBy: 'user_secretariat', outcomeId: 'cor_1' }],
    ['withdrawn', { withdrawnAt: '2019' }],
  ])('DE40 nothing is entered for the record as %s already', (_, settled) => {
    expect(() => forge('record_findings', { id: 'x', kind: 'corrigendum', ...settled })).toThrow(
      'mufakat:DE40',
    );
  });

  test('SP19 that a notice reached somebody is neither changed nor removed', () => {
    forge('silence_receipts', { runId: 'x' });
    expect(attempt("UPDATE silence_receipts SET at = '2018'")).toContain('mufakat:SP19');
    expect(attempt('DELETE FROM silence_receipts')).toContain('mufakat:SP19');
  });

  test('CO2 CO8 a thread keeps its words, and never gets narrower', () => {
    forge('comment_threads', { id: 'x', fromOffset: 0, toOffset: 4, ring: 'delegation' });
    expect(attempt("UPDATE comment_threads SET quote = 'Other words'")).toContain('mufakat:CO2');
    expect(attempt("UPDATE comment_threads SET ring = 'mine'")).toContain('mufakat:CO8');
    expect(attempt("UPDATE comment_threads SET ring = 'tabled', resolvedAt = '2019'")).toBe('changed 1');
    expect(attempt("UPDATE comment_threads SET ring = 'delegation'")).toContain('mufakat:CO8');
    expect(attempt('DELETE FROM comment_threads')).toContain('mufakat:CO2');
  });
});

describe('a text under silence', () => {
  const addRow = (documentId: string) =>
    attempt(
      `INSERT INTO document_updates (documentId, position, userId, at, bytes)
       SELECT ?, MAX(position) + 1, 'user_chair', '2019-04-24', x'0000' FROM document_updates WHERE documentId = ?`,
      documentId,
      documentId,
    );

  test('SP15 takes no row into its log until the silence is broken', async () => {
    const { documentId, runId } = await silentStatement(world);
    expect(addRow(documentId)).toContain('mufakat:SP15');
    accepted(
      await breakSilence(world.runtime, world.actor('indonesia'), {
        runId,
        kind: 'objection',
        text: 'We cannot accept this.',
        receipt: 'receipt_of_this_form',
      }),
    );
    expect(addRow(documentId)).toBe('changed 1');
  });

  test.each([`title = 'Another'`, `symbol = 'X/1'`, `"meetingId" = NULL`, `"agendaItemId" = NULL`])(
    'SP15 keeps %s as it was',
    async (set) => {
      const { documentId } = await silentStatement(world);
      expect(attempt(`UPDATE documents SET ${set} WHERE id = ?`, documentId)).toContain('mufakat:SP15');
    },
  );

  test('SP15 its derived states may be rebuilt, and other texts written', async () => {
    const { documentId } = await silentStatement(world);
    const put = (throughPosition: number) =>
      attempt(
        'INSERT OR REPLACE INTO document_states (documentId, throughPosition, bytes, stateVector, checksum) VALUES (?, ?, ?, ?, 0)',
        documentId,
        throughPosition,
        Buffer.from([0, 0]),
        Buffer.from([0]),
      );
    expect([put(0), put(1)]).toEqual(['changed 1', 'changed 1']);
    expect(attempt('DELETE FROM document_states WHERE documentId = ?', documentId)).toBe('changed 1');
    expect(addRow(await draftStatement(world))).toBe('changed 1');
  });
});
