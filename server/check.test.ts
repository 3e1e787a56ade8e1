import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyFingerprint } from '../domain/procedure/evidence';
import { checkInstallation } from './check';
import { adoptedStatement, draftStatement } from './tests/adopted';
import { accepted } from './tests/outcome';
import { createWorld, type World } from './tests/world';
import { takeVersion } from './use-cases/take-version';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await adoptedStatement(world);
  const draft = await draftStatement(world);
  accepted(await takeVersion(world.runtime, world.actor('chair'), { documentId: draft, name: 'Zero draft' }));
});
afterEach(() => world.close());

function check(trustedFingerprint?: string) {
  return checkInstallation(
    { db: world.db, integrityFindings: () => [] },
    trustedFingerprint === undefined ? {} : { trustedFingerprint },
  );
}

/** Somebody with the file, patience and no scruples: drops the triggers first. */
function tamper(trigger: string, statement: string): void {
  const sqlite = new Database(world.runtime.config.databaseFile);
  sqlite.pragma('foreign_keys = OFF');
  for (const name of trigger.split(' ')) sqlite.exec(`DROP TRIGGER ${name}`);
  sqlite.exec(statement);
  sqlite.close();
}

describe('the check of an installation', () => {
  test('AU3 finds nothing where nothing is wrong, and says how much it looked at', () => {
    expect(check()).toEqual({ ok: true, findings: [], counts: { auditEvents: 6, versions: 3, adopted: 1 } });
    expect(check(keyFingerprint(world.runtime.signer.publicKey) ?? '').ok).toBe(true);
  });

  test('AU3 passes on what SQLite itself finds', () => {
    const report = checkInstallation({ db: world.db, integrityFindings: () => ['page 7 is never used'] });
    expect(report.findings).toEqual([{ area: 'database', message: 'page 7 is never used' }]);
  });

  test.each<[string, string, string, string]>([
    [
      'AU3 an event that was changed',
      'audit_events_no_update',
      "UPDATE audit_events SET actorName = 'Somebody' WHERE seq = 2",
      'the audit trail breaks at event 2: an event was changed',
    ],
    [
      'AU3 an event that was removed',
      'audit_events_no_delete',
      'DELETE FROM audit_events WHERE seq = 3',
      'the audit trail breaks at event 3: an event is missing',
    ],
    [
      'VE1 a version whose text was changed',
      'versions_no_update',
      "UPDATE versions SET text = replace(text, 'civil', 'cavil') WHERE kind = 'named'",
      'does not have the hash it was stored with',
    ],
    [
      'PR7 a decision whose wording was changed',
      'decisions_no_update',
      "UPDATE decisions SET wording = 'The SOM took note.'",
      'the evidence speaks of another decision than the database',
    ],
    [
      'PR29 evidence that was changed',
      'evidences_no_update',
      "UPDATE evidences SET file = replace(file, 'The SOM adopted', 'The SOM noted')",
      'the evidence does not verify (rule PR29)',
    ],
    [
      'PR6 an adopted document without evidence',
      'evidences_no_delete',
      'DELETE FROM evidences',
      'adopted without evidence',
    ],
    [
      'PR6 a row added to the log after adoption',
      'updates_final_insert updates_in_order',
      "INSERT INTO document_updates SELECT d.documentId, d.position + 1, d.userId, d.country, d.sessionId, d.clientId, d.at, (SELECT bytes FROM document_updates WHERE documentId <> d.documentId LIMIT 1) FROM document_updates d WHERE d.documentId = (SELECT id FROM documents WHERE state = 'adopted')",
      'the log holds another text than the decision',
    ],
  ])('%s', (_title, trigger, statement, message) => {
    tamper(trigger, statement);
    const report = check();
    expect(report.ok).toBe(false);
    expect(report.findings.map((finding) => finding.message).join('\n')).toContain(message);
  });

  test('PR30 evidence signed with another key than the trusted one', () => {
    const report = check('0'.repeat(64));
    expect(report.findings.map((finding) => finding.message)).toEqual([
      expect.stringContaining('the evidence does not verify (rule PR30)'),
    ]);
    expect(report.findings[0]?.message).toContain(documentId);
  });
});
