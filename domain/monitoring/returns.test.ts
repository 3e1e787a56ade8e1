import { describe, expect, test } from 'vitest';
import { asks, comparePeriods, endOfPeriod, isPartOf, periodOf, readPeriod } from './periods';
import { isOwed, reminderDue } from './reminders';
import {
  decideReturn,
  isLate,
  RETURN_STATES,
  RETURN_STEPS,
  type ReturnState,
  type ReturnStep,
  seenUntil,
  shownState,
  sightOf,
} from './returns';
import { decideRound, decideWindow, rosterInstant } from './rounds';

describe('MO14 the steps of a return', () => {
  const walk = (...steps: ReturnStep[]) =>
    steps.reduce<ReturnState | 'refused'>((state, step) => {
      if (state === 'refused') return state;
      const next = decideReturn(state, step, 'for a reason');
      return next.ok ? next.value : 'refused';
    }, 'notStarted');

  test('the whole way', () => {
    expect(walk('fill')).toBe('inProgress');
    expect(walk('fill', 'fill', 'submit')).toBe('submitted');
    expect(walk('fill', 'submit', 'askClarification', 'fill')).toBe('clarification');
    expect(walk('fill', 'submit', 'askClarification', 'answer', 'accept', 'lock')).toBe('locked');
    expect(walk('fill', 'submit', 'accept', 'reopen', 'fill', 'submit')).toBe('submitted');
    expect(walk('lock', 'reopen')).toBe('inProgress');
  });

  test('no step leads out of a state where it does not belong', () => {
    const taken = RETURN_STATES.flatMap((state) =>
      RETURN_STEPS.filter((step) => decideReturn(state, step, 'why').ok).map((step) => `${state} ${step}`),
    );
    expect(taken).toEqual([
      'notStarted fill',
      'notStarted lock',
      'inProgress fill',
      'inProgress submit',
      'inProgress lock',
      'submitted askClarification',
      'submitted accept',
      'clarification fill',
      'clarification answer',
      'accepted lock',
      'accepted reopen',
      'locked reopen',
    ]);
  });

  test('MO15 a question, an answer and a reopening say why', () => {
    for (const [state, step] of [
      ['submitted', 'askClarification'],
      ['clarification', 'answer'],
      ['locked', 'reopen'],
    ] as const) {
      expect(decideReturn(state, step, '  ')).toMatchObject({ ok: false, rule: 'MO15' });
    }
    expect(decideReturn('submitted', 'accept').ok).toBe(true);
  });
});

describe('MO26 who sees what of a return', () => {
  const secretariat = { ring: null, isSecretariat: true, namesCountries: false };
  const other = { ring: 'ID', isSecretariat: false, namesCountries: false };
  const standing = (
    state: ReturnState,
    submittedAt: string | null = null,
    acceptedAt: string | null = null,
  ) => ({
    state,
    submittedAt,
    acceptedAt,
  });

  test('its own delegation all, the secretariat what was submitted, others what was accepted, by name', () => {
    expect(sightOf(other, 'ID')).toBe('all');
    expect(sightOf(secretariat, 'ID')).toBe('released');
    expect(sightOf(other, 'TH')).toBe('none');
    expect(sightOf({ ...other, namesCountries: true }, 'TH')).toBe('accepted');
    const reopened = standing('inProgress', '2019-02', '2019-03');
    expect(seenUntil('all', reopened)).toBe('');
    expect(seenUntil('released', reopened)).toBe('2019-02');
    expect(seenUntil('accepted', reopened)).toBe('2019-03');
    expect(seenUntil('none', reopened)).toBeNull();
    expect(seenUntil('released', standing('inProgress'))).toBeNull();
  });

  test('nobody outside learns that a delegation has begun', () => {
    for (const sight of ['released', 'accepted', 'none'] as const) {
      expect(shownState(sight, standing('inProgress'))).toBe(shownState(sight, standing('notStarted')));
    }
  });

  test('what the secretariat asks of one delegation is nothing to the others', () => {
    for (const state of ['submitted', 'clarification'] as const) {
      expect(shownState('none', standing(state, '2019-02'))).toBe('awaited');
      expect(shownState('released', standing(state, '2019-02'))).toBe(state);
    }
    expect(shownState('none', standing('locked', '2019-02', '2019-03'))).toBe('locked');
    expect(shownState('none', standing('locked'))).toBe('awaited');
  });
});

