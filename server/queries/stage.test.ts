import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StageNews } from '../../domain/negotiation/stage';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, textOf, type World } from '../tests/world';
import { createDocument } from '../use-cases/create-document';
import { leadRoom } from '../use-cases/lead-room';
import { moveState } from '../use-cases/move-state';
import { followStage } from './stage';

describe('the stage of a room', () => {
  let world: World;
  let documentId: string;
  beforeEach(async () => {
    world = createWorld();
    const created = await createDocument(world.runtime, world.actor('secretariat'), {
      bodyId: BODY,
      kind: 'statement',
      title: 'Statement',
      text: textOf(['title', 'Statement'], ['operative', 'AGREE to meet;']),
    });
    documentId = accepted(created).documentId;
    accepted(
      await moveState(world.runtime, world.actor('secretariat'), { documentId, step: 'openNegotiation' }),
    );
  });
  afterEach(() => world.close());

  function follow(person: Parameters<World['actor']>[0]) {
    const heard: StageNews[] = [];
    // A person with a session, as the route has it.
    const sessionId = `session_${person}`;
    world.raw(
      `INSERT OR IGNORE INTO user_sessions (id, userId, via, createdAt, lastSeenAt, expiresAt, userAgent, address) VALUES (?, ?, 'password', '2019-01-01T00:00:00.000Z', '2019-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', '', '')`,
      sessionId,
      `user_${person}`,
    );
    const actor = { ...world.actor(person), sessionId };
    return { heard, following: followStage(world.runtime, actor, documentId, (news) => heard.push(news)) };
  }

  const lead = (person: Parameters<World['actor']>[0], clauseId: string | null) =>
    leadRoom(world.runtime, world.actor(person), { documentId, clauseId });

  test('PO6 followers are taken where the chair leads, newcomers too, and whoever stopped is left alone', async () => {
    const indonesia = follow('indonesia');
    accepted(await lead('chair', 'c_2'));
    expect(indonesia.heard.map(({ stage }) => stage?.clauseId ?? null)).toEqual([null, 'c_2']);
    const reviewer = follow('reviewer');
    expect(reviewer.heard.at(-1)).toMatchObject({ stage: { clauseId: 'c_2', leader: 'chair' } });
    accepted(indonesia.following).stop();
    accepted(await lead('chair', 'c_1'));
    expect(reviewer.heard.at(-1)).toMatchObject({ stage: { clauseId: 'c_1' } });
    expect(indonesia.heard).toHaveLength(2);
  });

  test('PO2 a delegate leads nobody; NP2 what is no clause is not led to', async () => {
    const { heard } = follow('reviewer');
    expect(ruleOf(await lead('indonesia', 'c_2'))).toBe('PO2');
    expect(ruleOf(await lead('chair', '<script>'))).toBe('NP2');
    expect(heard.every((news) => news.stage === null)).toBe(true);
  });

  test('PO6 whoever loses the right to read hears nothing more', async () => {
    const { heard, following } = follow('reviewer');
    world.raw(`UPDATE user_sessions SET revokedAt = ? WHERE id = 'session_reviewer'`, world.clock.now());
    accepted(await lead('chair', 'c_2'));
    expect(heard.some((news) => news.stage !== null)).toBe(false);
    expect(accepted(following).mayGoOn()).toBe(false);
  });

  test('PO1 PO6 strangers find nothing, and one person follows on twelve screens at most', () => {
    expect(ruleOf(follow('stranger').following)).toBe('PO1');
    const screens = Array.from({ length: 12 }, () => accepted(follow('reviewer').following));
    expect(ruleOf(follow('reviewer').following)).toBe('PO6');
    screens[0]?.stop();
    expect(ruleOf(follow('reviewer').following)).toBe('accepted');
  });
});
