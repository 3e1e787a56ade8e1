import type { FieldName } from '@/domain/plan/fields';
import { cellKey, type GridState, type Lost, withoutKeys } from './grid-state';

type Words = Pick<GridState, 'known' | 'wrong' | 'lost'>;

/**
 * Words for a row that somebody took out have no cell any more and are set aside; when the row is back they wait in its
 * cells again. Null where there are none of either.
 */
export function setAside(
  { known, wrong, lost }: Words,
  nameOf: (activityId: string) => Pick<Lost, 'code' | 'country'>,
): Pick<Words, 'wrong' | 'lost'> | null {
  const standing = new Set(known.activities.map(({ id }) => id));
  const gone = Object.entries(wrong).flatMap(([key, words]): Lost[] => {
    const [activityId = '', field] = key.split(' ');
    return standing.has(activityId)
      ? []
      : [{ ...words, activityId, field: field as FieldName, ...nameOf(activityId) }];
  });
  const back = lost.filter(({ activityId }) => standing.has(activityId));
  if (gone.length + back.length === 0) return null;
  const keys = gone.map(keyOf);
  const waiting = back.map((one) => [
    keyOf(one),
    { value: one.value, words: one.words, message: one.message },
  ]);
  return {
    wrong: { ...withoutKeys(wrong, keys), ...Object.fromEntries(waiting) },
    lost: [...lost.filter((one) => !back.includes(one) && !keys.includes(keyOf(one))), ...gone],
  };
}

const keyOf = ({ activityId, field }: Lost) => cellKey(activityId, field);
