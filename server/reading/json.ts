import { EVIDENCE_FORMATS } from '../../domain/procedure/evidence';
import { CHANGE_LIST_FORMAT } from '../../domain/redline/list';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { ReadText } from '../../domain/text/left-out';
import { isNode } from '../../domain/text/node-shape';

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
  if (EVIDENCE_FORMATS.includes(format)) return refuse('FI9', { is: 'evidence' });
  if (type !== 'doc' || !isNode(value)) return refuse('FI10', { fault: 'not a document' });
  return accept({ text: value as DocumentJson, leftOut: [] });
}
