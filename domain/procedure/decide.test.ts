import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../body/grants';
import type { Actor } from '../policy/can';
import type { Outcome } from '../refusal';
import type { AdoptCommand } from './adoption';
import { decide, type ProcedureChange, type ProcedureCommand, type ProcedureState } from './decide';
import { DOCUMENT_STATES, type DocumentState, FINAL_STATES, isFinal } from './states';
import { openSteps, STATE_STEPS, TRANSITIONS } from './transitions';

const NOW = '2019-04-24T03:00:00.000Z';
const HASH = 'a'.repeat(64);

function state(change: Partial<ProcedureState> = {}): ProcedureState {
  return {
    bodyId: 'accsm',
    state: 'negotiation',
    stateSeq: 7,
    pensDown: false,
    text: { position: 12, hash: HASH, words: 340 },
    lastRevision: null,
    ...change,
  };
}

function as(role: Role): Actor {
  return { userId: 'u', name: 'U', sessionId: null, grants: [{ role, bodyId: 'accsm', country: 'TH' }] };
}

function run(from: ProcedureState, command: ProcedureCommand, role: Role = 'chair') {
  return decide(from, command, as(role), NOW);
}

function ruleOf(outcome: Outcome<ProcedureChange>): string {
  return outcome.ok ? 'done' : outcome.rule;
}

const ADOPT: AdoptCommand = {
  do: 'adopt',
  verb: 'adopted',
  wording: 'The SOM adopted the Statement.',
  position: 12,
  hash: HASH,
  meetingId: 'som',
  agendaItemId: 'item',
  meeting: { bodyId: 'accsm', status: 'open', tier: 'som' },
  lastTier: null,
  gaps: [],
  agendaItem: { meetingId: 'som' },
};

describe('steps from state to state', () => {
  test('PR1 only the steps of the table are open, from every state', () => {
    const open = DOCUMENT_STATES.map((from) => [
      from,
      STATE_STEPS.filter((step) => run(state({ state: from }), { do: step, reason: 'because' }).ok),
    ]);
    expect(Object.fromEntries(open)).toEqual({
      draft: ['circulate', 'openNegotiation', 'withdraw'],
      circulated: ['openNegotiation', 'returnToDraft', 'withdraw'],
      negotiation: ['returnToDraft', 'agreeAdReferendum', 'withdraw', 'notAdopted'],
      agreed: ['reopen', 'withdraw', 'notAdopted'],
      silence: ['withdraw', 'notAdopted'],
      adopted: [],
      withdrawn: [],
      notAdopted: [],
    });
    expect(run(state({ state: 'agreed' }), { do: 'circulate' })).toEqual({
      ok: false,
      rule: 'PR1',
      detail: { state: 'agreed', to: 'circulated' },
    });
  });

  test('PR1 what is offered is what is open', () => {
    for (const from of DOCUMENT_STATES) {
      for (const role of ROLES) {
        const works = STATE_STEPS.filter(
          (step) => run(state({ state: from }), { do: step, reason: 'because' }, role).ok,
        );
        expect([from, role, openSteps(from, [role])]).toEqual([from, role, works]);
      }
    }
  });

  test('PR2 each step belongs to its roles; the refusal names one', () => {
    for (const step of STATE_STEPS) {
      const from = TRANSITIONS[step].from[0] ?? 'draft';
      const takers = ROLES.filter(
        (role) => run(state({ state: from }), { do: step, reason: 'because' }, role).ok,
      );
      expect([step, [...takers].sort()]).toEqual([step, [...TRANSITIONS[step].by].sort()]);
    }
    expect(run(state(), { do: 'agreeAdReferendum' }, 'secretariat')).toEqual({
      ok: false,
      rule: 'PR2',
      detail: { role: 'chair' },
    });
    expect(
      ruleOf(decide(state(), { do: 'withdraw', reason: 'because' }, { ...as('chair'), grants: [] }, NOW)),
    ).toBe('PR2');
  });

  test('PR3 a step back or out needs a reason, and records it', () => {
    for (const step of ['returnToDraft', 'withdraw', 'notAdopted'] as const) {
      expect(ruleOf(run(state(), { do: step }))).toBe('PR3');
      expect(ruleOf(run(state(), { do: step, reason: '  a ' }))).toBe('PR3');
      expect(ruleOf(run(state(), { do: step, reason: 'x'.repeat(2001) }))).toBe('PR3');
    }
    const done = run(state({ state: 'agreed' }), { do: 'reopen', reason: ' New instructions ' });
    expect(done.ok && done.value.event.data).toEqual({
      step: 'reopen',
      from: 'agreed',
      to: 'negotiation',
      reason: 'New instructions',
    });
  });

  test('PR5 a change of state lifts the pens', () => {
    const done = run(state({ pensDown: true }), { do: 'returnToDraft', reason: 'because' });
    expect(done.ok && done.value.pensDown).toBe(false);
  });

  test('PR4 a command from an old page is refused', () => {
    expect(ruleOf(run(state(), { do: 'agreeAdReferendum', stateSeq: 6 }))).toBe('PR4');
    expect(ruleOf(run(state(), { do: 'agreeAdReferendum', stateSeq: 7 }))).toBe('done');
  });

  test('PR8 an empty text goes nowhere but out', () => {
    const empty = { position: 1, hash: HASH, words: 0 };
    expect(ruleOf(run(state({ state: 'draft', text: empty }), { do: 'circulate' }))).toBe('PR8');
    expect(ruleOf(run(state({ state: 'draft', text: empty }), { do: 'openNegotiation' }))).toBe('PR8');
    expect(ruleOf(run(state({ text: empty }), { do: 'agreeAdReferendum' }))).toBe('PR8');
    expect(ruleOf(run(state({ text: empty }), { do: 'issueRevision' }))).toBe('PR8');
    expect(ruleOf(run(state({ text: empty }), { do: 'withdraw', reason: 'no text' }))).toBe('done');
  });

  test('PR6 nothing leaves a final state, whatever the command and whoever gives it', () => {
    const commands: ProcedureCommand[] = [
      ...STATE_STEPS.map((step) => ({ do: step, reason: 'because' })),
      { do: 'pensDown' },
      { do: 'pensUp' },
      { do: 'issueRevision' },
      ADOPT,
    ];
    for (const final of FINAL_STATES) {
      for (const role of ROLES) {
        for (const command of commands) {
          const outcome = run(state({ state: final, pensDown: true }), command, role);
          expect([final, role, command.do, ruleOf(outcome)]).toEqual([final, role, command.do, 'PR6']);
        }
      }
    }
  });
});

