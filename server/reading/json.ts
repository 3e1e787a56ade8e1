import { EVIDENCE_FORMAT } from '../../domain/procedure/evidence';
import { CHANGE_LIST_FORMAT } from '../../domain/redline/list';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import type { ReadText } from '../../domain/text/left-out';

/**
 * A text as our own export writes it. Refusals: FI9 another file of ours, FI10 no text of ours. Whether the schema
 * allows it is asked of every text that is read (settled.ts).
 */
export function readJson(json: string): Outcome<ReadText> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse('FI10', { fault: 'not JSON' });
  }
  if (typeof value !== 'object' || value === null) return refuse('FI10', { fault: 'not a document' });
  const { format, type } = value as { readonly format?: unknown; readonly type?: unknown };
  if (format === CHANGE_LIST_FORMAT) return refuse('FI9', { is: 'changeList' });
  if (format === EVIDENCE_FORMAT) return refuse('FI9', { is: 'evidence' });
  if (type !== 'doc' || !isNode(value)) return refuse('FI10', { fault: 'not a document' });
  return accept({ text: value as DocumentJson, leftOut: [] });
}

/** Whether everything below is shaped like a node; what the schema says of it is asked later. */
function isNode(value: unknown): value is NodeJson {
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
