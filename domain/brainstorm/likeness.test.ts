import { describe, expect, test } from 'vitest';
import { likePairs, MOST_COMPARED } from './likeness';

const ROUND = [
  { id: 'kh', words: 'Civil servants in the provinces lack digital skills.' },
  { id: 'la', words: 'Lack of digital skills among civil servants outside the capital' },
  { id: 'sg', words: 'We do not know which skills the service will need by 2030.' },
  { id: 'th', words: 'Rules on procurement slow every reform down.' },
  { id: 'bn', words: 'Planning of succession for senior posts' },
  { id: 'my', words: 'Succession planning for posts at the senior level' },
  { id: 'ph', words: 'Results of training are not monitored.' },
  { id: 'th2', words: 'ข้าราชการในพื้นที่ห่างไกลขาดทักษะดิจิทัล' },
  { id: 'th3', words: 'ขาดทักษะดิจิทัลในหมู่ข้าราชการพื้นที่ห่างไกล' },
  { id: 'th4', words: 'ระเบียบพัสดุทำให้การปฏิรูปล่าช้า' },
];

describe('BS21 duplicates are suggested', () => {
  test('the same thing said in other words, in English and in Thai; and nothing else', () => {
    const pairs = likePairs(ROUND).map(({ a, b }) => `${a} ${b}`);
    expect(pairs.sort()).toEqual(['bn my', 'kh la', 'th2 th3']);
  });

  test('the same words are as alike as can be; capitals and signs do not matter', () => {
    const [pair] = likePairs([
      { id: 'a', words: 'Public trust declines.' },
      { id: 'b', words: 'PUBLIC TRUST DECLINES' },
      { id: 'c', words: 'Remote areas' },
    ]);
    expect(pair).toEqual({ a: 'a', b: 'b', likeness: 1 });
  });

  test('it says the same every time, and nothing of texts without words', () => {
    expect(likePairs(ROUND)).toEqual(likePairs(ROUND));
    expect(likePairs([])).toEqual([]);
    expect(
      likePairs([
        { id: 'a', words: '…' },
        { id: 'b', words: '…' },
      ]),
    ).toEqual([]);
  });

  test('it is bounded: the work by how many are compared, the answer by how many pairs', () => {
    const many = Array.from({ length: MOST_COMPARED * 2 }, (_, index) => ({
      id: `i${index}`,
      words: `Civil servants lack digital skills. ${'word '.repeat(400)}`,
    }));
    const started = performance.now();
    expect(likePairs(many)).toHaveLength(40);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
