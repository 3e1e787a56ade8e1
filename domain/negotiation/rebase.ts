import { textHash } from '../text/canonical';
import type { DocumentJson } from '../text/document-json';
import { documentSchema } from '../text/schema';
import { isOfForm, spanOf, type TouchedSpan } from './touched';
import { doCollide, type Edit, editsBetween, withEdits } from './words/edits';
import { TokenText, textOfTokens } from './words/tokens';

/** Why words do not fit on a clause: what they touch was touched, or together they make no clause. */
export type Rebased =
  | { readonly isClean: true; readonly words: DocumentJson }
  | {
      readonly isClean: false;
      readonly why: 'words' | 'form';
      /** Spans of the clause as it was drafted on that were touched by both. */
      readonly spans: readonly TouchedSpan[];
    };

/**
 * The proposed words on the clause as it stands now, where what they touch is as it was when they were drafted.
 * Whatever else became of the clause stays. What both changed alike is no conflict.
 */
export function rebaseWords(base: DocumentJson, proposed: DocumentJson, present: DocumentJson): Rebased {
  if (textHash(base) === textHash(present)) return { isClean: true, words: proposed };
  const old = new TokenText(base);
  return joinEdits(old, [
    editsBetween(old, new TokenText(proposed)),
    editsBetween(old, new TokenText(present)),
  ]);
}

/** Several changes of one clause as one, or where they collide. */
export function joinEdits(base: TokenText, changes: readonly (readonly Edit[])[]): Rebased {
  const spans = collidingEdits(changes).map((edit) => spanOf(base, edit));
  if (spans.length > 0) return { isClean: false, why: 'words', spans };
  const words = textOfTokens(withEdits(base.tokens, changes.flat()));
  if (words !== null && isText(words)) return { isClean: true, words };
  const ofForm = changes.flat().filter((edit) => isOfForm(base, edit));
  return { isClean: false, why: 'form', spans: ofForm.map((edit) => spanOf(base, edit)) };
}

/** The edits of each change that collide with one of another, first to last. */
export function collidingEdits(changes: readonly (readonly Edit[])[]): Edit[] {
  const found = changes.flatMap((edits, index) => {
    const others = changes.filter((_, other) => other !== index).flat();
    return edits.filter((edit) => others.some((other) => doCollide(edit, other)));
  });
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Whether the schema allows a text. */
export function isText(document: DocumentJson): boolean {
  try {
    documentSchema().nodeFromJSON(document).check();
    return true;
  } catch {
    return false;
  }
}
