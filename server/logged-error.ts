/** An error as it may stand in a log. */
export interface LoggedError {
  readonly type: string;
  /** Of SQLite, the system or Node, where there is one. */
  readonly code?: string;
  /** Only where it is known to quote nothing. */
  readonly message?: string;
  /** Where it was thrown, without the message that usually heads it. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** What SQLite and the system say of a failure: names of tables, files and addresses, never a value. */
const TELLING_CODE = /^(SQLITE_\w+|E[A-Z]+)$/;
/** Errors of causes are followed this deep. */
const DEEPEST = 4;

/**
 * Strips an error of whatever it may quote (SY22). The query builder repeats the values of a failed statement,
 * ProseMirror the nodes it cannot place, JSON.parse the text it stumbled over: so a message is told only of errors
 * of ours, which name a function and state no words, and of those with a code of SQLite or the system.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const isTelling = typeof code === 'string' && TELLING_CODE.test(code);
  const isOurs = error.constructor === Error && /^[\w ]+: /.test(error.message) && !('params' in error);
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(isTelling || isOurs ? { message: error.message } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined || depth >= DEEPEST ? {} : { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** The kind of an error and where it was thrown, for errors that travel as text. */
export function whereThrown(error: unknown): string {
  return error instanceof Error ? `${error.name}\n${framesOf(error)}` : typeof error;
}

function framesOf(error: Error): string {
  const lines = error.stack?.split('\n') ?? [];
  return lines.filter((line) => /^\s+at \S/.test(line)).join('\n');
}
