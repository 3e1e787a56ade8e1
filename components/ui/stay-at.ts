const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** By then a text of 500,000 words is drawn. */
const LONGEST = 10_000;

let leave: (() => void) | null = null;

/**
 * Brings an element into sight and keeps it there while what stands above it comes to its true height, until the reader
 * acts or another element is gone to.
 */
export function stayAt(element: HTMLElement, block: ScrollLogicalPosition = 'start'): void {
  leave?.();
  const go = () => element.scrollIntoView({ block });
  go();
  const grows = new ResizeObserver(go);
  grows.observe(document.body);
  const stop = () => {
    grows.disconnect();
    clearTimeout(timer);
    for (const act of ACTS) window.removeEventListener(act, stop, true);
    leave = null;
  };
  const timer = setTimeout(stop, LONGEST);
  for (const act of ACTS) window.addEventListener(act, stop, { capture: true, passive: true });
  leave = stop;
}
