// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClientMessages } from '@/components/i18n/client-messages';
import type { ReviewPassage } from '@/domain/text/review-pages';
import { pickMessages } from '@/messages/pick';
import type { ReviewState } from './acts';
import { Review } from './review';
import { readReviewForm } from './review-form';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const passage = (number: number): ReviewPassage => ({
  number: number + 1,
  kind: 'operative',
  isContinued: false,
  runs: [{ text: `word ${number}`, mark: 'inserted', changes: [number], tail: '', omitted: 0 }],
  changes: [{ number, kind: 'insertion', author: 'Ministry 1', at: null }],
});
let host: HTMLElement;
let root: Root;
/** What the form was sent for, and the answer to it. */
let sent: FormData[];
let kept: FormData[];
let answer: (state: ReviewState) => void;
let keepAnswer: string | null;

function page(props: { page?: number; left?: number[]; taken?: number; authors?: number }) {
  const number = props.page ?? 1;
  return (
    <ClientMessages locale="en" messages={pickMessages('en', ['import'])}>
      <Review
        key={number}
        file={{ documentId: 'doc_1', id: 'imp_1' }}
        page={number}
        pages={3}
        passages={[0, 1, 2].map((n) => passage((number - 1) * 3 + n))}
        allPassages={9}
        authors={Array.from({ length: props.authors ?? 2 }, (_, n) => ({
          author: `Ministry ${n}`,
          changes: 1,
        }))}
        left={props.left ?? []}
        taken={props.taken ?? 9}
        all={9}
        comments={0}
        bringsComments={false}
        review={review}
        // As a page that is drawn anew hands its actions over: the same, and another function.
        keep={(form) => keep(form)}
      />
    </ClientMessages>
  );
}
const review = (_: ReviewState, form: FormData) => {
  sent.push(form);
  return new Promise<ReviewState>((resolve) => {
    answer = resolve;
  });
};
const keep = async (form: FormData) => {
  kept.push(form);
  return keepAnswer;
};
const show = (props: Parameters<typeof page>[0]) => act(() => root.render(page(props)));

const box = (number: number) =>
  host.querySelector(`input[name="take"][value="${number}"]`) as HTMLInputElement;
const button = (words: string) =>
  [...host.querySelectorAll('button')].find(
    (each) => each.textContent === words || each.getAttribute('aria-label') === words,
  ) as HTMLButtonElement;
const click = (element: HTMLElement) => act(async () => element.click());
const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const said = (form: FormData | undefined) => (form === undefined ? null : readReviewForm(form));

beforeEach(() => {
  vi.useFakeTimers();
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  [sent, kept, keepAnswer] = [[], [], null];
  answer = () => undefined;
});
afterEach(async () => {
  // React holds back what other forms are answered while one waits.
  await act(async () => answer({ problem: null, comments: false }));
  act(() => root.unmount());
  host.remove();
  vi.useRealTimers();
});

test('IM25 turning the page at once takes the choices along', async () => {
  show({ left: [2] });
  await click(box(1));
  await click(box(2));
  expect(host.textContent).toContain('9 of 9 taken');
  await click(button('Next page'));
  expect(said(sent[0])).toMatchObject({
    file: { documentId: 'doc_1', id: 'imp_1' },
    decisions: { take: [2], leave: [1] },
    step: { do: 'turn', to: 2 },
  });
  show({ page: 2 });
  await wait(10_000);
  expect(kept).toEqual([]);
});

test('IM25 choices are kept as they are made, once nobody has clicked for a moment, and again where that failed', async () => {
  show({});
  keepAnswer = 'The disk is full';
  await click(box(0));
  await click(box(1));
  await wait(600);
  expect(kept.map((form) => said(form)?.decisions)).toEqual([{ take: [], leave: [0, 1] }]);
  expect(host.textContent).toContain('could not be kept');
  keepAnswer = null;
  await wait(5100);
  await wait(600);
  expect(said(kept[1])?.decisions).toEqual({ take: [], leave: [0, 1] });
  expect(host.textContent).toContain('Your choices are kept.');
  await wait(20_000);
  expect(kept).toHaveLength(2);
});

test('IM25 the page that the server draws anew when it has kept choices keeps them no second time', async () => {
  show({});
  await click(box(0));
  await wait(600);
  expect(kept).toHaveLength(1);
  show({ left: [0], taken: 8 });
  expect(host.textContent).toContain('Your choices are kept.');
  await wait(20_000);
  expect(kept).toHaveLength(1);
});

test('IM25 a click that is taken back is told to the server, which may have kept the first one', async () => {
  show({});
  await click(box(0));
  await wait(600);
  await click(box(0));
  await wait(600);
  expect(kept.map((form) => said(form)?.decisions)).toEqual([
    { take: [], leave: [0] },
    { take: [0], leave: [] },
  ]);
});

test('IM25 whoever leaves by another way within the moment leaves no choice behind', async () => {
  show({});
  await click(box(0));
  act(() => root.render(<p>Another page</p>));
  expect(said(kept[0])?.decisions).toEqual({ take: [], leave: [0] });
});

test('IM25 taking everything shows on this page what the server answers, but for what was clicked meanwhile', async () => {
  show({ left: [2], taken: 8 });
  await click(box(0));
  await click(button('Take all'));
  expect(said(sent[0])).toMatchObject({
    decisions: { leave: [0] },
    step: { do: 'sweep', sweep: { author: null, take: true } },
  });
  await click(box(1));
  await act(async () => answer({ problem: null, comments: false }));
  show({ left: [], taken: 9 });
  await wait(0);
  expect([0, 1, 2].map((number) => box(number).checked)).toEqual([true, false, true]);
  expect(host.textContent).toContain('8 of 9 taken');
  await wait(600);
  expect(said(kept.at(-1))?.decisions).toEqual({ take: [], leave: [1] });
});

test('IM25 a refusal keeps the choices on the page and tells why', async () => {
  show({});
  await click(box(0));
  await click(button('Take all'));
  await act(async () => answer({ problem: 'The file waits no more', comments: false }));
  await wait(0);
  expect(host.querySelector('[role="alert"]')?.textContent).toBe('The file waits no more');
  expect(box(0).checked).toBe(false);
});

test('IM25 what was clicked before the script of the page had come is a choice as well', async () => {
  act(() => root.unmount());
  host.innerHTML = renderToString(page({ left: [2] }));
  box(0).checked = false;
  box(2).checked = true;
  await act(async () => {
    root = hydrateRoot(host, page({ left: [2] }));
  });
  await wait(600);
  expect(said(kept[0])?.decisions).toEqual({ take: [2], leave: [0] });
});

test('IM25 everything of one author is left in one step; of many authors one is chosen from a list', async () => {
  show({ authors: 4 });
  await click(button('Leave all of Ministry 3'));
  expect(said(sent[0])?.step).toEqual({ do: 'sweep', sweep: { author: 3, take: false } });
  await act(async () => answer({ problem: null, comments: false }));
  show({ authors: 500 });
  const list = host.querySelector('select') as HTMLSelectElement;
  expect(list.options).toHaveLength(500);
  list.value = '321';
  await click(button('Leave all of this author'));
  expect(said(sent[1])?.step).toEqual({ do: 'sweep', sweep: { author: 321, take: false } });
});

test('Enter in the number of the page sends nothing but the choices and the page', () => {
  show({});
  const first = host.querySelector('form button[type="submit"]') as HTMLButtonElement;
  expect(first.value).toBe('go');
});