describe('pens', () => {
  test('PR10 only the chair stops and lifts them', () => {
    for (const role of ROLES) {
      expect([role, ruleOf(run(state(), { do: 'pensDown' }, role))]).toEqual([
        role,
        role === 'chair' ? 'done' : 'PR10',
      ]);
      expect([role, ruleOf(run(state({ pensDown: true }), { do: 'pensUp' }, role))]).toEqual([
        role,
        role === 'chair' ? 'done' : 'PR10',
      ]);
    }
  });

  test('PR9 PR18 PR19 down once, where a text can be adopted; up only when down', () => {
    expect(ruleOf(run(state({ state: 'circulated' }), { do: 'pensDown' }))).toBe('PR9');
    expect(ruleOf(run(state({ pensDown: true }), { do: 'pensDown' }))).toBe('PR18');
    expect(ruleOf(run(state(), { do: 'pensUp' }))).toBe('PR19');
    const done = run(state(), { do: 'pensDown' });
    expect(done.ok && done.value).toEqual({
      pensDown: true,
      event: { kind: 'document.pensDown', data: { position: 12, textHash: HASH } },
    });
  });
});

describe('revisions', () => {
  test('PR24 Rev.n needs something new and counts on from the one before', () => {
    const first = run(state(), { do: 'issueRevision' }, 'secretariat');
    expect(first.ok && first.value.revision).toBe(1);
    const again = run(state({ lastRevision: { revision: 3, hash: HASH } }), { do: 'issueRevision' });
    expect(again).toEqual({ ok: false, rule: 'PR24', detail: { revision: 3 } });
    const next = run(state({ lastRevision: { revision: 3, hash: 'b'.repeat(64) } }), { do: 'issueRevision' });
    expect(next.ok && next.value.revision).toBe(4);
  });
});

