import { accept, type Outcome, refuse } from '../../domain/refusal';
import { canonicalDocument } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import { checkText, DEEPEST_NESTING } from '../text/ydoc';
import { LONGEST_TEXT, MOST_PIECES } from './limits';

/**
 * A text read from a file as an editor would hold it: within the limits, sound by the schema, its default
 * attributes filled in, in canonical form. Two files that say the same are the same from here on.
 * Refusals: FI6 nested too deep, FI7 too much of it, FI10 not of the schema.
 */
export function settled(text: DocumentJson): Outcome<DocumentJson> {
  const size = sizeOf(text);
  if (size.depth > DEEPEST_NESTING) return refuse('FI6', { maximum: DEEPEST_NESTING });
  if (size.pieces > MOST_PIECES) return refuse('FI7', { maximum: MOST_PIECES.toLocaleString('en') });
  if (size.characters > LONGEST_TEXT) return refuse('FI7', { maximum: LONGEST_TEXT.toLocaleString('en') });
  const whole: DocumentJson =
    (text.content ?? []).length === 0 ? { ...text, content: [{ type: 'paragraph' }] } : text;
  const fault = checkText(whole);
  if (fault !== null) return refuse('FI10', { fault });
  return accept(canonicalDocument(withDefaults(whole)));
}

/** In canonical form an attribute that is null is absent, and what is absent has its default. */
function withDefaults(text: DocumentJson): DocumentJson {
  return documentSchema().nodeFromJSON(canonicalDocument(text)).toJSON() as DocumentJson;
}

interface Size {
  readonly depth: number;
  readonly pieces: number;
  readonly characters: number;
}

/** Measured without recursion: what is nested a million times must not be the end of whoever looks. */
function sizeOf(text: NodeJson): Size {
  let depth = 0;
  let pieces = 0;
  let characters = 0;
  const open: { readonly node: NodeJson; readonly depth: number }[] = [{ node: text, depth: 0 }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node } = entry;
    pieces += 1;
    depth = Math.max(depth, entry.depth);
    characters += (node.text ?? '').length;
    if (typeof node.attrs?.text === 'string') characters += node.attrs.text.length;
    if (depth > DEEPEST_NESTING || pieces > MOST_PIECES) break;
    for (const child of node.content ?? []) open.push({ node: child, depth: entry.depth + 1 });
  }
  return { depth, pieces, characters };
}
