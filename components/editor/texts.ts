import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { DocumentJson } from '@/domain/text/document-json';
import type { HouseStyle } from '@/domain/text/numbering';
import type { Room } from './room';
import { type UnsentClause, unsentClauses } from './unsent-words';

/** The text of a shared document as JSON, without touching it. */
export function textOf(doc: Y.Doc): DocumentJson {
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')) as DocumentJson;
}

/** What `state` (one's own document) has beyond the text of the room: the words that did not get in. */
export function wordsBeyond(
  room: Room,
  state: Uint8Array,
  houseStyle: HouseStyle,
  compare: typeof unsentClauses = unsentClauses,
): UnsentClause[] {
  const merged = new Y.Doc();
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(room.doc));
  Y.applyUpdate(merged, state);
  const unsent = compare(textOf(room.doc), textOf(merged), houseStyle);
  merged.destroy();
  return unsent;
}

/**
 * Words in a copy of an earlier visit that can no longer be sent, because one may not write any more. A copy
 * that holds nothing of its own is removed.
 */
export async function strandedWords(room: Room, houseStyle: HouseStyle): Promise<UnsentClause[]> {
  const left = await room.leftBehind();
  if (left === null) return [];
  const unsent = wordsBeyond(room, left, houseStyle);
  if (unsent.length === 0) await room.forgetCopy();
  return unsent;
}
