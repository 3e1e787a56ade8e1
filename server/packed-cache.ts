import type { PackedRedline } from '../domain/redline/lines';

/**
 * Keeps packed redlines up to so many bytes together, the longest unused forgotten first. Two who ask for the same at
 * once wait for one answer; a failure is not kept.
 */
export function createPackedCache(mostBytes: number) {
  const kept = new Map<string, { readonly answer: Promise<PackedRedline>; size: number }>();
  return (key: string, make: () => Promise<PackedRedline>): Promise<PackedRedline> => {
    const known = kept.get(key);
    const entry = known ?? { answer: make(), size: 0 };
    kept.delete(key);
    kept.set(key, entry);
    if (known !== undefined) return known.answer;
    entry.answer.then(
      ({ bytes }) => {
        entry.size = bytes.length;
        let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
        for (const [oldest, { size }] of kept) {
          if (total <= mostBytes) break;
          // What is still being made has no size yet, and somebody waits for it.
          if (size === 0) continue;
          kept.delete(oldest);
          total -= size;
        }
      },
      () => kept.delete(key),
    );
    return entry.answer;
  };
}
