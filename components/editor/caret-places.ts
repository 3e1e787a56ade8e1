import type { Editor } from '@tiptap/core';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { createRelativePositionFromJSON } from 'yjs';
import type { Room } from './room';

/** Where in the text the caret of a connection stands, or null. */
export function caretOf(editor: Editor, room: Room, clientId: number): number | null {
  const state = room.provider.awareness.getStates().get(clientId);
  const head: unknown = (state?.cursor as { head?: unknown } | null | undefined)?.head;
  const sync = ySyncPluginKey.getState(editor.state);
  if (head === undefined || head === null || !sync?.binding) return null;
  const pos = relativePositionToAbsolutePosition(
    room.doc,
    sync.type,
    createRelativePositionFromJSON(head),
    sync.binding.mapping,
  );
  return typeof pos === 'number' ? Math.min(pos, editor.state.doc.content.size) : null;
}
