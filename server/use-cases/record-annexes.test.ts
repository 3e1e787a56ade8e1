import { describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { statementsOn } from '../../db/statements';
import { annexFacts, annexMarks } from '../../messages/annex-facts';
import { checkInstallation } from '../check';
import { issueDueCorrigenda } from '../jobs/corrigenda';
import { isOfTrail } from '../queries/audit-head';
import { exportText } from '../queries/export-text';
import { adoptedFacts } from '../queries/papers';
import { readVersion } from '../queries/versions';
import { adoptedStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { corrigendum, inRecordRoom, world } from '../tests/record-room';
import type { Person } from '../tests/world';
import { attachStatement, takeStatementBack } from './attach-statement';

inRecordRoom();

describe('statements on the record', () => {
  test('DE33 DE34 a head attaches one and takes it back; nobody else’s', async () => {
    const documentId = await adoptedStatement(world);
    const input = { documentId, kind: 'explanation', language: 'th', text: 'ประเทศไทยเข้าใจว่า\r\nข้อ 1 …' };
    const attach = (person: Person, change: object = {}) =>
      attachStatement(world.runtime, world.actor(person), { ...input, ...change });
    for (const person of ['secretariat', 'philippines', 'observer', 'reviewer'] as const) {
      expect([person, ruleOf(await attach(person))]).toEqual([person, 'PO2']);
    }
    const { statementId } = accepted(await attach('indonesia'));
    expect(statementsOn(world.db, documentId)[0]).toMatchObject({
      country: 'ID',
      text: 'ประเทศไทยเข้าใจว่า\nข้อ 1 …',
    });
    expect(ruleOf(await attach('indonesia', { kind: 'poem' }))).toBe('DE33');
    expect(ruleOf(await attach('indonesia', { language: 'xx' }))).toBe('DE33');
    expect(ruleOf(await attach('indonesia', { text: 'x'.repeat(10_001) }))).toBe('DE32');
    const back = () =>
      takeStatementBack(world.runtime, world.actor('indonesia'), { documentId, statementId });
    expect(ruleOf(await back())).toBe('accepted');
    expect(ruleOf(await back())).toBe('DE34');
  });
});

describe('what files say of the record', () => {
  const exported = async (documentId: string, format: 'pdf' | 'txt' | 'html' | 'docx' | 'json') => {
    const file = accepted(
      await exportText(world.runtime, world.actor('reviewer'), { documentId, number: 'now', format }),
    );
    return typeof file.content === 'string' ? file.content : Buffer.from(file.content).toString('latin1');
  };

  test('DE37 text, page and the check of the installation know the head and the annexes', async () => {
    const documentId = await adoptedStatement(world);
    const head = [...wholeAudit(world.db)].at(-1);
    const line = `Mufakat audit trail: event ${head?.seq}, head ${head?.hash}, ${world.clock.now()}`;
    expect((await exported(documentId, 'txt')).trimEnd().endsWith(line)).toBe(true);
    expect(await exported(documentId, 'html')).toContain(
      `<footer data-audit-trail><small>${line}</small></footer>`,
    );
    expect(await exported(documentId, 'json')).not.toContain('audit');
    expect(isOfTrail(world.runtime, { seq: head?.seq ?? 0, hash: head?.hash ?? '' })).toBe(true);
    expect(isOfTrail(world.runtime, { seq: 1, hash: head?.hash ?? '' })).toBe(false);
  });

  test('DE19 DE30 DE34 the paper of an adopted text has what came to its record', async () => {
    const documentId = await adoptedStatement(world);
    accepted(
      await corrigendum({
        documentId,
        clauseId: 'c_3',
        words: 'AGREE to move the civil service forwards;',
        reason: 'a letter',
      }),
    );
    accepted(
      await attachStatement(world.runtime, world.actor('indonesia'), {
        documentId,
        kind: 'reservation',
        language: 'en',
        text: 'Indonesia reserves.',
      }),
    );
    world.clock.advance(8 * 86_400);
    expect(issueDueCorrigenda(world.runtime)).toBe(1);
    const read = accepted(
      await readVersion(world.runtime, world.actor('reviewer'), { documentId, number: 'now' }),
    );
    const { decision } = await adoptedFacts(world.runtime, world.actor('reviewer'), read, 'en');
    expect(annexMarks(decision?.annexes, 'en')).toEqual(['with Corr.1']);
    const facts = annexFacts(decision?.annexes, 'en');
    expect(facts.map(([name]) => name)).toEqual(['Corr.1, OP 1', 'Reservation: Indonesia']);
    expect(facts[0]?.[1]).toContain('civil service forwards;');
    expect(checkInstallation({ db: world.db, integrityFindings: () => [] }).findings).toEqual([]);
  });
});
