import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findPendingImport, type ImportAim, type PendingImportHead } from '../../db/imports';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { ImportFindings } from '../../domain/text/import-findings';
import type { LeftChanges } from '../../domain/text/review-choices';
import { permittedDocument } from './permitted-document';

/** What a file is brought for, by the operation that has to be allowed: the whole text, or proposals on it. */
export type { ImportAim };

export interface WaitingImport {
  readonly document: DocumentRow;
  readonly pending: PendingImportHead;
}

/** The file of this person that waits for a document, brought for this; IM18 where there is none, or another than `id`. */
export function waitingImport(
  db: Db,
  actor: Actor,
  key: { readonly documentId: string; readonly id?: string; readonly now: string },
  aim: ImportAim = 'importText',
): Outcome<WaitingImport> {
  const permitted = permittedDocument(db, actor, aim, key.documentId);
  if (!permitted.ok) return permitted;
  const pending = findPendingImport(db, { ...key, aim, userId: actor.userId });
  if (pending === null || (key.id !== undefined && pending.id !== key.id)) return refuse('IM18');
  return accept({ document: permitted.value, pending });
}

export function findingsOf(pending: PendingImportHead): ImportFindings {
  return JSON.parse(pending.findings) as ImportFindings;
}

export function leftChanges(pending: PendingImportHead): LeftChanges {
  return new Set(JSON.parse(pending.left) as number[]);
}
