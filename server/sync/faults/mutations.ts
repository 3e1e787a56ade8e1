import { below, bytesOf, oneOf, type Random } from '../tests/random';

/** Noise, half of it behind the first bytes of a real message, so that it gets past the first glance. */
export function randomFrame(random: Random): Uint8Array {
  const noise = bytesOf(random, below(random, 64));
  const choice = random();
  if (choice < 0.4) return noise;
  if (choice < 0.8) return Uint8Array.of(0, 1 + below(random, 2), noise.length, ...noise);
  if (choice < 0.9) return Uint8Array.of(1, noise.length, ...noise);
  return Uint8Array.of(0, 0, noise.length, ...noise);
}

type Mutation = (random: Random, frame: Uint8Array) => Uint8Array;

/** An honest frame, changed in one to four places; `corpus` must not be empty. */
export function mutatedFrame(random: Random, corpus: readonly Uint8Array[]): Uint8Array {
  let frame = oneOf(random, corpus);
  const times = 1 + below(random, 4);
  for (let time = 0; time < times; time += 1) {
    if (frame.length > 0) frame = oneOf(random, MUTATIONS)(random, frame);
  }
  // Half of them with the right length written in front, or nearly all would die there.
  return random() < 0.5 ? frame : withLength(frame);
}

const MUTATIONS: readonly Mutation[] = [
  function flipBit(random, frame) {
    const changed = frame.slice();
    const at = below(random, frame.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8));
    return changed;
  },
  function setByte(random, frame) {
    const changed = frame.slice();
    changed[below(random, frame.length)] = oneOf(random, [0, 1, 127, 128, 255, below(random, 256)]);
    return changed;
  },
  function countUp(random, frame) {
    const changed = frame.slice();
    const at = below(random, frame.length);
    changed[at] = (changed[at] ?? 0) + oneOf(random, [1, -1]);
    return changed;
  },
  function cutOut(random, frame) {
    const from = below(random, frame.length);
    return joined(frame.slice(0, from), frame.slice(from + 1 + below(random, 4)));
  },
  function putIn(random, frame) {
    const at = below(random, frame.length);
    return joined(frame.slice(0, at), bytesOf(random, 1 + below(random, 4)), frame.slice(at));
  },
  function repeat(random, frame) {
    const from = below(random, frame.length);
    const piece = frame.slice(from, from + 1 + below(random, 12));
    return joined(frame.slice(0, from), piece, frame.slice(from));
  },
  function writeHugeNumber(random, frame) {
    const at = below(random, frame.length);
    const huge = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 15);
    return joined(frame.slice(0, at), huge.slice(below(random, 7)), frame.slice(at + 1));
  },
  function cutShort(random, frame) {
    return frame.slice(0, below(random, frame.length));
  },
];

/** The length of a sync message written anew: kind, step, length, bytes. Others are left as they are. */
function withLength(frame: Uint8Array): Uint8Array {
  if (frame[0] !== 0 || frame.length < 3) return frame;
  let at = 2;
  while (at < frame.length && (frame[at] ?? 0) >= 128) at += 1;
  const body = frame.slice(at + 1);
  const length: number[] = [];
  for (let left = body.length; ; left >>>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return joined(Uint8Array.of(0, frame[1] ?? 0, ...length), body);
}

/** Spreading bytes into a call would not do for a megabyte of them. */
function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
