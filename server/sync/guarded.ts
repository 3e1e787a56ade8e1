import type { Logger } from 'pino';

/**
 * Does `work`, and logs where it fails. For what runs from a timer or after somebody else's commit: an error
 * there has nobody to go to, and must neither end the process nor undo what is done.
 */
export function guarded(logger: Logger, what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    logger.error({ err: error }, `${what} failed`);
  }
}
