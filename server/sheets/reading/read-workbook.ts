import { accept, type Outcome, refuse } from '../../../domain/refusal';
import type { ReadWorkbook } from '../../../domain/sheets/read-sheet';
import { fileKind } from '../../word/reading/file-kind';
import { RefusedFile } from '../../word/reading/refused-file';
import { MARK_SHEET, markIn } from '../mark';
import { isWideText, readCsv } from './csv';
import { SHEET_LIMITS, type SheetLimits } from './limits';
import { numberLooks } from './number-formats';
import { openSheetPackage } from './package';
import { sharedStrings } from './shared-strings';
import { allowanceOf } from './walk-xml';
import { readWorksheet } from './worksheet';

/** Told while a file is read: how many of its sheets are. */
export type SheetsRead = (done: number, total: number) => void;

/** Reads an .xlsx, or separated values by whatever name; never in part (XL2–XL8, XL10). */
export function readWorkbook(
  bytes: Uint8Array,
  tell: SheetsRead = () => {},
  limits: SheetLimits = SHEET_LIMITS,
): Outcome<ReadWorkbook> {
  try {
    return accept(workbookOf(bytes, tell, limits));
  } catch (error) {
    if (error instanceof RefusedFile) return error.refusal;
    throw error;
  }
}

function workbookOf(bytes: Uint8Array, tell: SheetsRead, limits: SheetLimits): ReadWorkbook {
  if (bytes.length > limits.fileBytes) {
    throw new RefusedFile('XL10', { megabytes: Math.floor(limits.fileBytes / 1024 / 1024) });
  }
  const kind = fileKind(bytes);
  if (kind === 'empty') throw new RefusedFile('XL15');
  if (kind === 'text' || isWideText(bytes)) return { sheets: [readCsv(bytes, limits)], mark: null };
  const left = allowanceOf(limits);
  const file = openSheetPackage(bytes, left, limits);
  const facts = {
    strings: file.sharedStrings === null ? [] : sharedStrings(file.read(file.sharedStrings), left, limits),
    looks: file.styles === null ? [] : numberLooks(file.read(file.styles), left, limits),
    isFrom1904: file.isFrom1904,
  };
  const wanted = file.sheets.filter(({ isHidden, name }) => !isHidden || name === MARK_SHEET);
  const read = wanted.map(({ name, part }, index) => {
    const sheet = readWorksheet(name, file.read(part), facts, left, limits);
    tell(index + 1, wanted.length);
    return sheet;
  });
  const marked = read.find(({ name }) => name === MARK_SHEET);
  return {
    sheets: read.filter(({ name }) => name !== MARK_SHEET),
    mark: marked === undefined ? null : markIn(marked),
  };
}

/** XL13: a file that we wrote for something else is not taken for this. */
export function checkTarget({ mark }: ReadWorkbook, target: string): Outcome<true> {
  return mark === null || mark.target === target ? accept(true) : refuse('XL13');
}
