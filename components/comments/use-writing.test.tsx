// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ClientMessages } from '@/components/i18n/client-messages';
import { pickMessages } from '@/messages/pick';
import type { CommentActs } from './acts';
import { useWriting } from './use-writing';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let place: HTMLElement;
let writing: ReturnType<typeof useWriting>;

beforeEach(() => {
  place = document.createElement('div');
  root = createRoot(place);
});
afterEach(() => act(() => root.unmount()));

function Form({ about }: { about: string }) {
  writing = useWriting('doc_1', 'tabled', {} as CommentActs, about);
  return <p>{writing.words}</p>;
}

async function show(about: string | null): Promise<void> {
  await act(async () => {
    root.render(
      <ClientMessages locale="en" messages={pickMessages('en', ['comments'])}>
        {about === null ? null : <Form about={about} />}
      </ClientMessages>,
    );
  });
}

test('CO4 what is typed while a comment is being sent is the next one', async () => {
  await show('thr_3');
  await act(async () => writing.setWords('First'));
  let answer: (given: { ok: true }) => void = () => undefined;
  await act(async () => {
    void writing.send(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
  });
  await act(async () => writing.setWords('Second'));
  await act(async () => answer({ ok: true }));
  expect(place.textContent).toBe('Second');
});

test('CO4 what was half written is there again when its form comes back, and nowhere else', async () => {
  await show('thr_1');
  await act(async () => writing.setWords('On second thoughts'));
  await show(null);
  await show('thr_2');
  expect(place.textContent).toBe('');
  await show(null);
  await show('thr_1');
  expect(place.textContent).toBe('On second thoughts');
  await act(async () => {
    await writing.send(async () => ({ ok: true }));
  });
  await show(null);
  await show('thr_1');
  expect(place.textContent).toBe('');
});
