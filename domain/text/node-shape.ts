import type { NodeJson } from './document-json';

/** Whether everything below is shaped like a node; what the schema says of it is asked later. */
export function isNode(value: unknown): value is NodeJson {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) return false;
    const { type, text, attrs, marks, content } = node as Record<string, unknown>;
    if (typeof type !== 'string') return false;
    if (text !== undefined && typeof text !== 'string') return false;
    if (attrs !== undefined && (typeof attrs !== 'object' || attrs === null)) return false;
    if (marks !== undefined && !(Array.isArray(marks) && marks.every(isMark))) return false;
    if (content === undefined) continue;
    if (!Array.isArray(content)) return false;
    for (const child of content) open.push(child);
  }
  return true;
}

function isMark(mark: unknown): boolean {
  if (typeof mark !== 'object' || mark === null) return false;
  const { type, attrs } = mark as Record<string, unknown>;
  return typeof type === 'string' && (attrs === undefined || (typeof attrs === 'object' && attrs !== null));
}
