import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../refusal';
import { type BreakCommand, decideBreak, decideExpiry } from './end';
import { decideOutage, outageBetween } from './outage';
import { REMINDER_HOURS, reminderDue } from './reminders';
import { checkRules, DEFAULT_SILENCE_RULES } from './rules';
import type { SilenceRun } from './run';
import { decideStart, type StartCommand, type StartFacts } from './start';
import { decideCancel, decideExtend } from './steer';

const NOW = '2026-12-01T03:00:00.000Z';
const END = '2026-12-04T11:00:00.000Z';
const HASH = 'a'.repeat(64);

const RUN: SilenceRun = {
  id: 'run',
  state: 'running',
  startedAt: NOW,
  expiresAt: END,
  zone: 'Asia/Bangkok',
};

const FACTS: StartFacts = {
  bodyId: 'accsm',
  state: 'negotiation',
  stateSeq: 4,
  text: { hash: HASH, words: 300 },
  lastRevision: { revision: 3, hash: HASH },
  isRunning: false,
  questions: [],
  objecting: [],
  meeting: { bodyId: 'accsm', tier: 'preparatory' },
  lastTier: 'preparatory',
  agendaItem: { meetingId: 'som' },
};

const START: StartCommand = {
  end: { local: '2026-12-04T18:00', zone: 'Asia/Bangkok', holidayConfirmed: false },
  verb: 'adopted',
  wording: 'The SOM adopted the Statement.',
  meetingId: 'som',
  hash: HASH,
  stateSeq: 4,
};

const BREAK: BreakCommand = { kind: 'objection', text: 'We cannot join.', receipt: 'r'.repeat(20) };

const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

function ruleOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.rule;
}

function start(
  facts: Partial<StartFacts> = {},
  command: Partial<StartCommand> = {},
  rules = DEFAULT_SILENCE_RULES,
) {
  return decideStart({ ...FACTS, ...facts }, { ...START, ...command }, rules, NOW);
}

describe('starting', () => {
  test('SP8 what was issued keeps its number; what was not becomes the next Rev.n', () => {
    expect(start()).toMatchObject({
      ok: true,
      value: { expiresAt: END, zone: 'Asia/Bangkok', verb: 'adopted', revision: 3, isNewRevision: false },
    });
    expect(start({ lastRevision: null })).toMatchObject({ value: { revision: 1, isNewRevision: true } });
    expect(start({ lastRevision: { revision: 3, hash: 'b'.repeat(64) } })).toMatchObject({
      value: { revision: 4, isNewRevision: true },
    });
  });

  const bracket = {
    kind: 'bracket',
    citation: 'OP 3',
    clauseKind: 'operative',
    clauseId: 'c',
    excerpt: '[x]',
  } as const;
  test.each<[string, Partial<StartFacts>, Partial<StartCommand>]>([
    ['SP2', { isRunning: true }, {}],
    ['PR1', { state: 'draft' }, {}],
    ['PR1', { state: 'silence' }, {}],
    ['PR4', { stateSeq: 5 }, {}],
    ['PR8', { text: { hash: HASH, words: 0 } }, {}],
    ['SP8', {}, { hash: 'b'.repeat(64) }],
    ['SP6', { questions: [bracket] }, {}],
    ['SP7', { objecting: ['VN'] }, {}],
    ['PR11', { meeting: null }, {}],
    ['PR11', { meeting: { bodyId: 'other', tier: 'som' } }, {}],
    ['DE14', { lastTier: 'som' }, {}],
    ['PR12', { agendaItem: { meetingId: 'other' } }, {}],
    ['PR17', {}, { verb: 'liked' }],
    ['PR25', {}, { wording: ' ' }],
    ['SP4', {}, { end: { ...START.end, zone: 'Asia/Nowhere' } }],
    ['SP4', {}, { end: { ...START.end, local: 'soon' } }],
    ['SP3', {}, { end: { ...START.end, local: '2026-12-04T09:59' } }],
  ])('%s refuses %j %j', (rule, facts, command) => {
    expect(ruleOf(start(facts, command))).toBe(rule);
  });

  test('SP3 the minimum is reached to the millisecond', () => {
    // 72 hours after 10:00 in Bangkok.
    expect(ruleOf(start({}, { end: { ...START.end, local: '2026-12-04T10:00' } }))).toBe('done');
    const strict = { ...DEFAULT_SILENCE_RULES, minimumHours: 96 };
    expect(start({}, {}, strict)).toMatchObject({
      rule: 'SP3',
      detail: { hours: 96, earliest: '2026-12-05 03:00 UTC' },
    });
  });

  test('SP5 a listed holiday is a warning: refused once, taken when confirmed; the day is that of the zone', () => {
    const rules = { ...DEFAULT_SILENCE_RULES, holidays: ['2026-12-05'] };
    const end = { local: '2026-12-05T01:00', zone: 'Asia/Bangkok', holidayConfirmed: false };
    expect(start({}, { end }, rules)).toMatchObject({ rule: 'SP5', detail: { day: '2026-12-05' } });
    expect(ruleOf(start({}, { end: { ...end, holidayConfirmed: true } }, rules))).toBe('done');
    // The same instant is still the day before in UTC.
    expect(ruleOf(start({}, { end: { ...end, local: '2026-12-04T18:00', zone: 'UTC' } }, rules))).toBe(
      'done',
    );
  });
});

