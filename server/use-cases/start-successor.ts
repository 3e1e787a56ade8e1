import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { lastPosition } from '../../db/update-log';
import { lastRevisionHead, type VersionRow, versionText } from '../../db/versions';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { carrySources } from './carry-sources';
import { type CreatedDocument, insertNewDocument } from './create-document';
import { type FirstEdit, firstEdit } from './edit-ahead';
import { permittedDocument } from './permitted-document';
import { standingText } from './standing-text';
import { countVersion, storeVersion } from './store-version';

export interface StartSuccessorInput {
  /** The adopted document. */
  readonly documentId: string;
  /** Left out: title, kind and language of the adopted text; a symbol by the body's template. */
  readonly title?: string;
  readonly symbol?: string;
  readonly meetingId?: string | null;
  readonly agendaItemId?: string | null;
}

/**
 * A new document in draft whose first text is the adopted one, clause ids included, so that everything written
 * from here on compares with what was adopted.
 */
export async function startSuccessor(
  runtime: Runtime,
  actor: Actor,
  input: StartSuccessorInput,
): Promise<Outcome<CreatedDocument>> {
  const permitted = permittedDocument(runtime.db, actor, 'startSuccessor', input.documentId);
  if (!permitted.ok) return permitted;
  const predecessor = permitted.value;
  const allowed = canInBody(actor, 'createDocument', predecessor.bodyId);
  if (!allowed.ok) return allowed;
  // An adopted version never changes: it can be read ahead of the transaction.
  const adopted = lastRevisionHead(runtime.db, predecessor.id);
  const text = adopted === null ? null : versionText(runtime.db, adopted.id);
  if (adopted?.kind !== 'adopted' || text === null) {
    throw new Error('startSuccessor: an adopted document without its adopted version');
  }
  const first = await firstEdit(runtime, text);
  const at = runtime.clock.now();
  const started = atomic(runtime.db, (tx) => successorInside(tx, at, actor, predecessor, first, input));
  if (!started.ok) return started;
  await countVersion(runtime, started.value.version, predecessor.houseStyle);
  return accept(started.value.created);
}

/** The part that runs inside a transaction; annulling an adoption shares it. */
export function successorInside(
  tx: Db,
  at: string,
  actor: Actor,
  predecessor: DocumentRow,
  first: FirstEdit,
  input: Omit<StartSuccessorInput, 'documentId'>,
): Outcome<{ created: CreatedDocument; version: VersionRow }> {
  const created = insertNewDocument(
    tx,
    at,
    actor,
    {
      bodyId: predecessor.bodyId,
      kind: predecessor.kind,
      title: input.title ?? predecessor.title,
      ...(input.symbol === undefined ? {} : { symbol: input.symbol }),
      language: predecessor.language,
      houseStyle: predecessor.houseStyle,
      leadCountry: predecessor.leadCountry,
      meetingId: input.meetingId ?? null,
      agendaItemId: input.agendaItemId ?? null,
      predecessorId: predecessor.id,
      isIllustrative: predecessor.isIllustrative,
    },
    first,
  );
  if (!created.ok) return created;
  const { documentId: id, symbol } = created.value;
  carrySources(tx, actor, at, predecessor, { id, bodyId: predecessor.bodyId, symbol });
  const version = storeVersion(
    tx,
    { id, state: 'draft' },
    { kind: 'named', name: predecessor.symbol, takenBy: actor.userId, at },
    first.edit === null ? standingText(tx, id) : { ...first.edit.after, position: lastPosition(tx, id) },
  );
  return accept({ created: created.value, version });
}
