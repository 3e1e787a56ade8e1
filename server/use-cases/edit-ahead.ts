import { randomInt } from 'node:crypto';
import type { Db } from '../../db/client';
import { appendUpdate, bindClient, lastPosition, readLog } from '../../db/update-log';
import { type Actor, delegationOf } from '../../domain/policy/can';
import type { TextEdit } from '../../domain/text/reading';
import type { Runtime } from '../runtime';
import { editTo } from '../text/text-work';

/** An edit worked out for the text at `position` of the log; null where that text is the wanted one already. */
export interface PreparedEdit {
  readonly position: number;
  readonly edit: TextEdit | null;
}

/** Whom and what an edit is for. */
export interface EditPlace {
  readonly document: { readonly id: string; readonly bodyId: string };
  readonly actor: Actor;
  readonly at: string;
  /** Whose words they are, where not the actor's own delegation's: of a proposal carried out, its delegation's. */
  readonly country?: string;
}

/** Works out the smallest edit to `target` (JSON), ahead of the transaction that will write it. */
export async function editAhead(runtime: Runtime, documentId: string, target: string): Promise<PreparedEdit> {
  const { position, updates } = readLog(runtime.db, documentId);
  return { position, edit: await runtime.texts.edit(updates, target, anyClientId()) };
}

/** Works out several edits, each to the next of `targets` (JSON), ahead of the transaction that will write them all. */
export async function editsAhead(
  runtime: Runtime,
  documentId: string,
  targets: readonly string[],
): Promise<PreparedEdit[]> {
  const { position, updates } = readLog(runtime.db, documentId);
  const prepared: PreparedEdit[] = [];
  let at = position;
  for (const target of targets) {
    const edit = await runtime.texts.edit(updates, target, anyClientId());
    prepared.push({ position: at, edit });
    if (edit === null) continue;
    updates.push(edit.bytes);
    at += 1;
  }
  return prepared;
}

/** What a new document begins with. */
export interface FirstEdit extends PreparedEdit {
  /** JSON of the text. */
  readonly target: string;
}

/** Works out the edit that writes `target` (JSON) into a document that does not exist yet. */
export async function firstEdit(runtime: Runtime, target: string): Promise<FirstEdit> {
  return { target, position: 0, edit: await runtime.texts.edit([], target, anyClientId()) };
}

/**
 * Turns the text of a document into `target`, as one row of the log under a fresh Yjs client id that is bound to the
 * acting person: by the edit worked out ahead where nobody has written since, else by one worked out here and now.
 * Null where the text is `target` already. Call it in the transaction that judged the actor, and tell the rooms after
 * commit (`live.followLog`).
 */
export function appendEdit(tx: Db, place: EditPlace, target: string, ahead?: PreparedEdit): TextEdit | null {
  const { document } = place;
  const isFresh = ahead !== undefined && ahead.position === lastPosition(tx, document.id);
  if (isFresh && ahead.edit === null) return null;
  if (isFresh && ahead.edit !== null && bind(tx, place, ahead.edit.clientId))
    return append(tx, place, ahead.edit);
  const { updates } = readLog(tx, document.id);
  let clientId = anyClientId();
  while (!bind(tx, place, clientId)) clientId = anyClientId();
  const edit = editTo(updates, target, clientId);
  return edit === null ? null : append(tx, place, edit);
}

function append(tx: Db, place: EditPlace, edit: TextEdit): TextEdit {
  const { document, actor, at } = place;
  appendUpdate(tx, {
    documentId: document.id,
    userId: actor.userId,
    country: countryOf(place),
    sessionId: actor.sessionId,
    clientId: null,
    at,
    bytes: edit.bytes,
  });
  return edit;
}

/** False where the id belongs to somebody already. */
function bind(tx: Db, place: EditPlace, clientId: number): boolean {
  const { document, actor, at } = place;
  const country = countryOf(place);
  return bindClient(tx, { documentId: document.id, userId: actor.userId, country, at, clientId });
}

function countryOf({ country, document, actor }: EditPlace): string | null {
  return country ?? delegationOf(actor, document.bodyId);
}

function anyClientId(): number {
  return randomInt(1, 2 ** 32 - 1);
}
