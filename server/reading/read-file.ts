import path from 'node:path';
import { accept, type Outcome, type Refusal, refuse } from '../../domain/refusal';
import type { ReadText } from '../../domain/text/left-out';
import { decodeText } from './decode';
import { type FileKind, fileKindOf } from './file-kind';
import { type ReadingOptions as MarkedChanges, readHtml } from './html';
import { readJson } from './json';
import { LARGEST_FILE, LONGEST_TEXT, MOST_PIECES } from './limits';
import { readMarkdown } from './markdown';
import { hasCountedNumbers, type PlainOptions, readPlain } from './plain';
import { settled } from './settled';
import { readWordText, type WordOptions } from './word';

export type ReadingOptions = MarkedChanges & PlainOptions & WordOptions;

type Format = 'docx' | 'md' | 'txt' | 'html' | 'json';

const FORMATS: Readonly<Record<string, Format>> = {
  '.docx': 'docx',
  '.md': 'md',
  '.markdown': 'md',
  '.txt': 'txt',
  '.text': 'txt',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
};

/**
 * Reads a file as a text, by its name and by what its bytes are. Refusals: FI1 the name says something else than
 * the bytes, FI2 no kind of file that holds a text, FI3 too large, FI8 protected with a password, and those of the
 * reader of its kind.
 */
export function readFile(name: string, bytes: Uint8Array, options: ReadingOptions): Outcome<ReadText> {
  const extension = path.extname(name).toLowerCase();
  const format = FORMATS[extension];
  const kind = fileKindOf(bytes);
  if (kind === 'protected') return refuse('FI8');
  if (format === undefined) return refuse('FI2', { extension, is: kind });
  if (bytes.byteLength > LARGEST_FILE) return refuse('FI3', { maximum: LARGEST_FILE / 1024 / 1024 });
  if (!fits(format, kind)) return refuse('FI1', { extension, is: kind });
  const read = format === 'docx' ? readWordText(bytes, options) : readWords(format, bytes, options);
  if (!read.ok) return read;
  const text = settled(read.value.text);
  return text.ok ? accept({ text: text.value, leftOut: read.value.leftOut }) : text;
}

/** Whether files of this kind have numbered lists, and no numbered paragraphs. */
export function hasOnlyLists(name: string): boolean {
  const format = FORMATS[path.extname(name).toLowerCase()];
  return format === 'md' || format === 'html';
}

/** Whether the numbers typed in a file can be counted; false only for plain text whose numbers are others (FI12). */
export function hasCountableNumbers(name: string, bytes: Uint8Array): boolean {
  if (FORMATS[path.extname(name).toLowerCase()] !== 'txt') return true;
  const decoded = decodeText(bytes);
  return !decoded.ok || hasCountedNumbers(decoded.value);
}

function fits(format: Format, kind: FileKind): boolean {
  if (format === 'docx') return kind === 'zip';
  return kind === 'words' || (kind === 'html' && (format === 'html' || format === 'md'));
}

function readWords(
  format: Exclude<Format, 'docx'>,
  bytes: Uint8Array,
  options: ReadingOptions,
): Outcome<ReadText> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  if (format === 'md' || format === 'txt') {
    // Nearly all of these is words: what cannot be one text is not taken apart first.
    if (decoded.value.length > LONGEST_TEXT) return tooMuch(LONGEST_TEXT);
    if (lineEnds(decoded.value) > MOST_LINES) return tooMuch(MOST_LINES);
  }
  switch (format) {
    case 'md':
      return readMarkdown(decoded.value, options);
    case 'html':
      return readHtml(decoded.value, options);
    case 'txt':
      return readPlain(decoded.value, options);
    case 'json':
      return readJson(decoded.value);
  }
}

/** As many paragraphs as a text may have pieces, with an empty line after each. */
const MOST_LINES = 2 * MOST_PIECES;

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function tooMuch(maximum: number): Refusal {
  return refuse('FI7', { maximum: maximum.toLocaleString('en') });
}
