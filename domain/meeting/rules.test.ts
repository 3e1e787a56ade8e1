import { describe, expect, test } from 'vitest';
import type { Outcome } from '../refusal';
import {
  checkAction,
  decideReport,
  inOrderOfUrgency,
  isDueSoon,
  isOverdue,
  isReminderDue,
  SECRETARIAT,
} from './actions';
import { holdersOf, presentOf } from './attendance';
import { type DecisionCommand, decideAtMeeting } from './decisions';
import { checkSession, inRunningOrder, parallelSessions, sessionStamp } from './running-order';
import { HOUSE_PHRASES, MEETING_VERBS, reportedVerb, saysVerb, verbWeight } from './verbs';

function ruleOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.rule;
}

const COMMAND: DecisionCommand = {
  meetingId: 'm1',
  bodyId: 'b1',
  meetingState: 'open',
  verb: 'tookNote',
  wording: 'The Meeting took note of the reports.',
  wordingThai: '',
  agendaItem: { meetingId: 'm1' },
  document: null,
  reports: null,
  putsRight: null,
  named: new Set(),
};
const decide = (change: Partial<DecisionCommand>) => ruleOf(decideAtMeeting({ ...COMMAND, ...change }));

describe('decisions of a meeting', () => {
  test('ME2 only in session, PR12 under an item of its own agenda or none', () => {
    expect(decide({})).toBe('ok');
    expect(decide({ agendaItem: null })).toBe('ok');
    expect(decide({ meetingState: 'planned' })).toBe('ME2');
    expect(decide({ meetingState: 'closed' })).toBe('ME2');
    expect(decide({ agendaItem: { meetingId: 'm2' } })).toBe('PR12');
  });

  test('ME3 ME4 the verb is of the list, and the wording says it', () => {
    expect(decide({ verb: 'voted' })).toBe('ME3');
    expect(decide({ verb: 'endorsed' })).toBe('ME4');
    expect(MEETING_VERBS.map(verbWeight)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const verb of MEETING_VERBS) {
      expect(saysVerb(`${HOUSE_PHRASES[verb].en}the matter.`, verb), verb).toBe(true);
      expect(HOUSE_PHRASES[verb].th.startsWith('ที่ประชุม'), verb).toBe(true);
    }
    // Agreed in principle is less than agreed, and neither passes for the other.
    expect(saysVerb('The Meeting agreed in principle on the draft.', 'agreed')).toBe(false);
    expect(saysVerb('The Meeting agreed on the draft.', 'agreedInPrinciple')).toBe(false);
    expect(saysVerb('The Meeting noted with great appreciation the report.', 'notedWithAppreciation')).toBe(
      true,
    );
    expect(saysVerb('The Meeting exchanged views on the draft.', 'discussed')).toBe(true);
  });

  test('ME5 neither empty nor endless', () => {
    expect(decide({ wording: '' })).toBe('ME5');
    expect(decide({ wording: `noted ${'x'.repeat(2000)}` })).toBe('ME5');
    expect(decide({ wordingThai: 'ก'.repeat(2001) })).toBe('ME5');
  });

  const document = { id: 'd1', bodyId: 'b1' };
  const adopted = { verb: 'adopted', wording: 'The Meeting adopted the agenda.' };
  test('ME6 a text is not adopted in passing; an agenda may be', () => {
    expect(decide(adopted)).toBe('ok');
    expect(decide({ ...adopted, document })).toBe('ME6');
    expect(decide({ document: { id: 'd1', bodyId: 'other' } })).toBe('PO1');
  });

  test('ME7 a decision on a text is reported once, of this meeting, with its verb, for its text', () => {
    const reports = { id: 'dec', documentId: 'd1', meetingId: 'm1', verb: 'adopted' } as const;
    const outcome = decideAtMeeting({ ...COMMAND, ...adopted, reports });
    expect(outcome).toMatchObject({ value: { documentId: 'd1', ofDecisionId: 'dec' } });
    expect(decide({ ...adopted, reports: { ...reports, meetingId: 'm2' } })).toBe('ME7');
    expect(decide({ ...adopted, reports: { ...reports, verb: 'agreed' } })).toBe('ME7');
    expect(decide({ ...adopted, reports, document: { id: 'd2', bodyId: 'b1' } })).toBe('ME7');
    expect(decide({ ...adopted, reports, named: new Set(['dec']) })).toBe('ME7');
    expect(reportedVerb('noted')).toBe('tookNote');
  });

  test('ME8 a mistake is put right once, by a decision of the same body', () => {
    const putsRight = { id: 'old', number: 2, bodyId: 'b1', verb: 'agreed', documentId: null };
    expect(decideAtMeeting({ ...COMMAND, putsRight })).toMatchObject({ value: { ofDecisionId: 'old' } });
    expect(decide({ putsRight, named: new Set(['old']) })).toBe('ME8');
    expect(decide({ putsRight: { ...putsRight, bodyId: 'b2' } })).toBe('PO1');
  });

  test('ME6 putting a decision right adopts no text; the words of one that said so may be mended', () => {
    const document = { id: 'd1', bodyId: 'b1' };
    const adopted = { verb: 'adopted', wording: 'The Meeting adopted the Statement.', document };
    const putsRight = { id: 'old', number: 2, bodyId: 'b1', verb: 'agreed', documentId: 'd1' };
    expect(decide({ ...adopted, putsRight })).toBe('ME6');
    expect(decide({ ...adopted, putsRight: { ...putsRight, verb: 'adopted', documentId: 'd2' } })).toBe(
      'ME6',
    );
    const again = decideAtMeeting({ ...COMMAND, ...adopted, putsRight: { ...putsRight, verb: 'adopted' } });
    expect(again).toMatchObject({ value: { documentId: 'd1', ofDecisionId: 'old' } });
  });
});

