'use client';

import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import type { ReactNode } from 'react';
import { Icon } from './icons';

/** A tool of the toolbar that opens a menu. */
export function ToolMenu(props: { label: string; className: string; face: ReactNode; children: ReactNode }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={<Toolbar.Button className={props.className} aria-label={props.label} title={props.label} />}
      >
        {props.face}
        <Icon name="chevron" size={14} />
      </Menu.Trigger>
      {props.children}
    </Menu.Root>
  );
}
