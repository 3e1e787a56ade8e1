import { atomic } from '../../db/atomic';
import type { DocumentRow } from '../../db/documents';
import { findVersionHead, lastVersionHead, type VersionRow } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { type VersionLine, versionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { readAhead, textWhenAsked } from './standing-text';
import { countVersion, hasGrown, storeVersion } from './store-version';

export interface TakeVersionInput {
  readonly documentId: string;
  /** A named version may always be taken; a checkpoint needs a change since the version before (VE2). */
  readonly kind?: 'named' | 'checkpoint';
  readonly name?: string;
  readonly comment?: string;
}

/** Keeps the text as it stands as a version: named by a person, or a checkpoint. */
export async function takeVersion(
  runtime: Runtime,
  actor: Actor,
  input: TakeVersionInput,
): Promise<Outcome<VersionLine>> {
  const permitted = permittedDocument(runtime.db, actor, 'nameVersion', input.documentId);
  if (!permitted.ok) return permitted;
  const kind = input.kind ?? 'named';
  const name = (input.name ?? '').trim().normalize('NFC');
  const comment = (input.comment ?? '').trim().normalize('NFC');
  if (kind === 'named' && (name.length < 1 || name.length > 120)) return refuse('VE3', { field: 'name' });
  if (comment.length > 2000) return refuse('VE4', { field: 'comment' });
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  const taken = atomic(runtime.db, (tx): Outcome<VersionRow> => {
    const document = permittedDocument(tx, actor, 'nameVersion', input.documentId);
    if (!document.ok) return document;
    if (kind === 'checkpoint' && !hasGrown(tx, input.documentId)) {
      return refuse('VE2', { number: lastVersionHead(tx, input.documentId)?.number ?? 0 });
    }
    const version = storeVersion(
      tx,
      document.value,
      { kind, name, comment, takenBy: actor.userId, at },
      textWhenAsked(tx, input.documentId, ahead),
    );
    if (kind === 'named') {
      recordDocumentEvent(tx, actor, document.value, at, {
        kind: 'version.named',
        data: { number: version.number, name, textHash: version.hash },
      });
    }
    return accept(version);
  });
  if (!taken.ok) return taken;
  return accept(await countedLine(runtime, permitted.value, taken.value));
}

/** The line of a version that was just stored, with its changes counted. */
export async function countedLine(
  runtime: Runtime,
  document: Pick<DocumentRow, 'houseStyle'>,
  version: VersionRow,
): Promise<VersionLine> {
  await countVersion(runtime, version, document.houseStyle);
  const head = findVersionHead(runtime.db, version.documentId, version.number);
  if (head === null) throw new Error(`countedLine: version ${version.number} is not there`);
  return versionLine(head);
}
