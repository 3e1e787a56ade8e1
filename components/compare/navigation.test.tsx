// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ClientMessages } from '@/components/i18n/client-messages';
import { pickMessages } from '@/messages/pick';

import { ChangeBar } from './change-bar';
import { ChangePanel } from './change-panel';
import { ChangeNavigation, keyAction } from './navigation';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let host: HTMLElement;

/** Three changes in the text and in the list: wording by Thailand, a move, wording by nobody known. */
function page() {
  return (
    <ClientMessages locale="en" messages={pickMessages('en', ['compare'])}>
      <ChangeNavigation total={3}>
        <ChangePanel
          counts={{ wording: 2, moved: 1, clauses: 0, form: 0 }}
          authors={[{ code: 'TH', name: 'Thailand' }]}
        >
          <ol data-change-list="">
            <li data-entry="1" data-group="wording" data-authors="TH">
              <a href="#change-1">1</a>
            </li>
            <li data-entry="2" data-group="moved" data-authors="">
              <a href="#change-2">2</a>
            </li>
            <li data-entry="3" data-group="wording" data-authors="">
              <a href="#change-3">3</a>
            </li>
          </ol>
        </ChangePanel>
        <ChangeBar />
        <div className="redline">
          <ins data-change="1" id="change-1" tabIndex={-1}>
            one
          </ins>
          <span data-change="2" id="change-2" tabIndex={-1}>
            two
          </span>
          <del data-change="3" id="change-3" tabIndex={-1}>
            three
          </del>
        </div>
        <input aria-label="elsewhere" />
      </ChangeNavigation>
    </ClientMessages>
  );
}

async function press(key: string, on: Element = document.body) {
  await act(async () => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

function current(): string[] {
  return [...document.querySelectorAll('.redline [data-current]')].map((element) => element.id);
}

function counter(): string {
  return document.querySelector('.change-counter')?.textContent ?? '';
}

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '#');
  host = document.createElement('main');
  document.body.append(host);
  root = createRoot(host);
  await act(async () => root.render(page()));
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

describe('going from change to change', () => {
  test('n and j go on, p and k go back, round at the ends; the address and the list follow', async () => {
    expect(counter()).toBe('3 changes');
    await press('n');
    await press('j');
    expect(current()).toEqual(['change-2']);
    expect(counter()).toBe('Change 2 of 3');
    expect(window.location.hash).toBe('#change-2');
    expect(document.activeElement?.id).toBe('change-2');
    expect(document.querySelector('[data-entry="2"] a')?.getAttribute('aria-current')).toBe('true');
    await press('p');
    await press('k');
    expect(current()).toEqual(['change-3']);
  });

  test('keys do nothing while somebody types', async () => {
    await press('n', document.querySelector('input[aria-label=elsewhere]') ?? document.body);
    expect(current()).toEqual([]);
  });

  test('a filter shortens the list, and the keys skip what it hides', async () => {
    const moved = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1];
    await act(async () => moved?.click());
    expect(document.querySelector<HTMLElement>('[data-entry="2"]')?.hidden).toBe(true);
    expect(counter()).toBe('2 changes (3 in all)');
    await press('n');
    await press('n');
    expect(current()).toEqual(['change-3']);
    expect(counter()).toBe('Change 2 of 2 (3 in all)');
  });

  test('keys can be switched off, and stay off', async () => {
    localStorage.setItem('mufakat.compare.keysOff', '');
    await act(async () => root.unmount());
    root = createRoot(host);
    await act(async () => root.render(page()));
    await press('n');
    expect(current()).toEqual([]);
  });

  test('no other key is taken', () => {
    expect([...'npjk?'].map(keyAction)).toEqual([1, -1, 1, -1, 'help']);
    for (const key of ['N', 'a', 'Enter', ' ', 'ArrowDown', 'Escape']) expect(keyAction(key)).toBe(null);
  });
});
