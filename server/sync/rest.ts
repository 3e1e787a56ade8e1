/** Nobody waits longer than this for the server's convenience. */
const LONGEST_MS = 8;
/** Below this a timer costs more than it saves. */
const SHORTEST_MS = 0.5;

/**
 * How long a room may rest after a turn that kept the loop at work for `workMs`: as long again, so that a crowded
 * room gathers what comes in meanwhile and leaves half of the loop to others, and a quiet one, whose turns cost next
 * to nothing, never waits. Waiting for the disk is no work.
 */
export function restAfter(workMs: number): number {
  return workMs < SHORTEST_MS ? 0 : Math.min(workMs, LONGEST_MS);
}
