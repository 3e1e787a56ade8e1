/** What a file is by its first bytes, whatever it is called. `ole` is an old Office file or one with a password. */
export type FileKind = 'empty' | 'zip' | 'ole' | 'pdf' | 'rtf' | 'text' | 'unknown';

const STARTS: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const known = STARTS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[0];
  return isText(bytes.subarray(0, 4096)) ? 'text' : 'unknown';
}

/** UTF-8 without control characters; a character cut at the end of the sample does no harm. */
function isText(sample: Uint8Array): boolean {
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Office writes an encrypted document into an old compound file, under a name that can be found in its directory. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
