/** Nobody waits longer than this for the server's convenience. */
const LONGEST_MS = 8;
/** Below this a timer costs more than it saves. */
const SHORTEST_MS = 1;

/**
 * How long a room may rest after telling everybody in it took `tellingMs`: as long again, so that a crowded room
 * gathers what comes in meanwhile and leaves half of the loop to others, and a quiet one, whose turns cost next to
 * nothing, never waits. Judging edits and waiting for the disk are not counted: they take as long in one turn as in
 * two.
 */
export function restAfter(tellingMs: number): number {
  return tellingMs < SHORTEST_MS ? 0 : Math.min(tellingMs, LONGEST_MS);
}
