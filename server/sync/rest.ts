/** Nobody waits longer than this for the server's convenience. */
const LONGEST_MS = 16;
/** Below this a timer costs more than it saves. */
const SHORTEST_MS = 0.5;

/**
 * How long a room may rest after a turn that took `costMs` of the loop: twice as long as it worked, so that a
 * crowded room gathers what comes in meanwhile and leaves two thirds of the loop to others, and a quiet one, whose
 * turns cost next to nothing, never waits.
 */
export function restAfter(costMs: number): number {
  const rest = 2 * costMs;
  return rest < SHORTEST_MS ? 0 : Math.min(rest, LONGEST_MS);
}