describe('periods', () => {
  test('MO8 a year, a half, a quarter, and nothing else', () => {
    expect(periodOf('2019')).toEqual({ name: '2019', year: 2019, from: 1, to: 12 });
    expect(periodOf('2019-H2')).toMatchObject({ from: 7, to: 12 });
    expect(periodOf('2019-Q3')).toMatchObject({ from: 7, to: 9 });
    for (const wrong of ['19', '2019-Q5', '2019-H0', '2019-03', 'Q1 2019', '']) {
      expect(readPeriod(wrong)).toMatchObject({ ok: false, rule: 'MO8' });
    }
  });

  test('MO9 within the years of the plan', () => {
    const years = { fromYear: 2016, toYear: 2020 };
    expect(readPeriod('2021', years)).toMatchObject({ rule: 'MO9' });
    expect(readPeriod('2020-Q4', years).ok).toBe(true);
  });

  test('MO8 their order is that of their ends', () => {
    const names = ['2019', '2018-Q4', '2019-H1', '2018', '2019-Q1', '2019-Q2'];
    const sorted = names.map(periodOf).toSorted(comparePeriods);
    expect(sorted.map(({ name }) => name)).toEqual([
      '2018-Q4',
      '2018',
      '2019-Q1',
      '2019-Q2',
      '2019-H1',
      '2019',
    ]);
    expect(isPartOf(periodOf('2019-Q2'), periodOf('2019-H1'))).toBe(true);
    expect(isPartOf(periodOf('2019'), periodOf('2019'))).toBe(false);
  });

  test('MO10 a round asks for what is reported at least as often', () => {
    expect(asks(periodOf('2019'), 'once')).toBe(true);
    expect(asks(periodOf('2019'), 'quarterly')).toBe(true);
    expect(asks(periodOf('2019-H1'), 'yearly')).toBe(false);
    expect(asks(periodOf('2019-Q1'), 'halfYearly')).toBe(false);
    expect(asks(periodOf('2019-Q1'), 'quarterly')).toBe(true);
  });

  test('MO27 the members asked are those of the end of the period, or of now', () => {
    expect(endOfPeriod(periodOf('2018'))).toBe('2018-12-31T17:00:00.000Z');
    expect(endOfPeriod(periodOf('2020-Q1'))).toBe('2020-03-31T17:00:00.000Z');
    expect(rosterInstant(periodOf('2018'), '2019-05-01T00:00:00.000Z')).toBe('2018-12-31T16:59:59.999Z');
    expect(rosterInstant(periodOf('2019'), '2019-05-01T00:00:00.000Z')).toBe('2019-05-01T00:00:00.000Z');
  });
});

describe('rounds', () => {
  const round = {
    bodyId: 'b',
    period: periodOf('2018'),
    opensAt: '2019-05-01T00:00:00.000Z',
    closesAt: '2019-07-01T00:00:00.000Z',
  };
  const note = { bodyId: 'b', kind: 'conceptNote', state: 'adopted' };

  test('MO30 only by an adopted concept note of the body', () => {
    expect(decideRound(round, note, []).ok).toBe(true);
    for (const wrong of [
      null,
      { ...note, state: 'negotiation' },
      { ...note, bodyId: 'other' },
      { ...note, kind: 'statement' },
    ]) {
      expect(decideRound(round, wrong, [])).toMatchObject({ rule: 'MO30' });
    }
  });

  test('MO31 one for each period, MO33 with a window', () => {
    expect(decideRound(round, note, ['2018'])).toMatchObject({ rule: 'MO31' });
    expect(decideWindow(round.closesAt, round.closesAt)).toMatchObject({ rule: 'MO33' });
  });

  test('MO32 reminders: a week and a day before, and once it is over, each once', () => {
    const due = (now: string, ...sent: Parameters<typeof reminderDue>[1]) => reminderDue(round, sent, now);
    expect(due('2019-06-23T00:00:00.000Z')).toBeNull();
    expect(due('2019-06-24T00:00:00.000Z')).toBe('week');
    expect(due('2019-06-25T00:00:00.000Z', 'week')).toBeNull();
    expect(due('2019-06-30T00:00:00.000Z', 'week')).toBe('day');
    expect(due('2019-07-02T00:00:00.000Z')).toBe('overdue');
    expect(due('2019-07-02T00:00:00.000Z', 'overdue')).toBeNull();
    const short = { opensAt: '2019-06-28T00:00:00.000Z', closesAt: round.closesAt };
    expect(reminderDue(short, [], '2019-06-29T00:00:00.000Z')).toBeNull();
  });

  test('MO32 owed is what was not released', () => {
    expect(RETURN_STATES.filter(isOwed)).toEqual(['notStarted', 'inProgress', 'clarification']);
  });
});

test('MO14 late is what came first after the window; what is answered later makes nothing late', () => {
  expect(isLate('2019-06-01', '2019-06-30', '2019-09-01')).toBe(false);
  expect(isLate('2019-07-01', '2019-06-30', '2019-09-01')).toBe(true);
  expect(isLate(null, '2019-06-30', '2019-06-01')).toBe(false);
  expect(isLate(null, '2019-06-30', '2019-09-01')).toBe(true);
});
