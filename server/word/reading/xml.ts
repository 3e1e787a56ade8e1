import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { WordLimits } from './limits';
import { RefusedFile } from './refused-file';

/** An element as this reader needs it: names with the usual prefixes, whatever the file calls them. */
export interface XmlElement {
  /** `w:p`, `mc:Choice`; elements of vocabularies that are not known here begin with `?:`. */
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The characters directly inside, where words may stand (`w:t` and its like); else empty. */
  text: string;
}

/** How many elements a whole file has left; the parts of one file share it. */
export interface ElementAllowance {
  left: number;
}

const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
    'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
    'http://www.w3.org/XML/1998/namespace': 'xml',
  }),
);

/** Elements whose characters are words; white space between all others is layout of the file. */
const WORDS: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:instrText', 'm:t']);
const CHUNK = 64 * 1024;

/**
 * The elements of one part, parsed in pieces and counted on the way. Throws `RefusedFile`: IM5 not well-formed,
 * IM8 a document type, IM12 too many or too deep.
 */
export function parseXml(bytes: Uint8Array, allowance: ElementAllowance, limits: WordLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  parser.on('error', () => {
    throw new RefusedFile('IM5');
  });
  parser.on('doctype', () => {
    throw new RefusedFile('IM8');
  });
  parser.on('opentag', (tag) => {
    allowance.left -= 1;
    if (allowance.left < 0 || open.length >= limits.depth) throw new RefusedFile('IM12');
    const element = elementOf(tag, limits);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const words = (characters: string): void => {
    const element = open.at(-1);
    if (element !== undefined && WORDS.has(element.name)) element.text += characters;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  const text = decode(bytes);
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
  if (root === null) throw new RefusedFile('IM5');
  return root;
}

function elementOf(tag: SaxesTagNS, limits: WordLimits): XmlElement {
  const attrs = Object.create(null) as Record<string, string>;
  let count = 0;
  for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
    count += 1;
    if (count > limits.attributes) throw new RefusedFile('IM12');
    if (prefix === 'xmlns' || local === 'xmlns' || local.startsWith('rsid')) continue;
    const known = prefix === '' ? '' : PREFIXES.get(uri);
    if (known !== undefined) attrs[known === '' ? local : `${known}:${local}`] = value;
  }
  return { name: `${PREFIXES.get(tag.uri) ?? '?'}:${tag.local}`, attrs, children: [], text: '' };
}

function decode(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isWide ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('IM5');
  }
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The value of `w:val` of a child, or undefined where there is none. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attrs['w:val'];
}

/** An on/off property (`w:b`): undefined where it is not named. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(child.attrs['w:val'] ?? 'true');
}

/** A whole number of an attribute, or `fallback`. */
export function wholeNumber(value: string | undefined, fallback: number): number {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : fallback;
}

/** Every element below, in reading order. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* everyElement(child);
  }
}
