import { describe, expect, test } from 'vitest';
import type { PackedRedline } from '../domain/redline/lines';
import { createPackedCache } from './packed-cache';

const answer = (size: number) => ({ bytes: new Uint8Array(size) }) as PackedRedline;

function counted(mostBytes: number) {
  const cache = createPackedCache(mostBytes);
  const made: string[] = [];
  const ask = (key: string, size = 10) =>
    cache(key, async () => {
      made.push(key);
      return answer(size);
    });
  return { cache, made, ask };
}

describe('packed redlines that are kept', () => {
  test('RL9 a page and the rows it asks for are compared once, two who ask at once too', async () => {
    const { made, ask } = counted(100);
    const [first, second] = await Promise.all([ask('a'), ask('a')]);
    expect(second).toBe(first);
    expect(await ask('a')).toBe(first);
    expect(made).toEqual(['a']);
  });

  test('RL9 the longest unused is forgotten where room runs out, and what is larger than the room at once', async () => {
    const { made, ask } = counted(25);
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    expect(made).toEqual(['a', 'b', 'c']);
    await ask('b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
    await ask('huge', 1000);
    await ask('huge', 1000);
    expect(made.filter((key) => key === 'huge')).toHaveLength(2);
  });

  test('a failure is not kept', async () => {
    const { cache, ask } = counted(100);
    await expect(cache('a', () => Promise.reject(new Error('worker died')))).rejects.toThrow('worker died');
    expect((await ask('a')).bytes).toHaveLength(10);
  });
});
