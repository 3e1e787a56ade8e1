'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

/** Whether words are selected, and how high on the screen they end. */
export function useSelection(editor: Editor): { readonly top: number; readonly right: number } | null {
  const [place, setPlace] = useState<{ top: number; right: number } | null>(null);
  useEffect(() => {
    const look = () => {
      if (editor.isDestroyed) return;
      const { from, to, empty } = editor.state.selection;
      if (empty || editor.state.doc.textBetween(from, to, ' ').trim() === '') {
        setPlace(null);
        return;
      }
      const { top } = editor.view.coordsAtPos(to);
      const sheet = (editor.view.dom.closest('.paper-sheet') ?? editor.view.dom).getBoundingClientRect();
      setPlace({ top, right: sheet.right });
    };
    // Words may have been selected before this came.
    look();
    editor.on('selectionUpdate', look);
    editor.on('update', look);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      editor.off('selectionUpdate', look);
      editor.off('update', look);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [editor]);
  return place;
}
