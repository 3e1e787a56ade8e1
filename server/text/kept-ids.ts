import { compareTexts } from '../../domain/redline';
import { clausesOf, nodeAt } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';

/** Kinds of clauses that no other program has: there they are running text like any other. */
const OUR_KINDS: ReadonlySet<string> = new Set(['chapeau', 'preambular', 'closing', 'annex']);

/**
 * `text` with the ids of the clauses that it shares with `standing`: a file that went through another program has
 * lost them, and a clause keeps its id whoever carries it. Ids that `standing` does not have are taken away, since
 * nobody here knows them. From a program that does not know our kinds of clauses (`keepsKinds` false) a clause that
 * comes back as running text is of the kind that it was.
 */
export function withKeptIds(
  standing: DocumentJson,
  text: DocumentJson,
  { houseStyle, keepsKinds }: { readonly houseStyle: HouseStyle; readonly keepsKinds: boolean },
): DocumentJson {
  const known = idsIn(standing);
  const plain = withoutIds(text, new Set(known)) as DocumentJson;
  const ids = new Map<NodeJson, string>();
  const kinds = new Map<NodeJson, string>();
  for (const { status, old, new: fresh } of compareTexts(standing, plain, { houseStyle }).rows) {
    if (old === null || fresh === null || (status !== 'kept' && status !== 'moved')) continue;
    const node = nodeAt(plain, fresh.path);
    if (node === null) continue;
    if (old.id !== null) ids.set(node, old.id);
    if (!keepsKinds && fresh.kind === 'paragraph' && OUR_KINDS.has(old.kind)) kinds.set(node, old.kind);
    if (fresh.kind === 'tableRow' && old.kind === 'tableRow')
      keepTable(standing, plain, old.path, fresh.path, ids);
  }
  return withIds(plain, { ids, kinds }, new Set()) as DocumentJson;
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

interface Kept {
  readonly ids: ReadonlyMap<NodeJson, string>;
  readonly kinds: ReadonlyMap<NodeJson, string>;
}

function withIds(node: NodeJson, kept: Kept, given: Set<string>): NodeJson {
  const wanted = kept.ids.get(node);
  const id = wanted !== undefined && !given.has(wanted) ? wanted : undefined;
  if (id !== undefined) given.add(id);
  const { id: _, ...attrs } = node.attrs ?? {};
  const content = node.content?.map((child) => withIds(child, kept, given));
  return {
    ...node,
    type: kept.kinds.get(node) ?? node.type,
    attrs: id === undefined ? attrs : { ...attrs, id },
    ...(content === undefined ? {} : { content }),
  };
}
