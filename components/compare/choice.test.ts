import { describe, expect, test } from 'vitest';
import { compareHref, readCompareQuery } from './choice';

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
