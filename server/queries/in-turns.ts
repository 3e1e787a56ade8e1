import { setImmediate } from 'node:timers/promises';

/** One after another: between two proposals others' keystrokes and requests come first. */
export async function inTurns<From, To>(
  all: readonly From[],
  make: (one: From, index: number) => Promise<To>,
): Promise<To[]> {
  const made: To[] = [];
  for (const [index, one] of all.entries()) {
    await setImmediate();
    made.push(await make(one, index));
  }
  return made;
}
