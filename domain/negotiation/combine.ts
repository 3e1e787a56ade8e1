import type { DocumentJson } from '../text/document-json';
import { joinEdits, type Rebased } from './rebase';
import { editsBetween } from './words/edits';
import { TokenText } from './words/tokens';

/** Several proposed wordings of one clause as one text, where none touches what another does. */
export function combineWords(base: DocumentJson, proposed: readonly DocumentJson[]): Rebased {
  const old = new TokenText(base);
  return joinEdits(
    old,
    proposed.map((words) => editsBetween(old, new TokenText(words))),
  );
}
