import type { DocumentJson, MarkJson, NodeJson } from '../../domain/text/document-json';
import type { PassageLanguage } from '../../domain/text/marks';
import { documentSchema } from '../../domain/text/schema';

/** Words of the seeds as a small notation: strings are plain words, the functions below give the rest. */
export type Inline = string | NodeJson;

export function runs(parts: readonly Inline[]): NodeJson[] {
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
}

function marked(text: string, mark: MarkJson): NodeJson {
  return { type: 'text', text, marks: [mark] };
}

export function bold(text: string): NodeJson {
  return marked(text, { type: 'bold' });
}

export function italic(text: string): NodeJson {
  return marked(text, { type: 'italic' });
}

export function inLanguage(lang: PassageLanguage, text: string): NodeJson {
  return marked(text, { type: 'language', attrs: { lang } });
}

export function footnote(text: string): NodeJson {
  return { type: 'footnote', attrs: { text } };
}

function clause(type: string, id: string, parts: readonly Inline[], attrs: Record<string, unknown> = {}) {
  return { type, attrs: { ...attrs, id }, content: runs(parts) } satisfies NodeJson;
}

export function title(id: string, ...parts: Inline[]): NodeJson {
  return clause('title', id, parts);
}

export function chapeau(id: string, ...parts: Inline[]): NodeJson {
  return clause('chapeau', id, parts);
}

/** A preambular paragraph. */
export function pp(id: string, ...parts: Inline[]): NodeJson {
  return clause('preambular', id, parts);
}

/** An operative paragraph. */
export function op(id: string, ...parts: Inline[]): NodeJson {
  return clause('operative', id, parts, { level: 1 });
}

/** An operative sub-paragraph: "(a)". */
export function sub(id: string, ...parts: Inline[]): NodeJson {
  return clause('operative', id, parts, { level: 2 });
}

/** A sub-paragraph of a sub-paragraph: "(i)". */
export function subSub(id: string, ...parts: Inline[]): NodeJson {
  return clause('operative', id, parts, { level: 3 });
}

export function closing(id: string, ...parts: Inline[]): NodeJson {
  return clause('closing', id, parts);
}

export function annex(id: string, ...parts: Inline[]): NodeJson {
  return clause('annex', id, parts);
}

export function heading(id: string, level: 1 | 2 | 3, ...parts: Inline[]): NodeJson {
  return clause('heading', id, parts, { level });
}

export function para(id: string, ...parts: Inline[]): NodeJson {
  return clause('paragraph', id, parts);
}

export function item(id: string, ...parts: Inline[]): NodeJson {
  return { type: 'listItem', attrs: { id }, content: [{ type: 'paragraph', content: runs(parts) }] };
}

export function bullets(...items: NodeJson[]): NodeJson {
  return { type: 'bulletList', content: items };
}

export function numbered(...items: NodeJson[]): NodeJson {
  return { type: 'orderedList', content: items };
}

function cell(type: 'tableCell' | 'tableHeader', content: Inline): NodeJson {
  const words = content === '' ? [] : runs([content]);
  return { type, content: [{ type: 'paragraph', content: words }] };
}

export function headerRow(id: string, ...cells: Inline[]): NodeJson {
  return { type: 'tableRow', attrs: { id }, content: cells.map((words) => cell('tableHeader', words)) };
}

export function row(id: string, ...cells: Inline[]): NodeJson {
  return { type: 'tableRow', attrs: { id }, content: cells.map((words) => cell('tableCell', words)) };
}

export function table(id: string, ...rows: NodeJson[]): NodeJson {
  return { type: 'table', attrs: { id }, content: rows };
}

/**
 * A document of these nodes in the schema's own form: every attribute has its default, as an editor would write
 * it. Throws where the nodes do not fit the schema, so a slip in a seed text stops the seed and not a reader.
 */
export function text(...nodes: NodeJson[]): DocumentJson {
  return normal({ type: 'doc', content: nodes });
}

export function normal(document: DocumentJson): DocumentJson {
  const node = documentSchema().nodeFromJSON(document);
  node.check();
  return node.toJSON() as DocumentJson;
}
