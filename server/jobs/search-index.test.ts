import { describe, expect, it } from 'vitest';
import type { IndexEntry } from './search-entries';
import { Patience } from './search-index';

const AT = Date.parse('2026-03-02T09:00:00.000Z');

function text(writtenAtMs: number | null): IndexEntry {
  const writtenAt = writtenAtMs === null ? null : new Date(writtenAtMs).toISOString();
  return { key: 'text doc_1', stamp: '7', writtenAt, rows: () => [] };
}

describe('when the index is renewed', () => {
  it('waits until the writers of a text pause', () => {
    const patience = new Patience();
    expect(patience.isDue(text(AT - 4000), AT)).toBe(false);
    expect(patience.isDue(text(AT - 5000), AT + 1000)).toBe(true);
  });

  it('waits a minute at most where they never do, and then begins anew', () => {
    const patience = new Patience();
    expect(patience.isDue(text(AT), AT)).toBe(false);
    expect(patience.isDue(text(AT + 59_000), AT + 59_999)).toBe(false);
    expect(patience.isDue(text(AT + 60_000), AT + 60_000)).toBe(true);
    expect(patience.isDue(text(AT + 61_000), AT + 61_000)).toBe(false);
  });

  it('tries what failed again after a minute', () => {
    const patience = new Patience();
    patience.failed(text(null), AT);
    expect(patience.isDue(text(null), AT + 59_999)).toBe(false);
    expect(patience.isDue(text(null), AT + 60_000)).toBe(true);
    expect(patience.isDue(text(null), AT + 60_001)).toBe(true);
  });

  it('does not wait for what is not written letter by letter', () => {
    expect(new Patience().isDue(text(null), AT)).toBe(true);
  });
});
