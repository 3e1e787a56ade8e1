import { type Logger, pino } from 'pino';

/** Structured logs on standard output. They carry ids and numbers, never the words of a document. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
