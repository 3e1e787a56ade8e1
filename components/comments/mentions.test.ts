import { describe, expect, test } from 'vitest';
import { mentionedIn, nameBeingTyped, peopleNamed, withName } from './mentions';

const PEOPLE = ['Dewi Lestari', 'Dewi', 'Lim Mei Ling'].map((name, index) => ({
  id: `user_${index}`,
  name,
  country: null,
}));

describe('mentioning people', () => {
  test('CO13 a name is being typed after an “@”, and not in an address', () => {
    expect(nameBeingTyped('Ask @De', 7)).toBe('De');
    expect(nameBeingTyped('Ask @', 5)).toBe('');
    expect(nameBeingTyped('dewi@mfa', 8)).toBeNull();
    expect(nameBeingTyped('Ask @Dewi\nplease', 16)).toBeNull();
    expect(nameBeingTyped('Ask', 3)).toBeNull();
  });

  test('CO13 names are found by their beginning and by any part, put in, and read back', () => {
    expect(peopleNamed(PEOPLE, 'mei').map(({ name }) => name)).toEqual(['Lim Mei Ling']);
    expect(withName('Ask @mei please', 8, 'Lim Mei Ling')).toEqual({
      words: 'Ask @Lim Mei Ling please',
      caret: 18,
    });
    expect(mentionedIn('@Dewi Lestari and @Lim Mei Ling', PEOPLE)).toEqual(['user_0', 'user_2']);
    expect(mentionedIn('@Dewi, see above', PEOPLE)).toEqual(['user_1']);
  });
});
