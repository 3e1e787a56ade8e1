import { heaviestChain } from './chains';

/** Above this many tokens together, tokens that occur once on each side divide the work first. */
const ANCHORS_FROM = 600;
/** So often anchors are looked for within parts that anchors have divided: more often only where each divides off little. */
const MOST_NESTED = 64;
/** The search for a shortest script is cut off at this many edits and goes on from the furthest point reached. */
const DEEPEST = 500;

/**
 * A longest common subsequence of two token lists (Myers, in linear space): for each place of `a` its place in
 * `b`, or -1. Exact for clauses of ordinary length; very long and very different ones are bounded by their size,
 * never by time, so the answer is the same on every machine.
 */
export function commonSequence(a: Int32Array, b: Int32Array): Int32Array {
  const search = new Search(a, b);
  search.compare(0, a.length, 0, b.length, 0);
  return search.matches;
}

class Search {
  readonly matches: Int32Array;
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  private readonly forward: Int32Array;
  private readonly backward: Int32Array;

  constructor(a: Int32Array, b: Int32Array) {
    this.a = a;
    this.b = b;
    this.matches = new Int32Array(a.length).fill(-1);
    const size = 2 * (a.length + b.length) + 4;
    this.forward = new Int32Array(size);
    this.backward = new Int32Array(size);
  }

  compare(aFrom: number, aTo: number, bFrom: number, bTo: number, nested: number): void {
    let [a0, a1, b0, b1] = [aFrom, aTo, bFrom, bTo];
    for (;;) {
      while (a0 < a1 && b0 < b1 && this.a[a0] === this.b[b0]) this.matches[a0++] = b0++;
      while (a0 < a1 && b0 < b1 && this.a[a1 - 1] === this.b[b1 - 1]) this.matches[--a1] = --b1;
      if (a0 === a1 || b0 === b1) return;
      const isLong = a1 - a0 + (b1 - b0) > ANCHORS_FROM;
      if (isLong && nested < MOST_NESTED && this.compareAroundAnchors(a0, a1, b0, b1, nested + 1)) return;
      const [x, y] = this.middle(a0, a1, b0, b1);
      this.compare(a0, x, b0, y, nested);
      [a0, b0] = [x, y];
    }
  }

  /** Splits at tokens that occur exactly once in both ranges; false where there are none. */
  private compareAroundAnchors(a0: number, a1: number, b0: number, b1: number, nested: number): boolean {
    const inA = singles(this.a, a0, a1);
    const inB = singles(this.b, b0, b1);
    const candidates = [];
    for (const [token, place] of inA) {
      const other = inB.get(token);
      if (place >= 0 && other !== undefined && other >= 0)
        candidates.push({ old: place, new: other, weight: 1 });
    }
    const chain = heaviestChain(candidates);
    if (chain.length === 0) return false;
    let [a, b] = [a0, b0];
    for (const anchor of chain) {
      this.compare(a, anchor.old, b, anchor.new, nested);
      this.matches[anchor.old] = anchor.new;
      a = anchor.old + 1;
      b = anchor.new + 1;
    }
    this.compare(a, a1, b, b1, nested);
    return true;
  }

  /** A point that a shortest script passes through, found by searching from both ends at once. */
  private middle(a0: number, a1: number, b0: number, b1: number): [number, number] {
    const { a, b, forward, backward } = this;
    const n = a1 - a0;
    const m = b1 - b0;
    const delta = n - m;
    const odd = (delta & 1) !== 0;
    const zero = this.forward.length >> 1;
    forward[zero + 1] = 0;
    backward[zero + 1] = 0;
    for (let d = 0; ; d += 1) {
      const low = -(d - 2 * Math.max(0, d - m));
      const high = d - 2 * Math.max(0, d - n);
      const lowBefore = -(d - 1 - 2 * Math.max(0, d - 1 - m));
      const highBefore = d - 1 - 2 * Math.max(0, d - 1 - n);
      for (let k = low; k <= high; k += 2) {
        let x = nextX(forward, zero + k, k === -d, k === d);
        while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x += 1;
        forward[zero + k] = x;
        const mirrored = delta - k;
        if (odd && mirrored >= lowBefore && mirrored <= highBefore) {
          if (x + (backward[zero + mirrored] ?? 0) >= n) return [a0 + x, b0 + x - k];
        }
      }
      for (let k = low; k <= high; k += 2) {
        let x = nextX(backward, zero + k, k === -d, k === d);
        while (x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - (x - k)]) x += 1;
        backward[zero + k] = x;
        const mirrored = delta - k;
        if (!odd && mirrored >= low && mirrored <= high) {
          if (x + (forward[zero + mirrored] ?? 0) >= n) return [a1 - x, b1 - (x - k)];
        }
      }
      if (d >= DEEPEST) return this.furthest(low, high, zero, a0, a1, b0, b1);
    }
  }

  /** The furthest point that either search has reached within the range; beyond it a diagonal goes on, but no text. */
  private furthest(
    low: number,
    high: number,
    zero: number,
    a0: number,
    a1: number,
    b0: number,
    b1: number,
  ): [number, number] {
    const [n, m] = [a1 - a0, b1 - b0];
    let best = 0;
    let point: [number, number] = [a0 + (n >> 1), b0 + (m >> 1)];
    for (let k = low; k <= high; k += 2) {
      const ahead = this.forward[zero + k] ?? 0;
      const behind = this.backward[zero + k] ?? 0;
      if (ahead <= n && ahead - k <= m && 2 * ahead - k > best) {
        best = 2 * ahead - k;
        point = [a0 + ahead, b0 + ahead - k];
      }
      if (behind <= n && behind - k <= m && 2 * behind - k > best) {
        best = 2 * behind - k;
        point = [a1 - behind, b1 - (behind - k)];
      }
    }
    return point;
  }
}

function nextX(reached: Int32Array, at: number, mustGoDown: boolean, mustGoRight: boolean): number {
  const below = reached[at + 1] ?? 0;
  const left = reached[at - 1] ?? 0;
  return mustGoDown || (!mustGoRight && left < below) ? below : left + 1;
}

/** Tokens of a range with their place; -1 for those that occur more than once. */
function singles(tokens: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    const token = tokens[index] ?? 0;
    places.set(token, places.has(token) ? -1 : index);
  }
  return places;
}
