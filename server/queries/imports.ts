import { versionCommentsOf } from '../../db/imports';
import { findVersionHead } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { CommentThread } from '../../domain/text/comment-thread';
import type { ImportFindings } from '../../domain/text/import-findings';
import type { Runtime } from '../runtime';
import { waitingImport } from '../use-cases/waiting-import';
import { type DocumentView, getDocument } from './documents';

/** A file that waits for its person's decision. */
export interface PendingImport {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly findings: ImportFindings;
  /** Numbers of the tracked changes that shall be left. */
  readonly left: readonly number[];
}

export interface ImportPage {
  readonly document: DocumentView;
  readonly pending: PendingImport | null;
}

/** The import of a document by this person: the file that waits, if any. Refused like the import itself. */
export async function getImport(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<ImportPage>> {
  const document = await getDocument(runtime, actor, documentId);
  if (!document.ok) return document;
  const { body, state, pensDown } = document.value;
  const allowed = can(actor, 'importText', { bodyId: body.id, state, pensDown });
  if (!allowed.ok) return allowed;
  const found = waitingImport(runtime.db, actor, { documentId, now: runtime.clock.now() });
  if (!found.ok) return accept({ document: document.value, pending: null });
  const { id, fileName, at, expiresAt, findings, left } = found.value.pending;
  return accept({
    document: document.value,
    pending: {
      id,
      fileName,
      at,
      expiresAt,
      findings: JSON.parse(findings) as ImportFindings,
      left: JSON.parse(left) as number[],
    },
  });
}

/** Comments of the file that a version came from. */
export interface VersionComments {
  readonly fileName: string;
  readonly threads: readonly CommentThread[];
}

/** The comments that came with a version, as stated in its file; null where none came. */
export async function versionComments(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly number: number },
): Promise<Outcome<VersionComments | null>> {
  const document = await getDocument(runtime, actor, input.documentId);
  if (!document.ok) return document;
  const { body, state, pensDown } = document.value;
  const allowed = can(actor, 'readVersion', { bodyId: body.id, state, pensDown });
  if (!allowed.ok) return allowed;
  const head = findVersionHead(runtime.db, input.documentId, input.number);
  const row = head === null ? null : versionCommentsOf(runtime.db, head.id);
  if (row === null) return accept(null);
  return accept({ fileName: row.fileName, threads: JSON.parse(row.threads) as CommentThread[] });
}

/** The comments that a version brought along, for whoever exports it; permission is asked there. */
export function commentsOn(runtime: Runtime, versionId: string): readonly CommentThread[] {
  const row = versionCommentsOf(runtime.db, versionId);
  return row === null ? [] : (JSON.parse(row.threads) as CommentThread[]);
}
