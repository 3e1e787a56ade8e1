import { pendingImportPage, versionCommentsOf } from '../../db/imports';
import { findVersionHead } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { CommentThread } from '../../domain/text/comment-thread';
import type { ImportFindings } from '../../domain/text/import-findings';
import type { ReviewPage, ReviewPassage } from '../../domain/text/review-pages';
import type { Runtime } from '../runtime';
import { findingsOf, leftChanges, type WaitingImport, waitingImport } from '../use-cases/waiting-import';
import { type DocumentView, getDocument } from './documents';

/** A file that waits for its person's decision. */
export interface PendingImport {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly findings: ImportFindings;
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
  return accept({ document: document.value, pending: found.ok ? pendingOf(found.value) : null });
}

/** One page of the review of a waiting file, with the choices that were made on it. */
export interface ImportReview extends PendingImport {
  /** From 1. */
  readonly page: number;
  readonly passages: readonly ReviewPassage[];
  /** Numbers of the changes on this page that shall be left. */
  readonly left: readonly number[];
  /** How many changes of all pages shall be taken. */
  readonly taken: number;
}

/** A page of the review; the nearest where there is none of this number. IM18 where nothing waits to be reviewed. */
export function getImportReview(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly page: number },
): Outcome<ImportReview> {
  const found = waitingImport(runtime.db, actor, {
    documentId: input.documentId,
    now: runtime.clock.now(),
  });
  if (!found.ok) return found;
  const pending = pendingOf(found.value);
  const page = Math.min(Math.max(1, input.page), pending.findings.pages);
  const key = { documentId: input.documentId, userId: actor.userId, aim: 'importText', page } as const;
  const content = pendingImportPage(runtime.db, key);
  if (content === null) return refuse('IM18');
  const { passages } = JSON.parse(content) as ReviewPage;
  const left = leftChanges(found.value.pending);
  const onPage = new Set(passages.flatMap(({ changes }) => changes.map(({ number }) => number)));
  return accept({
    ...pending,
    page,
    passages,
    left: [...onPage].filter((number) => left.has(number)),
    taken: pending.findings.authorOf.length - left.size,
  });
}

export function pendingOf({ pending }: WaitingImport): PendingImport {
  const { id, fileName, at, expiresAt } = pending;
  return { id, fileName, at, expiresAt, findings: findingsOf(pending) };
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