describe('adoption', () => {
  const ready = state({ pensDown: true });

  test('PR9 PR10 adopted by the chair, from draft, negotiation and agreed', () => {
    for (const from of DOCUMENT_STATES) {
      const expected: readonly DocumentState[] = ['draft', 'negotiation', 'agreed'];
      const outcome = run(state({ state: from, pensDown: true }), ADOPT);
      const rule = FINAL_STATES.includes(from) ? 'PR6' : 'PR9';
      expect([from, ruleOf(outcome)]).toEqual([from, expected.includes(from) ? 'done' : rule]);
    }
    for (const role of ROLES) {
      expect([role, run(ready, ADOPT, role).ok]).toEqual([role, role === 'chair']);
    }
  });

  test.each<[string, string, Partial<AdoptCommand>, Partial<ProcedureState>]>([
    ['PR11', 'no such meeting', { meeting: null }, {}],
    ['PR11', 'a meeting of another body', { meeting: { bodyId: 'other', status: 'open', tier: 'som' } }, {}],
    ['PR13', 'a meeting not yet open', { meeting: { bodyId: 'accsm', status: 'planned', tier: 'som' } }, {}],
    ['PR13', 'a meeting that is over', { meeting: { bodyId: 'accsm', status: 'closed', tier: 'som' } }, {}],
    ['DE14', 'a meeting below the one that decided', { lastTier: 'heads' }, {}],
    ['PR12', 'no such item', { agendaItem: null }, {}],
    ['PR12', 'an item of another meeting', { agendaItem: { meetingId: 'prep' } }, {}],
    ['PR14', 'pens still up', {}, { pensDown: false }],
    ['PR8', 'an empty text', {}, { text: { position: 12, hash: HASH, words: 0 } }],
    ['PR15', 'something written since', {}, { text: { position: 13, hash: HASH, words: 340 } }],
    ['PR16', 'another text than the one shown', { hash: 'b'.repeat(64) }, {}],
    ['PR17', 'an unknown verb', { verb: 'applauded' }, {}],
    ['PR25', 'no wording', { wording: '  ' }, {}],
    ['PR25', 'a wording without end', { wording: 'x'.repeat(2001) }, {}],
    ['PR4', 'an old page', { stateSeq: 1 } as Partial<AdoptCommand>, {}],
  ])('%s refuses %s', (rule, _what, command, change) => {
    expect(ruleOf(run({ ...ready, ...change }, { ...ADOPT, ...command }))).toBe(rule);
  });

  test('PR24 an issued text keeps its number, a changed one gets the next', () => {
    const numbered = (lastRevision: ProcedureState['lastRevision']) => {
      const outcome = run({ ...ready, lastRevision }, ADOPT);
      return outcome.ok ? outcome.value.revision : null;
    };
    expect(numbered(null)).toBe(1);
    expect(numbered({ revision: 4, hash: HASH })).toBe(4);
    expect(numbered({ revision: 4, hash: 'b'.repeat(64) })).toBe(5);
  });

  test('PR6 the change is the final state and an event that quotes the hash', () => {
    const outcome = run(ready, ADOPT);
    expect(outcome.ok && outcome.value).toEqual({
      state: 'adopted',
      pensDown: false,
      revision: 1,
      event: {
        kind: 'document.adopted',
        data: {
          verb: 'adopted',
          revision: 1,
          textHash: HASH,
          meetingId: 'som',
          agendaItemId: 'item',
          at: NOW,
        },
      },
    });
  });
});

describe('§10 gavel and edit at once', () => {
  /** What people at the table do, each from the page that they saw last. */
  const acts = fc.array(
    fc.record({
      who: fc.nat(2),
      // A program need not name the procedural state that it saw.
      namesSeq: fc.boolean(),
      act: fc.constantFrom('look', 'pensDown', 'pensUp', 'edit', 'gavel' as const),
    }),
    { minLength: 4, maxLength: 30 },
  );

  test('§10 PR4 PR5 PR14 PR15 PR16 exactly one wins: no edit after the gavel, no gavel over an edit nobody was shown', () => {
    let adoptions = 0;
    let late = 0;
    fc.assert(
      fc.property(acts, (wanted) => {
        let now = state({ state: 'negotiation' });
        // Three pages, each as it was opened.
        const pages = [now, now, now];
        let adopted: ProcedureState['text'] | null = null;
        for (const { who, namesSeq, act } of wanted) {
          const page = pages[who] ?? now;
          if (act === 'look') pages[who] = now;
          else if (act === 'edit') {
            // An edit asks for the rights of its instant; the log gives it the next position.
            if (isFinal(now.state) || now.pensDown) continue;
            const position = now.text.position + 1;
            now = { ...now, text: { ...now.text, position, hash: String(position).padStart(64, '0') } };
          } else {
            const { position, hash } = page.text;
            const seq = namesSeq ? { stateSeq: page.stateSeq } : {};
            const command: ProcedureCommand =
              act === 'gavel' ? { ...ADOPT, position, hash, ...seq } : { do: act, ...seq };
            const done = run(now, command);
            if (!done.ok) {
              if (act === 'gavel') late += 1;
              continue;
            }
            if (act === 'gavel') {
              adoptions += 1;
              // What was adopted is what the page showed, and what stood; and nobody adopted before.
              expect(adopted).toBeNull();
              expect(page.text).toEqual(now.text);
              expect(now.pensDown).toBe(true);
              adopted = now.text;
            }
            const { value } = done;
            now = {
              ...now,
              stateSeq: now.stateSeq + 1,
              state: value.state ?? now.state,
              pensDown: value.pensDown ?? now.pensDown,
            };
          }
          if (adopted !== null) expect(now.text).toEqual(adopted);
        }
        expect(now.state === 'adopted').toBe(adopted !== null);
      }),
      { seed: 20190427, numRuns: 2000 },
    );
    expect(adoptions).toBeGreaterThan(100);
    expect(late).toBeGreaterThan(100);
  });
});
