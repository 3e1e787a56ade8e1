'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon } from './icons';

const GAP = 4;
const EDGE = 8;
const LEAST_HEIGHT = 180;

/**
 * A button that opens a menu in the browser's own popover layer: Escape and a click beside it close it, arrow keys
 * go from item to item, a letter goes to the next item that begins with it. It never holds the page still:
 * colleagues go on writing behind it.
 */
export function PopupMenu(props: {
  /** Name of the menu, and of the button where it shows no words of its own. */
  label: string;
  className: string;
  face: ReactNode;
  arrow?: boolean;
  title?: string;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const { onOpenChange } = props;

  useEffect(() => {
    const { current } = popup;
    if (current === null) return;
    const onToggle = (event: Event) => {
      const isOpen = (event as ToggleEvent).newState === 'open';
      setOpen(isOpen);
      onOpenChange?.(isOpen);
    };
    current.addEventListener('beforetoggle', onToggle);
    return () => current.removeEventListener('beforetoggle', onToggle);
  }, [onOpenChange]);
  useEffect(() => {
    if (!open || popup.current === null || button.current === null) return;
    place(popup.current, button.current.getBoundingClientRect());
    const items = itemsOf(popup.current);
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  }, [open]);

  const onKey = (event: KeyboardEvent) => {
    if (popup.current === null) return;
    if (event.key === 'Tab') popup.current.hidePopover();
    if (moveFocus(popup.current, event.key)) event.preventDefault();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-label={props.label}
        title={props.title ?? props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          popup.current?.showPopover();
        }}
      >
        {props.face}
        {props.arrow === false ? null : <Icon name="chevron" size={14} />}
      </button>
      <div
        ref={popup}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={props.label}
        className="fixed inset-auto m-0 min-w-48 overflow-y-auto rounded-md border border-line bg-raised p-1 text-ink shadow-pop"
        onKeyDown={onKey}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[role^=menuitem]') !== null) {
            popup.current?.hidePopover();
          }
        }}
      >
        {open ? props.children : null}
      </div>
    </>
  );
}

/** Below the button where there is room, else above; never over the edge of the window. */
function place(popup: HTMLElement, anchor: DOMRect): void {
  popup.style.maxHeight = '';
  const { offsetWidth: width, offsetHeight: height } = popup;
  const below = window.innerHeight - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const goesUp = below < Math.min(height, LEAST_HEIGHT) && above > below;
  const room = goesUp ? above : below;
  popup.style.maxHeight = `${room}px`;
  popup.style.left = `${Math.max(EDGE, Math.min(anchor.left, window.innerWidth - width - EDGE))}px`;
  popup.style.top = `${goesUp ? anchor.top - GAP - Math.min(height, room) : anchor.bottom + GAP}px`;
}

function itemsOf(popup: HTMLElement): HTMLElement[] {
  return [...popup.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')];
}

function moveFocus(popup: HTMLElement, key: string): boolean {
  const items = itemsOf(popup);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = targetOf(items, at, key);
  target?.focus();
  return target !== undefined;
}

function targetOf(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      if (key.length !== 1 || key === ' ') return undefined;
      return [...items.slice(at + 1), ...items].find((item) =>
        (item.textContent ?? '').trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase()),
      );
  }
}
