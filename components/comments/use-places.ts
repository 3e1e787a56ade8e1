'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { shownClauses } from '@/components/editor/clause-words';
import type { ThreadView } from '@/domain/comments/view';
import type { Places } from './places';

/** At most so often while somebody writes, and once afterwards. */
const REST_MS = 120;

/** Where the words of conversations stand in the text as it is written. Null until it is known. */
export function usePlaces(editor: Editor, threads: readonly ThreadView[]): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  const placer = useRef<ReturnType<typeof import('./places').createPlacer> | null>(null);
  useEffect(() => {
    if (threads.length === 0) {
      setPlaces(new Map());
      return;
    }
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const place = async () => {
      if (placer.current === null) {
        // Comparing texts comes only where somebody has commented. Without a connection the next edit asks again.
        const loaded = await import('./places').catch(() => null);
        if (loaded === null) return;
        placer.current ??= loaded.createPlacer();
      }
      if (isGone || editor.isDestroyed) return;
      setPlaces(placer.current(threads, shownClauses(editor.state.doc)));
    };
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void place();
      }, REST_MS);
    };
    void place();
    editor.on('update', later);
    return () => {
      isGone = true;
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor, threads]);
  return places;
}
