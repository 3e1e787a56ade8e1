import { describe, expect, test } from 'vitest';
import { initials, inkOn, participants, peopleInRoom, presenceUser } from './presence';

const DEWI = {
  id: 'u1',
  name: 'Dewi Lestari',
  country: 'ID',
  role: 'delegate',
  color: '#b3261e',
  mayEdit: true,
};

describe('presence', () => {
  test('only what the server wrote well counts', () => {
    expect(presenceUser({ user: DEWI })).toEqual(DEWI);
    expect(presenceUser({ cursor: null })).toBeNull();
    expect(presenceUser({ user: { name: 'x' } })).toBeNull();
    expect(presenceUser({ user: { ...DEWI, color: 'url(x)', country: '<b>' } })).toMatchObject({
      color: '#6b6b6b',
      country: null,
    });
  });

  test('a person with two tabs is one face, at the tab with a caret', () => {
    const states = new Map<number, unknown>([
      [1, { user: { ...DEWI, id: 'me' } }],
      [2, { user: DEWI }],
      [3, { user: DEWI, cursor: { anchor: {}, head: {} } }],
      [4, { user: { ...DEWI, id: 'u2', name: 'Aung Kyaw' } }],
    ]);
    const people = peopleInRoom(participants(states, 1), 'me');
    expect(people.map(({ user, clientId, hasCaret }) => [user.name, clientId, hasCaret])).toEqual([
      ['Aung Kyaw', 4, false],
      ['Dewi Lestari', 3, true],
    ]);
  });

  test('one’s own other tab is not a colleague', () => {
    expect(peopleInRoom([{ clientId: 9, user: { ...DEWI, id: 'me' }, hasCaret: true }], 'me')).toEqual([]);
  });

  test('initials leave titles out and are consonants in Thai', () => {
    expect(initials('Dewi Lestari')).toBe('DL');
    expect(initials('Dr. Nguyen Thi Hoa')).toBe('NH');
    expect(initials('สมชาย เกียรติ')).toBe('สก');
    expect(initials('Plato')).toBe('P');
  });

  test('ink is legible on any colour', () => {
    expect(inkOn('#000000')).toBe('#ffffff');
    expect(inkOn('#ffe680')).toBe('#111111');
    expect(inkOn('#1b4f7c')).toBe('#ffffff');
  });
});
