import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RefusedFile } from '../../word/reading/refused-file';
import type { SheetLimits } from './limits';

/** How much a whole file has left; its parts share it. */
export interface Allowance {
  elements: number;
  cells: number;
  characters: number;
}

export function allowanceOf({ elements, cells, characters }: SheetLimits): Allowance {
  return { elements, cells, characters };
}

type Attributes = Readonly<Record<string, string>>;

export interface XmlWalker {
  /** `name` is without its prefix: writers give the same element many. */
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(characters: string): void;
}

const CHUNK = 64 * 1024;

/**
 * Goes through the XML of one part, piece by piece, and keeps nothing of it. Throws `RefusedFile`: XL3 not well-formed,
 * XL8 a document type, XL5 too many or too deep.
 */
export function walkXml(bytes: Uint8Array, walker: XmlWalker, left: Allowance, limits: SheetLimits): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new RefusedFile('XL3');
  });
  parser.on('doctype', () => {
    throw new RefusedFile('XL8', { name: 'DOCTYPE' });
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    left.elements -= 1;
    if (left.elements < 0 || depth > limits.depth) throw new RefusedFile('XL5');
    walker.open(plainName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    walker.close?.(plainName(name));
  });
  if (walker.text !== undefined) {
    const text = walker.text.bind(walker);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = decoderFor(bytes);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const isLast = at + CHUNK >= bytes.length;
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: !isLast }));
    }
    parser.close();
  } catch (error) {
    // What the decoder does not know is as damaged as what the parser does not.
    throw error instanceof RefusedFile ? error : new RefusedFile('XL3');
  }
}

function plainName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}
