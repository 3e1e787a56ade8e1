import canonicalize from 'canonicalize';
import { canonicalDocument, sameMarks } from '../../text/canonical';
import { isTextBlock } from '../../text/clauses';
import type { DocumentJson, NodeJson } from '../../text/document-json';

/**
 * A piece of a text: one letter (UTF-16), a footnote or line break, or the border at which a block of words begins.
 * A text is its tokens one after the other, so that a change of words, of marks, of form and a split are all the same
 * thing: tokens taken out and put in.
 */
export interface Token {
  /** What it is, without ids: tokens with equal keys are the same to a reader. */
  readonly key: string;
  /** A letter with its marks, a footnote, a line break; null for a border. */
  readonly node: NodeJson | null;
  /** Of a border: how many of the nodes around the words before also hold these, and the nodes that begin here. */
  readonly border: { readonly shared: number; readonly chain: readonly NodeJson[] } | null;
  /** Where it stands in the words of its clause (`clauseText`), and in which clause, in reading order. */
  readonly clause: number;
  readonly at: number;
  /** Of a footnote: its number in the clause, from 0. */
  readonly footnote: number | null;
}

/** A text as tokens, and where the letters and footnotes of its clauses stand among them. */
export class TokenText {
  readonly document: DocumentJson;
  readonly tokens: Token[] = [];
  private readonly letters: number[][] = [];
  private readonly footnotes: number[][] = [];
  private open: readonly NodeJson[] = [];

  constructor(document: DocumentJson) {
    this.document = canonicalDocument(document);
    for (const node of this.document.content ?? []) this.walk(node, [], null);
  }

  get clauses(): number {
    return this.letters.length;
  }

  /** The token of letter `at` of a clause; undefined past its end. */
  letter(clause: number, at: number): number | undefined {
    return this.letters[clause]?.[at];
  }

  footnote(clause: number, number: number): number | undefined {
    return this.footnotes[clause]?.[number];
  }

  private walk(node: NodeJson, around: readonly NodeJson[], clause: Place | null): void {
    const own = clause ?? this.clauseOf(node);
    if (isTextBlock(node)) {
      this.words(node, [...around, node], own ?? this.begin());
      return;
    }
    for (const child of node.content ?? []) {
      const isList = child.type === 'bulletList' || child.type === 'orderedList';
      // What is nested below an item is clauses of their own; what else it holds is its words.
      const inside = own !== null && node.type === 'listItem' && isList ? null : own;
      this.walk(child, [...around, node], inside);
    }
  }

  private clauseOf(node: NodeJson): Place | null {
    return node.type === 'listItem' || node.type === 'tableRow' ? this.begin() : null;
  }

  private begin(): Place {
    this.letters.push([]);
    this.footnotes.push([]);
    return { clause: this.letters.length - 1, isBegun: false };
  }

  private words(block: NodeJson, chain: readonly NodeJson[], place: Place): void {
    let shared = 0;
    while (shared < chain.length - 1 && chain[shared] === this.open[shared]) shared += 1;
    const heads = chain.slice(shared).map(({ content: _, ...head }) => head);
    this.push(place.clause, place.isBegun, {
      key: `border ${shared} ${canonicalize(heads.map(withoutId)) ?? ''}`,
      node: null,
      border: { shared, chain: heads },
      footnote: null,
    });
    this.open = chain;
    place.isBegun = true;
    for (const child of block.content ?? []) this.inline(child, place.clause);
  }

  private inline(node: NodeJson, clause: number): void {
    if (node.type !== 'text') {
      const isLetter = node.type === 'hardBreak';
      const footnote = isLetter ? null : (this.footnotes[clause]?.length ?? 0);
      if (!isLetter) this.footnotes[clause]?.push(this.tokens.length);
      this.push(clause, isLetter, { key: canonicalize(node) ?? '', node, border: null, footnote });
      return;
    }
    const marks = node.marks === undefined ? '' : (canonicalize(node.marks) ?? '');
    for (const letter of (node.text ?? '').split('')) {
      const token = {
        key: `${letter}${marks}`,
        node: { ...node, text: letter },
        border: null,
        footnote: null,
      };
      this.push(clause, true, token);
    }
  }

  private push(clause: number, isLetter: boolean, token: Omit<Token, 'clause' | 'at'>): void {
    const letters = this.letters[clause] ?? [];
    this.tokens.push({ ...token, clause, at: letters.length });
    if (isLetter) letters.push(this.tokens.length - 1);
  }
}

interface Place {
  readonly clause: number;
  /** Whether it has a block of words already: the next one begins with a letter of its own, a line or a cell. */
  isBegun: boolean;
}

function withoutId(node: NodeJson): NodeJson {
  const { id: _, ...attrs } = node.attrs ?? {};
  return { type: node.type, ...(Object.keys(attrs).length === 0 ? {} : { attrs }) };
}

/** A node that is still being written. */
class Branch {
  readonly content: (Branch | NodeJson)[] = [];
  private readonly head: NodeJson;

  constructor(head: NodeJson) {
    this.head = head;
  }

  inline(node: NodeJson): void {
    const last = this.content.at(-1);
    if (!(last instanceof Branch) && last?.type === 'text' && isSameForm(last, node))
      this.content[this.content.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    else this.content.push(node);
  }

  closed(): NodeJson {
    if (this.content.length === 0) return this.head;
    const content = this.content.map((child) => (child instanceof Branch ? child.closed() : child));
    return { ...this.head, content };
  }
}

function isSameForm(a: NodeJson, b: NodeJson): boolean {
  return b.type === 'text' && sameMarks(a.marks, b.marks);
}

/** The text that tokens make, in canonical form; null where they make none, such as a cell without its row. */
export function textOfTokens(tokens: readonly Token[]): DocumentJson | null {
  const root = new Branch({ type: 'doc' });
  let open: Branch[] = [];
  for (const { border, node } of tokens) {
    if (border === null) {
      const block = open.at(-1);
      if (block === undefined || node === null) return null;
      block.inline(node);
      continue;
    }
    // The block of words itself is never shared: a new one begins inside what both stand in.
    if (border.shared > Math.max(0, open.length - 1)) return null;
    open = open.slice(0, border.shared);
    for (const head of border.chain) {
      const branch = new Branch(head);
      (open.at(-1) ?? root).content.push(branch);
      open.push(branch);
    }
  }
  return canonicalDocument(root.closed() as DocumentJson);
}
