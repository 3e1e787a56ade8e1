import { loadActor } from '../../db/actors';
import type { Db } from '../../db/client';
import { commentsBy, commentsIn, findThread, insertComment, type ThreadRow } from '../../db/comments';
import type { DocumentRow } from '../../db/documents';
import { peopleAppointed } from '../../db/notices';
import { ROLES } from '../../domain/body/grants';
import { type CommentRing, canMention, canSeeThread, type ThreadSubject } from '../../domain/comments/rings';
import { COMMENTS_AN_HOUR, commentWords, MOST_MENTIONS } from '../../domain/comments/words';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import { recordDocumentEvent } from './document-event';
import { permittedDocument, subjectOf } from './permitted-document';
import { tell } from './tell';

export interface ThreadOnDocument {
  readonly document: DocumentRow;
  readonly thread: ThreadRow;
  readonly subject: ThreadSubject;
}

/** A thread of a document that the actor sees now; one they may not see is answered like one that is not (CO6). */
export function seenThread(
  db: Db,
  actor: Actor,
  { documentId, threadId }: { readonly documentId: string; readonly threadId: string },
): Outcome<ThreadOnDocument> {
  const document = permittedDocument(db, actor, 'readNegotiation', documentId);
  if (!document.ok) return document;
  const thread = findThread(db, threadId);
  if (thread === null || thread.documentId !== documentId) return refuse('CO6');
  const subject = threadSubject(document.value, thread);
  const seen = canSeeThread(actor, subject);
  return seen.ok ? accept({ document: document.value, thread, subject }) : refuse('CO6');
}

export function threadSubject(
  document: DocumentRow,
  { ring, country, openedBy }: Pick<ThreadRow, 'ring' | 'country' | 'openedBy'>,
): ThreadSubject {
  return { document: subjectOf(document), ring, country, openedBy };
}

/** The people whom an actor may mention in such a thread now, themselves left out (CO13). */
export function mentionablePeople(db: Db, actor: Actor, subject: ThreadSubject, at: string): Actor[] {
  if (subject.ring === 'mine') return [];
  return peopleAppointed(db, subject.document.bodyId, ROLES)
    .filter((userId) => userId !== actor.userId)
    .flatMap((userId) => loadActor(db, userId, null, at) ?? [])
    .filter((person) => canMention(actor, person, subject));
}

/** What somebody writes into a thread, cleaned already. */
export interface WrittenComment {
  readonly words: string;
  readonly mentions: readonly string[];
}

/** May this be written into such a thread: not too many in an hour, and for people who see it (CO13, CO14)? */
export function checkWritten(
  tx: Db,
  actor: Actor,
  at: string,
  subject: ThreadSubject,
  typed: { readonly words: string; readonly mentions?: readonly string[] | undefined },
): Outcome<WrittenComment> {
  const words = commentWords(typed.words);
  if (!words.ok) return words;
  const mentions = [...new Set(typed.mentions ?? [])];
  const hourAgo = new Date(Date.parse(at) - 3_600_000).toISOString();
  if (mentions.length > MOST_MENTIONS || commentsBy(tx, actor.userId, hourAgo) >= COMMENTS_AN_HOUR) {
    return refuse('CO14', { field: 'words' });
  }
  const known = mentions.length === 0 ? [] : mentionablePeople(tx, actor, subject, at);
  return mentions.every((mentioned) => known.some(({ userId }) => userId === mentioned))
    ? accept({ words: words.value, mentions })
    : refuse('CO13', { field: 'words' });
}

/** Writes a comment down and tells whoever it is for, as far as they see the thread at this instant. */
export function writeComment(
  tx: Db,
  actor: Actor,
  at: string,
  place: ThreadOnDocument,
  { words, mentions }: WrittenComment,
): string {
  const { document, thread, subject } = place;
  const earlier = commentsIn(tx, [thread.id]).map(({ by }) => by);
  const commentId = newId('cmt');
  const country = delegationOf(actor, document.bodyId);
  insertComment(
    tx,
    { id: commentId, threadId: thread.id, words, by: actor.userId, country, at, takenBackAt: null },
    mentions,
  );
  const told = (kind: 'mentioned' | 'commentAnswered', userIds: readonly string[]) =>
    tell(tx, at, {
      kind,
      bodyId: document.bodyId,
      documentId: document.id,
      data: { person: actor.name, threadId: thread.id, ring: thread.ring },
      key: `${kind} ${commentId}`,
      to: { roles: [], userIds, except: actor.userId },
    });
  told('mentioned', mentions);
  told(
    'commentAnswered',
    [...new Set(earlier)].filter(
      (userId) => !mentions.includes(userId) && stillSees(tx, userId, subject, at),
    ),
  );
  return commentId;
}

function stillSees(tx: Db, userId: string, subject: ThreadSubject, at: string): boolean {
  const person = loadActor(tx, userId, null, at);
  return person !== null && canSeeThread(person, subject).ok;
}

/** CO15: what happens in the open goes into the trail, without a word of it; of inner rings it holds nothing. */
export function recordInTheOpen(
  tx: Db,
  actor: Actor,
  at: string,
  { document, thread }: Pick<ThreadOnDocument, 'document' | 'thread'>,
  kind: 'opened' | 'answered' | 'resolved' | 'reopened' | 'takenBack' | 'tabled',
  ring: CommentRing = thread.ring,
): void {
  if (ring !== 'tabled') return;
  recordDocumentEvent(tx, actor, document, at, { kind: `comment.${kind}`, data: { comment: thread.id } });
}
