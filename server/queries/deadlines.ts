import { type Deadline, deadlinesOn } from '../../db/deadlines';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedDocument } from '../use-cases/permitted-document';

/** The newest silence procedure's end, or the one of a corrigendum, where the actor may read the document (NO13). */
export function deadlineFor(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  of: Deadline['of'],
  id?: string,
): Outcome<{ readonly deadline: Deadline; readonly symbol: string }> {
  const found = permittedDocument(runtime.db, actor, 'read', documentId);
  if (!found.ok) return found;
  const deadline = deadlinesOn(runtime.db, [documentId]).find(
    (candidate) => candidate.of === of && (id === undefined || candidate.id === id),
  );
  return deadline === undefined ? refuse('PO1') : accept({ deadline, symbol: found.value.symbol });
}
