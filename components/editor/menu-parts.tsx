'use client';

import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { Icon } from './icons';

const ITEM =
  'flex min-h-8 cursor-pointer items-center gap-2 rounded px-2.5 py-1 text-sm outline-none select-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-accent-soft data-highlighted:text-accent';

/** The list that a menu button opens. It does not hold the page still: colleagues go on writing behind it. */
export function MenuPopup(props: { children: ReactNode; label?: string }) {
  return (
    <Menu.Portal>
      <Menu.Positioner className="z-40 outline-none" sideOffset={4} align="start" collisionPadding={8}>
        <Menu.Popup
          className="max-h-[min(26rem,var(--available-height))] min-w-48 overflow-y-auto rounded-md border border-line bg-raised p-1 text-ink shadow-pop outline-none"
          {...(props.label === undefined ? {} : { 'aria-label': props.label })}
        >
          {props.children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

export function MenuItem(props: {
  onSelect: () => void;
  children: ReactNode;
  disabled?: boolean;
  keys?: string;
  danger?: boolean;
}) {
  return (
    <Menu.Item
      className={`${ITEM} ${props.danger === true ? 'text-delete' : ''}`}
      disabled={props.disabled ?? false}
      onClick={props.onSelect}
    >
      <span className="min-w-0 flex-1">{props.children}</span>
      {props.keys === undefined ? null : <kbd className="font-sans text-xs text-muted">{props.keys}</kbd>}
    </Menu.Item>
  );
}

/** One of several; the chosen one has a tick. */
export function MenuChoice(props: { value: string; children: ReactNode; keys?: string; lang?: string }) {
  return (
    <Menu.RadioItem className={ITEM} value={props.value} closeOnClick lang={props.lang}>
      <span className="inline-flex size-4 items-center justify-center">
        <Menu.RadioItemIndicator>
          <Icon name="check" size={14} />
        </Menu.RadioItemIndicator>
      </span>
      <span className="min-w-0 flex-1">{props.children}</span>
      {props.keys === undefined ? null : <kbd className="font-sans text-xs text-muted">{props.keys}</kbd>}
    </Menu.RadioItem>
  );
}

export function MenuCheck(props: { checked: boolean; onChange: () => void; children: ReactNode }) {
  return (
    <Menu.CheckboxItem className={ITEM} checked={props.checked} onCheckedChange={props.onChange} closeOnClick>
      <span className="inline-flex size-4 items-center justify-center">
        <Menu.CheckboxItemIndicator>
          <Icon name="check" size={14} />
        </Menu.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1">{props.children}</span>
    </Menu.CheckboxItem>
  );
}

export function MenuLine() {
  return <Menu.Separator className="my-1 h-px bg-line" />;
}
