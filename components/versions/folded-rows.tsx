'use client';

import { type ReactNode, useState } from 'react';

/** Rows of a table put away behind one line that says how many they are. */
export function FoldedRows(props: {
  columns: number;
  show: string;
  hide: string;
  note: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tbody>
        <tr className="version-fold">
          <td colSpan={props.columns}>
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              <span aria-hidden="true">{open ? '▾' : '▸'}</span> {open ? props.hide : props.show}
              <span className="version-fold-note">{props.note}</span>
            </button>
          </td>
        </tr>
      </tbody>
      <tbody hidden={!open}>{props.children}</tbody>
    </>
  );
}
