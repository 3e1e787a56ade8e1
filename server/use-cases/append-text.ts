import { randomBytes, randomInt } from 'node:crypto';
import { Transform } from '@tiptap/pm/transform';
import type { Db } from '../../db/client';
import { appendUpdate, bindClient, readLog } from '../../db/update-log';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clauseId, clauseIdChanges } from '../../domain/text/clause-ids';
import type { DocumentJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import { minimalEdit } from '../text/minimal-edit';
import { checkText } from '../text/ydoc';

/**
 * Turns the text of a document into `target` by the smallest edit, as one row of the log under a fresh Yjs client
 * id that is bound to the acting person. False when the text is `target` already. Call it in the transaction that
 * judged the actor, and tell the rooms after commit (`live.followLog`).
 */
export function appendText(
  tx: Db,
  actor: Actor,
  document: { readonly id: string; readonly bodyId: string },
  target: DocumentJson,
  at: string,
): boolean {
  const { updates } = readLog(tx, document.id);
  const country = delegationOf(actor, document.bodyId);
  const clientId = freshClientId(tx, { documentId: document.id, userId: actor.userId, country, at });
  const bytes = minimalEdit(updates, target, clientId);
  if (bytes === null) return false;
  appendUpdate(tx, {
    documentId: document.id,
    userId: actor.userId,
    country,
    sessionId: actor.sessionId,
    clientId: null,
    at,
    bytes,
  });
  return true;
}

function freshClientId(
  tx: Db,
  binding: {
    readonly documentId: string;
    readonly userId: string;
    readonly country: string | null;
    readonly at: string;
  },
): number {
  for (;;) {
    const clientId = randomInt(1, 2 ** 32 - 1);
    if (bindClient(tx, { ...binding, clientId })) return clientId;
  }
}

/** The text with an id on every clause, where it may stand at all (SY7). Ids that are there and unique stay. */
export function preparedText(target: DocumentJson): Outcome<DocumentJson> {
  const fault = checkText(target);
  if (fault !== null) return refuse('SY7', { fault });
  const schema = documentSchema();
  const node = schema.nodeFromJSON(target);
  const empty = schema.topNodeType.createAndFill();
  if (empty === null) throw new Error('preparedText: the schema has no empty document');
  const changes = clauseIdChanges(empty, node, () => clauseId(randomBytes(12)));
  if (changes.length === 0) return accept(target);
  const transform = new Transform(node);
  for (const { pos, id } of changes) transform.setNodeAttribute(pos, 'id', id);
  return accept(transform.doc.toJSON() as DocumentJson);
}
