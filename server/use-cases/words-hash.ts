import { textHash } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';

/** Of the words as the schema writes them; clauses that came without an id got one by chance. */
export function wordsHash(words: DocumentJson): string {
  const written = documentSchema().nodeFromJSON(words).toJSON() as DocumentJson;
  return textHash(withoutIds(written));
}

function withoutIds<Node extends NodeJson>(node: Node): Node {
  const { id: _, ...attrs } = node.attrs ?? {};
  return { ...node, attrs, ...(node.content === undefined ? {} : { content: node.content.map(withoutIds) }) };
}
