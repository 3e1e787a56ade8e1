// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AnswersState, type FormLine, type FormWords, ReturnForm } from './return-form';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const LINE: FormLine = {
  id: 'ind_a',
  heading: null,
  code: 'A.1',
  title: 'Officials trained',
  hint: '',
  previous: null,
  input: 'line',
  kind: 'value',
  typed: '40',
  note: '',
  evidence: '',
  seen: 'val_1',
};
const WORDS: FormWords = {
  indicator: 'Indicator',
  previous: 'Before',
  answer: 'Answer',
  kind: 'Kind',
  figure: 'Figure',
  remarks: 'Remarks',
  note: 'Note',
  evidence: 'Evidence',
  save: 'Save',
  unsaved: 'Not saved yet',
  empty: {},
  kinds: [{ value: 'value', label: 'A figure' }],
};

let root: Root;
let answer: (state: AnswersState) => void;
let sent: FormData;
beforeEach(() => {
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.body.firstElementChild as Element);
});
afterEach(() => act(() => root.unmount()));

function show(line: Partial<FormLine> = {}): void {
  const action = (_: AnswersState, form: FormData) => {
    sent = form;
    return new Promise<AnswersState>((resolve) => {
      answer = resolve;
    });
  };
  const lines = [{ ...LINE, ...line }];
  act(() => root.render(<ReturnForm returnId="ret_1" lines={lines} words={WORDS} action={action} />));
}
function field(part: string): HTMLInputElement {
  return document.querySelector(`[name="${part}:ind_a"]`) as HTMLInputElement;
}
async function type(part: string, words: string): Promise<void> {
  await act(async () => {
    field(part).value = words;
    field(part).dispatchEvent(new Event('input', { bubbles: true }));
  });
}
async function save(): Promise<void> {
  await act(async () => document.querySelector('form')?.requestSubmit());
}
const DONE = { status: 'done', message: 'Saved', errors: {}, written: { ind_a: 'val_2' }, met: {} } as const;

test('what is typed into a row while it is being saved stays, over the answer that the save wrote', async () => {
  show();
  await type('answer', '50');
  await save();
  expect(sent.get('answer:ind_a')).toBe('50');
  await type('note', 'Of whom 20 women');
  await act(async () => answer(DONE));
  show({ typed: '50', seen: 'val_2' });
  expect([field('note').value, field('seen').value]).toEqual(['Of whom 20 women', 'val_2']);
  expect(document.body.textContent).toContain('Not saved yet');
  // Sending it takes nothing away before the answer is there, nor when it is refused.
  await save();
  expect([sent.get('note:ind_a'), field('note').value]).toEqual(['Of whom 20 women', 'Of whom 20 women']);
  await act(async () => answer({ status: 'refused', message: 'No', errors: {}, written: {}, met: {} }));
  expect([field('note').value, field('seen').value]).toEqual(['Of whom 20 women', 'val_2']);
});

test('MO35 where somebody else answered it is shown, and saved again one writes over it', async () => {
  show();
  await type('answer', '50');
  await save();
  const errors = { 'answer:ind_a': 'Putri entered: 45.' };
  await act(async () =>
    answer({ status: 'refused', message: 'No', errors, written: {}, met: { ind_a: 'val_5' } }),
  );
  expect([field('answer').value, field('seen').value]).toEqual(['50', 'val_5']);
  expect(document.body.textContent).toContain('Putri entered: 45.');
  // A fresh look at the page takes nothing away.
  show({ typed: '45', seen: 'val_5' });
  await save();
  expect([sent.get('answer:ind_a'), sent.get('seen:ind_a')]).toEqual(['50', 'val_5']);
});

test('MO35 another person’s answer is shown in a row that nobody types into, and does not pass as seen in one that is', async () => {
  show();
  show({ typed: '60', seen: 'val_3' });
  expect([field('answer').value, field('seen').value]).toEqual(['60', 'val_3']);
  await type('note', 'Mine');
  show({ typed: '70', seen: 'val_4' });
  expect([field('note').value, field('seen').value]).toEqual(['Mine', 'val_3']);
});
