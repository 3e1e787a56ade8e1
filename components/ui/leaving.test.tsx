// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DialogPopup } from './dialog-popup';
import { LeavingDialogs } from './leaving';

const WORDS = { question: 'Close all the same?', stay: 'Go on writing', leave: 'Close and lose it' };

let root: Root;
let closed: number;
beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  closed = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await show(true);
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

/** The dialog as a page draws it: it stays where it is while it is closed. */
const show = (open: boolean) =>
  act(async () =>
    root.render(
      <LeavingDialogs words={WORDS}>
        <DialogPopup open={open} title="Brackets" onClose={() => closed++}>
          <textarea defaultValue="as it was" />
          <input type="search" />
        </DialogPopup>
      </LeavingDialogs>,
    ),
  );

const pressEscape = () =>
  act(async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });

const write = (selector: string, words: string) =>
  act(async () => {
    const field = document.querySelector<HTMLTextAreaElement>(selector);
    if (field === null) throw new Error('no field');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

const press = (label: string) =>
  act(async () => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();
  });

test('a dialog in which nothing was written closes with Escape', async () => {
  await pressEscape();
  expect(closed).toBe(1);
});

test('words written in a dialog are asked about, however often Escape is pressed', async () => {
  await write('textarea', 'each member');
  await pressEscape();
  await pressEscape();
  expect(closed).toBe(0);
  expect(document.body.textContent).toContain(WORDS.question);
  await press(WORDS.stay);
  expect(document.body.textContent).not.toContain(WORDS.question);
  expect(document.querySelector('textarea')?.value).toBe('each member');
  await pressEscape();
  await press(WORDS.leave);
  expect(closed).toBe(1);
});

test('words taken back, and words to look for, are no loss', async () => {
  await write('textarea', ' ');
  await write('input', 'leave');
  await pressEscape();
  expect(closed).toBe(1);
});

test('a dialog that closed when its words were sent opens anew with nothing written', async () => {
  await write('textarea', 'each member');
  await show(false);
  await show(true);
  await pressEscape();
  expect(closed).toBe(1);
});
