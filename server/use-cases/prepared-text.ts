import { randomBytes } from 'node:crypto';
import { Fragment, type Node } from '@tiptap/pm/model';
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
  const ids = new Map(changes.map(({ pos, id }) => [pos, id]));
  return accept(withIds(node, -1, ids).toJSON() as DocumentJson);
}

/** In one pass: a step for each id would copy the whole text as often as it has clauses. `pos` is where the node begins. */
function withIds(node: Node, pos: number, ids: ReadonlyMap<number, string>): Node {
  const id = ids.get(pos);
  const attrs = id === undefined ? node.attrs : { ...node.attrs, id };
  if (node.isTextblock || node.isLeaf)
    return id === undefined ? node : node.type.create(attrs, node.content, node.marks);
  const children: Node[] = [];
  node.forEach((child, offset) => {
    children.push(withIds(child, pos + 1 + offset, ids));
  });
  return node.type.create(attrs, Fragment.from(children), node.marks);
}
