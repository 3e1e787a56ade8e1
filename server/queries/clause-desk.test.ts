import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProposalRow } from '../../db/proposals';
import type { DocumentJson } from '../../domain/text/document-json';
import { accepted, ruleOf } from '../tests/outcome';
import { negotiatedStatement, tabled } from '../tests/tabled';
import { createWorld, type Person, type World } from '../tests/world';
import { answerDisposition } from '../use-cases/answer-disposition';
import { disposeProposals } from '../use-cases/dispose-proposals';
import { suggestDisposition } from '../use-cases/suggest-disposition';
import { clauseDesk, START } from './clause-desk';
import { negotiationOf } from './negotiation';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
});
afterEach(() => world.close());

function propose(country: string, words: string, more: Partial<Omit<ProposalRow, 'text'>> = {}) {
  const content = [
    { type: 'operative', attrs: { id: 'c_3', level: 1 }, content: [{ type: 'text', text: words }] },
  ];
  return tabled(world, documentId, { country, words: { type: 'doc', content } as DocumentJson, ...more });
}

function desk(person: Person, chosen: string[] = [], clauseId = 'c_3') {
  return clauseDesk(world.runtime, world.actor(person), { documentId, clauseId, chosen });
}

describe('the desk of a clause', () => {
  test('BR4 a clause in brackets is shown with their signs and whose the words are, there and in the list', async () => {
    const whole = await propose('ID', 'AGREE to move the whole civil service forward;');
    const entire = await propose('PH', 'AGREE to move the entire civil service forward;');
    const act = { documentId, proposalIds: [whole.id, entire.id], kind: 'bracketed' } as const;
    accepted(await disposeProposals(world.runtime, world.actor('chair'), act));
    const { clause } = accepted(await desk('reviewer'));
    const shown = 'AGREE to move the [ID: whole] [PH: entire] civil service forward;';
    const [row] = clause?.redline.rows ?? [];
    expect(row?.segments.map(({ text }) => text).join('')).toBe(shown);
    const { clauses } = accepted(await negotiationOf(world.runtime, world.actor('reviewer'), documentId));
    expect(clauses.find(({ id }) => id === 'c_3')).toMatchObject({ opening: shown, hash: clause?.hash });
  });

  test('NP24 a merger is dealt with on its first clause, and named on the one that it joins to that', async () => {
    const words = 'AGREE to move the civil service forward and REQUEST the Secretariat to report.';
    const merger = await propose('ID', words, { kind: 'merge', otherClauseId: 'c_4' });
    const on = async (clauseId: string) => accepted(await desk('chair', [], clauseId));
    expect((await on('c_3')).waiting.map(({ id }) => id)).toEqual([merger.id]);
    expect((await on('c_4')).waiting).toEqual([]);
    expect((await on('c_4')).joining).toMatchObject([{ id: merger.id, clauseId: 'c_3', country: 'ID' }]);
    expect((await on('c_3')).joining).toEqual([]);
  });

  test('NP22 NP24 proposals side by side against the clause of now, with what they collide on', async () => {
    await propose('ID', 'AGREE to move the whole civil service forward;');
    await propose('PH', 'AGREE to move the entire civil service forward;');
    const onward = await propose('SG', 'AGREE to move the civil service onward;');
    const before = accepted(await desk('reviewer'));
    expect(before.clause?.citation).toBe('OP 1');
    expect(before.waiting.map(({ number, stuck }) => [number, stuck])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    expect(before.waiting.map(({ meets }) => meets.map(({ number, kind }) => `${number} ${kind}`))).toEqual([
      ['2 words'],
      ['1 words'],
      [],
    ]);
    const act = { documentId, proposalIds: [before.waiting[0]?.id ?? ''], kind: 'accepted' } as const;
    accepted(await disposeProposals(world.runtime, world.actor('chair'), act));
    const after = accepted(await desk('reviewer'));
    expect(after.waiting.map(({ number, stuck }) => [number, stuck?.why ?? null])).toEqual([
      [2, 'words'],
      [3, null],
    ]);
    const shown = after.waiting.find(({ id }) => id === onward.id)?.redline;
    expect(shown?.oldHash).toBe(after.clause?.hash);
    expect(after.settled.map(({ number, state }) => [number, state])).toEqual([[1, 'accepted']]);
    expect(after.done.map(({ kind, proposals }) => [kind, proposals])).toEqual([
      ['accepted', [{ number: 1, country: 'ID' }]],
    ]);
  });

  test('NP18 drafts of any ring, the chair’s own included, are not on the desk', async () => {
    const draft = { state: 'draft', number: null, tabledAt: null, tabledBy: null } as const;
    for (const country of ['ID', 'PH', 'TH']) await propose(country, 'AGREE in secret;', draft);
    for (const person of ['chair', 'indonesia', 'secretariat', 'reviewer', 'auditor'] as const) {
      const view = accepted(await desk(person));
      expect([view.waiting, view.settled]).toEqual([[], []]);
      expect(JSON.stringify(view)).not.toContain('secret');
    }
    expect(ruleOf(await desk('stranger'))).toBe('PO1');
  });

  test('NP30 NP34 NP35 a suggestion with the newest answer of each delegation and who is missing', async () => {
    const both = [
      await propose('ID', 'AGREE to move the whole civil service forward;'),
      await propose('PH', 'AGREE to move the entire civil service forward;'),
    ];
    const lines = ['AGREE to move the civil service as a whole forward;'];
    const proposalIds = both.map(({ id }) => id);
    const suggested = { documentId, proposalIds, kind: 'merged', lines } as const;
    const { actId } = accepted(await suggestDisposition(world.runtime, world.actor('chair'), suggested));
    const say = (answer: 'agree' | 'cannotAgree', note = '') =>
      answerDisposition(world.runtime, world.actor('indonesia'), { documentId, actId, answer, note });
    accepted(await say('cannotAgree', 'No instructions yet'));
    world.clock.advance(60);
    accepted(await say('agree'));
    const view = accepted(await desk('indonesia'));
    expect(view.may).toEqual({ dispose: false, answerFor: 'ID' });
    expect(view.chosen).toBeNull();
    expect(view.suggestions).toMatchObject([
      { actId, kind: 'merged', missing: ['PH'], answers: [{ country: 'ID', answer: 'agree', note: '' }] },
    ]);
    expect(view.suggestions[0]?.redline?.oldHash).toBe(view.clause?.hash);
  });

  test('NP41 the chair begins with the words of the chosen proposals, together where they do not collide', async () => {
    const whole = await propose('ID', 'AGREE to move the whole civil service forward;');
    const onward = await propose('SG', 'AGREE to move the civil service onward;');
    const chosen = accepted(await desk('chair', [whole.id, onward.id])).chosen;
    expect(chosen?.lines).toEqual(['AGREE to move the whole civil service onward;']);
    expect(accepted(await desk('secretariat', [whole.id])).chosen).toBeNull();
  });

  test('NP24 insertions at the beginning of the text have a desk of their own', async () => {
    await propose('ID', 'WE, the Heads,', { kind: 'insert', clauseId: null });
    const view = accepted(await desk('chair', [], START));
    expect([view.clause, view.next, view.waiting.length]).toEqual([null, 'c_1', 1]);
  });
});
