import { describe, expect, test } from 'vitest';
import { version } from '@/components/versions/fixtures/versions';
import { compareHref, isBackwards, readCompareQuery } from './choice';
import { settleChoice } from './settle-choice';

describe('the address of a comparison', () => {
  test('reads numbers, the text as it stands, the view and the earlier document', () => {
    expect(readCompareQuery({ from: '3', to: 'now', view: 'side', fromDocument: 'doc_1' })).toEqual({
      from: 3,
      to: 'now',
      view: 'side',
      fromDocument: 'doc_1',
      unreadable: null,
      complete: true,
    });
  });

  test('the one value of the form names a version of the earlier document', () => {
    expect(readCompareQuery({ from: 'doc_1:12', to: '2' })).toMatchObject({
      from: 12,
      to: 2,
      fromDocument: 'doc_1',
      complete: false,
    });
  });

  test('what names no version is kept to be shown, shortened', () => {
    for (const wrong of ['0', '-1', '1.5', '1e3', 'NOW', '٣', '<b>', '99999999999']) {
      expect(readCompareQuery({ from: wrong, to: 'now' })).toMatchObject({ from: null, unreadable: wrong });
    }
    expect(readCompareQuery({ from: '1', to: 'x'.repeat(900) }).unreadable).toHaveLength(40);
  });

  test('nothing asked for is not an error', () => {
    expect(readCompareQuery({})).toEqual({
      from: null,
      to: null,
      view: 'inline',
      fromDocument: null,
      unreadable: null,
      complete: false,
    });
    expect(readCompareQuery({ view: 'unknown' }).view).toBe('inline');
    expect(readCompareQuery({ from: ['4', '5'] }).from).toBe(4);
  });

  test('an address that is written can be read again', () => {
    const choice = { from: 3, to: 'now', view: 'changes', fromDocument: 'doc_x' } as const;
    const url = new URL(compareHref('doc_a', choice), 'http://localhost');
    expect(url.pathname).toBe('/documents/doc_a/compare');
    expect(readCompareQuery(Object.fromEntries(url.searchParams))).toMatchObject(choice);
    expect(compareHref('doc_a', { from: 1, to: 2, view: 'inline', fromDocument: null })).toBe(
      '/documents/doc_a/compare?from=1&to=2',
    );
  });
});

describe('what is compared', () => {
  const versions = [version(3), version(2, { kind: 'revision', revision: 1 }), version(1)];
  const predecessor = { id: 'doc_p', versions: [version(8), version(7, { kind: 'adopted', revision: 3 })] };
  const ask = (query: Record<string, string>) => readCompareQuery(query);

  test('nobody chose: the last revision with the text as it stands', () => {
    expect(settleChoice('doc_a', ask({ view: 'side' }), versions, null)).toEqual({
      from: 2,
      to: 'now',
      view: 'side',
      fromDocument: null,
    });
    expect(settleChoice('doc_a', ask({ to: '3' }), versions, predecessor)).toMatchObject({ from: 2, to: 3 });
    expect(settleChoice('doc_a', ask({}), [], null)).toBe(null);
  });

  test('a successor without a history of its own: the adopted text it began with', () => {
    expect(settleChoice('doc_a', ask({}), [version(1)], predecessor)).toMatchObject({
      from: 7,
      fromDocument: 'doc_p',
    });
  });

  test('what was chosen stays, and the document itself is no predecessor', () => {
    expect(settleChoice('doc_a', ask({ from: 'doc_a:1', to: '2' }), versions, predecessor)).toMatchObject({
      from: 1,
      to: 2,
      fromDocument: null,
    });
    expect(settleChoice('doc_a', ask({ from: 'x' }), versions, null)).toBe(null);
  });

  test('the later text first is backwards, of one document only', () => {
    const pair = (from: number | 'now', to: number | 'now', fromDocument: string | null = null) =>
      isBackwards({ from, to, fromDocument, view: 'inline' });
    expect([pair(3, 1), pair('now', 1), pair(1, 3), pair(3, 'now'), pair('now', 'now')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(pair(9, 1, 'doc_p')).toBe(false);
  });
});
