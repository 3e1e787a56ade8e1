import { atomic } from '../../db/atomic';
import { insertThread, type ThreadRow } from '../../db/comments';
import { type Anchor, placeOf } from '../../domain/comments/anchor';
import { type CommentRing, canOpenThread, countryOfRing } from '../../domain/comments/rings';
import { checkAnchor } from '../../domain/comments/words';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedDocument, subjectOf } from './permitted-document';
import { readAhead } from './standing-text';
import { checkWritten, recordInTheOpen, threadSubject, writeComment } from './thread-act';

export interface OpenThreadInput {
  readonly documentId: string;
  /** The words as they stand on the person's screen. */
  readonly anchor: Anchor;
  readonly ring: CommentRing;
  readonly words: string;
  readonly mentions?: readonly string[] | undefined;
}

/** Opens a conversation about words of the text, in one of the person's rings. It never touches the text (CO1). */
export async function openThread(
  runtime: Runtime,
  actor: Actor,
  input: OpenThreadInput,
): Promise<Outcome<{ threadId: string }>> {
  const { documentId, ring } = input;
  const permitted = permittedDocument(runtime.db, actor, 'comment', documentId);
  if (!permitted.ok) return permitted;
  const { canonical } = await readAhead(runtime, documentId);
  const anchor = anchorInText(input.anchor, JSON.parse(canonical) as DocumentJson);
  if (!anchor.ok) return anchor;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ threadId: string }> => {
    const found = permittedDocument(tx, actor, 'comment', documentId);
    if (!found.ok) return found;
    const document = found.value;
    const allowed = canOpenThread(actor, subjectOf(document), ring);
    if (!allowed.ok) return allowed;
    const { clauseId, from, to, clauseText: clauseWords, quote } = anchor.value;
    const thread: ThreadRow = {
      id: newId('thr'),
      documentId,
      clauseId,
      fromOffset: from,
      toOffset: to,
      clauseText: clauseWords,
      quote,
      ring,
      country: countryOfRing(actor, document.bodyId, ring),
      openedBy: actor.userId,
      at,
      resolvedAt: null,
      resolvedBy: null,
    };
    const place = { document, thread, subject: threadSubject(document, thread) };
    const written = checkWritten(tx, actor, at, place.subject, input);
    if (!written.ok) return written;
    insertThread(tx, thread);
    writeComment(tx, actor, at, place, written.value);
    recordInTheOpen(tx, actor, at, place, 'opened');
    return accept({ threadId: thread.id });
  });
}

/**
 * The anchor in the text as the server has it. A screen may be some keystrokes ahead or behind; words that never
 * stood here are no anchor (CO4).
 */
function anchorInText(shown: Anchor, text: DocumentJson): Outcome<Anchor> {
  const checked = checkAnchor(shown);
  if (!checked.ok) return checked;
  const place = placeOf(shown, text);
  const clause = place === null ? undefined : clausesOf(text)[place.clause];
  if (place === null || clause === undefined || place.clauseId === null) return refuse('CO4');
  const words = clauseText(clause);
  const { clauseId, from, to } = place;
  return checkAnchor({ clauseId, from, to, clauseText: words, quote: words.slice(from, to) });
}
