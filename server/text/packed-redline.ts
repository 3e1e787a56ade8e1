import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type PackedRedline, redlineLines } from '../../domain/redline/lines';
import type { Redline } from '../../domain/redline/types';

/** The best of both: a fifth of the size for a fifth of the time of the strongest. */
const LEVEL = 4;

/** Writes a redline down for a browser. Heavy for a long one: called in a worker. */
export function packRedline(redline: Redline): PackedRedline {
  // Bytes of their own, not a window on memory that gzip shares.
  const bytes = Uint8Array.from(gzipSync(redlineLines(redline), { level: LEVEL }));
  return {
    oldHash: redline.oldHash,
    newHash: redline.newHash,
    summary: redline.summary,
    changes: redline.changes.length,
    bytes,
    tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
  };
}
