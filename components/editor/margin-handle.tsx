'use client';

import type { Editor } from '@tiptap/core';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type CitedClause, citedClause } from './clause-actions';
import { ClauseMenu } from './clause-menu';
import { blockPosition } from './outline';

interface Shown {
  readonly clause: CitedClause;
  readonly top: number;
}

/**
 * The margin of the page: where the pointer rests on a clause's number, the way to cite it appears in its place
 * and opens what can be done with the clause. By keyboard the same is at the foot of the page, for the clause at
 * the caret.
 */
export function MarginHandle(props: {
  editor: Editor | null;
  children: ReactNode;
  say: (words: string) => void;
}) {
  const { editor } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (editor === null) return;
    const hide = () => setShown(null);
    editor.on('update', hide);
    return () => {
      editor.off('update', hide);
    };
  }, [editor]);

  const onPointerMove = (event: PointerEvent) => {
    if (editor === null || isOpen || frame.current === null || event.pointerType === 'touch') return;
    if (event.target instanceof Element && event.target.closest('.margin-handle') !== null) return;
    const next = clauseBeside(editor, event.clientX, event.clientY, frame.current);
    if (next?.clause.index !== shown?.clause.index) setShown(next);
  };
  return (
    <div
      ref={frame}
      className="relative"
      onPointerMove={onPointerMove}
      onPointerLeave={() => (isOpen ? undefined : setShown(null))}
    >
      {shown === null || editor === null ? null : (
        <div className="margin-handle" style={{ top: shown.top }}>
          <ClauseMenu
            editor={editor}
            clause={shown.clause}
            say={props.say}
            onOpenChange={setOpen}
            className="cursor-pointer rounded border border-line-strong/60 bg-raised px-1.5 py-0.5 text-xs whitespace-nowrap text-accent shadow-card"
          />
        </div>
      )}
      {props.children}
    </div>
  );
}

/** The citable clause whose margin is at this point of the window, or null. */
function clauseBeside(editor: Editor, x: number, y: number, frame: HTMLElement): Shown | null {
  const { view } = editor;
  const box = view.dom.getBoundingClientRect();
  const place = view.posAtCoords({ left: box.left + box.width / 2, top: y });
  if (place === null) return null;
  const index = editor.state.doc.resolve(place.pos).index(0);
  const clause = citedClause(editor, index);
  const pos = blockPosition(editor.state, index);
  const dom = pos === null ? null : view.nodeDOM(pos);
  if (clause === null || !(dom instanceof HTMLElement)) return null;
  const line = dom.getBoundingClientRect();
  if (x > line.left || y < line.top || y > line.bottom) return null;
  return { clause, top: line.top - frame.getBoundingClientRect().top };
}
