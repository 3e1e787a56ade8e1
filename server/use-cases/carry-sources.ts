import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findMatrix, insertSource, sourcesOn } from '../../db/sources';
import { lastPosition } from '../../db/update-log';
import type { SourceMatrix } from '../../domain/brainstorm/matrix';
import type { Actor } from '../../domain/policy/can';
import { newId } from '../ids';
import { recordDocumentEvent } from './document-event';

/**
 * BS25: where the clauses of an adopted text come from goes with them into its successor, as it was frozen: each link
 * with its relation, its reason and the instant at which it was made, on the clause that had its words then.
 */
export function carrySources(
  tx: Db,
  actor: Actor,
  at: string,
  predecessor: Pick<DocumentRow, 'id' | 'symbol'>,
  successor: Pick<DocumentRow, 'id' | 'bodyId' | 'symbol'>,
): void {
  const frozen = findMatrix(tx, predecessor.id);
  if (frozen === null) return;
  const links = new Map(sourcesOn(tx, predecessor.id).map((row) => [row.id, row]));
  const { clauses } = JSON.parse(frozen.matrix) as SourceMatrix;
  const position = lastPosition(tx, successor.id);
  const carried = clauses.flatMap((clause) =>
    clause.sources.flatMap(({ linkId }) => {
      const link = links.get(linkId);
      return link === undefined ? [] : [{ ...link, clauseId: clause.id }];
    }),
  );
  for (const link of carried) {
    insertSource(tx, {
      ...link,
      id: newId('src'),
      documentId: successor.id,
      position,
      fromSourceId: link.id,
      endedAt: null,
    });
  }
  if (carried.length === 0) return;
  recordDocumentEvent(tx, actor, successor, at, {
    kind: 'sources.carried',
    data: { from: predecessor.symbol, links: carried.length },
  });
}
