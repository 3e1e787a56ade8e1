import canonicalize from 'canonicalize';
import { type Clause, type ClausePart, clauseParts, clausesOf, ownBlocks } from '../../text/clauses';
import { type DocumentJson, type NodeJson, stringAttr } from '../../text/document-json';

/** The words of one clause of a canonical text. */
export interface ClausePlaces {
  /** As `clauseText` gives them. */
  readonly text: string;
  readonly footnotes: readonly string[];
  /** Words and borders one after the other. */
  readonly parts: readonly ClausePart[];
}

/** A canonical document as its canonical text, and where in that text the letters of its clauses stand. */
export class CanonicalPlaces {
  readonly text: string;
  readonly clauses: readonly ClausePlaces[];
  private readonly starts = new Map<NodeJson, number>();
  private readonly widths = new Map<NodeJson, Int32Array>();
  private readonly pieces: string[] = [];
  private length = 0;

  constructor(document: DocumentJson) {
    this.writeNode(document);
    this.text = this.pieces.join('');
    this.clauses = clausesOf(document).map((clause) => {
      const parts = clauseParts(clause);
      return {
        text: parts.map((part) => part.text).join(''),
        footnotes: footnotesOf(clause),
        parts,
      };
    });
  }

  /** Where letter `at` of a text node begins in the canonical text, in which some letters are escaped. */
  placeOf(node: NodeJson, at: number): number {
    const start = this.starts.get(node) ?? 0;
    const widths = this.widths.get(node);
    return start + (widths === undefined ? at : (widths[at] ?? 0));
  }

  private writeNode(node: NodeJson): void {
    this.write('{');
    if (node.attrs !== undefined) this.write(`"attrs":${canonicalize(node.attrs)},`);
    if (node.content !== undefined) {
      this.write('"content":[');
      node.content.forEach((child, index) => {
        if (index > 0) this.write(',');
        this.writeNode(child);
      });
      this.write('],');
    }
    if (node.marks !== undefined) this.write(`"marks":${canonicalize(node.marks)},`);
    if (node.text !== undefined) this.writeWords(node, node.text);
    this.write(`"type":${JSON.stringify(node.type)}}`);
  }

  private writeWords(node: NodeJson, text: string): void {
    this.write('"text":"');
    this.starts.set(node, this.length);
    const written = JSON.stringify(text).slice(1, -1);
    if (written.length !== text.length) this.widths.set(node, widthsOf(text));
    this.write(`${written}",`);
  }

  private write(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }
}

/** For each letter, and for the end, how many letters JSON writes before it. */
function widthsOf(text: string): Int32Array {
  const widths = new Int32Array(text.length + 1);
  let width = 0;
  let at = 0;
  for (const character of text) {
    widths[at] = width;
    if (character.length === 2) widths[at + 1] = width + 1;
    at += character.length;
    width += JSON.stringify(character).length - 2;
  }
  widths[at] = width;
  return widths;
}

/** The words of a clause's footnotes in order. */
export function footnotesOf(clause: Clause): string[] {
  return ownBlocks(clause).flatMap(footnotesIn);
}

function footnotesIn(node: NodeJson): string[] {
  if (node.type === 'footnote') return [stringAttr(node, 'text') ?? ''];
  return (node.content ?? []).flatMap(footnotesIn);
}
