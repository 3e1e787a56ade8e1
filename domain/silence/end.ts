import { accept, type Outcome, refuse } from '../refusal';
import { hasEnded, type SilenceRun, stillOpen } from './run';
import { sayUtc } from './zone';

export const OBJECTION = { min: 3, max: 10_000 } as const;

/** What a delegation says when it breaks the silence. No hour of its own clock is in it, nor would one be read. */
export interface BreakCommand {
  readonly kind: 'objection' | 'amendment';
  readonly text: string;
  /** Made with the form: the same one sent again is the same act. */
  readonly receipt: string;
}

/** SP11, SP12: what must hold of the words, whenever they come. */
export function checkBreak(command: BreakCommand): Outcome<{ text: string }> {
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(command.receipt)) return refuse('SP12');
  const text = command.text.trim().normalize('NFC');
  if (text.length < OBJECTION.min || text.length > OBJECTION.max) {
    return refuse('SP11', { ...OBJECTION, field: 'text' });
  }
  return accept({ text });
}

/** SP9–SP12: one millisecond before the end breaks the silence, at the end it does not. */
export function decideBreak(run: SilenceRun, command: BreakCommand, now: string): Outcome<{ text: string }> {
  const open = stillOpen(run, now);
  return open.ok ? checkBreak(command) : open;
}

/** SP16: silence was kept. The text is adopted as from the end, whenever that is found. */
export function decideExpiry(run: SilenceRun, now: string): Outcome<{ at: string }> {
  if (run.state !== 'running') return refuse('SP10', { run: run.state });
  return hasEnded(run, now) ? accept({ at: run.expiresAt }) : refuse('SP14', { end: sayUtc(run.expiresAt) });
}
