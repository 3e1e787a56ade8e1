// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActionForm, FormField } from './action-form';
import type { FormState } from './form-state';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let answer: (state: FormState) => void;
let sent: FormData;
const action = (_: FormState, form: FormData) => {
  sent = form;
  return new Promise<FormState>((resolve) => {
    answer = resolve;
  });
};
const WORDS = { required: 'Needed', check: 'Look at it' };
const state = (status: FormState['status']): FormState => ({ status, message: status, field: null });

function show(rev: string): void {
  act(() =>
    root.render(
      <details open>
        <ActionForm action={action} words={WORDS} submit="Save" hidden={{ rev }}>
          <FormField name="words" label="Words" />
        </ActionForm>
      </details>,
    ),
  );
}
const words = () => document.querySelector('input[name="words"]') as HTMLInputElement;
const isOpen = () => document.querySelector('details')?.hasAttribute('open');
async function type(typed: string): Promise<void> {
  await act(async () => {
    words().value = typed;
    words().dispatchEvent(new Event('input', { bubbles: true }));
  });
}
async function save(): Promise<void> {
  await act(async () => document.querySelector('form')?.requestSubmit(document.querySelector('button')));
}

beforeEach(() => {
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.body.firstElementChild as Element);
});
afterEach(() => act(() => root.unmount()));

test('what somebody saw when they began to type goes with it, however the page is drawn anew', async () => {
  show('1');
  show('2');
  await type('mine');
  show('3');
  await save();
  expect([sent.get('words'), sent.get('rev')]).toEqual(['mine', '2']);
  // Refused, one has read that somebody was faster; what the page shows then is what counts.
  await act(async () => answer(state('refused')));
  await save();
  expect([sent.get('words'), sent.get('rev')]).toEqual(['mine', '3']);
  await act(async () => answer(state('done')));
  expect([words().value, isOpen()]).toEqual(['', false]);
});

test('what is typed while a form is being saved is there afterwards, and its place stays open', async () => {
  show('1');
  await type('first');
  await save();
  await type('second');
  await act(async () => answer(state('done')));
  show('2');
  expect([words().value, isOpen()]).toEqual(['second', true]);
  await save();
  expect(sent.get('words')).toBe('second');
});
