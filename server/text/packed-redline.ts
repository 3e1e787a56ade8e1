import { gzipSync } from 'node:zlib';
import { type PackedRedline, redlineLines } from '../../domain/redline/lines';
import type { Redline } from '../../domain/redline/types';
import { LEVEL, tagOf } from './packed-text';

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
    tag: tagOf(bytes),
  };
}
