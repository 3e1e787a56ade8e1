import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a small workbook as another program would lay them down. */
export interface SheetParts {
  /** Markup of the rows. */
  readonly rows?: string;
  /** What comes behind the rows. */
  readonly after?: string;
  readonly strings?: readonly string[];
  /** Further number formats, by their codes; styles 1, 2, … have them. */
  readonly formats?: readonly string[];
  readonly workbookProperties?: string;
  /** Further `Relationship` elements of the workbook. */
  readonly relationships?: string;
  readonly contentType?: string;
  /** Parts under their own names, as they are. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** Instead of the whole sheet. */
  readonly sheet?: string;
}

export function sheetParts(parts: SheetParts): Record<string, Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const formats = parts.formats ?? [];
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${parts.contentType ?? `${TYPES}.sheet.main+xml`}"/></Types>`,
    '_rels/.rels': relations(relation('a', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${R}">${parts.workbookProperties ?? ''}<sheets><sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('s1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('s2', 'sharedStrings', 'sharedStrings.xml') +
        relation('s3', 'styles', 'styles.xml') +
        (parts.relationships ?? ''),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${(parts.strings ?? []).map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml':
      parts.sheet ??
      `<worksheet xmlns="${MAIN}"><sheetData>${parts.rows ?? ''}</sheetData>${parts.after ?? ''}</worksheet>`,
    ...parts.more,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
}

export function sheetFile(parts: SheetParts): Uint8Array {
  return zipSync(sheetParts(parts));
}

/** A cell with words in it. */
export function word(address: string, words: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
}

export function number(address: string, value: number | string, style = 0): string {
  return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
}

export function row(at: number, ...cells: readonly string[]): string {
  return `<row r="${at}">${cells.join('')}</row>`;
}
