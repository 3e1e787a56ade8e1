import { crc32, inflateRawSync } from 'node:zlib';
import type { WordLimits } from './limits';
import { RefusedFile } from './refused-file';

/** An entry as the archive's directory states it. Nothing of it is believed before its bytes are counted. */
interface ZipEntry {
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
  /** Name and flags as the directory writes them: the entry itself must say the same. */
  readonly nameBytes: Uint8Array;
  readonly flags: number;
}

/** A zip whose directory is sound and within limits; entries are unpacked one by one when asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** The unpacked bytes of an entry, or null where there is none of this name. */
  read(name: string): Uint8Array | null;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const UNIX = 3;
const SYMBOLIC_LINK = 0xa;
const STORED = 0;
const DEFLATED = 8;
/** Below this, packing pays so well on a few repeated words that the ratio says nothing. */
const RATIO_FROM_BYTES = 256 * 1024;
const NESTED = /\.(zip|7z|rar|gz|tar|jar|docx|docm|dotx|dotm|xlsx|xlsm|pptx|pptm|odt)$/i;

/**
 * Opens an archive by its directory alone: counts, sizes, names and flags are judged before anything is unpacked.
 * Throws `RefusedFile` (IM4 encrypted, IM5 damaged, IM6 too much in too little, IM7 names that no Word file has).
 */
export function openZip(bytes: Uint8Array, limits: WordLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(view, bytes, limits);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const content = unpack(view, bytes, entry);
      unpacked += content.length;
      if (unpacked > limits.unpackedBytes) throw new RefusedFile('IM6');
      return content;
    },
  };
}

function directoryOf(view: DataView, bytes: Uint8Array, limits: WordLimits): Map<string, ZipEntry> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // 0xffff stands for a number too large for the field (ZIP64): far more than any document has.
  if (count === 0xffff || count > limits.entries) throw new RefusedFile('IM6');
  if (count !== view.getUint16(end + 8, true) || start + size > end) throw new RefusedFile('IM5');
  const entries = new Map<string, ZipEntry>();
  const keys = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) {
      throw new RefusedFile('IM5');
    }
    const nameBytes = view.getUint16(at + 28, true);
    const next =
      at + DIRECTORY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new RefusedFile('IM5');
    const flags = view.getUint16(at + 8, true);
    if ((flags & ENCRYPTED) !== 0) throw new RefusedFile('IM4');
    const ownName = bytes.subarray(at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameBytes);
    const name = nameOf(ownName);
    // Word knows parts by their names whatever their case.
    const key = name.toLowerCase();
    if (keys.has(key) || isLink(view, at)) throw new RefusedFile('IM7', { name: shown(name) });
    keys.add(key);
    entries.set(name, {
      nameBytes: ownName,
      flags,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  // Entries that the directory does not count, or leaves room for, are nobody's honest mistake.
  if (at !== start + size) throw new RefusedFile('IM5');
  judgeSizes(entries, limits);
  judgePlaces([...entries.values()], view, bytes, start);
  return entries;
}

/** Unix marks a symbolic link by the kind of file in the upper half of the outer attributes. */
function isLink(view: DataView, at: number): boolean {
  return view.getUint8(at + 5) === UNIX && view.getUint32(at + 38, true) >>> 28 === SYMBOLIC_LINK;
}

/**
 * Each entry says of itself what the directory says of it, and all lie one after the other before the directory: a
 * file that is one text to this reader and another to the next, or one run of bytes under many names, is refused.
 */
function judgePlaces(entries: ZipEntry[], view: DataView, bytes: Uint8Array, directory: number): void {
  let free = 0;
  for (const entry of entries.sort((a, b) => a.offset - b.offset)) {
    const from = contentOf(entry, view, bytes);
    if (entry.offset < free || from + entry.packedBytes > directory) throw new RefusedFile('IM5');
    free = from + entry.packedBytes;
  }
}

/** Where the bytes of an entry begin; refused where it is another than the directory says. */
function contentOf(
  { offset, method, nameBytes, flags }: ZipEntry,
  view: DataView,
  bytes: Uint8Array,
): number {
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw new RefusedFile('IM5');
  }
  const from = offset + LOCAL_BYTES;
  const nameLength = view.getUint16(offset + 26, true);
  const isSame =
    nameLength === nameBytes.length &&
    Buffer.compare(bytes.subarray(from, from + nameLength), nameBytes) === 0 &&
    view.getUint16(offset + 8, true) === method &&
    (view.getUint16(offset + 6, true) & ENCRYPTED) === (flags & ENCRYPTED);
  if (!isSame) throw new RefusedFile('IM5');
  return from + nameLength + view.getUint16(offset + 28, true);
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new RefusedFile('IM5');
}

function judgeSizes(entries: ReadonlyMap<string, ZipEntry>, limits: WordLimits): void {
  let total = 0;
  for (const { packedBytes, unpackedBytes } of entries.values()) {
    total += unpackedBytes;
    const isDense = unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > packedBytes * limits.ratio;
    if (isDense || total > limits.unpackedBytes) throw new RefusedFile('IM6');
  }
}

/** A name inside the package: relative, with forward slashes, of plain characters. */
function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder('utf-8').decode(bytes);
  const isOdd =
    name === '' ||
    name.length > 200 ||
    /[\p{Cc}\\:\ufffd]/u.test(name) ||
    name.startsWith('/') ||
    name.split('/').some((part) => part === '..' || part === '.') ||
    (NESTED.test(name) && !name.startsWith('word/embeddings/'));
  if (isOdd) throw new RefusedFile('IM7', { name: shown(name) });
  return name;
}

function shown(name: string): string {
  return name.replace(/[^\w./ \\-]/g, '?').slice(0, 60);
}

/** Counts while it inflates: a directory that understates stops at the first byte too many. */
function unpack(view: DataView, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { packedBytes, unpackedBytes } = entry;
  const from = contentOf(entry, view, bytes);
  const content = inflate(bytes.subarray(from, from + packedBytes), entry);
  if (content.length !== unpackedBytes) throw new RefusedFile('IM6');
  if (crc32(content) !== entry.checksum) throw new RefusedFile('IM5');
  return content;
}

function inflate(packed: Uint8Array, { method, unpackedBytes }: ZipEntry): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new RefusedFile('IM5');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new RefusedFile(isTooMuch ? 'IM6' : 'IM5');
  }
}
