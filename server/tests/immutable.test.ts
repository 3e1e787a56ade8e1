import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptedStatement, draftStatement } from './adopted';
import { createWorld, type World } from './world';

/** What somebody sees who opens the file with SQLite itself and writes past every line of our code. */
let world: World;
let sqlite: Database.Database;
let adopted: string;
let draft: string;

beforeEach(async () => {
  world = createWorld();
  draft = await draftStatement(world);
  adopted = await adoptedStatement(world);
  sqlite = new Database(world.runtime.config.databaseFile);
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('recursive_triggers = ON');
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

const BYTES = Buffer.from([0, 0]);

describe('a final document in SQLite', () => {
  test.each([
    ["UPDATE documents SET state = 'draft' WHERE id = ?"],
    ["UPDATE documents SET title = 'Another' WHERE id = ?"],
    ["UPDATE documents SET symbol = 'X/1' WHERE id = ?"],
    ['UPDATE documents SET stateSeq = stateSeq + 1 WHERE id = ?'],
    ['UPDATE documents SET pensDownAt = NULL WHERE id = ?'],
    ['DELETE FROM documents WHERE id = ?'],
    [
      "INSERT OR REPLACE INTO documents SELECT id, bodyId, symbol, kind, 'Another', language, houseStyle, leadCountry, meetingId, agendaItemId, 'draft', 0, NULL, NULL, NULL, 0, createdBy, createdAt FROM documents WHERE id = ?",
    ],
    ["UPDATE OR REPLACE documents SET state = 'draft' WHERE id = ?"],
    [
      "INSERT INTO documents SELECT * FROM documents WHERE id = ? ON CONFLICT(id) DO UPDATE SET state = 'draft'",
    ],
  ])('PR6 refuses %s', (statement) => {
    expect(attempt(statement, adopted)).toContain('mufakat:PR6');
    expect(sqlite.prepare('SELECT state, title FROM documents WHERE id = ?').get(adopted)).toEqual({
      state: 'adopted',
      title: 'Statement on Civil Service Reform',
    });
  });

  test.each(['adopted', 'withdrawn', 'notAdopted'])(
    'PR6 no row is added to the log of a text that is %s',
    (state) => {
      if (state !== 'adopted') attempt('UPDATE documents SET state = ? WHERE id = ?', state, draft);
      const target = state === 'adopted' ? adopted : draft;
      const next = 'SELECT MAX(position) + 1 FROM document_updates WHERE documentId = ?';
      const inserted = attempt(
        `INSERT INTO document_updates (documentId, position, userId, at, bytes) VALUES (?, (${next}), 'user_chair', '2019-04-24', ?)`,
        target,
        target,
        BYTES,
      );
      expect(inserted).toContain('mufakat:PR6');
      const version = attempt(
        "INSERT INTO versions SELECT 'v_new', documentId, 99, kind, revision, name, comment, state, position, text, hash, words, delegations, takenBy, at FROM versions WHERE documentId = ? LIMIT 1",
        target,
      );
      expect(version === 'changed 0' || version.includes('mufakat:PR6')).toBe(true);
    },
  );

  test('PR6 a document that is not final can be changed, and never deleted', () => {
    expect(attempt("UPDATE documents SET title = 'Another' WHERE id = ?", draft)).toBe('changed 1');
    expect(attempt('DELETE FROM documents WHERE id = ?', draft)).toContain('mufakat:PR6');
  });
});

describe('what is written once', () => {
  test.each([
    ['VE1', "UPDATE versions SET text = '{}' WHERE documentId = ?"],
    ['VE1', "UPDATE versions SET hash = 'x' WHERE documentId = ?"],
    ['VE1', 'DELETE FROM versions WHERE documentId = ?'],
    [
      'PR6',
      "INSERT OR REPLACE INTO versions SELECT id, documentId, number, kind, revision, name, comment, state, position, '{}', hash, words, delegations, takenBy, at FROM versions WHERE documentId = ?",
    ],
    ['PR7', "UPDATE decisions SET wording = 'Something else' WHERE documentId = ?"],
    ['PR7', "UPDATE decisions SET roster = '[]' WHERE documentId = ?"],
    ['PR7', 'DELETE FROM decisions WHERE documentId = ?'],
    [
      'PR7',
      "INSERT OR REPLACE INTO decisions SELECT id, documentId, versionId, bodyId, meetingId, agendaItemId, verb, 'Something else', textHash, roster, decidedBy, at FROM decisions WHERE documentId = ?",
    ],
    ['PR7', "UPDATE evidences SET file = '{}' WHERE documentId = ?"],
    ['PR7', 'DELETE FROM evidences WHERE documentId = ?'],
    [
      'PR7',
      "INSERT OR REPLACE INTO evidences SELECT documentId, decisionId, '{}', at FROM evidences WHERE documentId = ?",
    ],
    ['SY6', "UPDATE document_updates SET userId = 'user_indonesia' WHERE documentId = ?"],
    ['SY6', 'DELETE FROM document_updates WHERE documentId = ?'],
    ['SY3', "UPDATE client_bindings SET userId = 'user_indonesia' WHERE documentId = ?"],
    ['SY3', 'DELETE FROM client_bindings WHERE documentId = ?'],
    ['AU1', "UPDATE audit_events SET actorName = 'Somebody' WHERE subjectId = ?"],
    ['AU1', 'DELETE FROM audit_events WHERE subjectId = ?'],
    [
      'AU1',
      "INSERT OR REPLACE INTO audit_events SELECT seq, at, actorId, 'Somebody', country, kind, bodyId, subjectType, subjectId, data, previousHash, hash FROM audit_events WHERE subjectId = ?",
    ],
  ])('%s refuses %s', (rule, statement) => {
    expect(attempt(statement, adopted)).toContain(`mufakat:${rule}`);
  });

  test('AU1 the trail takes neither gaps nor a second chain', () => {
    const columns = 'at, actorId, actorName, country, kind, bodyId, subjectType, subjectId, data';
    const forge = (seq: string, previous: string) =>
      attempt(
        `INSERT INTO audit_events SELECT ${seq}, ${columns}, ${previous}, 'x' FROM audit_events ORDER BY seq DESC LIMIT 1`,
      );
    expect(forge('seq + 2', 'hash')).toContain('mufakat:AU1');
    expect(forge('seq + 1', "'x'")).toContain('mufakat:AU1');
    expect(forge('seq', 'previousHash')).toContain('mufakat:AU1');
  });

  test('SY6 the log takes no gap and no second writer at a position', () => {
    const insert = (position: number) =>
      attempt(
        "INSERT INTO document_updates (documentId, position, userId, at, bytes) VALUES (?, ?, 'user_chair', '2019-04-24', ?)",
        draft,
        position,
        BYTES,
      );
    expect(insert(1)).toContain('mufakat:SY6');
    expect(insert(3)).toContain('mufakat:SY6');
    expect(insert(2)).toBe('changed 1');
  });

  test('PR6 dropping the guards needs the file: a second process without recursive triggers is refused all the same', () => {
    sqlite.pragma('recursive_triggers = OFF');
    expect(
      attempt(
        "INSERT OR REPLACE INTO documents SELECT id, bodyId, symbol, kind, 'Another', language, houseStyle, leadCountry, meetingId, agendaItemId, 'draft', 0, NULL, NULL, NULL, 0, createdBy, createdAt FROM documents WHERE id = ?",
        adopted,
      ),
    ).toContain('mufakat:PR6');
    expect(
      attempt(
        "INSERT OR REPLACE INTO evidences SELECT documentId, decisionId, '{}', at FROM evidences WHERE documentId = ?",
        adopted,
      ),
    ).toContain('mufakat:PR7');
    expect(
      attempt(
        "INSERT OR REPLACE INTO audit_events SELECT seq, at, actorId, 'Somebody', country, kind, bodyId, subjectType, subjectId, data, previousHash, hash FROM audit_events WHERE subjectId = ?",
        adopted,
      ),
    ).toContain('mufakat:AU1');
  });
});
