import { isSafeLink } from '../../../domain/text/marks';
import { fileKind, isEncryptedOffice } from './file-kind';
import { WORD_LIMITS, type WordLimits } from './limits';
import { RefusedFile } from './refused-file';
import { childrenOf, type ElementAllowance, parseXml, type XmlElement } from './xml';
import { openZip, type Zip } from './zip';

export interface Relationship {
  /** The last part of its type: `hyperlink`, `footnotes`. */
  readonly type: string;
  /** Name of a part of the package, or an address where it is outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A Word document's package: what it may not hold is not in it. */
export interface WordPackage {
  /** Name of the part with the text. */
  readonly main: string;
  /** The program that saved the file last, as it names itself; "" for none. */
  readonly program: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Relationships of another part, by their ids. */
  relationshipsOf(part: string): ReadonlyMap<string, Relationship>;
  /** The part that the text refers to by this type, or null. */
  related(type: string): { readonly name: string; readonly root: XmlElement } | null;
  part(name: string): XmlElement | null;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const TEMPLATE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';

/**
 * Opens a .docx and judges what it is made of. Throws `RefusedFile`: IM1 empty, IM2 too large, IM3 no Word document,
 * IM4 encrypted, IM9 macros, IM10 objects of other programs, IM11 things that lie outside the file; and whatever
 * zip and XML refuse.
 */
export function openWordPackage(bytes: Uint8Array, limits: WordLimits = WORD_LIMITS): WordPackage {
  const zip = zipOf(bytes, limits);
  const allowance: ElementAllowance = { left: limits.elements };
  const part = (name: string): XmlElement | null => {
    const content = zip.read(name);
    return content === null ? null : parseXml(content, allowance, limits);
  };
  judgeNames(zip.names);
  judgeContentTypes(part('[Content_Types].xml'));
  // Relationships of every part are judged, also of parts that are not read.
  const known = new Map<string, Map<string, Relationship>>();
  for (const name of zip.names) {
    if (name.endsWith('.rels')) known.set(name, relationshipsIn(part(name), name));
  }
  const main = [...(known.get('_rels/.rels')?.values() ?? [])].find(({ type }) => type === 'officeDocument');
  if (main === undefined) throw new RefusedFile('IM3', { is: 'otherZip' });
  const relationshipsOf = (name: string) => known.get(relationshipsName(name)) ?? new Map();
  const relationships = relationshipsOf(main.target);
  return {
    main: main.target,
    program: programOf(zip),
    relationships,
    relationshipsOf,
    part,
    related(type) {
      const found = [...relationships.values()].find((entry) => entry.type === type && !entry.isExternal);
      const root = found === undefined ? null : part(found.target);
      return found === undefined || root === null ? null : { name: found.target, root };
    },
  };
}

function programOf(zip: Zip): string {
  const properties = new TextDecoder().decode(zip.read('docProps/app.xml') ?? new Uint8Array());
  return /<(?:\w+:)?Application>([^<]{0,200})</.exec(properties)?.[1] ?? '';
}

function zipOf(bytes: Uint8Array, limits: WordLimits): Zip {
  if (bytes.length > limits.fileBytes) {
    throw new RefusedFile('IM2', { megabytes: Math.floor(limits.fileBytes / 1024 / 1024) });
  }
  const kind = fileKind(bytes);
  if (kind === 'empty') throw new RefusedFile('IM1');
  if (kind === 'ole')
    throw isEncryptedOffice(bytes) ? new RefusedFile('IM4') : new RefusedFile('IM3', { is: 'oldOffice' });
  if (kind !== 'zip') throw new RefusedFile('IM3', { is: kind === 'text' ? 'words' : kind });
  return openZip(bytes, limits);
}

function judgeNames(names: readonly string[]): void {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.some((name) => name.endsWith('vbaproject.bin') || name.endsWith('vbadata.xml'))) {
    throw new RefusedFile('IM9');
  }
  if (lower.some((name) => /^word\/(embeddings|activex)\//.test(name) && !name.endsWith('/'))) {
    throw new RefusedFile('IM10');
  }
  if (!names.includes('[Content_Types].xml')) {
    throw new RefusedFile('IM3', { is: names.includes('mimetype') ? 'odt' : 'otherZip' });
  }
}

function judgeContentTypes(types: XmlElement | null): void {
  const named = (types?.children ?? []).map((child) => child.attrs.ContentType ?? '');
  if (named.some((type) => /macroEnabled|vbaProject/i.test(type))) throw new RefusedFile('IM9');
  if (!named.some((type) => type === DOCX || type === TEMPLATE))
    throw new RefusedFile('IM3', { is: 'otherZip' });
}

function relationshipsIn(root: XmlElement | null, name: string): Map<string, Relationship> {
  const folder = name.replace(/_rels\/[^/]*$/, '');
  const found = new Map<string, Relationship>();
  for (const { attrs } of root === null ? [] : childrenOf(root, 'rel:Relationship')) {
    const type = (attrs.Type ?? '').split('/').at(-1) ?? '';
    const isExternal = attrs.TargetMode === 'External';
    if (type === 'vbaProject') throw new RefusedFile('IM9');
    if (type === 'aFChunk' || type === 'oleObject' || type === 'package' || type === 'control') {
      throw new RefusedFile(isExternal ? 'IM11' : 'IM10');
    }
    if (isExternal && type !== 'hyperlink') throw new RefusedFile('IM11');
    const target = attrs.Target ?? '';
    found.set(attrs.Id ?? '', { type, isExternal, target: isExternal ? target : resolve(folder, target) });
  }
  return found;
}

/** The name of a part from its address in a relationship: from the root, or from the folder of who names it. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function relationshipsName(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** Where a hyperlink leads, or null where it leads nowhere that a text may lead to. */
export function linkTarget(relationship: Relationship | undefined): string | null {
  const { target, isExternal, type } = relationship ?? { target: '', isExternal: false, type: '' };
  return isExternal && type === 'hyperlink' && isSafeLink(target) ? target : null;
}
