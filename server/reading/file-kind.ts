/** What bytes are, by their first ones; `words` is anything that may be text. */
export type FileKind =
  | 'zip'
  | 'pdf'
  | 'protected'
  | 'oldOffice'
  | 'rtf'
  | 'image'
  | 'archive'
  | 'program'
  | 'html'
  | 'words';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x42, 0x5a, 0x68]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** The container of old Word files, and of new ones that are protected with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** How far into a file the name of its encrypted part is looked for: the directory lies where the writer put it. */
const SEARCHED = 4 * 1024 * 1024;

export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, COMPOUND_FILE)) {
    const name = Buffer.from('EncryptedPackage', 'utf16le');
    return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SEARCHED)).includes(name)
      ? 'protected'
      : 'oldOffice';
  }
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known !== undefined) return known[0];
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512)).toString(
    'latin1',
  );
  return /^(\xEF\xBB\xBF)?\s*(<!doctype html|<html[\s>])/i.test(head) ? 'html' : 'words';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}
