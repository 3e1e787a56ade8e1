import type { SilenceRules } from './rules';
import type { SilenceRun } from './run';

/** A span in which nobody could reach the server. */
export interface Outage {
  readonly from: string;
  readonly to: string;
}

/** A server that beat its heart this long ago and has not stopped in between was away (asleep, or its clock stepped). */
export const AWAY_MS = 60_000;

/** What a heart beat tells: after a start any silence of the heart was an outage, while serving only a long one. */
export function outageBetween(lastBeat: string | null, now: string, isStart: boolean): Outage | null {
  if (lastBeat === null) return null;
  const gap = Date.parse(now) - Date.parse(lastBeat);
  return gap > 0 && (isStart || gap >= AWAY_MS) ? { from: lastBeat, to: now } : null;
}

/**
 * SP17: the new end of a run that the outage took time from, or null where it did not: it reached into the body's
 * window before the end. As long as the outage lasted the run is made longer, so the time that was left when the
 * server went away is left when it is back. What began at the end or later takes nothing.
 */
export function decideOutage(
  run: SilenceRun,
  outage: Outage,
  rules: Pick<SilenceRules, 'outageMinutes'>,
): { readonly expiresAt: string } | null {
  if (run.state !== 'running') return null;
  const end = Date.parse(run.expiresAt);
  const from = Math.max(Date.parse(outage.from), Date.parse(run.startedAt));
  const to = Date.parse(outage.to);
  const opens = end - rules.outageMinutes * 60_000;
  if (from >= end || to <= opens || to <= from || opens === end) return null;
  return { expiresAt: new Date(end + (to - from)).toISOString() };
}
