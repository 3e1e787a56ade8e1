import {
  Document,
  Footer,
  Header,
  LineNumberRestartFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CommentThread } from '../../../domain/text/comment-thread';
import type { LineNumbers } from '../../../domain/text/paper';
import { FONT_TABLE, stylesXml } from './stylesheet';
import { toSeconds } from './tracking';
import { element, textElement } from './xml';

/** What a file says about itself. */
export interface FileFacts {
  readonly symbol: string;
  readonly title: string;
  /** "Rev.2", or "Rev.2 – Rev.3" for a redline. */
  readonly revision: string;
  /** The state of the document, in words. */
  readonly state: string;
  /** "Page {page} of {pages}". */
  readonly pages: string;
  /** The document's language: "en-GB", "th-TH". */
  readonly language: string;
  /** The head of the audit trail when the file was made, in words; absent or empty for none. */
  readonly trail?: string;
  /** When the newer text was as it is: an ISO instant. Nothing else in a file tells of any other time. */
  readonly at: string;
}

export interface FileParts {
  readonly facts: FileFacts;
  readonly lineNumbers: LineNumbers;
  /** Content of `w:body` without its section, and of the footnotes. */
  readonly body: string;
  readonly notes: string;
  readonly numbering: string;
  readonly links: readonly { readonly id: string; readonly href: string }[];
  readonly comments: readonly FileComment[];
}

export interface FileComment {
  readonly id: number;
  readonly parent: number | null;
  readonly isResolved: boolean;
  readonly comment: CommentThread['comments'][number];
}

/**
 * The package around a text: `docx` writes settings, header, footer, comments, content types and relationships;
 * what holds words, their styles and their numbers is ours. The same parts give the same bytes on every day.
 */
export async function packFile(parts: FileParts): Promise<Uint8Array> {
  const bytes = await Packer.toBuffer(frameOf(parts));
  const files = unzipSync(bytes);
  const edit = (path: string, change: (xml: string) => string) => {
    const file = files[path];
    if (file === undefined) throw new Error(`packFile: docx wrote no ${path}`);
    files[path] = strToU8(change(strFromU8(file)));
  };
  edit('word/document.xml', (xml) => insertBody(xml, parts.body));
  edit('word/_rels/document.xml.rels', (xml) => addLinks(xml, parts.links));
  edit('word/footnotes.xml', (xml) => insertBefore(xml, '</w:footnotes>', parts.notes));
  edit('word/styles.xml', () => stylesXml(parts.facts.language));
  edit('word/numbering.xml', () => parts.numbering);
  edit('word/fontTable.xml', () => FONT_TABLE);
  edit('docProps/core.xml', () => coreXml(parts.facts));
  edit('word/settings.xml', (xml) => insertBefore(xml, '<w:compat>', NOTE_SETTINGS));
  if (files['word/comments.xml'] !== undefined) {
    edit('word/comments.xml', (xml) => xml.replace(/(w:date="[^".]*)\.\d+Z"/g, '$1Z"'));
  }
  return zipInOrder(files);
}

const NUMBERED = { countBy: 5, distance: 340 };
const RESTARTS = {
  page: LineNumberRestartFormat.NEW_PAGE,
  continuous: LineNumberRestartFormat.CONTINUOUS,
} as const;
const PLACE_OF_BODY = '\uE000';

function frameOf({ facts, lineNumbers, comments }: FileParts): Document {
  return new Document({
    title: facts.title,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1418, bottom: 1418, left: 1418, right: 1418, header: 709, footer: 709 },
          },
          ...(lineNumbers === 'none' ? {} : { lineNumbers: { ...NUMBERED, restart: RESTARTS[lineNumbers] } }),
        },
        headers: { default: new Header({ children: [edge('Header', facts.symbol, [facts.revision])] }) },
        footers: {
          default: new Footer({
            children: [
              edge('Footer', facts.state, pageWords(facts.pages)),
              ...(facts.trail === undefined || facts.trail === ''
                ? []
                : [
                    new Paragraph({
                      style: 'Footer',
                      children: [new TextRun({ text: facts.trail, size: 12 })],
                    }),
                  ]),
            ],
          }),
        },
        children: [new Paragraph(PLACE_OF_BODY)],
      },
    ],
    ...(comments.length === 0
      ? {}
      : { comments: { children: comments.map((entry) => commentOf(entry, facts)) } }),
  });
}

type Words = readonly (string | (typeof PageNumber)[keyof typeof PageNumber])[];

function edge(style: string, left: string, right: Words): Paragraph {
  return new Paragraph({
    style,
    children: [new TextRun(left), new TextRun({ children: [new Tab(), ...right] })],
  });
}

/** The words of a footer with the numbers that Word puts in. */
export function pageWords(pages: string): Words {
  return pages
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part,
    );
}

function commentOf({ id, parent, isResolved, comment }: FileComment, facts: FileFacts) {
  return {
    id,
    author: comment.author,
    initials: initialsOf(comment.author),
    date: new Date(toSeconds(comment.at ?? facts.at)),
    resolved: isResolved,
    ...(parent === null ? {} : { parentId: parent }),
    children: comment.text
      .split('\n')
      .map((line) => new Paragraph({ style: 'CommentText', children: [new TextRun(line)] })),
  };
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4);
}

function insertBody(xml: string, body: string): string {
  const place = new RegExp(`<w:p>(?:(?!</w:p>).)*${PLACE_OF_BODY}(?:(?!</w:p>).)*</w:p>`, 's');
  if (!place.test(xml)) throw new Error('packFile: no place for the body');
  return xml.replace(place, () => body);
}

function insertBefore(xml: string, mark: string, content: string): string {
  const at = xml.lastIndexOf(mark);
  if (at < 0) throw new Error(`packFile: no ${mark}`);
  return xml.slice(0, at) + content + xml.slice(at);
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function addLinks(xml: string, links: FileParts['links']): string {
  const entries = links.map(({ id, href }) =>
    element('Relationship', { Id: id, Type: HYPERLINK, Target: href, TargetMode: 'External' }),
  );
  return insertBefore(xml, '</Relationships>', entries.join(''));
}

const NOTE_SETTINGS =
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>';

/** Title, symbol, language and the time of the text; no person, no machine. */
function coreXml({ title, symbol, language, at }: FileFacts): string {
  const instant = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, toSeconds(at));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    textElement('dc:title', title),
    textElement('dc:subject', symbol),
    instant('dcterms:created'),
    instant('dcterms:modified'),
    textElement('dc:language', language),
  )}`;
}

/** The day of every entry: zip knows no time before 1980. */
const ZIP_DAY = new Date(1980, 0, 1);

function zipInOrder(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])), {
    level: 6,
    mtime: ZIP_DAY,
  });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}
