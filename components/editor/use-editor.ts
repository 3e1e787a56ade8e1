'use client';

import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { createEditor, type EditorSetting, watchUnsaved } from './create-editor';
import { clausePosition, showPosition } from './extensions/spotlight';
import type { Room } from './room';
import type { Visit } from './use-visit';

/** Mounts the editor into `place` while the component is shown. The room's text has arrived. */
export function useEditor(
  place: RefObject<HTMLDivElement | null>,
  room: Room,
  setting: EditorSetting,
  editable: boolean,
  watch: Visit['watch'],
): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(setting);
  latest.current = setting;

  useEffect(() => {
    if (place.current === null) return;
    const { houseStyle, language, label } = latest.current;
    const created = createEditor(place.current, room, {
      houseStyle,
      language,
      label,
      open: (panel) => latest.current.open(panel),
      tooLarge: () => latest.current.tooLarge(),
      keepsBrackets: () => latest.current.keepsBrackets(),
      bracketKept: () => latest.current.bracketKept(),
    });
    watch(watchUnsaved(created, room));
    setEditor(created);
    return () => {
      setEditor(null);
      watch(null);
      created.destroy();
    };
  }, [place, room, watch]);

  useEffect(() => {
    if (editor !== null && editor.isEditable !== editable) editor.setEditable(editable);
  }, [editor, editable]);

  useEffect(() => {
    if (editor === null) return;
    const follow = () => followAddress(editor);
    const first = requestAnimationFrame(follow);
    window.addEventListener('hashchange', follow);
    return () => {
      cancelAnimationFrame(first);
      window.removeEventListener('hashchange', follow);
    };
  }, [editor]);
  return editor;
}

/** Scrolls to the clause that the address names: /documents/x#c_abc. */
function followAddress(editor: Editor): void {
  const id = decodeURIComponent(window.location.hash.slice(1));
  if (id === '' || editor.isDestroyed) return;
  const pos = clausePosition(editor.state, id);
  if (pos !== null) showPosition(editor.view, pos);
}
