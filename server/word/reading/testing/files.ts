import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const SPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** Parts of a small Word file, each by what goes inside its root element. */
export interface Parts {
  readonly body?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly header?: string;
  /** Further `Relationship` elements of the text. */
  readonly relationships?: string;
  /** Parts under their own names, as they are. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** Instead of the whole part with the text. */
  readonly document?: string;
  readonly contentType?: string;
}

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
  header: 'w:hdr',
} as const;

/** The parts of a file by their names, as a program that writes Word files would lay them down. */
export function wordParts(parts: Parts): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const relationships = [parts.relationships ?? ''];
  for (const [name, root] of Object.entries(ROOTS)) {
    const inside = parts[name as keyof typeof ROOTS];
    if (inside === undefined) continue;
    files[`word/${name}.xml`] = strToU8(`<${root} ${SPACES}>${inside}</${root}>`);
    relationships.push(`<Relationship Id="${name}" Type="${R}/${name}" Target="${name}.xml"/>`);
  }
  const main = parts.contentType ?? `${TYPES}.document.main+xml`;
  files['[Content_Types].xml'] = strToU8(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  );
  files['_rels/.rels'] = strToU8(
    rels(`<Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/>`),
  );
  files['word/_rels/document.xml.rels'] = strToU8(rels(relationships.join('')));
  files['word/document.xml'] = strToU8(
    parts.document ?? `<w:document ${SPACES}><w:body>${parts.body ?? '<w:p/>'}</w:body></w:document>`,
  );
  for (const [name, content] of Object.entries(parts.more ?? {})) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return files;
}

/** A small .docx. */
export function wordFile(parts: Parts): Uint8Array {
  return zipSync(wordParts(parts));
}

export function rels(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

export function link(id: string, target: string): string {
  return `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${target}" TargetMode="External"/>`;
}

/** A run of these words. */
export function r(words: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}

export function deletedRun(words: string): string {
  return `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`;
}

/** A paragraph: `properties` goes into `w:pPr`. */
export function p(inside: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function cell(inside: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

export function row(cells: string, properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}

export function by(author: string, date = '2026-03-01T09:30:00Z', id = 1): string {
  return `w:id="${id}" w:author="${author}" w:date="${date}"`;
}
