import { clausesOf } from '../../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';
import { textBlocks } from './anchors';
import type { Condition, FlowParagraph } from './flow';

/** A block of running text with what it was put together from. */
export interface Touch {
  readonly node: NodeJson;
  readonly from: readonly FlowParagraph[];
  /** What the row and the cell around it depend on. */
  readonly around: Condition;
}

/** The numbers of the changes that touch the clause of this index. */
export type ChangesOfClause = (clause: number) => ReadonlySet<number>;

/**
 * By clause: a list item without its nested lists, a row with all its cells. Only what is asked for is gathered, and a
 * note once, however often it is pointed to.
 */
export function placeTouches(text: DocumentJson, touches: readonly Touch[]): ChangesOfClause {
  const clauses = clausesOf(text);
  const found = new Map(touches.map((touch) => [touch.node, touch]));
  return (index) => {
    const clause = clauses[index];
    const conditions = new Set<Condition>();
    for (const block of clause === undefined ? [] : ownTextBlocks(clause.node)) {
      const touch = found.get(block);
      if (touch === undefined) continue;
      conditions.add(touch.around);
      for (const paragraph of touch.from) addConditions(paragraph, conditions);
    }
    return new Set([...conditions].flatMap((each) => each.map(({ change }) => change)));
  };
}

/** What a paragraph depends on: in its words, at its end, in how it looks. */
function addConditions({ pieces, mark, oldLook }: FlowParagraph, conditions: Set<Condition>): void {
  const notes = new Set<unknown>();
  for (const piece of pieces) {
    if (piece.kind === 'comment') continue;
    conditions.add(piece.when);
    if (piece.kind === 'text' && piece.oldMarks !== null) conditions.add(left(piece.oldMarks.change));
    if (piece.kind !== 'footnote' || notes.has(piece.words)) continue;
    notes.add(piece.words);
    for (const { when } of piece.words) conditions.add(when);
  }
  conditions.add(mark);
  if (oldLook !== null) conditions.add(left(oldLook.change));
}

function left(change: number): Condition {
  return [{ change, when: 'left' }];
}

/** Lists nested in an item hold clauses of their own. */
function ownTextBlocks(node: NodeJson): NodeJson[] {
  if (node.type !== 'listItem') return textBlocks(node);
  return (node.content ?? []).filter(({ type }) => !/List$/.test(type)).flatMap(textBlocks);
}
