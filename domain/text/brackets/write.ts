import type { DocumentJson, NodeJson } from '../document-json';
import { changeLines } from './blocks';
import { saysBracket, withPath, wordsOf } from './inline';
import { NO_WORDS } from './path';
import { type LineAlternative, type LineItem, treeOf } from './tree';

/** Whether brackets say who holds them. */
export type Attribution = 'delegations' | 'none';

/**
 * The text with its brackets written as signs, `[TH, VN: …] [ID: …]`, for every rendering that knows of no brackets:
 * no mark of a bracket is left, and no other word is touched. The same document where it holds no bracket.
 */
export function writeBrackets(
  document: DocumentJson,
  { attribution }: { readonly attribution: Attribution },
): DocumentJson {
  return changeLines(document, (line) =>
    line.some(saysBracket) ? written(treeOf(line), attribution) : line,
  );
}

function written(items: readonly LineItem[], attribution: Attribution): NodeJson[] {
  const line: NodeJson[] = [];
  let spaceDue = false;
  const add = (nodes: readonly NodeJson[]) => {
    const first = nodes[0];
    if (first === undefined) return;
    if (spaceDue && !/^\s/.test(first.text ?? '')) line.push(sign(' '));
    spaceDue = false;
    line.push(...nodes);
  };
  for (const item of items) {
    if (item.what === 'node') {
      add([withPath(item.node, [])]);
      continue;
    }
    let endsApart = false;
    item.bracket.alternatives.forEach((alternative, index) => {
      const inside = spaced(written(alternative.items, attribution));
      // A space at the edge of the words stands outside the signs.
      const isApart = index > 0 || (inside.before && line.length > 0 && !/\s$/.test(wordsOf(line.slice(-1))));
      if (isApart) add([sign(' ')]);
      add([sign(openingOf(alternative, attribution)), ...inside.line, sign(']')]);
      endsApart ||= inside.after;
    });
    spaceDue = endsApart;
  }
  return line;
}

function openingOf({ owners }: LineAlternative, attribution: Attribution): string {
  return attribution === 'none' || owners.length === 0 ? '[' : `[${owners.join(', ')}: `;
}

/** The words without the spaces at both ends, and which of the ends had one. */
function spaced(line: readonly NodeJson[]): { line: NodeJson[]; before: boolean; after: boolean } {
  const [first, last] = [line[0]?.text ?? '', line.at(-1)?.text ?? ''];
  const before = /^\s/.test(first);
  const after = /\s$/.test(last);
  const trimmed = line.map((node, index) => {
    if (node.type !== 'text') return node;
    let text = node.text ?? '';
    if (index === 0) text = text.trimStart();
    if (index === line.length - 1) text = text.trimEnd();
    return { ...node, text };
  });
  const kept = trimmed.filter((node) => node.type !== 'text' || node.text !== '');
  return { line: kept.length === 0 ? [sign(NO_WORDS)] : kept, before, after };
}

function sign(text: string): NodeJson {
  return { type: 'text', text };
}

/** A line with its brackets as signs. */
export function writtenLine(line: readonly NodeJson[]): NodeJson[] {
  return line.some(saysBracket) ? written(treeOf(line), 'delegations') : [...line];
}
