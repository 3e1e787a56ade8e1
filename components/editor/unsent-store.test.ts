// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { clearLocalCopies, deleteCopiesOf } from './local-copies';
import { keepUnsent, readUnsent } from './unsent-store';

const CLAUSE = { key: 'c_1', change: 'changed', citation: 'para. 3', text: 'words', proposal: null } as const;

beforeEach(() => localStorage.clear());

describe('unsent words on this device', () => {
  test('are kept apart by person and by document', () => {
    keepUnsent('ana', 'doc_a', [CLAUSE]);
    expect(readUnsent('ana', 'doc_a')).toEqual([CLAUSE]);
    expect(readUnsent('ana', 'doc_b')).toEqual([]);
    expect(readUnsent('bo', 'doc_a')).toEqual([]);
  });

  test('are gone once they are not needed, and when their document may not be kept', async () => {
    keepUnsent('ana', 'doc_a', [CLAUSE]);
    keepUnsent('ana', 'doc_a', []);
    expect(localStorage.length).toBe(0);
    keepUnsent('ana', 'doc_a', [CLAUSE]);
    keepUnsent('bo', 'doc_b', [CLAUSE]);
    await deleteCopiesOf('doc_a');
    expect([readUnsent('ana', 'doc_a'), readUnsent('bo', 'doc_b')]).toEqual([[], [CLAUSE]]);
  });

  test('what a page of before kept is offered to copy', () => {
    const { proposal: _, ...old } = CLAUSE;
    localStorage.setItem('mufakat:unsent:ana:doc_a', JSON.stringify([old]));
    expect(readUnsent('ana', 'doc_a')).toEqual([CLAUSE]);
  });

  test('signing out removes everybody’s, and nothing of others', async () => {
    keepUnsent('ana', 'doc_a', [CLAUSE]);
    localStorage.setItem('theme', 'dark');
    await clearLocalCopies();
    expect({ ...localStorage }).toEqual({ theme: 'dark' });
  });

  test('what somebody else wrote there is no clause', () => {
    for (const value of ['{', '"x"', '[1]', '[{"key":1}]', '[{"key":"a","change":"moved"}]']) {
      localStorage.setItem('mufakat:unsent:ana:doc_a', value);
      expect(readUnsent('ana', 'doc_a')).toEqual([]);
    }
  });
});
