'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** Loaded on first opening: a page that only may ask something stays light. */
const DialogPopup = lazy(() => import('./dialog-popup').then((it) => ({ default: it.DialogPopup })));

/**
 * A modal question. Escape and the backdrop close it, and ask first where one wrote something in it; focus returns to
 * where it was.
 */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <DialogPopup {...props} />
    </Suspense>
  );
}
