import type { DocumentJson, MarkJson, NodeJson } from '../../domain/text/document-json';
import { plainText, stringAttr } from '../../domain/text/document-json';
import { type Inline, normal, runs } from './build';

/** One deliberate change to a text. A change that finds nothing to change is a slip in the seed and throws. */
export type Edit = (document: DocumentJson) => DocumentJson;

/** The text after all `edits`, in the schema's form. */
export function edited(document: DocumentJson, edits: readonly Edit[]): DocumentJson {
  return normal(edits.reduce((text, edit) => edit(text), document));
}

/** Replaces `from` by `to` once, inside one run of the clause (or cell) `id`. */
export function replace(id: string, from: string, to: string): Edit {
  return onNode(id, (node) => {
    const found = { times: 0 };
    const changed = mapRuns(node, (run) => {
      const at = run.text?.indexOf(from) ?? -1;
      if (at < 0 || run.text === undefined) return [run];
      found.times += 1;
      return [{ ...run, text: run.text.slice(0, at) + to + run.text.slice(at + from.length) }];
    });
    if (found.times !== 1) throw new Error(`seed: "${from}" is ${found.times} times in ${id}, not once`);
    return withoutEmptyRuns(changed);
  });
}

/** Adds words at the end of a clause. */
export function append(id: string, ...parts: NodeJson[]): Edit {
  return onNode(id, (node) => ({ ...node, content: [...(node.content ?? []), ...parts] }));
}

/** Puts words with marks of their own into a clause, before the words `before`. */
export function insertInline(id: string, before: string, ...parts: Inline[]): Edit {
  return onNode(id, (node) => {
    const at = plainText(node).indexOf(before);
    if (at < 0) throw new Error(`seed: no "${before}" in ${id} to insert before`);
    const [first, second] = cut(node.content ?? [], at);
    return { ...node, content: [...first, ...runs(parts), ...second] };
  });
}

/** Puts new clauses (or items, or rows) behind `id`. */
export function insertAfter(id: string, ...nodes: NodeJson[]): Edit {
  return onSiblings(id, (siblings, index) => siblings.toSpliced(index + 1, 0, ...nodes));
}

export function insertBefore(id: string, ...nodes: NodeJson[]): Edit {
  return onSiblings(id, (siblings, index) => siblings.toSpliced(index, 0, ...nodes));
}

export function remove(id: string): Edit {
  return onSiblings(id, (siblings, index) => siblings.toSpliced(index, 1));
}

/** Moves a clause (or item, or row) behind another one of the same parent. */
export function moveAfter(id: string, target: string): Edit {
  return (document) => {
    const moved = find(document, id);
    return insertAfter(target, moved)(remove(id)(document));
  };
}

/** Cuts a clause in two before `words`; the second part becomes a clause of the same kind under `newId`. */
export function split(id: string, words: string, newId: string): Edit {
  return onSiblings(id, (siblings, index) => {
    const node = siblings[index];
    if (node === undefined) return siblings;
    const at = plainText(node).indexOf(words);
    if (at < 0) throw new Error(`seed: no "${words}" in ${id} to split at`);
    const [first, second] = cut(node.content ?? [], at);
    const head = { ...node, content: trimEnd(first) };
    const tail = { ...node, attrs: { ...node.attrs, id: newId }, content: second };
    return siblings.toSpliced(index, 1, head, tail);
  });
}

/** Joins the clause after `id` into it, with `joint` between their words. */
export function mergeWithNext(id: string, joint: string): Edit {
  return onSiblings(id, (siblings, index) => {
    const [first, second] = [siblings[index], siblings[index + 1]];
    if (first === undefined || second === undefined) throw new Error(`seed: nothing after ${id} to merge`);
    const content = [...(first.content ?? []), { type: 'text', text: joint }, ...(second.content ?? [])];
    return siblings.toSpliced(index, 2, { ...first, content });
  });
}

/** Adds `mark` to `words` in a clause. */
export function format(id: string, words: string, mark: MarkJson['type']): Edit {
  return onNode(id, (node) => {
    const found = { times: 0 };
    const changed = mapRuns(node, (run) => {
      const at = run.text?.indexOf(words) ?? -1;
      if (at < 0 || run.text === undefined) return [run];
      found.times += 1;
      const marks = [...(run.marks ?? []), { type: mark }];
      return [
        { ...run, text: run.text.slice(0, at) },
        { ...run, text: words, marks },
        { ...run, text: run.text.slice(at + words.length) },
      ];
    });
    if (found.times !== 1) throw new Error(`seed: "${words}" is ${found.times} times in ${id}, not once`);
    return withoutEmptyRuns(changed);
  });
}

