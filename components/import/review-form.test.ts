import { describe, expect, test } from 'vitest';
import { readReviewForm, reviewHref, type Step, stepValue } from './review-form';

function form(fields: Record<string, string>, ticked: readonly number[] = []): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ documentId: 'doc_1', file: 'imp_1', page: '3', ...fields })) {
    data.set(name, value);
  }
  for (const number of ticked) data.append('take', String(number));
  return data;
}
const decisions = (fields: Record<string, string>, ticked: readonly number[] = []) =>
  readReviewForm(form(fields, ticked)).decisions;

describe('IM25 what a page of the review says', () => {
  test('of boxes that were clicked, and of no others', () => {
    expect(decisions({ shown: '10 11 12 13', left: '11 13' }, [10, 11])).toEqual({ take: [11], leave: [12] });
  });

  test('a page with old choices changes nothing by being sent', () => {
    expect(decisions({ shown: '10 11', left: '11' }, [10])).toEqual({ take: [], leave: [] });
  });

  test('what was clicked and clicked back is said, for the server may have been told of the first click', () => {
    expect(decisions({ shown: '10 11', left: '11', touched: '10 11' }, [10])).toEqual({
      take: [10],
      leave: [11],
    });
  });

  test('a change in several passages is decided on by any one of its boxes', () => {
    expect(decisions({ shown: '10 10 11 11', left: '11' }, [10, 11])).toEqual({ take: [11], leave: [10] });
  });

  test('nothing is believed of boxes that were not on the page, nor of what is no number', () => {
    const sent = decisions({ shown: '1 x -2 1e3 ', left: '', touched: '77' }, [1, 99]);
    expect(sent).toEqual({ take: [], leave: [] });
    expect(decisions({})).toEqual({ take: [], leave: [] });
  });
});

test('IM25 each button says what it is for', () => {
  const all: readonly Step[] = [
    { do: 'back' },
    { do: 'import' },
    { do: 'turn', to: 12 },
    { do: 'sweep', sweep: { author: null, take: true } },
    { do: 'sweep', sweep: { author: 0, take: false } },
    { do: 'sweep', sweep: { author: 499, take: true } },
  ];
  for (const step of all) expect(readReviewForm(form({ step: stepValue(step) })).step).toEqual(step);
});

test('IM25 of many authors one is chosen from a list', () => {
  const sweep = { author: 321, take: false };
  expect(readReviewForm(form({ step: 'leave chosen', author: '321' })).step).toEqual({ do: 'sweep', sweep });
  expect(readReviewForm(form({ step: 'leave chosen', author: 'all' })).step).toEqual({ do: 'stay' });
  expect(readReviewForm(form({ step: 'leave chosen' })).step).toEqual({ do: 'stay' });
});

test('IM25 Enter goes to the page that was typed, or stays; what no button says only keeps the choices', () => {
  expect(readReviewForm(form({ step: 'go', to: '7' })).step).toEqual({ do: 'turn', to: 7 });
  expect(readReviewForm(form({ step: 'go', to: 'seven' })).step).toEqual({ do: 'turn', to: 3 });
  expect(readReviewForm(form({ step: 'go' })).step).toEqual({ do: 'turn', to: 3 });
  expect(readReviewForm(form({ step: 'take everybody' })).step).toEqual({ do: 'stay' });
  expect(readReviewForm(form({})).step).toEqual({ do: 'stay' });
});

test('the choice about comments travels with the page', () => {
  expect(reviewHref('doc_1', 1, false)).toBe('/documents/doc_1/import/review');
  expect(reviewHref('doc_1', 2, true)).toBe('/documents/doc_1/import/review?page=2&comments=1');
  expect(readReviewForm(form({ comments: 'on' })).comments).toBe(true);
});
