'use client';

import {
  type CSSProperties,
  memo,
  type ReactNode,
  startTransition,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';

/** So many are drawn at a stretch: a few milliseconds, so that no click waits. */
const AT_ONCE = 40;

/** What stands in for a slice that is not drawn yet: as high as it will be, and known by what it holds. */
export interface StandIn {
  readonly lines: number;
  readonly changes: Range | null;
  readonly rows?: Range;
}
export type Range = readonly [first: number, last: number];

/**
 * Draws a long list in the browser, slice by slice: what is in sight or asked for first, the rest when there is
 * time. Before printing everything is drawn. Whoever needs an element that may not be drawn calls `drawNow`.
 */
export function InSlices<Item>(props: {
  items: readonly Item[];
  draw: (items: readonly Item[]) => ReactNode;
  standIn: (items: readonly Item[]) => StandIn;
  as?: 'div' | 'li';
}): ReactNode {
  const { items } = props;
  const slices = useMemo(() => cut(items), [items]);
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set([0]));
  const from = useRef(0);

  useEffect(() => {
    const next = nextUndrawn(drawn, from.current, slices.length);
    if (next === null) return;
    const timer = setTimeout(() => startTransition(() => setDrawn((before) => new Set(before).add(next))));
    return () => clearTimeout(timer);
  }, [drawn, slices]);

  useEffect(() => {
    const everything = () => flushSync(() => setDrawn(new Set(slices.keys())));
    window.addEventListener('beforeprint', everything);
    return () => window.removeEventListener('beforeprint', everything);
  }, [slices]);

  const ask = (index: number) => {
    from.current = index;
    setDrawn((before) => new Set(before).add(index));
  };
  return slices.map((slice, index) => {
    const key = `${index}`;
    return drawn.has(index) ? (
      <Slice key={key} items={slice} draw={props.draw} />
    ) : (
      <Undrawn key={key} as={props.as ?? 'div'} ask={() => ask(index)} {...props.standIn(slice)} />
    );
  });
}

function DrawnSlice<Item>(props: {
  items: readonly Item[];
  draw: (items: readonly Item[]) => ReactNode;
}): ReactNode {
  return props.draw(props.items);
}
/** Once drawn, a slice is left alone while others follow. */
const Slice = memo(DrawnSlice) as typeof DrawnSlice;

const DRAW = 'mufakat:draw';

function Undrawn(props: StandIn & { as: 'div' | 'li'; ask: () => void }): ReactNode {
  const element = useRef<HTMLElement | null>(null);
  const ask = useRef(props.ask);
  ask.current = props.ask;
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    const now = () => flushSync(() => ask.current());
    place.addEventListener(DRAW, now);
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) ask.current();
    });
    seen.observe(place);
    return () => {
      place.removeEventListener(DRAW, now);
      seen.disconnect();
    };
  }, []);
  const Tag = props.as;
  return (
    <Tag
      ref={(node: HTMLElement | null) => {
        element.current = node;
      }}
      className="undrawn"
      aria-hidden="true"
      data-undrawn-changes={props.changes?.join(' ')}
      data-undrawn-rows={props.rows?.join(' ')}
      style={{ '--lines': props.lines } as CSSProperties}
    />
  );
}

/** Has everything that holds this change or row drawn at once, in the text and in the list. */
export function drawNow(what: 'changes' | 'rows', number: number): void {
  for (const place of document.querySelectorAll(`[data-undrawn-${what}]`)) {
    const [first = 0, last = -1] = (place.getAttribute(`data-undrawn-${what}`) ?? '').split(' ').map(Number);
    if (first <= number && number <= last) place.dispatchEvent(new Event(DRAW));
  }
}

function cut<Item>(items: readonly Item[]): Item[][] {
  const slices: Item[][] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) slices.push(items.slice(at, at + AT_ONCE));
  return slices;
}

/** The first undrawn slice from a place on, then from the beginning. */
function nextUndrawn(drawn: ReadonlySet<number>, from: number, count: number): number | null {
  for (let step = 0; step < count; step += 1) {
    const index = (from + step) % count;
    if (!drawn.has(index)) return index;
  }
  return null;
}
