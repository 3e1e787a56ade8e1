import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import { hasGrown, storeVersion } from './store-version';

/** Keeps the text as it stands as a checkpoint where no version holds it yet (VE2). Inside the caller's transaction. */
export function keepCheckpoint(tx: Db, documentId: string, takenBy: string, at: string): void {
  const document = findDocument(tx, documentId);
  if (document === null || !hasGrown(tx, documentId)) return;
  storeVersion(tx, document, { kind: 'checkpoint', takenBy, at });
}
