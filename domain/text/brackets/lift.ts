import type { DocumentJson, NodeJson } from '../document-json';
import { changeLines } from './blocks';
import { joinedLine, type PlacedNode, placed, saysBracket, withPath } from './inline';

/** Which alternative of a bracket is kept: its number, or null for none; undefined leaves the bracket as it is. */
type Choice = (id: string) => number | null | undefined;

/**
 * The text with one bracket lifted: the words of an alternative stand without it, those of the others go. Null, or an
 * alternative that is not there, keeps no words; a clause that is left without any then goes as well. The bracket's
 * copies in other alternatives, if there are any, are lifted the same way.
 */
export function liftBracket(document: DocumentJson, id: string, alternative: number | null): DocumentJson {
  return resolve(document, (other) => (other === id ? alternative : undefined));
}

/** The text as it stands: no bracket is left, and of each the words that nobody had to propose. */
export function cleanText(document: DocumentJson): DocumentJson {
  return resolve(document, () => 0);
}

function resolve(document: DocumentJson, choice: Choice): DocumentJson {
  return changeLines(document, (line) => {
    if (!line.some(saysBracket)) return line;
    let isMade = false;
    let isHeld = false;
    const kept = placed(line).flatMap((entry) => {
      const left = resolveNode(entry, choice);
      isMade ||= left.chosen;
      isHeld ||= left.held;
      return left.node === null ? [] : [left.node];
    });
    if (!isMade) return line;
    return kept.length === 0 && !isHeld ? null : joinedLine(kept);
  });
}

interface Left {
  readonly node: NodeJson | null;
  /** Something was decided about it. */
  readonly chosen: boolean;
  /** It is the text as it stands, which has no words here: the clause stays. */
  readonly held: boolean;
}

function resolveNode({ node, path }: PlacedNode, choice: Choice): Left {
  let chosen = false;
  const rest = [];
  for (const part of path) {
    const kept = choice(part.id);
    if (kept === undefined) {
      rest.push(part);
      continue;
    }
    chosen = true;
    if (part.alternative !== kept) return { node: null, chosen, held: false };
    if (part.kind === 'none') return { node: null, chosen, held: kept === 0 };
  }
  return { node: chosen ? withPath(node, rest) : node, chosen, held: false };
}
