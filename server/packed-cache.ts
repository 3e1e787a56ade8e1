import type { PackedRedline } from '../domain/redline/lines';

/**
 * Keeps packed redlines up to so many bytes together, the longest unused forgotten first. Two who ask for the same at
 * once wait for one answer. Not kept is a failure, nor what its maker says is not whole.
 */
export function createPackedCache(mostBytes: number) {
  const kept = new Map<string, { readonly answer: Promise<PackedRedline>; size: number }>();
  return (key: string, make: (isNotWhole: () => void) => Promise<PackedRedline>): Promise<PackedRedline> => {
    const known = kept.get(key);
    let isWhole = true;
    const entry = known ?? {
      answer: make(() => {
        isWhole = false;
      }),
      size: 0,
    };
    kept.delete(key);
    kept.set(key, entry);
    if (known !== undefined) return known.answer;
    entry.answer.then(
      ({ bytes }) => {
        if (!isWhole) {
          kept.delete(key);
          return;
        }
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
