import { describe, expect, test } from 'vitest';
import { corrigendaOf } from '../../db/corrigenda';
import { deadlinesOn } from '../../db/deadlines';
import { notices } from '../../db/schema/notices';
import { lastRevisionHead } from '../../db/versions';
import { issueDueCorrigenda } from '../jobs/corrigenda';
import { adoptedStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { corrigendum, inRecordRoom, world } from '../tests/record-room';
import type { Person } from '../tests/world';
import { objectToCorrigendum, withdrawCorrigendum } from './settle-corrigendum';

inRecordRoom();

describe('corrigenda', () => {
  const propose = (documentId: string, words: string, change: object = {}) =>
    corrigendum({ documentId, clauseId: 'c_3', words, reason: 'A letter was left out.', ...change });

  test('DE30 what nobody objects to is issued at the end of its period, beside the adopted text', async () => {
    const documentId = await adoptedStatement(world);
    const adopted = lastRevisionHead(world.db, documentId)?.hash;
    const { number } = accepted(await propose(documentId, 'AGREE to move the civil service forwards;'));
    expect(number).toBe(1);
    expect(ruleOf(await propose(documentId, 'AGREE to move the civil services forward;'))).toBe('DE26');
    world.clock.advance(7 * 86_400 - 1);
    expect(issueDueCorrigenda(world.runtime)).toBe(0);
    world.clock.advance(3601);
    expect(issueDueCorrigenda(world.runtime)).toBe(1);
    const [row] = corrigendaOf(world.db, [documentId]);
    expect([row?.state, row?.issuedAt, row?.before, row?.after]).toEqual([
      'issued',
      row?.noObjectionUntil,
      'AGREE to move the civil service forward;',
      'AGREE to move the civil service forwards;',
    ]);
    expect(lastRevisionHead(world.db, documentId)?.hash).toBe(adopted);
    expect(row?.text).toContain('forwards;');
    expect(accepted(await propose(documentId, 'AGREE to move the civil services forwards;')).number).toBe(2);
  });

  test('DE24 numbers, negations, obligations and countries are no slips of the pen', async () => {
    const documentId = await adoptedStatement(world);
    for (const words of [
      'AGREE not to move the civil service forward;',
      'AGREE to move 3 civil services forward;',
      'AGREE that Thailand move the civil service forward;',
      'AGREE it should move the civil service forward;',
    ]) {
      expect([words, ruleOf(await propose(documentId, words))]).toEqual([words, 'DE24']);
    }
  });

  test.each<[string, object]>([
    ['DE25', { words: ' ' }],
    ['DE25', { words: 'AGREE to move the civil service forward;' }],
    ['DE27', { days: 1 }],
    ['DE28', { clauseId: 'c_gone' }],
    ['PR3', { reason: '' }],
  ])('%s refuses %j', async (rule, change) => {
    const documentId = await adoptedStatement(world);
    expect(ruleOf(await propose(documentId, 'AGREE to move the civil service forwards;', change))).toBe(rule);
  });

  test('DE29 a head of delegation objects in time, by the server’s clock, and it is not issued', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    const object = (person: Person) =>
      objectToCorrigendum(world.runtime, world.actor(person), {
        documentId,
        corrigendumId,
        reason: 'It changes the meaning.',
      });
    expect(ruleOf(await object('philippines'))).toBe('PO2');
    world.clock.advance(7 * 86_400 - 1);
    expect(ruleOf(await object('indonesia'))).toBe('accepted');
    expect(corrigendaOf(world.db, [documentId])[0]).toMatchObject({ state: 'objected', objectedBy: 'ID' });
    const told = world.db.select().from(notices).all();
    const settled = told.filter(({ kind }) => kind === 'corrigendumSettled').map(({ userId }) => userId);
    expect(settled).toContain('user_secretariat');
    expect(settled).not.toContain('user_indonesia');
    expect(deadlinesOn(world.db, [documentId])[0]).toMatchObject({ isOff: true, sequence: 1 });
    world.clock.advance(1);
    expect(issueDueCorrigenda(world.runtime)).toBe(0);
    expect(ruleOf(await object('indonesia'))).toBe('DE29');
  });

  test('DE29 an objection at the last instant is too late, even before the job has looked', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    world.clock.advance(7 * 86_400);
    const late = await objectToCorrigendum(world.runtime, world.actor('indonesia'), {
      documentId,
      corrigendumId,
      reason: 'Too late.',
    });
    expect(ruleOf(late)).toBe('DE29');
  });

  test('DE31 the secretariat withdraws its proposal until then', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    const withdraw = () =>
      withdrawCorrigendum(world.runtime, world.actor('secretariat'), { documentId, corrigendumId });
    expect(ruleOf(await withdraw())).toBe('accepted');
    expect(ruleOf(await withdraw())).toBe('DE31');
  });

  test('DE30 DE31 what nobody objected to in time is not withdrawn while it waits to be issued', async () => {
    const documentId = await adoptedStatement(world);
    const { corrigendumId } = accepted(
      await propose(documentId, 'AGREE to move the civil service forwards;'),
    );
    world.clock.advance(7 * 86_400);
    const input = { documentId, corrigendumId };
    expect(ruleOf(await withdrawCorrigendum(world.runtime, world.actor('secretariat'), input))).toBe('DE31');
  });
});
