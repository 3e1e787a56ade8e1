'use client';

import { Dialog as Primitive } from '@base-ui/react/dialog';
import type { DialogProps } from './dialog';

/** The dialog itself, loaded when one is first opened (see dialog.tsx). */
export function DialogPopup(props: DialogProps) {
  return (
    <Primitive.Root open={props.open} onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <Primitive.Portal>
        <Primitive.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Primitive.Popup
          className={`fixed top-1/2 left-1/2 z-50 grid max-h-[88vh] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-line bg-paper p-6 text-ink shadow-pop ${props.wide === true ? 'max-w-3xl' : 'max-w-lg'}`}
        >
          <Primitive.Title className="font-serif text-xl font-semibold">{props.title}</Primitive.Title>
          {props.children}
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
