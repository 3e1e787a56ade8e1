/**
 * The text of a document as ProseMirror JSON: what versions store, the redline compares and evidence signs.
 * The shape is open (any node type the schema knows); narrower readers live in `clauses.ts`.
 */
export interface MarkJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface NodeJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly text?: string;
  readonly marks?: readonly MarkJson[];
}

export interface DocumentJson extends NodeJson {
  readonly type: 'doc';
}

export function isDocumentJson(value: unknown): value is DocumentJson {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc';
}

/** The string attribute `name` of a node, or null where it is absent or of another type. */
export function stringAttr(node: NodeJson, name: string): string | null {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number attribute `name` of a node, or `fallback`. */
export function numberAttr(node: NodeJson, name: string, fallback: number): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

/** The words that a node holds itself: a text node, or a footnote in its attribute. */
export function wordsOfLeaf(node: NodeJson): string {
  if (node.type === 'footnote') return stringAttr(node, 'text') ?? '';
  return node.text ?? '';
}

/** All text below a node in reading order; a hard break reads as a newline, a footnote as nothing. */
export function plainText(node: NodeJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  return (node.content ?? []).map(plainText).join('');
}