describe('the end', () => {
  test('SP9 one millisecond before the end breaks; at the end it does not', () => {
    expect(ruleOf(decideBreak(RUN, BREAK, shifted(END, -1)))).toBe('done');
    expect(ruleOf(decideBreak(RUN, BREAK, END))).toBe('SP9');
    expect(ruleOf(decideExpiry(RUN, shifted(END, -1)))).toBe('SP14');
    expect(decideExpiry(RUN, END)).toMatchObject({ value: { at: END } });
    expect(decideExpiry(RUN, shifted(END, 86_400_000))).toMatchObject({ value: { at: END } });
  });

  test('SP10 exactly one of breaking, cancelling and expiring wins, whatever comes when and in which order', () => {
    const acts = fc.array(
      fc.record({
        at: fc.integer({ min: -5, max: 5 }),
        act: fc.constantFrom('break', 'expire', 'cancel' as const),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(acts, (wanted) => {
        let run: SilenceRun = RUN;
        const won: string[] = [];
        // The clock of one server never goes back between two transactions.
        for (const { at, act } of [...wanted].sort((a, b) => a.at - b.at)) {
          const now = shifted(END, at);
          const outcome =
            act === 'break'
              ? decideBreak(run, BREAK, now)
              : act === 'expire'
                ? decideExpiry(run, now)
                : decideCancel(run, 'because', now);
          if (!outcome.ok) continue;
          won.push(act);
          expect(act === 'expire').toBe(at >= 0);
          run = { ...run, state: act === 'break' ? 'broken' : act === 'expire' ? 'adopted' : 'cancelled' };
        }
        expect(won.length).toBeLessThanOrEqual(1);
      }),
      { seed: 705, numRuns: 500 },
    );
  });

  test('SP9 no clock of a client is read: whatever hour it claims, the answer is the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.date({ noInvalidDate: true }),
        (ms, claimed) => {
          const now = shifted(END, ms);
          const skewed = { ...BREAK, at: claimed.toISOString(), now: claimed.getTime(), clientTime: claimed };
          expect(decideBreak(RUN, skewed, now)).toEqual(decideBreak(RUN, BREAK, now));
          expect(decideBreak(RUN, skewed, now).ok).toBe(ms < 0);
        },
      ),
      { seed: 72, numRuns: 300 },
    );
  });

  test('SP11 an objection has words; SP12 and the receipt of a form', () => {
    expect(ruleOf(decideBreak(RUN, { ...BREAK, text: '  ' }, NOW))).toBe('SP11');
    expect(ruleOf(decideBreak(RUN, { ...BREAK, text: 'x'.repeat(10_001) }, NOW))).toBe('SP11');
    expect(ruleOf(decideBreak(RUN, { ...BREAK, receipt: '' }, NOW))).toBe('SP12');
  });

  test('PR3 cancelling has a reason', () => {
    expect(ruleOf(decideCancel(RUN, ' ', NOW))).toBe('PR3');
    expect(decideCancel(RUN, ' A slip in OP 3 ', NOW)).toMatchObject({ value: { reason: 'A slip in OP 3' } });
    expect(ruleOf(decideCancel(RUN, 'because', END))).toBe('SP9');
  });

  test('SP13 more time before the end, never less, never afterwards', () => {
    const later = { local: '2026-12-04T18:01', zone: 'Asia/Bangkok', holidayConfirmed: false };
    expect(decideExtend(RUN, later, DEFAULT_SILENCE_RULES, shifted(END, -1))).toMatchObject({
      value: { expiresAt: '2026-12-04T11:01:00.000Z' },
    });
    expect(
      ruleOf(decideExtend(RUN, { ...later, local: '2026-12-04T18:00' }, DEFAULT_SILENCE_RULES, NOW)),
    ).toBe('SP13');
    expect(ruleOf(decideExtend(RUN, later, DEFAULT_SILENCE_RULES, END))).toBe('SP9');
  });
});

