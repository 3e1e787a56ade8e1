import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { BRACKET } from '@/domain/text/brackets/inline';
import type { BracketPart } from '@/domain/text/brackets/path';
import { innermost } from './bracket-look';
import { clauseAt } from './clause-at';

/** The selected words as an act on brackets names them: by clause, block of the clause, and letters. */
export interface SelectedWords {
  readonly clauseId: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Null where the selection goes beyond one block, or stands in no clause. */
export function selectedWords(editor: Editor): SelectedWords | null {
  const { $from, $to } = editor.state.selection;
  if (!$from.sameParent($to) || !$from.parent.isTextblock) return null;
  const clause = clauseAt($from);
  if (clause === null) return null;
  const { parent } = $from;
  return {
    clauseId: clause.id,
    line: lineIn(clause.node, parent),
    from: lengthTo(parent, $from.parentOffset),
    to: lengthTo(parent, $to.parentOffset),
    words: parent
      .textBetween($from.parentOffset, $to.parentOffset, '', (leaf) =>
        leaf.type.name === 'hardBreak' ? '\n' : '',
      )
      .normalize('NFC'),
  };
}

/** The innermost alternative that the caret stands in, or null. */
export function bracketAt(editor: Editor): BracketPart | null {
  const path: unknown = editor.getAttributes(BRACKET).path;
  return innermost(path);
}

/** Letters as the stored text counts them: composed (NFC), and one for a footnote or a line break. */
function lengthTo(block: Node, offset: number): number {
  return block.textBetween(0, offset, '', () => '\n').normalize('NFC').length;
}

/** Which block of its clause this is; lists nested below an item are clauses of their own. */
function lineIn(clause: Node, block: Node): number {
  if (clause === block) return 0;
  let number = -1;
  let found = 0;
  clause.descendants((node) => {
    if (node.type.name === 'bulletList' || node.type.name === 'orderedList') return false;
    if (!node.isTextblock) return true;
    number += 1;
    if (node === block) found = number;
    return false;
  });
  return found;
}
