import { atomic } from '../../db/atomic';
import { lastPosition } from '../../db/update-log';
import { findVersionHead, type VersionRow, versionText } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { VersionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { appendEdit, editAhead } from './edit-ahead';
import { permittedDocument } from './permitted-document';
import { readAhead, standingText } from './standing-text';
import { countVersion, hasGrown, storeVersion } from './store-version';
import { countedLine } from './take-version';

export interface RestoreVersionInput {
  readonly documentId: string;
  readonly number: number;
}

/**
 * Brings the text of an earlier version back as a forward edit: the text as it stood is kept as a checkpoint
 * first, later versions stay, and everybody in the room sees the smallest change.
 */
export async function restoreVersion(
  runtime: Runtime,
  actor: Actor,
  input: RestoreVersionInput,
): Promise<Outcome<VersionLine>> {
  const permitted = permittedDocument(runtime.db, actor, 'restore', input.documentId);
  if (!permitted.ok) return permitted;
  const at = runtime.clock.now();
  const source = findVersionHead(runtime.db, input.documentId, input.number);
  const text = source === null ? null : versionText(runtime.db, source.id);
  if (source === null || text === null) return refuse('VE5', { number: input.number });
  const ahead = await readAhead(runtime, input.documentId);
  const editing = await editAhead(runtime, input.documentId, text);
  const restored = atomic(runtime.db, (tx): Outcome<{ before: VersionRow | null; version: VersionRow }> => {
    const found = permittedDocument(tx, actor, 'restore', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, document.id, ahead);
    if (standing.hash === source.hash) return refuse('VE7', { number: input.number });
    const before = hasGrown(tx, document.id)
      ? storeVersion(tx, document, { kind: 'checkpoint', takenBy: actor.userId, at }, standing)
      : null;
    const edit = appendEdit(tx, { document, actor, at }, text, editing);
    const name = source.revision === null ? `№ ${source.number}` : `Rev.${source.revision}`;
    const version = storeVersion(
      tx,
      document,
      { kind: 'restored', name, takenBy: actor.userId, at },
      edit === null ? standing : { ...edit.after, position: lastPosition(tx, document.id) },
    );
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.restored',
      data: { number: version.number, source: source.number, textHash: version.hash },
    });
    return accept({ before, version });
  });
  if (!restored.ok) return restored;
  runtime.live.followLog(input.documentId);
  const { before, version } = restored.value;
  if (before !== null) await countVersion(runtime, before, permitted.value.houseStyle);
  return accept(await countedLine(runtime, permitted.value, version));
}
