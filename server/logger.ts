import { type DestinationStream, type Logger, pino } from 'pino';
import { loggedError } from './logged-error';

/** Structured logs on standard output. They carry ids and numbers, never the words of a document (SY22). */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggedError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
