import { randomBytes } from 'node:crypto';
import { Transform } from '@tiptap/pm/transform';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clauseId, clauseIdChanges } from '../../domain/text/clause-ids';
import type { DocumentJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import { checkText } from '../text/ydoc';

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
