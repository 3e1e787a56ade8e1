import { accept, type Outcome, refuse } from '../refusal';
import { sayUtc } from './zone';

export const RUN_STATES = ['running', 'adopted', 'broken', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a decision about a run rests on, read in the transaction that carries it out. */
export interface SilenceRun {
  readonly id: string;
  readonly state: RunState;
  readonly startedAt: string;
  /** The first instant at which silence has been kept. */
  readonly expiresAt: string;
  readonly zone: string;
}

/**
 * SP9, SP10: whether anything may still be done about a run. `now` is the server's clock, read inside the transaction;
 * one millisecond before the end is before it, the end itself is not.
 */
export function stillOpen(run: Pick<SilenceRun, 'state' | 'expiresAt'>, now: string): Outcome<true> {
  if (run.state !== 'running') return refuse('SP10', { run: run.state });
  if (hasEnded(run, now)) return refuse('SP9', { end: sayUtc(run.expiresAt) });
  return accept(true);
}

export function hasEnded(run: Pick<SilenceRun, 'expiresAt'>, now: string): boolean {
  return Date.parse(now) >= Date.parse(run.expiresAt);
}
