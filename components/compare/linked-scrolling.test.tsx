// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { LinkedScrolling } from './linked-scrolling';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

test('a table that is scrolled sideways takes the one beside it along, and no other', async () => {
  document.body.innerHTML =
    '<div><table class="r-side-table"></table><table class="r-side-table"></table></div>' +
    '<div><table class="r-side-table"></table></div><main></main>';
  const [old, fresh, other] = document.querySelectorAll('table');
  const root = createRoot(document.querySelector('main') ?? document.body);
  await act(async () => root.render(<LinkedScrolling />));
  for (const [moved, taken] of [
    [old, fresh],
    [fresh, old],
  ]) {
    if (moved === undefined || taken === undefined) throw new Error('two tables');
    moved.scrollLeft += 40;
    moved.dispatchEvent(new Event('scroll'));
    expect(taken.scrollLeft).toBe(moved.scrollLeft);
    expect(taken.scrollLeft).toBeGreaterThan(0);
  }
  expect(other?.scrollLeft).toBe(0);
  await act(async () => root.unmount());
});
