'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { type MapKind, type Stretch, stretchesOf } from './map-stretches';
import { useChangeNavigation } from './navigation';

/** A jump by the arrow keys, in windows; by the page keys it is one. */
const ARROW = 0.25;
/** Pixels by which one may miss a change on the strip. */
const REACH = 5;

/**
 * The whole document as a slim strip: its clauses in proportion, the changes by their kind, the window one looks
 * through. It is measured on the page, so it is right in every view; a click, a drag or a key goes there.
 */
export function Minimap() {
  const t = useTranslations('compare');
  const { current } = useChangeNavigation();
  const strip = useRef<HTMLDivElement>(null);
  const lens = useRef<HTMLSpanElement>(null);
  const [stretches, setStretches] = useState<readonly Stretch[]>([]);

  useEffect(() => {
    const text = textBeside(strip.current);
    if (text === null) return;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      frame = 0;
      const box = text.getBoundingClientRect();
      const top = Math.min(1, Math.max(0, -box.top / box.height));
      const bottom = Math.min(1, Math.max(0, (window.innerHeight - box.top) / box.height));
      lens.current?.style.setProperty('top', percent(top));
      lens.current?.style.setProperty('height', percent(bottom - top));
      const middle = Math.round(((top + bottom) / 2) * 100);
      strip.current?.setAttribute('aria-valuenow', String(middle));
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    // Measured once a while of growing is over, not with every slice that is drawn.
    const measure = () => {
      setStretches(stretchesOf(rowsOf(text)));
      look();
    };
    const grown = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, 150);
    });
    grown.observe(text);
    measure();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      grown.disconnect();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
    };
  }, []);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = (event.clientY - box.top) / box.height;
    event.currentTarget.setPointerCapture(event.pointerId);
    const reach = event.type === 'pointerdown' ? REACH / box.height : 0;
    const change = stretches.find(
      ({ kind, top, bottom }) => kind !== '' && top - reach <= at && at <= bottom + reach,
    );
    goTo(event.currentTarget, change === undefined || event.type !== 'pointerdown' ? at : change.top);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowDown: ARROW, ArrowUp: -ARROW, PageDown: 1, PageUp: -1 }[event.key];
    if (by !== undefined) window.scrollBy({ top: by * window.innerHeight });
    else if (event.key === 'Home') goTo(event.currentTarget, 0);
    else if (event.key === 'End') goTo(event.currentTarget, 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="minimap">
      <div
        ref={strip}
        className="minimap-strip"
        role="slider"
        tabIndex={0}
        aria-label={t('map.label')}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        aria-valuetext={current === null ? undefined : t('map.at', { number: current })}
        title={t('map.label')}
        onPointerDown={point}
        onPointerMove={point}
        onKeyDown={press}
      >
        {stretches.map(({ top, bottom, kind }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
            key={index}
            className="minimap-stretch"
            data-kind={kind}
            style={{ top: percent(top), height: percent(bottom - top) }}
          />
        ))}
        <span ref={lens} className="minimap-lens" />
      </div>
    </div>
  );
}

function textBeside(strip: Element | null): HTMLElement | null {
  return strip?.closest('.compare-sheet')?.querySelector<HTMLElement>('.redline') ?? null;
}

/** Every row that is drawn, where it stands now. */
function rowsOf(text: HTMLElement): Stretch[] {
  const whole = text.getBoundingClientRect();
  return [...text.querySelectorAll<HTMLElement>('[data-map]')].flatMap((row) => {
    const box = row.getBoundingClientRect();
    const kind = (row.dataset.map ?? '') as MapKind | '';
    if (box.height === 0) return [];
    return [
      { top: (box.top - whole.top) / whole.height, bottom: (box.bottom - whole.top) / whole.height, kind },
    ];
  });
}

/** Brings a place of the text, 0 to 1, to the middle of the window. */
function goTo(strip: Element, place: number): void {
  const box = textBeside(strip)?.getBoundingClientRect();
  if (box === undefined) return;
  window.scrollTo({ top: window.scrollY + box.top + place * box.height - window.innerHeight / 2 });
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
