import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readyToAdopt, STATEMENT } from '../tests/adopted';
import { agreeAll, negotiatedStatement, shownNow } from '../tests/negotiation';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { consentToLifting } from '../use-cases/consent-to-lifting';
import { findAdoption } from '../use-cases/find-adoption';
import { findOnClauses } from '../use-cases/find-on-clauses';
import { addToBracket, putInBrackets } from '../use-cases/put-in-brackets';
import { takePosition } from '../use-cases/take-position';
import { writeText } from '../use-cases/write-text';
import { homeFor } from './home';
import { clausePositions, negotiationOf } from './negotiation';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
});
afterEach(() => world.close());

async function say(person: Person, stance: string, clause = 'c_3', ring = 'tabled') {
  world.clock.advance(1);
  const on = await shownNow(world, documentId, clause);
  accepted(
    await takePosition(world.runtime, world.actor(person), {
      documentId,
      on,
      stance,
      ring,
      note: 'a secret',
    }),
  );
}

async function clauseFor(person: Person, clauseId = 'c_3') {
  const view = accepted(await negotiationOf(world.runtime, world.actor(person), documentId));
  const clause = view.clauses.find(({ id }) => id === clauseId);
  if (clause === undefined) throw new Error('no such clause');
  return clause;
}

async function tasksOf(person: Person) {
  const { tasks } = await homeFor(world.runtime, world.actor(person));
  return tasks.map(({ kind, count }) => (count === null ? kind : `${kind} ${count}`));
}

describe('the page of a negotiation', () => {
  test('PS4 an inner ring changes nothing of what others see: state, names, the page of a clause', async () => {
    const others = ['philippines', 'chair', 'secretariat', 'observer', 'auditor', 'reviewer'] as const;
    const seen = async () =>
      JSON.stringify(
        await Promise.all(
          others.map(async (person) => [
            await negotiationOf(world.runtime, world.actor(person), documentId),
            await clausePositions(world.runtime, world.actor(person), documentId, 'c_3'),
          ]),
        ),
      );
    const before = await seen();
    await say('indonesia', 'objects', 'c_3', 'delegation');
    expect(await seen()).toBe(before);
    expect((await clauseFor('indonesia')).own).toEqual({
      stance: 'objects',
      ring: 'delegation',
      standing: 'stands',
    });
    await say('indonesia', 'reserves', 'c_3', 'chair');
    expect((await clauseFor('chair')).reserves).toEqual(['ID']);
    expect((await clauseFor('secretariat')).state).toBe('contested');
    for (const person of ['philippines', 'observer', 'auditor', 'reviewer'] as const) {
      const clause = await clauseFor(person);
      expect([person, clause.state, clause.reserves]).toEqual([person, 'open', []]);
      const { lines } = accepted(
        await clausePositions(world.runtime, world.actor(person), documentId, 'c_3'),
      );
      expect(lines).toEqual([]);
    }
  });

  test('PO1 PS7 who may not read the text, or names no clause of it, gets nothing', async () => {
    expect(ruleOf(await negotiationOf(world.runtime, world.actor('stranger'), documentId))).toBe('PO1');
    expect(ruleOf(await clausePositions(world.runtime, world.actor('chair'), documentId, 'c_9'))).toBe('PS7');
  });

  test('PS28 what awaits a person is theirs: a word not spoken, a capital, a finding', async () => {
    expect((await clauseFor('indonesia')).awaits).toBe('position');
    expect((await clauseFor('chair')).awaits).toBe('find');
    expect((await clauseFor('secretariat')).awaits).toBeNull();
    await say('philippines', 'objects');
    expect((await clauseFor('chair')).awaits).toBeNull();
    await say('philippines', 'canAccept');
    await say('indonesia', 'canAcceptAdRef');
    expect((await clauseFor('indonesia')).awaits).toBeNull();
    const on = await shownNow(world, documentId, 'c_3');
    accepted(
      await findOnClauses(world.runtime, world.actor('chair'), { documentId, on, step: 'agreedAdRef' }),
    );
    expect((await clauseFor('indonesia')).awaits).toBe('confirmAdRef');
    expect((await clauseFor('philippines')).awaits).toBeNull();
    expect(await tasksOf('indonesia')).toEqual(['confirmAdRef 1']);
    expect(await tasksOf('philippines')).toEqual([]);
  });
});

describe('the home page', () => {
  test('PS28 an acceptance of other words waits for its holder, and for nobody else', async () => {
    await say('indonesia', 'canAccept');
    await say('philippines', 'objects');
    const content = (STATEMENT.content ?? []).map((node) =>
      node.attrs?.id === 'c_3' ? { ...node, content: [{ type: 'text', text: 'AGREE to go on;' }] } : node,
    );
    const text = { ...STATEMENT, content };
    accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
    expect(await tasksOf('indonesia')).toEqual(['reconfirm 1']);
    expect(await tasksOf('philippines')).toEqual([]);
    await say('indonesia', 'canAccept');
    expect(await tasksOf('indonesia')).toEqual([]);
  });

  test('PS28 an open bracket waits for the word of those who hold it, there and on the page of the text', async () => {
    const { bracketId } = accepted(
      await putInBrackets(world.runtime, world.actor('chair'), {
        documentId,
        clauseId: 'c_3',
        range: { line: 0, from: 0, to: 5 },
        words: 'AGREE',
        owners: ['ID'],
        isPlaceholder: false,
        alternatives: [{ owners: ['PH'], words: 'DECIDE' }],
      }),
    );
    expect((await clauseFor('observer')).holdsBracket).toEqual(['ID', 'PH']);
    expect(await tasksOf('philippines')).toEqual(['consent 1']);
    const consent = { documentId, bracketId, alternative: 0 };
    accepted(await consentToLifting(world.runtime, world.actor('philippines'), consent));
    // Whoever holds what goes agrees that it go: it waits for the chair, and for no delegation.
    expect(await tasksOf('philippines')).toEqual([]);
    expect(await tasksOf('indonesia')).toEqual([]);
    expect((await clauseFor('observer')).holdsBracket).toEqual([]);
    const joined = { owners: ['SG'], words: 'RESOLVE' };
    accepted(
      await addToBracket(world.runtime, world.actor('chair'), { documentId, bracketId, alternative: joined }),
    );
    expect((await clauseFor('observer')).holdsBracket).toEqual(['ID', 'PH', 'SG']);
  });

  test('PR31 PS28 a finding waits for the secretariat, and no longer for the chair', async () => {
    accepted(await agreeAll(world, documentId));
    const command = await readyToAdopt(world, documentId);
    expect(await tasksOf('chair')).toEqual(['pensDown']);
    accepted(await findAdoption(world.runtime, world.actor('chair'), command));
    expect(await tasksOf('chair')).toEqual([]);
    expect(await tasksOf('secretariat')).toEqual(['confirmAdoption 1']);
  });
});
