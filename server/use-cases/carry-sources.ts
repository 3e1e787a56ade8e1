import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findMatrix, insertSource, type SourceRow, sourcesOn } from '../../db/sources';
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
  // BS20: once each; what was named for the clause itself goes before what came to it from another.
  const carried = clauses.flatMap((clause) => {
    const named = [
      ...clause.sources.filter(({ via }) => via === undefined),
      ...clause.sources.filter(({ via }) => via !== undefined),
    ];
    const once = new Map<string, SourceRow>();
    for (const { linkId } of named) {
      const link = links.get(linkId);
      const key = JSON.stringify([link?.clusterId, link?.inputId]);
      if (link !== undefined && !once.has(key)) once.set(key, { ...link, clauseId: clause.id });
    }
    return [...once.values()];
  });
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
