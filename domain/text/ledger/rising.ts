/** For each number, how long a run of numbers that only rises, not necessarily neighbours, can be that ends there. */
export function risingLengths(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  return numbers.map((number) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
    return low + 1;
  });
}

/** The indexes of a longest such run. */
export function longestRising(numbers: readonly number[]): Set<number> {
  const lengths = risingLengths(numbers);
  let left = lengths.reduce((most, length) => Math.max(most, length), 0);
  const rising = new Set<number>();
  // Of all that end at a length the last is the smallest, so that whatever was found behind it goes on from it.
  for (let index = numbers.length - 1; left > 0; index -= 1) {
    if (lengths[index] !== left) continue;
    rising.add(index);
    left -= 1;
  }
  return rising;
}
