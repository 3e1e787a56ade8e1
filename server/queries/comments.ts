import { createHash } from 'node:crypto';
import type { Db } from '../../db/client';
import { commentsIn, type SignedComment, type ThreadRow, threadsOn } from '../../db/comments';
import type { DocumentRow } from '../../db/documents';
import type { Anchor, Place } from '../../domain/comments/anchor';
import {
  type CommentRing,
  canAnswer,
  canOpenThread,
  canSeeThread,
  canSettle,
  ringsOpenTo,
  ringsToWidenTo,
} from '../../domain/comments/rings';
import type { CommentsView, CommentView, ThreadView } from '../../domain/comments/view';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome } from '../../domain/refusal';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { CommentThread } from '../../domain/text/comment-thread';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { permittedDocument, subjectOf } from '../use-cases/permitted-document';
import { readAhead } from '../use-cases/standing-text';
import { mentionablePeople, threadSubject } from '../use-cases/thread-act';

export interface MentionablePerson {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
}

/** The comments of a text that this person sees (CO6). Nothing in the answer depends on what they do not see. */
export function commentsFor(runtime: Runtime, actor: Actor, documentId: string): Outcome<CommentsView> {
  const { db } = runtime;
  const permitted = permittedDocument(db, actor, 'readNegotiation', documentId);
  if (!permitted.ok) return permitted;
  const document = permitted.value;
  return accept({
    threads: threadViews(db, actor, document),
    rings: ringsOpenTo(actor, subjectOf(document)),
    delegation: innerRingOf(actor, document.bodyId),
  });
}

