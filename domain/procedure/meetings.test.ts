import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaLevel, decideMeetingChange, decideMeetingMove, moveByOne, nextItemNumber } from './meetings';
import { MEETING_STATES } from './states';

describe('the life of a meeting', () => {
  test('BO13 planned, in session, closed; a closed one may be taken up again', () => {
    const allowed = MEETING_STATES.flatMap((from) =>
      MEETING_STATES.filter((to) => decideMeetingMove(from, to).ok).map((to) => `${from}>${to}`),
    );
    expect(allowed).toEqual(['planned>open', 'open>closed', 'closed>open']);
    expect(decideMeetingMove('closed', 'planned')).toEqual({
      ok: false,
      rule: 'BO13',
      detail: { meetingState: 'closed' },
    });
  });

  test('BO14 a closed meeting stays as it was', () => {
    expect(MEETING_STATES.filter((state) => decideMeetingChange(state).ok)).toEqual(['planned', 'open']);
  });
});

describe('the agenda', () => {
  test('the level of an item is the depth of its number', () => {
    expect(['4', '4.2', '4.2.1', 'A', ''].map(agendaLevel)).toEqual([1, 2, 3, 1, 1]);
  });

  test('a new item is offered the number after the last whole one', () => {
    expect(nextItemNumber([])).toBe('1');
    expect(nextItemNumber(['1', '2', '2.1', '10'])).toBe('11');
    expect(nextItemNumber(['A', 'B.1'])).toBe('1');
  });

  test('an item moves by one place and takes nothing with it', () => {
    expect(moveByOne(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(moveByOne(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(moveByOne(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c']);
    expect(moveByOne(['a', 'b', 'c'], 'c', 'down')).toEqual(['a', 'b', 'c']);
    expect(moveByOne(['a', 'b'], 'x', 'up')).toEqual(['a', 'b']);
  });

  test('up and down undo one another, and nothing is lost or doubled', () => {
    const agenda = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(agenda, fc.nat(), (ids, pick) => {
        const id = ids[pick % ids.length] ?? '';
        const moved = moveByOne(ids, id, 'down');
        expect([...moved].sort()).toEqual([...ids].sort());
        if (id !== ids.at(-1)) expect(moveByOne(moved, id, 'up')).toEqual(ids);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
