import { digest } from 'lib0/hash/sha256';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** SHA-256 of bytes as 64 lower-case hex digits. Pure JavaScript, so the same call works in a browser. */
export function digestBytes(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of digest(bytes)) hex += HEX[byte];
  return hex;
}

/** SHA-256 of a string's UTF-8 bytes as 64 lower-case hex digits. */
export function digestText(text: string): string {
  return digestBytes(new TextEncoder().encode(text));
}