describe('the running order', () => {
  const meeting = { startsOn: '2019-04-23', endsOn: '2019-04-24' };
  const session = { day: '2019-04-23', startsAt: '09:00', endsAt: '10:30' };
  const check = (change: Partial<typeof session>) => ruleOf(checkSession({ ...session, ...change }, meeting));

  test('ME9 ME10 on a day of the meeting, its end after its beginning', () => {
    expect(check({})).toBe('ok');
    expect(check({ day: '2019-04-25' })).toBe('ME9');
    expect(check({ day: '2019-04-31' })).toBe('BO10');
    expect(check({ endsAt: '09:00' })).toBe('ME10');
    expect(check({ startsAt: '9:00' })).toBe('BO10');
    expect(check({ endsAt: '24:00' })).toBe('BO10');
  });

  test('ME9 sessions at the same time are told; those that only touch are none', () => {
    const sessions = [
      { ...session, id: 'late', startsAt: '10:30', endsAt: '12:00' },
      { ...session, id: 'both', startsAt: '10:00', endsAt: '11:00' },
      { ...session, id: 'early' },
      { ...session, id: 'other', day: '2019-04-24' },
    ];
    expect(inRunningOrder(sessions).map(({ id }) => id)).toEqual(['early', 'both', 'late', 'other']);
    const parallel = parallelSessions(sessions);
    expect(parallel.get('early')).toEqual(['both']);
    expect(parallel.get('late')).toEqual(['both']);
    expect(parallel.get('other')).toEqual([]);
  });

  test('ME18 a stamp changes with every word', () => {
    const shown = { ...session, title: 'Opening', titleThai: '', agendaItemId: null };
    expect(sessionStamp(shown)).not.toBe(sessionStamp({ ...shown, titleThai: 'พิธีเปิด' }));
  });
});

