import { fileKind, isEncryptedOffice } from '../../word/reading/file-kind';
import { RefusedFile } from '../../word/reading/refused-file';
import { openZip, type Zip } from '../../word/reading/zip';
import type { SheetLimits } from './limits';
import { type Allowance, walkXml } from './walk-xml';

/** A workbook's package: what it may not hold is not in it. */
export interface SheetPackage {
  /** Visible sheets in their order, and the parts where they lie. */
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904. */
  readonly isFrom1904: boolean;
  read(part: string): Uint8Array;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const TEMPLATE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml';
const OUTSIDE = new Set(['externalLink', 'externalLinkPath', 'connections', 'queryTable']);

/**
 * Opens an .xlsx and judges what it is made of. Throws `RefusedFile`: XL2 no workbook, XL4 a password, XL6 macros,
 * XL7 things that lie outside the file; and whatever zip and XML refuse. Parts that are not read are not unpacked.
 */
export function openSheetPackage(bytes: Uint8Array, left: Allowance, limits: SheetLimits): SheetPackage {
  const zip = zipOf(bytes, limits);
  const read = (part: string): Uint8Array => {
    const content = readEntry(zip, part);
    if (content === null) throw new RefusedFile('XL3');
    return content;
  };
  judgeNames(zip.names);
  judgeContentTypes(read('[Content_Types].xml'), left, limits);
  const main = relationshipsOf(zip, '', left, limits).find(({ type }) => type === 'officeDocument');
  if (main === undefined) throw new RefusedFile('XL2', { is: 'otherZip' });
  const related = relationshipsOf(zip, main.target, left, limits);
  const targets = new Map(related.map(({ id, target }) => [id, target]));
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  walkXml(
    read(main.target),
    {
      open(name, attributes) {
        if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
        if (name !== 'sheet') return;
        const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
        const part = targets.get(relation ?? '');
        if (part === undefined || sheets.length >= limits.sheets) throw new RefusedFile('XL3');
        sheets.push({ name: attributes.name ?? '', part, isHidden: /hidden/i.test(attributes.state ?? '') });
      },
    },
    left,
    limits,
  );
  const partOf = (type: string) => related.find((each) => each.type === type)?.target ?? null;
  return {
    // Sheets that are charts lie elsewhere.
    sheets: sheets.filter(({ part }) => /worksheets\/[^/]+\.xml$/i.test(part)),
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    isFrom1904,
    read,
  };
}

function zipOf(bytes: Uint8Array, limits: SheetLimits): Zip {
  const kind = fileKind(bytes);
  if (kind === 'ole') {
    throw isEncryptedOffice(bytes) ? new RefusedFile('XL4') : new RefusedFile('XL2', { is: 'oldOffice' });
  }
  if (kind !== 'zip') throw new RefusedFile('XL2', { is: kind === 'text' ? 'words' : kind });
  return asSheets(() => openZip(bytes, limits));
}

function readEntry(zip: Zip, name: string): Uint8Array | null {
  return asSheets(() => zip.read(name));
}

/** The same refusals in the words of workbooks. */
const SAME: Readonly<Record<string, string>> = { IM4: 'XL4', IM5: 'XL3', IM6: 'XL5', IM7: 'XL8' };

function asSheets<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    throw new RefusedFile(SAME[error.refusal.rule] ?? 'XL3', error.refusal.detail);
  }
}

function judgeNames(names: readonly string[]): void {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.some((name) => /vba(project|data)|macrosheets\//.test(name))) throw new RefusedFile('XL6');
  if (lower.some((name) => /^xl\/(externallinks\/|connections\.xml|querytables\/)/.test(name))) {
    throw new RefusedFile('XL7');
  }
  if (!names.includes('[Content_Types].xml')) {
    throw new RefusedFile('XL2', { is: names.includes('mimetype') ? 'odt' : 'otherZip' });
  }
}

function judgeContentTypes(bytes: Uint8Array, left: Allowance, limits: SheetLimits): void {
  const types = new Set<string>();
  walkXml(bytes, { open: (_, { ContentType }) => types.add(ContentType ?? '') }, left, limits);
  if ([...types].some((type) => /macroEnabled|vbaProject/i.test(type))) throw new RefusedFile('XL6');
  if (!types.has(WORKBOOK) && !types.has(TEMPLATE)) throw new RefusedFile('XL2', { is: 'otherZip' });
}

interface Relationship {
  readonly id: string;
  /** The last part of its type: `worksheet`, `styles`. */
  readonly type: string;
  readonly target: string;
}

function relationshipsOf(zip: Zip, part: string, left: Allowance, limits: SheetLimits): Relationship[] {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const bytes = readEntry(zip, `${folder}_rels/${part.slice(cut)}.rels`);
  const found: Relationship[] = [];
  if (bytes === null) return found;
  walkXml(
    bytes,
    {
      open(name, attributes) {
        if (name !== 'Relationship') return;
        const type = (attributes.Type ?? '').split('/').at(-1) ?? '';
        if (type === 'vbaProject') throw new RefusedFile('XL6');
        if (OUTSIDE.has(type)) throw new RefusedFile('XL7');
        if (attributes.TargetMode === 'External') return;
        found.push({ id: attributes.Id ?? '', type, target: resolved(folder, attributes.Target ?? '') });
      },
    },
    left,
    limits,
  );
  return found;
}

/** The name of a part from its address: from the root, or from the folder of who names it. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
