import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { loggedError, whereThrown } from './logged-error';

const SECRET = 'the minister will resign';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('thrown: nothing was');
}

describe('SY22 what of an error is logged', () => {
  test('a failed statement: the code and words of SQLite, never its values', () => {
    const cause = Object.assign(new Error('UNIQUE constraint failed: users.email'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    const logged = loggedError(new DrizzleQueryError('insert into users values (?)', [SECRET], cause));
    expect(JSON.stringify(logged)).not.toContain(SECRET);
    expect(logged.cause).toMatchObject({
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      message: 'UNIQUE constraint failed: users.email',
    });
  });

  test('an error that quotes what it was given is told by its kind and place', () => {
    const logged = loggedError(thrown(() => JSON.parse(`{"text": ${SECRET}}`)));
    expect(logged.type).toBe('SyntaxError');
    expect(logged.stack).toContain('logged-error.test.ts');
    expect(JSON.stringify(logged)).not.toContain('minister');
    expect(whereThrown(thrown(() => JSON.parse(SECRET)))).not.toContain('minister');
  });

  test('an error of ours keeps its message: it names a function and no words', () => {
    expect(loggedError(new Error('docOfState: the past of an update is missing')).message).toBe(
      'docOfState: the past of an update is missing',
    );
    expect(loggedError(new Error(SECRET)).message).toBeUndefined();
  });

  test('whatever is thrown that is no error, and causes without an end', () => {
    expect(loggedError(SECRET)).toEqual({ type: 'string' });
    const ring = new Error('a: b');
    ring.cause = ring;
    expect(JSON.stringify(loggedError(ring)).length).toBeLessThan(20_000);
  });
});
