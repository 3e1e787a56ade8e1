import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { readingBy, saveReading } from '../../db/readings';
import { lastPosition } from '../../db/update-log';
import type { Actor } from '../../domain/policy/can';
import { afterReading } from '../../domain/procedure/reading';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedDocument } from './permitted-document';

export interface NoteReadingInput {
  readonly documentId: string;
  /** Position of the log whose text was in sight; `now` for the text as it stands. */
  readonly position: number | 'now';
}

/** Remembers for the person alone what they have read (VE9). Nothing is written where it was nothing new. */
export async function noteReading(
  runtime: Runtime,
  actor: Actor,
  input: NoteReadingInput,
): Promise<Outcome<true>> {
  const { documentId } = input;
  const at = runtime.clock.now();
  const document = permittedDocument(runtime.db, actor, 'read', documentId);
  if (!document.ok) return document;
  const last = lastPosition(runtime.db, documentId);
  const position = input.position === 'now' ? last : input.position;
  if (position < 1 || position > last) return refuse('BO10', { field: 'position' });
  const next = (db: Db) => afterReading(readingBy(db, actor.userId, documentId), position, at);
  if (next(runtime.db) === null) return accept(true);
  atomic(runtime.db, (tx) => {
    const reading = next(tx);
    if (reading !== null) saveReading(tx, actor.userId, documentId, reading);
  });
  return accept(true);
}
