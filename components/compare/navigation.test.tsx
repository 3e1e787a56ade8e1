// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClientMessages } from '@/components/i18n/client-messages';
import { pickMessages } from '@/messages/pick';

import { ChangeBar } from './change-bar';
import { ChangeList } from './change-list';
import { ChangePanel } from './change-panel';
import type { ListEntry } from './entries';
import { EVERYTHING } from './filter';
import { ChangeNavigation, keyAction } from './navigation';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let host: HTMLElement;

const said = { said: 'words' };

/** Three changes in the text and in the list: wording by Thailand, a move, wording by nobody known. */
const ENTRIES: readonly ListEntry[] = [
  { number: 1, row: 0, place: 'OP 1', group: 'wording', kind: 'wording', authors: ['TH'], gist: said },
  { number: 2, row: 0, place: 'OP 1', group: 'moved', kind: 'moved', authors: [], gist: said },
  { number: 3, row: 4, place: 'OP 5', group: 'wording', kind: 'wording', authors: [], gist: said },
];
const DELEGATIONS = [{ code: 'TH', name: 'Thailand', color: '#2d3c8f' }];

function page(filter = EVERYTHING, entries = ENTRIES) {
  return (
    <ClientMessages locale="en" messages={pickMessages('en', ['compare'])}>
      <ChangeNavigation key={entries.length} entries={entries} filter={filter}>
        <ChangePanel delegations={DELEGATIONS}>
          <ChangeList delegations={DELEGATIONS} language="en" />
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

function choice(words: string): HTMLInputElement | null {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(words));
  return label?.querySelector('input') ?? null;
}

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/documents/d/compare');
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
    await act(async () => choice('Moved')?.click());
    expect(document.querySelector('[data-entry="2"]')).toBe(null);
    expect(window.location.search).toBe('?show=wording.clauses.form.table');
    expect(document.querySelector('h2')?.textContent).toBe('2 of 3 changes');
    expect(counter()).toBe('2 changes (3 in all)');
    await press('n');
    await press('n');
    expect(current()).toEqual(['change-3']);
    expect(counter()).toBe('Change 2 of 2 (3 in all)');
  });

  test('where one is stays marked in a long list of which the filter leaves less', async () => {
    // Nothing is drawn that nobody asked for.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const many = Array.from({ length: 200 }, (_, index): ListEntry => {
      const group = index < 60 ? 'moved' : 'wording';
      return { ...(ENTRIES[0] as ListEntry), group, kind: group, number: index + 10, row: index };
    });
    await act(async () => root.render(page(EVERYTHING, many)));
    history.replaceState(null, '', '#change-170');
    await act(async () => window.dispatchEvent(new Event('hashchange')));
    await act(async () => choice('Moved')?.click());
    expect(document.querySelector('[data-entry="170"] a')?.getAttribute('aria-current')).toBe('true');
    vi.useRealTimers();
  });

  test('delegations are chosen beside kinds; where nothing answers, it is said and can be undone', async () => {
    await act(async () => choice('Thailand')?.click());
    expect(document.querySelectorAll('[data-entry]')).toHaveLength(1);
    expect(choice('Moved')?.closest('label')?.textContent).toContain('0');
    await act(async () => choice('Wording')?.click());
    expect(document.querySelector('.change-filters-clear [role=status]')?.textContent).toContain(
      'No change answers',
    );
    expect(window.location.search).toBe('?show=moved.clauses.form.table&by=TH');
    await act(async () => document.querySelector<HTMLElement>('.change-filters-clear button')?.click());
    expect(document.querySelectorAll('[data-entry]')).toHaveLength(3);
    expect(window.location.search).toBe('');
  });

  test('a filter that came with the address is there from the first', async () => {
    await act(async () => root.unmount());
    root = createRoot(host);
    await act(async () => root.render(page({ ...EVERYTHING, groups: ['moved'] })));
    expect(document.querySelectorAll('[data-entry]')).toHaveLength(1);
    expect(choice('Moved')?.checked).toBe(true);
    expect(choice('Wording')?.checked).toBe(false);
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
