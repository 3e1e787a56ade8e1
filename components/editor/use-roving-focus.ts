'use client';

import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/**
 * The toolbar pattern: one Tab stop for the whole row, arrow keys from tool to tool. Tools that cannot be used
 * now are passed over; if the one with the Tab stop becomes such a one, the first takes its place.
 */
export function useRovingFocus(row: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    if (row.current === null) return;
    const tools = toolsOf(row.current);
    const stop =
      tools.find((tool) => tool === document.activeElement) ?? tools.find((tool) => tool.tabIndex === 0);
    setStop(row.current, stop ?? tools[0]);
  });
  return (event) => {
    if (row.current === null || !(event.target instanceof HTMLElement)) return;
    const tools = toolsOf(row.current);
    const at = tools.indexOf(event.target);
    const target = at === -1 ? undefined : targetOf(tools, at, event.key);
    if (target === undefined) return;
    event.preventDefault();
    setStop(row.current, target);
    target.focus();
  };
}

function targetOf(tools: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return tools[(at + 1) % tools.length];
    case 'ArrowLeft':
      return tools.at(at - 1);
    case 'Home':
      return tools[0];
    case 'End':
      return tools.at(-1);
    default:
      return undefined;
  }
}

function toolsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
    (tool) => tool.closest('[popover]') === null && tool.offsetParent !== null,
  );
}

function setStop(row: HTMLElement, stop: HTMLElement | undefined): void {
  for (const tool of row.querySelectorAll<HTMLElement>('button')) {
    if (tool.closest('[popover]') === null) tool.tabIndex = tool === stop ? 0 : -1;
  }
}
