import type { Db } from '../../db/client';
import { type DocumentRow, findDocument } from '../../db/documents';
import { savePairCount } from '../../db/pair-counts';
import { lastPosition, logAuthors } from '../../db/update-log';
import {
  findVersionHead,
  insertVersion,
  lastVersionHead,
  revisionBefore,
  saveVersionCounts,
  type VersionRow,
  versionText,
} from '../../db/versions';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { type StandingText, standingText } from './standing-text';
import { tellOfChangedWords } from './tell-of-changed-words';

export interface NewVersion {
  readonly kind: VersionRow['kind'];
  readonly revision?: number;
  readonly name?: string;
  readonly comment?: string;
  readonly takenBy: string;
  readonly at: string;
}

/** Stores the text as it stands as the next version of the document (VE1). Inside the caller's transaction. */
export function storeVersion(
  tx: Db,
  document: Pick<DocumentRow, 'id' | 'state'>,
  version: NewVersion,
  standing: StandingText = standingText(tx, document.id),
): VersionRow {
  const previous = lastVersionHead(tx, document.id);
  const authors = logAuthors(tx, document.id, previous?.position ?? 0, standing.position);
  const row: VersionRow = {
    id: newId('ver'),
    documentId: document.id,
    number: (previous?.number ?? 0) + 1,
    kind: version.kind,
    revision: version.revision ?? null,
    name: version.name ?? '',
    comment: version.comment ?? '',
    state: document.state,
    position: standing.position,
    text: standing.canonical,
    hash: standing.hash,
    words: standing.words,
    delegations: JSON.stringify([...new Set(authors.map((author) => author.country ?? ''))].sort()),
    takenBy: version.takenBy,
    at: version.at,
  };
  insertVersion(tx, row);
  if (row.kind !== 'adopted' && previous !== null && previous.hash !== row.hash) {
    const whole = findDocument(tx, document.id);
    if (whole !== null) tellOfChangedWords(tx, version.at, whole, standing);
  }
  return row;
}

/** Whether the log has grown since the last version: a checkpoint without it would repeat the one before (VE2). */
export function hasGrown(db: Db, documentId: string): boolean {
  return lastPosition(db, documentId) > (lastVersionHead(db, documentId)?.position ?? 0);
}

/**
 * Words added and removed against the version before, and of a revision against the revision before, by the one redline:
 * lists and the chart of how a text came together ask for them. Derived, so a failure costs the counts
 * and nothing else: it is logged. Call it after commit.
 */
export async function countVersion(
  runtime: Runtime,
  version: VersionRow,
  houseStyle: DocumentRow['houseStyle'],
) {
  void enterIntoLedger(runtime, version);
  try {
    const previous = findVersionHead(runtime.db, version.documentId, version.number - 1);
    if (previous === null) {
      saveVersionCounts(runtime.db, version.id, { wordsInserted: version.words, wordsDeleted: 0 });
      return;
    }
    if (previous.hash === version.hash) {
      saveVersionCounts(runtime.db, version.id, { wordsInserted: 0, wordsDeleted: 0 });
    } else {
      saveVersionCounts(runtime.db, version.id, await countSince(runtime, previous.id, version, houseStyle));
    }
    const revision = version.revision === null ? null : revisionBefore(runtime.db, version);
    if (revision === null || revision.id === previous.id || revision.hash === version.hash) return;
    const counts = await countSince(runtime, revision.id, version, houseStyle);
    savePairCount(runtime.db, revision.id, version.id, counts);
  } catch (error) {
    runtime.logger.warn(
      { err: error, documentId: version.documentId, version: version.number },
      'the changes of a version could not be counted',
    );
  }
}

function countSince(
  runtime: Runtime,
  versionId: string,
  { text }: VersionRow,
  houseStyle: DocumentRow['houseStyle'],
) {
  return runtime.redline.count(versionText(runtime.db, versionId) ?? 'null', text, { houseStyle });
}

/**
 * Brings the ledger of authors up to a version while nobody waits: on a long text that takes seconds the first time,
 * and whoever looks at a chart or at who wrote what next would have to wait for it.
 */
async function enterIntoLedger(runtime: Runtime, { documentId, position }: VersionRow): Promise<void> {
  try {
    await runtime.ledger.authorship(documentId, { from: null, to: position });
  } catch (error) {
    runtime.logger.debug({ err: error, documentId }, 'the ledger will be brought up when somebody asks');
  }
}
