import { type AdoptionFindingRow, waitingAdoptionFinding } from '../../db/adoption-findings';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { lastPosition } from '../../db/update-log';

/**
 * The chair's finding that waits for the secretariat's hand, or null. It holds for as long as the text, the state and
 * the pens stay as they were found (PR32): the procedural sequence goes up with every change of the latter two.
 */
export function waitingFinding(
  db: Db,
  document: Pick<DocumentRow, 'id' | 'stateSeq' | 'pensDownAt'>,
): AdoptionFindingRow | null {
  const finding = waitingAdoptionFinding(db, document.id);
  if (finding === null || document.pensDownAt === null) return null;
  const isAsFound =
    finding.stateSeq === document.stateSeq && finding.position === lastPosition(db, document.id);
  return isAsFound ? finding : null;
}
