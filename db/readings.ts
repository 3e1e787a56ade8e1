import { and, eq } from 'drizzle-orm';
import type { Reading } from '../domain/procedure/reading';
import type { Db } from './client';
import { readings } from './schema/rings';

/** What a person last read of a text, or null where they have read nothing of it. */
export function readingBy(db: Db, userId: string, documentId: string): Reading | null {
  const row = db
    .select()
    .from(readings)
    .where(and(eq(readings.userId, userId), eq(readings.documentId, documentId)))
    .get();
  if (row === undefined) return null;
  const { position, at, earlierPosition, earlierAt } = row;
  return {
    last: { position, at },
    earlier:
      earlierPosition === null || earlierAt === null ? null : { position: earlierPosition, at: earlierAt },
  };
}

export function saveReading(tx: Db, userId: string, documentId: string, reading: Reading): void {
  const place = {
    position: reading.last.position,
    at: reading.last.at,
    earlierPosition: reading.earlier?.position ?? null,
    earlierAt: reading.earlier?.at ?? null,
  };
  tx.insert(readings)
    .values({ userId, documentId, ...place })
    .onConflictDoUpdate({ target: [readings.userId, readings.documentId], set: place })
    .run();
}
