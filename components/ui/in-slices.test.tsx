// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drawNow, InSlices } from './in-slices';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
const ITEMS = Array.from({ length: 200 }, (_, index) => index);
const times = new Map<number, number>();

/** Numbers are their own rows; changes are every tenth. */
function list() {
  return (
    <InSlices
      items={ITEMS}
      draw={draw}
      standIn={(items) => ({
        lines: items.length,
        rows: [items[0] ?? 0, items.at(-1) ?? 0],
        changes: [(items[0] ?? 0) / 10, (items.at(-1) ?? 0) / 10],
      })}
    />
  );
}

function draw(items: readonly number[]) {
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return items.map((item) => <p key={item}>{item}</p>);
}

const drawn = () => document.querySelectorAll('p').length;

beforeEach(async () => {
  vi.useFakeTimers();
  times.clear();
  const host = document.createElement('main');
  document.body.replaceChildren(host);
  root = createRoot(host);
  await act(async () => root.render(list()));
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

describe('a long list in slices', () => {
  test('the first slice is there at once, the rest follow one by one, none twice', async () => {
    expect(drawn()).toBe(40);
    expect(document.querySelectorAll('.undrawn')).toHaveLength(4);
    await act(async () => vi.runOnlyPendingTimers());
    expect(drawn()).toBe(80);
    for (let turn = 0; turn < 5; turn += 1) await act(async () => vi.runOnlyPendingTimers());
    expect([...document.querySelectorAll('p')].map((p) => Number(p.textContent))).toEqual(ITEMS);
    expect(Math.max(...times.values())).toBe(1);
  });

  test('what is asked for is drawn at once, and the drawing goes on from there', async () => {
    await act(async () => drawNow('rows', 130));
    expect(drawn()).toBe(80);
    expect([...document.querySelectorAll('p')].at(-1)?.textContent).toBe('159');
    await act(async () => vi.runOnlyPendingTimers());
    expect([...document.querySelectorAll('p')].at(-1)?.textContent).toBe('199');
    await act(async () => drawNow('changes', 5));
    expect([...document.querySelectorAll('p')].some((p) => p.textContent === '50')).toBe(true);
  });

  test('before printing everything is drawn', async () => {
    await act(async () => window.dispatchEvent(new Event('beforeprint')));
    expect(drawn()).toBe(200);
    expect(document.querySelectorAll('.undrawn')).toHaveLength(0);
  });
});
