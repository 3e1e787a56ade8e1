import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { lastRevisionHead } from '../../db/versions';
import type { ProcedureState } from '../../domain/procedure/decide';
import type { StandingText } from './standing-text';

/** What `decide` must know, read in the transaction that will carry the decision out. */
export function procedureState(tx: Db, document: DocumentRow, standing: StandingText): ProcedureState {
  const last = lastRevisionHead(tx, document.id);
  return {
    bodyId: document.bodyId,
    state: document.state,
    stateSeq: document.stateSeq,
    pensDown: document.pensDownAt !== null,
    text: { position: standing.position, hash: standing.hash, words: standing.words },
    lastRevision:
      last === null || last.revision === null ? null : { revision: last.revision, hash: last.hash },
  };
}
