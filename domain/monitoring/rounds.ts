import { accept, type Outcome, refuse } from '../refusal';
import { endOfPeriod, type Period } from './periods';

/** MO30: data are collected as the members agreed: by an adopted concept note of the same body. */
export function decideRound(
  round: {
    readonly bodyId: string;
    readonly period: Period;
    readonly opensAt: string;
    readonly closesAt: string;
  },
  note: { readonly bodyId: string; readonly kind: string; readonly state: string } | null,
  periodsOfOthers: readonly string[],
): Outcome<true> {
  if (
    note === null ||
    note.bodyId !== round.bodyId ||
    note.kind !== 'conceptNote' ||
    note.state !== 'adopted'
  ) {
    return refuse('MO30', { field: 'conceptNoteId' });
  }
  if (periodsOfOthers.includes(round.period.name)) {
    return refuse('MO31', { period: round.period.name, field: 'period' });
  }
  return decideWindow(round.opensAt, round.closesAt);
}

/** MO33: a window closes after it opens. */
export function decideWindow(opensAt: string, closesAt: string): Outcome<true> {
  return closesAt > opensAt ? accept(true) : refuse('MO33', { field: 'closesAt' });
}

/** MO27: the instant whose members are asked: the end of the period, or now where it is not over. */
export function rosterInstant(period: Period, now: string): string {
  const last = new Date(Date.parse(endOfPeriod(period)) - 1).toISOString();
  return last < now ? last : now;
}
