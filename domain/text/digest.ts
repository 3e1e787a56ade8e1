import { digest } from 'lib0/hash/sha256';

/** SHA-256 of bytes as 64 lower-case hex digits. Pure JavaScript, so the same call works in a browser. */
export function digestBytes(bytes: Uint8Array): string {
  return Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of a string's UTF-8 bytes as 64 lower-case hex digits. */
export function digestText(text: string): string {
  return digestBytes(new TextEncoder().encode(text));
}
