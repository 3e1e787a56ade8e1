import * as Y from 'yjs';

/** A run of writing under one Yjs client id: clocks [from, to). */
export interface Run {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** What an update writes, and what it deletes. Throws where it cannot be read. */
export function runsOf(bytes: Uint8Array): { readonly written: Run[]; readonly deleted: Run[] } {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const written = structs
    .filter((struct) => !(struct instanceof Y.Skip))
    .map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length }));
  const deleted = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  );
  return { written, deleted };
}

/** Whether all that an update says has happened in a text: told from the text alone, with none of the server's code. */
export function holds(doc: Y.Doc, bytes: Uint8Array): boolean {
  const { written, deleted } = runsOf(bytes);
  return written.every((run) => isWritten(doc, run)) && deleted.every((run) => isDeleted(doc, run));
}

/**
 * As `holds`, but for an update that only deletes marks: Yjs tidies superfluous ones away by itself, also where
 * nobody may write any more, and then the server nods and keeps them (RoomTurn.isTidying). No word hangs on them.
 */
export function holdsWords(doc: Y.Doc, bytes: Uint8Array): boolean {
  const { written, deleted } = runsOf(bytes);
  return written.length === 0 ? deleted.every((run) => isDeleted(doc, run, true)) : holds(doc, bytes);
}

export function isWritten(doc: Y.Doc, { client, to }: Run): boolean {
  return to <= Y.getState(doc.store, client);
}

function isDeleted(doc: Y.Doc, run: Run, butMarks = false): boolean {
  if (!isWritten(doc, run)) return false;
  const structs = doc.store.clients.get(run.client) ?? [];
  if (run.from >= run.to) return true;
  for (let index = Y.findIndexSS(structs, run.from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= run.to) break;
    const isMark = struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;
    if (!struct.deleted && !(butMarks && isMark)) return false;
  }
  return true;
}
