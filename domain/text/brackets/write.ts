import type { DocumentJson, NodeJson } from '../document-json';
import { changeLines } from './blocks';
import { saysBracket, withPath } from './inline';
import { type LineAlternative, type LineItem, treeOf } from './tree';

/** Whether brackets say who holds them. */
export type Attribution = 'delegations' | 'none';

export interface WritingOptions {
  readonly attribution: Attribution;
}

/** A text with its brackets as signs, and which of its text nodes are such signs. */
export interface WrittenText {
  readonly document: DocumentJson;
  readonly signs: ReadonlySet<NodeJson>;
}

/**
 * The text with its brackets written as signs, `[TH, VN: …] [ID: …]`, for every rendering that knows of no brackets: no
 * mark of a bracket is left, signs are put between the words, and no word is touched. The same document where it holds
 * no bracket.
 */
export function writeBrackets(document: DocumentJson, options: WritingOptions): DocumentJson {
  return writtenText(document, options).document;
}

export function writtenText(document: DocumentJson, { attribution }: WritingOptions): WrittenText {
  const writer = new Writer(attribution);
  const written = changeLines(document, (line) => (line.some(saysBracket) ? writer.line(line) : line));
  return { document: written, signs: writer.signs };
}

/** A line with its brackets as signs. */
export function writtenLine(line: readonly NodeJson[]): NodeJson[] {
  return line.some(saysBracket) ? new Writer('delegations').line(line) : [...line];
}

class Writer {
  readonly signs = new Set<NodeJson>();

  constructor(private readonly attribution: Attribution) {}

  line(line: readonly NodeJson[]): NodeJson[] {
    return this.items(treeOf(line));
  }

  private items(items: readonly LineItem[]): NodeJson[] {
    const line: NodeJson[] = [];
    let isSpaceDue = false;
    const add = (nodes: readonly NodeJson[]) => {
      const [first] = nodes;
      if (first === undefined) return;
      if (isSpaceDue && !startsApart(first)) line.push(this.sign(' '));
      isSpaceDue = false;
      line.push(...nodes);
    };
    for (const item of items) {
      if (item.what === 'node') {
        add([withPath(item.node, [])]);
        continue;
      }
      let endsApart = false;
      item.bracket.alternatives.forEach((alternative, index) => {
        const { before, words, after } = edges(this.items(alternative.items));
        add(before);
        if (index > 0 && !endsWithSpace(line)) line.push(this.sign(' '));
        add([this.sign(this.openingOf(alternative)), ...words, this.sign(']'), ...after]);
        endsApart ||= after.length > 0;
      });
      isSpaceDue = endsApart && !endsWithSpace(line);
    }
    return line;
  }

  private openingOf({ owners }: LineAlternative): string {
    return this.attribution === 'none' || owners.length === 0 ? '[' : `[${owners.join(', ')}: `;
  }

  private sign(text: string): NodeJson {
    const node: NodeJson = { type: 'text', text };
    this.signs.add(node);
    return node;
  }
}

/** The words of an alternative with the spaces at their ends, which stand outside the signs. */
function edges(line: readonly NodeJson[]): { before: NodeJson[]; words: NodeJson[]; after: NodeJson[] } {
  const words = [...line];
  const before = cutAtEdge(words, 0, /^\s+/);
  const after = cutAtEdge(words, words.length - 1, /\s+$/);
  return words.length === 0 ? { before: [], words: [...line], after: [] } : { before, words, after };
}

/** Takes the space off the node at an edge; the node goes where it was all space. */
function cutAtEdge(words: NodeJson[], at: number, space: RegExp): NodeJson[] {
  const node = words[at];
  const cut = node?.type === 'text' ? (space.exec(node.text ?? '')?.[0] ?? '') : '';
  if (node === undefined || cut === '') return [];
  const rest = (node.text ?? '').replace(space, '');
  words.splice(at, 1, ...(rest === '' ? [] : [{ ...node, text: rest }]));
  return [{ ...node, text: cut }];
}

function startsApart(node: NodeJson): boolean {
  return /^\s/.test(node.text ?? '') || node.type === 'hardBreak';
}

function endsWithSpace(line: readonly NodeJson[]): boolean {
  const last = line.at(-1);
  return last === undefined || /\s$/.test(last.text ?? '');
}
