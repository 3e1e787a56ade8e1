import { insertClauseAct } from '../../db/clause-acts';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { readingsOf } from '../../db/negotiation-readings';
import { partedClauses } from '../../domain/negotiation/parted';
import type { WordedProposal } from '../../domain/negotiation/standing';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { ClauseActData } from './negotiation-facts';
import type { StandingText } from './standing-text';

/** Whoever accepts a merger finds the clause that went merged, and a clause that was cut split (PS29). */
export function recordParted(
  tx: Db,
  place: { readonly document: DocumentRow; readonly by: string; readonly at: string },
  texts: { readonly before: StandingText; readonly after: StandingText },
  proposals: readonly WordedProposal[],
): void {
  if (!proposals.some(({ kind }) => kind === 'merge' || kind === 'replace')) return;
  const { document, by, at } = place;
  const [before, after] = [texts.before, texts.after].map(
    ({ canonical }) => JSON.parse(canonical) as DocumentJson,
  );
  if (before === undefined || after === undefined) return;
  const reading = readingsOf(tx, document.id).find(({ closedAt }) => closedAt === null)?.number ?? null;
  for (const { act, clauseId, hash, into } of partedClauses(before, after, proposals)) {
    const data: ClauseActData = { into };
    insertClauseAct(tx, {
      id: newId('act'),
      documentId: document.id,
      clauseId,
      act,
      hash,
      reading,
      reason: '',
      data: JSON.stringify(data),
      by,
      at,
    });
  }
}
