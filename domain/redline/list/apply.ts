import { accept, type Outcome, refuse } from '../../refusal';
import { canonicalText } from '../../text/canonical';
import { digestText } from '../../text/digest';
import { type DocumentJson, isDocumentJson } from '../../text/document-json';
import { applyExact, type ExactDifference, turnExact } from './exact';
import type { ChangeList } from './types';

/**
 * The new text, in canonical form, made of the old one and the list. Refusals: RL23 the text is not the one the
 * list was made of, RL24 the list was damaged or edited since.
 */
export function applyChanges(oldText: DocumentJson, list: ChangeList): Outcome<DocumentJson> {
  return rebuildText(oldText, list.oldHash, list.exact, list.newHash);
}

/** The old text, in canonical form, made of the new one and the list; refuses like `applyChanges`. */
export function revertChanges(newText: DocumentJson, list: ChangeList): Outcome<DocumentJson> {
  return rebuildText(newText, list.newHash, turnExact(list.exact), list.oldHash);
}

function rebuildText(
  text: DocumentJson,
  expected: string,
  exact: ExactDifference,
  wanted: string,
): Outcome<DocumentJson> {
  const canonical = canonicalText(text);
  const found = digestText(canonical);
  if (found !== expected) return refuse('RL23', { expected, found });
  const rebuilt = applyExact(canonical, exact);
  if (rebuilt === null || digestText(rebuilt) !== wanted) return refuse('RL24');
  const document: unknown = JSON.parse(rebuilt);
  return isDocumentJson(document) ? accept(document) : refuse('RL24');
}
