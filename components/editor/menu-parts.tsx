'use client';

import type { ReactNode } from 'react';
import { Icon } from './icons';

const ITEM =
  'flex w-full min-h-8 cursor-pointer items-center gap-2 rounded px-2.5 py-1 text-left text-sm focus:bg-accent-soft focus:text-accent hover:bg-accent-soft aria-disabled:cursor-default aria-disabled:opacity-50';

interface ItemProps {
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly keys?: string | undefined;
}

export function MenuItem(props: ItemProps & { disabled?: boolean; danger?: boolean }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={props.disabled ?? false}
      className={`${ITEM} ${props.danger === true ? 'text-delete' : ''}`}
      onClick={() => (props.disabled === true ? undefined : props.onSelect())}
    >
      <span className="min-w-0 flex-1">{props.children}</span>
      <Keys keys={props.keys} />
    </button>
  );
}

/** One of several; the chosen one has a tick. */
export function MenuChoice(props: ItemProps & { chosen: boolean }) {
  return <Ticked role="menuitemradio" ticked={props.chosen} {...props} />;
}

/** On or off. */
export function MenuCheck(props: ItemProps & { checked: boolean }) {
  return <Ticked role="menuitemcheckbox" ticked={props.checked} {...props} />;
}

function Ticked(props: ItemProps & { role: 'menuitemradio' | 'menuitemcheckbox'; ticked: boolean }) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take aria-checked
    <button
      type="button"
      role={props.role}
      tabIndex={-1}
      aria-checked={props.ticked}
      className={ITEM}
      onClick={() => props.onSelect()}
    >
      <span className="inline-flex size-4 items-center justify-center">
        {props.ticked ? <Icon name="check" size={14} /> : null}
      </span>
      <span className="min-w-0 flex-1">{props.children}</span>
      <Keys keys={props.keys} />
    </button>
  );
}

function Keys({ keys }: { keys: string | undefined }) {
  return keys === undefined ? null : (
    <span className="text-xs text-muted" aria-hidden="true">
      {keys}
    </span>
  );
}

export function MenuLine() {
  return <hr className="my-1 border-line" />;
}