describe('action items', () => {
  const facts = { roster: ['ID', 'TH'], startsOn: '2019-04-23' };
  test('ME11 ME12 somebody of the body does it, not before the meeting', () => {
    const check = (who: string[], dueOn: string | null = null) => ruleOf(checkAction({ who, dueOn }, facts));
    expect(check(['ID', SECRETARIAT])).toBe('ok');
    expect(check([])).toBe('ME11');
    expect(check(['ID', 'JP'])).toBe('ME11');
    expect(check(['ID'], '2019-04-22')).toBe('ME12');
    expect(check(['ID'], '2019-02-30')).toBe('BO10');
    expect(check(['ID'], '2019-04-23')).toBe('ok');
  });

  const open = { who: ['ID'], state: 'open' } as const;
  const indonesia = { headTable: false, country: 'ID' };
  const chair = { headTable: true, country: 'TH' };
  const said = { state: 'done', words: 'Sent.' };
  test('ME13 those named report, and the head table', () => {
    expect(ruleOf(decideReport(open, said, indonesia))).toBe('ok');
    expect(ruleOf(decideReport(open, said, { headTable: false, country: 'PH' }))).toBe('ME13');
    expect(ruleOf(decideReport(open, said, { headTable: false, country: null }))).toBe('ME13');
    expect(ruleOf(decideReport(open, said, chair))).toBe('ok');
  });

  test('ME14 ME16 a report says something, dropping why', () => {
    expect(ruleOf(decideReport(open, { state: 'open', words: ' ' }, indonesia))).toBe('ME14');
    expect(ruleOf(decideReport(open, { state: 'open', words: 'x'.repeat(2001) }, chair))).toBe('ME14');
    expect(ruleOf(decideReport(open, { state: 'dropped', words: '' }, chair))).toBe('ME16');
    expect(ruleOf(decideReport(open, { state: 'lost', words: 'x' }, chair))).toBe('BO10');
  });

  test('ME15 a delegation neither drops what it was given nor takes up what is over', () => {
    expect(ruleOf(decideReport(open, { state: 'dropped', words: 'No.' }, indonesia))).toBe('ME15');
    const done = { who: ['ID'], state: 'done' } as const;
    expect(ruleOf(decideReport(done, { state: 'open', words: 'Again.' }, indonesia))).toBe('ME15');
    expect(ruleOf(decideReport(done, { state: 'open', words: 'Again.' }, chair))).toBe('ok');
  });

  test('ME17 reminded from seven days before, not of what was given later than that', () => {
    const action = { state: 'open', dueOn: '2019-06-30', createdOn: '2019-04-24' } as const;
    expect(isReminderDue(action, '2019-06-22')).toBe(false);
    expect(isReminderDue(action, '2019-06-23')).toBe(true);
    expect(isReminderDue(action, '2019-06-30')).toBe(true);
    expect(isReminderDue(action, '2019-07-01')).toBe(false);
    expect(isReminderDue({ ...action, state: 'done' }, '2019-06-25')).toBe(false);
    expect(isReminderDue({ ...action, createdOn: '2019-06-24' }, '2019-06-25')).toBe(false);
    expect(isReminderDue({ ...action, dueOn: null }, '2019-06-25')).toBe(false);
  });

  test('what is late comes first; what is over is neither late nor due', () => {
    const soon = { state: 'open', dueOn: '2019-06-30' } as const;
    expect(isOverdue(soon, '2019-06-30')).toBe(false);
    expect(isOverdue(soon, '2019-07-01')).toBe(true);
    expect(isDueSoon(soon, '2019-06-15', 14)).toBe(false);
    expect(isDueSoon(soon, '2019-06-16', 14)).toBe(true);
    const done = { state: 'done', dueOn: '2019-01-01' } as const;
    expect(isOverdue(done, '2019-07-01') || isDueSoon(done, '2019-07-01', 14)).toBe(false);
    const never = { state: 'open', dueOn: null } as const;
    expect(inOrderOfUrgency([done, never, soon])).toEqual([soon, never, done]);
  });
});

test('ME19 delegations present stand in the order of the roster, with the head of that instant', () => {
  const appointments = [
    { name: 'Dewi', role: 'headOfDelegation', country: 'ID', from: '2019-01-01', to: '2019-05-01' },
    { name: 'Budi', role: 'headOfDelegation', country: 'ID', from: '2019-05-01', to: null },
    { name: 'Jose', role: 'delegate', country: 'PH', from: '2019-01-01', to: null },
  ] as const;
  const heads = holdersOf('headOfDelegation', appointments, '2019-04-24');
  const roster = [{ country: 'ID' }, { country: 'MY' }, { country: 'PH' }];
  expect(presentOf(roster, ['PH', 'ID', 'JP'], heads)).toEqual([
    { country: 'ID', head: 'Dewi' },
    { country: 'PH', head: null },
  ]);
  expect(holdersOf('headOfDelegation', appointments, '2019-05-01').get('ID')).toBe('Budi');
});
