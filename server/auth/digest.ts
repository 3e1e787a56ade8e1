import { createHash } from 'node:crypto';

/** What is kept of a token or link. A plain hash is enough: they are 256 random bits, not words. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
