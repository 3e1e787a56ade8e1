import { canonicalDocument } from '../../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';
import { documentSchema } from '../../../domain/text/schema';

/** XML has no such characters. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Blocks in these belong to the clause around them and have no ids. */
const INSIDE: ReadonlySet<string> = new Set(['listItem', 'tableCell', 'tableHeader']);

/** A text as a document can be: of the schema, with its defaults, every id once. */
export function settled(text: DocumentJson): DocumentJson {
  const ids = new Set<string>();
  const once = (node: NodeJson, isInside = false): NodeJson => {
    const id = node.attrs?.id;
    const isAgain = isInside || (typeof id === 'string' && ids.has(id));
    if (typeof id === 'string') ids.add(id);
    return {
      ...node,
      ...(node.attrs === undefined ? {} : { attrs: isAgain ? { ...node.attrs, id: null } : node.attrs }),
      ...(node.content === undefined
        ? {}
        : { content: node.content.map((child) => once(child, INSIDE.has(node.type))) }),
    };
  };
  const filled = documentSchema()
    .nodeFromJSON(canonicalDocument(once(speakable(text)) as DocumentJson))
    .toJSON();
  return canonicalDocument(filled as DocumentJson);
}

function speakable(text: DocumentJson): DocumentJson {
  return JSON.parse(JSON.stringify(text), (_key, value) =>
    typeof value === 'string' ? value.replace(LONE_SURROGATE, '') : value,
  ) as DocumentJson;
}

/** A clause that was split or joined has one bookmark for two ids: words and form are what a redline promises. */
export function withoutIds(node: NodeJson): NodeJson {
  const { id: _, ...attrs } = node.attrs ?? {};
  const content = node.content?.map(withoutIds);
  return { ...node, attrs, ...(content === undefined ? {} : { content }) };
}
