import { accept, type Outcome, refuse } from '../refusal';
import { readEnd, type WantedEnd } from './end-instant';
import type { SilenceRules } from './rules';
import { type SilenceRun, stillOpen } from './run';
import { sayUtc } from './zone';

export const REASON = { min: 3, max: 2000 } as const;

/** SP13: the chair gives more time, before the end, never less. */
export function decideExtend(
  run: SilenceRun,
  wanted: WantedEnd,
  rules: SilenceRules,
  now: string,
): Outcome<{ expiresAt: string; zone: string }> {
  const open = stillOpen(run, now);
  if (!open.ok) return open;
  const end = readEnd(wanted, rules);
  if (!end.ok) return end;
  if (Date.parse(end.value) <= Date.parse(run.expiresAt)) {
    return refuse('SP13', { end: sayUtc(run.expiresAt), field: 'endsAt' });
  }
  return accept({ expiresAt: end.value, zone: wanted.zone });
}

/** The chair, or a text that is withdrawn or not adopted, ends a run before its end; the record says why. */
export function decideCancel(run: SilenceRun, reason: string, now: string): Outcome<{ reason: string }> {
  const open = stillOpen(run, now);
  if (!open.ok) return open;
  const said = reason.trim().normalize('NFC');
  if (said.length < REASON.min || said.length > REASON.max) return refuse('PR3', { field: 'reason' });
  return accept({ reason: said });
}
