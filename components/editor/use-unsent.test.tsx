// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UnsentClause } from './unsent-words';
import { type Unsent, useUnsent } from './use-unsent';

const WORDS = clauseOf('c_a', 'Agree fully');

let root: Root;
let now: Unsent;
beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  localStorage.clear();
  root = createRoot(document.createElement('div'));
  await load();
});
afterEach(() => act(async () => root.unmount()));

function clauseOf(key: string, text: string): UnsentClause {
  return { key, change: 'changed', citation: 'OP 1', text, proposal: null };
}

/** The page, loaded anew where it was there already. */
async function load(): Promise<void> {
  await act(async () => root.unmount());
  root = createRoot(document.createElement('div'));
  function Page() {
    now = useUnsent({ userId: 'user', documentId: 'document', keepsCopies: true });
    return null;
  }
  await act(async () => root.render(<Page />));
}

const texts = () => now.unsent.map(({ text }) => text);

test('what the copy of an earlier visit tells once more is offered once', async () => {
  await act(async () => now.offer([WORDS]));
  await load();
  await act(async () => now.offerEarlier([WORDS, clauseOf('c_b', 'Adopt')]));
  expect(texts()).toEqual(['Agree fully', 'Adopt']);
});

test('what one did not need is not offered by a copy that is read late, nor by the next visit; other words are', async () => {
  await act(async () => now.offer([WORDS]));
  await load();
  await act(async () => now.dismiss());
  await act(async () => now.offerEarlier([WORDS, clauseOf('c_a', 'Agree in part')]));
  expect(texts()).toEqual(['Agree in part']);
  await load();
  expect(texts()).toEqual(['Agree in part']);
});

test('the same words, written and refused again, are offered again', async () => {
  await act(async () => now.offer([WORDS]));
  await act(async () => now.dismiss());
  await act(async () => now.offer([WORDS]));
  expect(texts()).toEqual(['Agree fully']);
});
