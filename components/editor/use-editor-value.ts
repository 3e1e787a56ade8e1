'use client';

import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** A value read from the editor, kept fresh with every transaction; components render only when it changes. */
export function useEditorValue<T>(editor: Editor, read: (editor: Editor) => T): T {
  const last = useRef<{ readonly value: T } | null>(null);
  const subscribe = useCallback(
    (onChange: () => void) => {
      editor.on('transaction', onChange);
      editor.on('update', onChange);
      return () => {
        editor.off('transaction', onChange);
        editor.off('update', onChange);
      };
    },
    [editor],
  );
  const snapshot = () => {
    const value = read(editor);
    if (last.current === null || !sameValue(last.current.value, value)) last.current = { value };
    return last.current.value;
  };
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** A value that costs something to read: read anew only when the words change, and after the typing has paused. */
export function useSettledValue<T>(editor: Editor, read: (editor: Editor) => T, pause = 250): T {
  const [value, setValue] = useState(() => read(editor));
  const reading = useRef(read);
  reading.current = read;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let document = editor.state.doc;
    const settle = () => {
      timer = null;
      if (!editor.isDestroyed) setValue(reading.current(editor));
    };
    const onTransaction = () => {
      if (editor.state.doc === document) return;
      document = editor.state.doc;
      timer ??= setTimeout(settle, pause);
    };
    settle();
    editor.on('transaction', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor, pause]);
  return value;
}

/** Equal values, or objects with equal values one level down. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => Object.is(value, Reflect.get(b, key)));
}
