import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id such as `doc_7k2m9x4q8r1t5w3z`: 80 random bits in an alphabet without letters that look alike. */
export function newId(prefix: string): string {
  return `${prefix}_${Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('')}`;
}

/** A secret for links and tokens: 256 random bits, URL-safe. Store only its SHA-256. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
