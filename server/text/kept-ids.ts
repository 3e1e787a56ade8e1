import { compareTexts } from '../../domain/redline';
import { clausesOf, nodeAt } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';

/**
 * `text` with the ids of the clauses that it shares with `standing`: a file that went through another program has
 * lost them, and a clause keeps its id whoever carries it. Ids that `standing` does not have are taken away, since
 * nobody here knows them.
 */
export function withKeptIds(
  standing: DocumentJson,
  text: DocumentJson,
  houseStyle: HouseStyle,
): DocumentJson {
  const known = idsIn(standing);
  const plain = withoutIds(text, new Set(known)) as DocumentJson;
  const ids = new Map<NodeJson, string>();
  for (const { status, old, new: fresh } of compareTexts(standing, plain, { houseStyle }).rows) {
    if (old === null || fresh === null || old.id === null || (status !== 'kept' && status !== 'moved'))
      continue;
    const node = nodeAt(plain, fresh.path);
    if (node === null) continue;
    ids.set(node, old.id);
    if (fresh.kind === 'tableRow' && old.kind === 'tableRow')
      keepTable(standing, plain, old.path, fresh.path, ids);
  }
  return withIds(plain, ids, new Set()) as DocumentJson;
}

/** A table is known again by its rows: the first of them that is known decides. */
function keepTable(
  standing: DocumentJson,
  text: DocumentJson,
  oldPath: readonly number[],
  path: readonly number[],
  ids: Map<NodeJson, string>,
): void {
  const id = nodeAt(standing, oldPath.slice(0, -1))?.attrs?.id;
  const table = nodeAt(text, path.slice(0, -1));
  if (typeof id === 'string' && table !== null && !ids.has(table)) ids.set(table, id);
}

function idsIn(text: DocumentJson): string[] {
  return clausesOf(text).flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Ids that are unknown, or stand a second time, go. */
function withoutIds(node: NodeJson, known: Set<string>): NodeJson {
  const { id, ...attrs } = node.attrs ?? {};
  const isKept = typeof id === 'string' && known.delete(id);
  const content = node.content?.map((child) => withoutIds(child, known));
  return { ...node, attrs: isKept ? { ...attrs, id } : attrs, ...(content === undefined ? {} : { content }) };
}

function withIds(node: NodeJson, ids: ReadonlyMap<NodeJson, string>, given: Set<string>): NodeJson {
  const wanted = ids.get(node);
  const id = wanted !== undefined && !given.has(wanted) ? wanted : undefined;
  if (id !== undefined) given.add(id);
  const { id: _, ...attrs } = node.attrs ?? {};
  const content = node.content?.map((child) => withIds(child, ids, given));
  return {
    ...node,
    attrs: id === undefined ? attrs : { ...attrs, id },
    ...(content === undefined ? {} : { content }),
  };
}
