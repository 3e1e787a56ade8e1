import { describe, expect, test } from 'vitest';
import { version } from '@/components/versions/fixtures/versions';
import { writersBetween } from './authorship';

const HISTORY = [
  version(1, { delegations: [''] }),
  version(2, { delegations: ['TH'] }),
  version(3, { delegations: ['ID', 'TH'] }),
  version(4, { delegations: ['PH'] }),
];

describe('who wrote between two versions', () => {
  test('the delegations of every version after the older one, whichever side it is on', () => {
    expect(writersBetween(HISTORY, 1, 3, false).codes).toEqual(['ID', 'TH']);
    expect(writersBetween(HISTORY, 3, 1, false).codes).toEqual(['ID', 'TH']);
    expect(writersBetween(HISTORY, 3, 'now', false)).toEqual({ codes: ['PH'], complete: true });
  });

  test('work that no version holds yet leaves the list open', () => {
    expect(writersBetween(HISTORY, 3, 'now', true).complete).toBe(false);
    expect(writersBetween(HISTORY, 3, 4, true).complete).toBe(true);
  });
});
