'use client';

import { type ReactNode, useRef } from 'react';

/**
 * A panel that a button opens, by the browser's own popover: Escape and a click beside it close it, focus goes
 * back to the button. A followed link closes it too, because the header stays when the page changes.
 */
export function PopPanel(props: {
  id: string;
  label: ReactNode;
  buttonLabel: string;
  buttonClass: string;
  panelClass: string;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget={props.id}
        className={props.buttonClass}
        aria-label={props.buttonLabel}
      >
        {props.label}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for the links inside, which are reachable by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by keyboard fires click */}
      <div
        ref={panel}
        id={props.id}
        popover="auto"
        className={`fixed inset-auto m-0 border border-line bg-paper text-ink shadow-pop ${props.panelClass}`}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a') !== null)
            panel.current?.hidePopover();
        }}
      >
        {props.children}
      </div>
    </>
  );
}
