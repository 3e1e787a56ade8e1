/** A candidate pair of two sequences: place in the first, place in the second, and what keeping it is worth. */
export interface Candidate {
  readonly old: number;
  readonly new: number;
  readonly weight: number;
}

/**
 * The heaviest set of candidates that run in the same order in both sequences and share no place. Of equally
 * heavy sets, the same one is always chosen. O(n log n).
 */
export function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  // At one old place the later new place goes first, so that two candidates of one place never follow each other.
  const order = [...candidates].sort((a, b) => a.old - b.old || b.new - a.new);
  const width = order.reduce((most, candidate) => Math.max(most, candidate.new), -1) + 1;
  const best = new BestBefore(width, order.length);
  const before = new Int32Array(order.length).fill(-1);
  const total = new Float64Array(order.length);
  let last = -1;
  order.forEach((candidate, index) => {
    const previous = best.before(candidate.new, total);
    before[index] = previous;
    total[index] = candidate.weight + (previous < 0 ? 0 : (total[previous] ?? 0));
    best.add(candidate.new, index, total);
    if (last < 0 || (total[index] ?? 0) > (total[last] ?? 0)) last = index;
  });
  const chain: Candidate[] = [];
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const candidate = order[index];
    if (candidate !== undefined) chain.push(candidate);
  }
  return chain.reverse();
}

/** A Fenwick tree of maxima: the heaviest chain that ends before a place of the second sequence. */
class BestBefore {
  private readonly tree: Int32Array;

  constructor(width: number, count: number) {
    this.tree = new Int32Array(count === 0 ? 1 : width + 1).fill(-1);
  }

  before(place: number, total: Float64Array): number {
    let best = -1;
    for (let node = place; node > 0; node -= node & -node) {
      const index = this.tree[node] ?? -1;
      if (index >= 0 && (best < 0 || (total[index] ?? 0) > (total[best] ?? 0))) best = index;
    }
    return best;
  }

  add(place: number, index: number, total: Float64Array): void {
    for (let node = place + 1; node < this.tree.length; node += node & -node) {
      const known = this.tree[node] ?? -1;
      if (known < 0 || (total[index] ?? 0) > (total[known] ?? 0)) this.tree[node] = index;
    }
  }
}
