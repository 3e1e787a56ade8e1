import type { Logger } from 'pino';
import type { Counters } from './counters';

/** Within this time nobody at a keyboard notices that others had to wait. */
const SLOW_MS = 50;

export interface TurnTime {
  readonly rooms: number;
  readonly commitMs: number;
  readonly fanOutMs: number;
}

/** Counts what a turn took, and says so where it was long enough to be felt, with its parts. */
export function noteTurn(counters: Counters, logger: Logger, { rooms, commitMs, fanOutMs }: TurnTime): void {
  counters.turnTook(commitMs, fanOutMs);
  if (commitMs + fanOutMs <= SLOW_MS) return;
  logger.warn({ rooms, commitMs: Math.round(commitMs), fanOutMs: Math.round(fanOutMs) }, 'slow turn');
}
