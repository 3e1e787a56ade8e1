'use client';

import { Dialog as Primitive } from '@base-ui/react/dialog';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import type { DialogProps } from './dialog';
import { holdsText, useLeavingWords } from './leaving';

/** The dialog itself, loaded when one is first opened (see dialog.tsx). Words written in it are not lost to a key. */
export function DialogPopup(props: DialogProps) {
  const words = useLeavingWords();
  const popup = useRef<HTMLDivElement>(null);
  const hasWritten = useRef(false);
  const [asks, setAsks] = useState(false);
  const { open } = props;
  useEffect(() => {
    if (open) return;
    hasWritten.current = false;
    setAsks(false);
  }, [open]);
  const leave = () => {
    // Whoever presses the same key once more has not read the question.
    if (words !== null && hasWritten.current && holdsText(popup.current)) setAsks(true);
    else props.onClose();
  };
  return (
    <Primitive.Root open={open} onOpenChange={(isOpen) => (isOpen ? undefined : leave())}>
      <Primitive.Portal>
        <Primitive.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Primitive.Popup
          ref={popup}
          onInput={() => {
            hasWritten.current = true;
          }}
          className={`fixed top-1/2 left-1/2 z-50 grid max-h-[88vh] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-line bg-paper p-6 text-ink shadow-pop ${props.wide === true ? 'max-w-3xl' : 'max-w-lg'}`}
        >
          <Primitive.Title className="font-serif text-xl font-semibold">{props.title}</Primitive.Title>
          {asks && words !== null ? (
            <div
              role="alert"
              className="grid gap-2 rounded-md border border-warn/60 bg-warn-soft px-4 py-3 text-sm"
            >
              <p>{words.question}</p>
              <div className="flex flex-wrap gap-2">
                <Button tone="primary" onClick={() => setAsks(false)}>
                  {words.stay}
                </Button>
                <Button onClick={props.onClose}>{words.leave}</Button>
              </div>
            </div>
          ) : null}
          {props.children}
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
