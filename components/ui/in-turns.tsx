import type { ReactNode } from 'react';

/** So many are drawn at a stretch: a few milliseconds. */
const AT_ONCE = 40;

interface Drawing<Item> {
  readonly items: readonly Item[];
  readonly draw: (items: readonly Item[]) => ReactNode;
}

/**
 * Draws a long list in parts. Between two parts the event loop of the server goes round, so that drawing a long
 * text for one person holds up nobody who types. For the server only; a short list is drawn at once.
 */
export function InTurns<Item>({ items, draw }: Drawing<Item>): ReactNode {
  return (
    <>
      {draw(items.slice(0, AT_ONCE))}
      {items.length > AT_ONCE ? <NextTurn items={items.slice(AT_ONCE)} draw={draw} /> : null}
    </>
  );
}

/** Begins after the part before it has been drawn, in a turn of its own. */
async function NextTurn<Item>(props: Drawing<Item>): Promise<ReactNode> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return <InTurns {...props} />;
}