describe('reminders and outages', () => {
  test('SP18 reminded 48, 24 and 2 hours before, once each', () => {
    const sent: number[] = [];
    const told: string[] = [];
    for (let at = NOW; at < shifted(END, 3_600_000); at = shifted(at, 600_000)) {
      const due = reminderDue(RUN, sent, at);
      if (due === null) continue;
      sent.push(due);
      told.push(`${due} ${at}`);
    }
    expect(sent).toEqual([...REMINDER_HOURS]);
    expect(told).toEqual([
      '48 2026-12-02T11:00:00.000Z',
      '24 2026-12-03T11:00:00.000Z',
      '2 2026-12-04T09:00:00.000Z',
    ]);
  });

  test('SP18 of several that were missed only the last is sent; a short run has no long reminder', () => {
    expect(reminderDue(RUN, [], shifted(END, -3_600_000))).toBe(2);
    expect(reminderDue(RUN, [2], shifted(END, -3_000_000))).toBeNull();
    const short = { ...RUN, startedAt: shifted(END, -10 * 3_600_000) };
    expect(reminderDue(short, [], shifted(END, -9 * 3_600_000))).toBeNull();
    expect(reminderDue(RUN, [], END)).toBeNull();
    expect(reminderDue({ ...RUN, state: 'broken' }, [], shifted(END, -1))).toBeNull();
  });

  test('SP17 the time that was left when the server went away is left when it is back', () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 240 }),
        (before, lasted, outageMinutes) => {
          const from = shifted(END, -before * minute);
          const to = shifted(from, lasted * minute);
          const moved = decideOutage(RUN, { from, to }, { outageMinutes });
          const touches = outageMinutes > 0 && lasted > before - outageMinutes;
          expect(moved !== null).toBe(touches);
          if (moved !== null) expect(Date.parse(moved.expiresAt) - Date.parse(to)).toBe(before * minute);
        },
      ),
      { seed: 17, numRuns: 500 },
    );
  });

  test('SP17 what began at the end or later takes nothing, nor does what was over before the window', () => {
    const rules = { outageMinutes: 60 };
    expect(decideOutage(RUN, { from: END, to: shifted(END, 5_000_000) }, rules)).toBeNull();
    expect(decideOutage(RUN, { from: NOW, to: shifted(END, -3_600_000) }, rules)).toBeNull();
    expect(decideOutage(RUN, { from: NOW, to: shifted(END, -3_599_999) }, rules)).not.toBeNull();
    expect(decideOutage(RUN, { from: NOW, to: shifted(END, 1) }, { outageMinutes: 0 })).toBeNull();
  });

  test('SP17 after a start every stop counts; while serving only a long silence of the heart', () => {
    expect(outageBetween(null, NOW, true)).toBeNull();
    expect(outageBetween(NOW, shifted(NOW, 3000), true)).toEqual({ from: NOW, to: shifted(NOW, 3000) });
    expect(outageBetween(NOW, shifted(NOW, 10_000), false)).toBeNull();
    expect(outageBetween(NOW, shifted(NOW, 60_000), false)).not.toBeNull();
    expect(outageBetween(NOW, shifted(NOW, -60_000), true)).toBeNull();
  });
});

describe('rules of a body', () => {
  test.each<[string, Partial<typeof DEFAULT_SILENCE_RULES>]>([
    ['SP22', { minimumHours: 0 }],
    ['SP22', { minimumHours: 72.5 }],
    ['SP22', { outageMinutes: -1 }],
    ['SP22', { outageMinutes: Number.NaN }],
    ['SP23', { holidays: ['2026-02-30'] }],
  ])('%s refuses %j', (rule, change) => {
    expect(ruleOf(checkRules({ ...DEFAULT_SILENCE_RULES, ...change }))).toBe(rule);
  });

  test('SP22 holidays are kept in order, once each', () => {
    const checked = checkRules({
      ...DEFAULT_SILENCE_RULES,
      holidays: ['2027-01-01', '2026-12-05', '2027-01-01'],
    });
    expect(checked).toMatchObject({ value: { holidays: ['2026-12-05', '2027-01-01'] } });
  });
});
