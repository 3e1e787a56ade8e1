import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoptionGaps } from '../procedure/adoption-gaps';
import { CLAUSE_ACTS, type ClauseFacts, clauseStanding } from './clause-state';
import { CLAUSE_STEPS, type ClauseCommand, decideOnClause, openClauseSteps } from './clause-steps';
import { HEAD_TABLE, type HeldPosition, standingPositions } from './positions';
import { STANCES } from './types';

const SEED = 20_190_424;
const MEMBERS = ['ID', 'PH', 'TH'];
const QUIET: ClauseFacts = {
  hash: 'h1',
  brackets: 0,
  proposals: 0,
  tabled: 0,
  positions: [],
  act: null,
  steps: [],
};
const COMMAND: ClauseCommand = { step: 'agreed', reason: '', pending: [], present: null };

function says(...entries: readonly (readonly [string, HeldPosition['stance'], string?])[]) {
  const positions = entries.map(
    ([country, stance, hash = 'h1']): HeldPosition => ({ country, stance, hash, ring: 'tabled', at: '' }),
  );
  return { positions: standingPositions(positions, 'h1', [], HEAD_TABLE) };
}

function agreed(hash = 'h1', pending: string[] = []): Pick<ClauseFacts, 'act'> {
  return { act: { act: pending.length === 0 ? 'agreed' : 'agreedAdRef', hash, pending } };
}

const anyHash = fc.constantFrom('h1', 'h2', 'h3');
const anyFacts: fc.Arbitrary<ClauseFacts> = fc
  .record({
    hash: anyHash,
    brackets: fc.nat(2),
    proposals: fc.nat(2),
    tabled: fc.nat(2),
    held: fc.array(
      fc.record({
        country: fc.constantFrom(...MEMBERS),
        stance: fc.constantFrom(...STANCES),
        hash: anyHash,
        ring: fc.constantFrom('chair' as const, 'tabled' as const),
        at: fc.constant(''),
      }),
      { maxLength: 5 },
    ),
    act: fc.option(
      fc.record({
        act: fc.constantFrom(...CLAUSE_ACTS),
        hash: anyHash,
        pending: fc.subarray(MEMBERS),
      }),
    ),
    steps: fc.array(
      fc.record({ fromHash: anyHash, toHash: anyHash, challengedAt: fc.constantFrom(null, 'then') }),
      { maxLength: 4 },
    ),
  })
  .map(({ held, ...rest }) => ({
    ...rest,
    positions: standingPositions(held, rest.hash, rest.steps, HEAD_TABLE),
  }));
const anyCommand: fc.Arbitrary<ClauseCommand> = fc.record({
  step: fc.constantFrom(...CLAUSE_STEPS),
  reason: fc.constantFrom('', 'because'),
  pending: fc.subarray(MEMBERS),
  present: fc.option(fc.subarray(MEMBERS)),
});

describe('the state of a clause', () => {
  test('PS11 open where nobody has spoken, contested by a proposal, a bracket, a reserve or an objection', () => {
    expect(clauseStanding(QUIET).state).toBe('open');
    for (const facts of [
      { brackets: 1 },
      { proposals: 1 },
      says(['ID', 'reserves']),
      says(['ID', 'objects', 'h0']),
      says(['ID', 'proposes']),
    ]) {
      expect(clauseStanding({ ...QUIET, ...facts }).state).toBe('contested');
    }
    expect(clauseStanding({ ...QUIET, ...says(['ID', 'canAccept']) }).state).toBe('open');
  });

  test('PS22 any change of agreed words makes it contested, unless editorial and unchallenged', () => {
    const edited = { ...QUIET, ...agreed('h0') };
    expect(clauseStanding(edited)).toMatchObject({ state: 'contested', changedSince: true });
    const editorial = { fromHash: 'h0', toHash: 'h1', challengedAt: null };
    expect(clauseStanding({ ...edited, steps: [editorial] }).state).toBe('agreed');
    expect(clauseStanding({ ...edited, steps: [{ ...editorial, challengedAt: 'then' }] }).state).toBe(
      'contested',
    );
  });

  test('PS8 what was agreed ad referendum is agreed once every pending capital has tabled that it can accept', () => {
    const adRef = { ...QUIET, ...agreed('h1', ['ID', 'PH']) };
    expect(clauseStanding(adRef)).toMatchObject({ state: 'agreedAdRef', pending: ['ID', 'PH'] });
    expect(clauseStanding({ ...adRef, ...says(['ID', 'canAccept']) }).pending).toEqual(['PH']);
    expect(
      clauseStanding({ ...adRef, ...says(['ID', 'canAccept'], ['PH', 'canAccept', 'h0']) }),
    ).toMatchObject({ state: 'agreedAdRef', pending: ['PH'] });
    expect(clauseStanding({ ...adRef, ...says(['ID', 'canAccept'], ['PH', 'canAccept']) }).state).toBe(
      'agreed',
    );
  });

  test('PS11 only a finding of the chair makes a clause agreed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { state } = clauseStanding({ ...facts, act: null });
        return state === 'open' || state === 'contested';
      }),
      { seed: SEED },
    );
  });
});

