import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id such as `doc_7k2m9x4q8r1t5w3z`: 80 random bits in an alphabet without letters that look alike. */
export function newId(prefix: string): string {
  return `${prefix}_${Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('')}`;
}

/**
 * Ids of one batch, each above the one before it: 55 random bits that all of them share, then a number. Rows inserted in
 * this order lie side by side, where random ids would touch every page of every index.
 */
export function ascendingIds(prefix: string): () => string {
  const stem = newId(prefix).slice(0, -5);
  let count = 0;
  return () => {
    const digits = Array.from({ length: 5 }, (_, place) => ALPHABET[(count >> (5 * (4 - place))) % 32]);
    count += 1;
    return `${stem}${digits.join('')}`;
  };
}

/** A secret for links and tokens: 256 random bits, URL-safe. Store only its SHA-256. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
