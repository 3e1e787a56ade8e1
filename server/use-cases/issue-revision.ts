import { atomic } from '../../db/atomic';
import type { VersionRow } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { decide } from '../../domain/procedure/decide';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { VersionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { procedureState } from './procedure-state';
import { readAhead, standingText } from './standing-text';
import { storeVersion } from './store-version';
import { countedLine } from './take-version';
import { readersOf, tell } from './tell';

export interface IssueRevisionInput {
  readonly documentId: string;
  readonly comment?: string;
  readonly name?: string;
}

/** Issues the text as it stands as the next Rev.n. */
export async function issueRevision(
  runtime: Runtime,
  actor: Actor,
  input: IssueRevisionInput,
): Promise<Outcome<VersionLine>> {
  const permitted = permittedDocument(runtime.db, actor, 'issueRevision', input.documentId);
  if (!permitted.ok) return permitted;
  const comment = (input.comment ?? '').trim().normalize('NFC');
  const name = (input.name ?? '').trim().normalize('NFC');
  if (name.length > 120) return refuse('VE3', { field: 'name' });
  if (comment.length > 2000) return refuse('VE4', { field: 'comment' });
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  const issued = atomic(runtime.db, (tx): Outcome<VersionRow> => {
    const found = permittedDocument(tx, actor, 'issueRevision', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, document.id, ahead);
    const decided = decide(procedureState(tx, document, standing), { do: 'issueRevision' }, actor, at);
    if (!decided.ok) return decided;
    const { revision, event } = decided.value;
    const version = storeVersion(
      tx,
      document,
      {
        kind: 'revision',
        ...(revision === undefined ? {} : { revision }),
        name,
        comment,
        takenBy: actor.userId,
        at,
      },
      standing,
    );
    recordDocumentEvent(tx, actor, document, at, {
      kind: event.kind,
      data: { number: version.number, ...event.data },
    });
    tell(tx, at, {
      kind: 'revisionIssued',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { number: version.number, ...(revision === undefined ? {} : { revision }) },
      key: `revisionIssued:${version.id}`,
      to: { roles: readersOf(document), except: actor.userId },
    });
    return accept(version);
  });
  if (!issued.ok) return issued;
  return accept(await countedLine(runtime, permitted.value, issued.value));
}