describe('findings of the chair', () => {
  test.each<[string, Partial<ClauseFacts>, Record<string, unknown>]>([
    ['PS13', { brackets: 2 }, { brackets: 2 }],
    ['PS14', { proposals: 3 }, { proposals: 3 }],
    ['PS15', says(['ID', 'objects'], ['PH', 'objects']), { delegations: 'ID,PH' }],
    ['PS16', says(['PH', 'reserves']), { delegations: 'PH' }],
    ['PS17', says(['PH', 'canAcceptAdRef']), { delegations: 'PH' }],
    ['PS25', says(['PH', 'canAccept', 'h0']), { delegations: 'PH' }],
    ['PS17', agreed('h1', ['ID']), { delegations: 'ID' }],
    ['PS12', agreed(), { clauseState: 'agreed' }],
  ])('%s a clause is not agreed, and what is missing is named: %j', (rule, facts, detail) => {
    expect(decideOnClause({ ...QUIET, ...facts }, COMMAND, MEMBERS)).toMatchObject({
      ok: false,
      rule,
      detail,
    });
  });

  test('PS18 referring and reopening say why', () => {
    expect(decideOnClause(QUIET, { ...COMMAND, step: 'referred' }, MEMBERS)).toMatchObject({ rule: 'PS18' });
    const reopened = { ...COMMAND, step: 'reopened', reason: 'a new proposal' } as const;
    expect(decideOnClause({ ...QUIET, ...agreed() }, reopened, MEMBERS)).toMatchObject({ ok: true });
  });

  test('PS19 ad referendum needs a capital that has yet to answer, a member of the body', () => {
    const adRef = { ...COMMAND, step: 'agreedAdRef' } as const;
    expect(decideOnClause(QUIET, adRef, MEMBERS)).toMatchObject({ rule: 'PS19' });
    expect(decideOnClause(QUIET, { ...adRef, pending: ['XX'] }, MEMBERS)).toMatchObject({ rule: 'PS19' });
    const facts = { ...QUIET, ...says(['PH', 'canAcceptAdRef']) };
    expect(decideOnClause(facts, { ...adRef, pending: ['TH'] }, MEMBERS)).toMatchObject({
      value: { pending: ['PH', 'TH'] },
    });
  });

  test('PS20 no objection heard lists who was present; who was not has yet to confirm', () => {
    const heard = { ...COMMAND, step: 'noObjectionHeard' } as const;
    expect(decideOnClause(QUIET, heard, MEMBERS)).toMatchObject({ rule: 'PS20' });
    expect(decideOnClause(QUIET, { ...heard, present: ['ID', 'TH'] }, MEMBERS)).toMatchObject({
      value: { present: ['ID', 'TH'], pending: ['PH'] },
    });
  });

  test('PS12 a step leads only from the states it names; what is offered is never refused for its state', () => {
    fc.assert(
      fc.property(anyFacts, anyCommand, (facts, command) => {
        const { state } = clauseStanding(facts);
        const decided = decideOnClause(facts, command, MEMBERS);
        const isStateRefused = !decided.ok && decided.rule === 'PS12';
        expect(isStateRefused).toBe(!openClauseSteps(state).includes(command.step));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('PS15 PS16 PS13 PS14 whatever is agreed, nobody objects or reserves, nothing is bracketed or waits', () => {
    fc.assert(
      fc.property(anyFacts, anyCommand, (facts, command) => {
        const decided = decideOnClause(facts, command, MEMBERS);
        if (!decided.ok || !['agreed', 'agreedAdRef', 'noObjectionHeard'].includes(command.step)) return;
        expect([facts.brackets, facts.proposals]).toEqual([0, 0]);
        expect(facts.positions.filter(({ stance }) => stance === 'objects' || stance === 'reserves')).toEqual(
          [],
        );
        const { step } = command;
        const after = clauseStanding({
          ...facts,
          act: { act: step, hash: facts.hash, pending: decided.value.pending },
        });
        expect(after.state).toBe(decided.value.pending.length === 0 ? 'agreed' : 'agreedAdRef');
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('PS23 from agreed only reopening leads out, and it says why', () => {
    fc.assert(
      fc.property(anyFacts, anyCommand, (facts, command) => {
        if (clauseStanding(facts).state !== 'agreed') return;
        const decided = decideOnClause(facts, command, MEMBERS);
        if (decided.ok) expect([command.step, command.reason]).toEqual(['reopened', 'because']);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

describe('what is missing for adoption', () => {
  test('PR33 to PR39 nothing is missing only where every clause is agreed and nothing stands against it', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 4 }), (all) => {
        const clauses = all.map((facts, index) => ({ id: `c_${index}`, name: '', facts }));
        const gaps = adoptionGaps({ clauses, whole: [], otherProposals: 0 });
        if (gaps.length > 0) return;
        for (const { facts } of clauses) {
          expect(clauseStanding(facts).state).toBe('agreed');
          expect([facts.brackets, facts.proposals]).toEqual([0, 0]);
          const against = facts.positions.filter(({ stance }) => ['objects', 'reserves'].includes(stance));
          expect(against).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('PR34 PR35 PR37 PR38 of the whole text come first', () => {
    const { positions: whole } = says(['ID', 'objects'], ['PH', 'reserves'], ['TH', 'canAcceptAdRef']);
    expect(adoptionGaps({ clauses: [], whole, otherProposals: 2 }).map(({ rule }) => rule)).toEqual([
      'PR34',
      'PR35',
      'PR37',
      'PR38',
    ]);
    const clauses = [{ id: 'c_1', name: 'OP 1', facts: { ...QUIET, ...agreed('h1', ['ID']) } }];
    expect(adoptionGaps({ clauses, whole: [], otherProposals: 0 })).toMatchObject([
      { rule: 'PR37', clauseId: 'c_1', delegations: ['ID'] },
    ]);
    const deleted = {
      ...QUIET,
      act: { act: 'deletionAgreed', hash: 'h1', pending: [] },
    } as const;
    expect(
      adoptionGaps({ clauses: [{ id: 'c_1', name: 'OP 1', facts: deleted }], whole: [], otherProposals: 0 }),
    ).toMatchObject([{ rule: 'PR39' }]);
  });
});