/** Changes the level of an operative paragraph or heading. */
export function setLevel(id: string, level: number): Edit {
  return onNode(id, (node) => ({ ...node, attrs: { ...node.attrs, level } }));
}

/** Changes the words of one cell of a row, counted from 0. */
export function setCell(rowId: string, column: number, words: string): Edit {
  return onNode(rowId, (node) => {
    const cells = node.content ?? [];
    const cell = cells[column];
    if (cell === undefined) throw new Error(`seed: row ${rowId} has no column ${column}`);
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: words }] };
    return { ...node, content: cells.toSpliced(column, 1, { ...cell, content: [paragraph] }) };
  });
}

/** Adds a column at `column` to a table, with the words of each row from `words` (header first). */
export function insertColumn(tableId: string, column: number, words: readonly string[]): Edit {
  return onNode(tableId, (node) => ({
    ...node,
    content: (node.content ?? []).map((row, index) => {
      const cells = row.content ?? [];
      const type = cells[0]?.type ?? 'tableCell';
      const text = words[index] ?? '';
      const content = text === '' ? [] : [{ type: 'text', text }];
      return {
        ...row,
        content: cells.toSpliced(column, 0, { type, content: [{ type: 'paragraph', content }] }),
      };
    }),
  }));
}

function onNode(id: string, change: (node: NodeJson) => NodeJson): Edit {
  return onSiblings(id, (siblings, index) =>
    siblings.map((node, position) => (position === index ? change(node) : node)),
  );
}

function onSiblings(
  id: string,
  change: (siblings: readonly NodeJson[], index: number) => readonly NodeJson[],
): Edit {
  return (document) => {
    const result = rebuild(document, id, change);
    if (result === null) throw new Error(`seed: there is no clause ${id}`);
    return result as DocumentJson;
  };
}

function rebuild(
  node: NodeJson,
  id: string,
  change: (siblings: readonly NodeJson[], index: number) => readonly NodeJson[],
): NodeJson | null {
  const children = node.content ?? [];
  const index = children.findIndex((child) => stringAttr(child, 'id') === id);
  if (index >= 0) return { ...node, content: change(children, index) };
  for (const [position, child] of children.entries()) {
    const rebuilt = rebuild(child, id, change);
    if (rebuilt !== null) return { ...node, content: children.toSpliced(position, 1, rebuilt) };
  }
  return null;
}

function find(node: NodeJson, id: string): NodeJson {
  const found = search(node, id);
  if (found === null) throw new Error(`seed: there is no clause ${id}`);
  return found;
}

function search(node: NodeJson, id: string): NodeJson | null {
  if (stringAttr(node, 'id') === id) return node;
  for (const child of node.content ?? []) {
    const found = search(child, id);
    if (found !== null) return found;
  }
  return null;
}

function mapRuns(node: NodeJson, change: (run: NodeJson) => NodeJson[]): NodeJson {
  if (node.content === undefined) return node;
  return {
    ...node,
    content: node.content.flatMap((child) =>
      child.type === 'text' ? change(child) : [mapRuns(child, change)],
    ),
  };
}

function withoutEmptyRuns(node: NodeJson): NodeJson {
  if (node.content === undefined) return node;
  return {
    ...node,
    content: node.content.filter((child) => child.type !== 'text' || child.text !== '').map(withoutEmptyRuns),
  };
}

/** Cuts runs after `at` characters; atoms such as footnotes have no width and stay with the words before them. */
function cut(content: readonly NodeJson[], at: number): [NodeJson[], NodeJson[]] {
  const first: NodeJson[] = [];
  const second: NodeJson[] = [];
  let offset = 0;
  for (const run of content) {
    const width = plainText(run).length;
    if (offset + width <= at) first.push(run);
    else if (offset >= at) second.push(run);
    else {
      first.push({ ...run, text: (run.text ?? '').slice(0, at - offset) });
      second.push({ ...run, text: (run.text ?? '').slice(at - offset) });
    }
    offset += width;
  }
  return [first, second];
}

function trimEnd(content: readonly NodeJson[]): NodeJson[] {
  const last = content.at(-1);
  if (last?.text === undefined) return [...content];
  const text = last.text.trimEnd();
  return text === '' ? content.slice(0, -1) : [...content.slice(0, -1), { ...last, text }];
}
