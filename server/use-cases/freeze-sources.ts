import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { insertMatrix, roundsFeeding } from '../../db/sources';
import { matrixOf, sealedMatrix } from '../../domain/brainstorm/matrix';
import type { Actor } from '../../domain/policy/can';
import { recordDocumentEvent } from './document-event';
import { traceOf } from './source-facts';
import type { StandingText } from './standing-text';

/**
 * BS2: from where to where, frozen with the text that is being adopted, in its transaction. Where no round feeds the
 * text there is nothing to freeze. Recorded before the adoption, so that the head of the trail that evidence signs
 * covers the hash.
 */
export function freezeSources(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  standing: StandingText,
  at: string,
): void {
  if (roundsFeeding(tx, document.id).length === 0) return;
  const head = { documentId: document.id, symbol: document.symbol, textHash: standing.hash };
  const { json, hash } = sealedMatrix(matrixOf(head, traceOf(tx, document, standing)));
  insertMatrix(tx, { documentId: document.id, matrix: json, hash, at });
  recordDocumentEvent(tx, actor, document, at, { kind: 'sources.frozen', data: { hash } });
}