/** Whom a person may mention in a ring of a text (CO13), by name. */
export function mentionableIn(
  runtime: Runtime,
  actor: Actor,
  { documentId, ring }: { readonly documentId: string; readonly ring: CommentRing },
): Outcome<MentionablePerson[]> {
  const permitted = permittedDocument(runtime.db, actor, 'comment', documentId);
  if (!permitted.ok) return permitted;
  const document = permitted.value;
  const allowed = canOpenThread(actor, subjectOf(document), ring);
  if (!allowed.ok) return allowed;
  const country = innerRingOf(actor, document.bodyId);
  const subject = threadSubject(document, { ring, country, openedBy: actor.userId });
  const people = mentionablePeople(runtime.db, actor, subject, runtime.clock.now());
  return accept(
    people
      .map((person) => ({
        id: person.userId,
        name: person.name,
        country: delegationOf(person, document.bodyId),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  );
}

/** Stands for what a person sees: it changes with that and with nothing else, least of all with what others see. */
export function etagOf(userId: string, view: CommentsView): string {
  return `"${createHash('sha256')
    .update(JSON.stringify([userId, view]))
    .digest('base64url')
    .slice(0, 27)}"`;
}

export interface ClauseCommentsView {
  readonly clause: { readonly id: string; readonly words: string };
  /** Ids of the person's conversations whose words stand in this clause now, wherever they were opened. */
  readonly here: readonly string[];
}

/** What a page that shows one clause alone needs for its comments; null where no such clause stands in the text. */
export async function clauseComments(
  runtime: Runtime,
  actor: Actor,
  { documentId, clauseId }: { readonly documentId: string; readonly clauseId: string },
): Promise<Outcome<ClauseCommentsView | null>> {
  const found = commentsFor(runtime, actor, documentId);
  if (!found.ok) return found;
  const text = JSON.parse((await readAhead(runtime, documentId)).canonical) as DocumentJson;
  const clause = clausesOf(text).find(({ id }) => id === clauseId);
  if (clause === undefined) return accept(null);
  const { threads } = found.value;
  const places = await runtime.texts.places(
    text,
    threads.map(({ anchor }) => anchor),
  );
  return accept({
    clause: { id: clauseId, words: clauseText(clause) },
    here: threads.filter((_, index) => places[index]?.clauseId === clauseId).map(({ id }) => id),
  });
}

/** A conversation with the place of its words in one text. */
export interface PlacedThread {
  readonly thread: ThreadView;
  readonly place: Place;
}

/**
 * The conversations that this person sees (CO6), where their words stand in a stored text, in the order of the text; and
 * those whose words are not in it (CO2, CO3).
 */
export async function commentsInText(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  text: DocumentJson,
): Promise<Outcome<{ readonly placed: readonly PlacedThread[]; readonly elsewhere: readonly ThreadView[] }>> {
  const found = commentsFor(runtime, actor, documentId);
  if (!found.ok) return found;
  const { threads } = found.value;
  if (threads.length === 0) return accept({ placed: [], elsewhere: [] });
  const places = await runtime.texts.places(
    text,
    threads.map(({ anchor }) => anchor),
  );
  const placed = threads
    .flatMap((thread, index): PlacedThread[] => {
      const place = places[index] ?? null;
      return place === null ? [] : [{ thread, place }];
    })
    .toSorted((a, b) => a.place.clause - b.place.clause || a.place.from - b.place.from);
  const known = new Set(placed.map(({ thread }) => thread.id));
  return accept({ placed, elsewhere: threads.filter(({ id }) => !known.has(id)) });
}

/** The conversations in the open, with their places in a text, as its file carries them (CO16). */
export async function openThreadsIn(
  runtime: Runtime,
  documentId: string,
  text: DocumentJson,
): Promise<CommentThread[]> {
  const threads = threadsOn(runtime.db, documentId).filter(({ ring }) => ring === 'tabled');
  const places = await runtime.texts.places(text, threads.map(anchorOf));
  const comments = byThread(runtime.db, threads);
  return threads.flatMap((thread, index): CommentThread[] => {
    const place = places[index] ?? null;
    const said = (comments.get(thread.id) ?? []).filter(({ takenBackAt }) => takenBackAt === null);
    if (place === null || said.length === 0) return [];
    return [
      {
        clause: place.clause,
        from: place.from,
        to: place.to,
        resolved: thread.resolvedAt !== null,
        comments: said.map(({ byName, at, words }) => ({ author: byName, at, text: words })),
      },
    ];
  });
}

function threadViews(db: Db, actor: Actor, document: DocumentRow): ThreadView[] {
  const threads = threadsOn(db, document.id).filter(
    (thread) => canSeeThread(actor, threadSubject(document, thread)).ok,
  );
  const comments = byThread(db, threads);
  return threads.flatMap((thread): ThreadView[] => {
    const said = comments.get(thread.id) ?? [];
    // What was noted down in an inner ring and taken back whole is nobody's business any more.
    if (thread.ring !== 'tabled' && said.every(({ takenBackAt }) => takenBackAt !== null)) return [];
    const subject = threadSubject(document, thread);
    const othersAnswered = said.some(({ by }) => by !== thread.openedBy);
    return [
      {
        id: thread.id,
        anchor: anchorOf(thread),
        ring: thread.ring,
        country: thread.country,
        at: thread.at,
        resolved: thread.resolvedAt === null ? null : { at: thread.resolvedAt },
        comments: said.map((comment) => commentView(comment, actor)),
        mayAnswer: thread.resolvedAt === null && canAnswer(actor, subject).ok,
        maySettle: canSettle(actor, subject).ok,
        widerRings: ringsToWidenTo(actor, subject, othersAnswered),
      },
    ];
  });
}

function byThread(db: Db, threads: readonly ThreadRow[]): Map<string, SignedComment[]> {
  const comments = commentsIn(
    db,
    threads.map(({ id }) => id),
  );
  const grouped = new Map<string, SignedComment[]>();
  for (const comment of comments) {
    grouped.set(comment.threadId, [...(grouped.get(comment.threadId) ?? []), comment]);
  }
  return grouped;
}

function commentView(comment: SignedComment, actor: Actor): CommentView {
  return {
    id: comment.id,
    by: comment.byName,
    country: comment.country,
    at: comment.at,
    words: comment.takenBackAt === null ? comment.words : null,
    isMine: comment.by === actor.userId,
  };
}

function anchorOf({ clauseId, fromOffset, toOffset, clauseText, quote }: ThreadRow): Anchor {
  return { clauseId, from: fromOffset, to: toOffset, clauseText, quote };
}
