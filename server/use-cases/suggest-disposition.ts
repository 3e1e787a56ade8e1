import { atomic } from '../../db/atomic';
import { insertDisposition } from '../../db/dispositions';
import { checkDisposition } from '../../domain/negotiation/dispositions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { chairsWords, checkClause, planSteps } from './applied-steps';
import { dealtProposals } from './dealt-proposals';
import { type DisposeInput, reasonOf } from './dispose-proposals';
import { recordDisposition, tellOfDispositions } from './disposition-event';
import { permittedDocument } from './permitted-document';
import { readAhead, standingText } from './standing-text';

export type SuggestInput = Omit<DisposeInput, 'actId'>;

/**
 * Shows what the chair means to do with proposals before it is done, for delegations to answer. Nothing changes but
 * the record; what could not be carried out is not suggested either.
 */
export async function suggestDisposition(
  runtime: Runtime,
  actor: Actor,
  input: SuggestInput,
): Promise<Outcome<{ actId: string }>> {
  const permitted = permittedDocument(runtime.db, actor, 'dispose', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ actId: string }> => {
    const found = permittedDocument(tx, actor, 'dispose', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const loaded = dealtProposals(tx, actor, document, input.proposalIds);
    if (!loaded.ok) return loaded;
    const { dealt, rows, worded } = loaded.value;
    const hasWords = input.words !== undefined || input.lines !== undefined;
    const checked = checkDisposition(dealt, { kind: input.kind, reason: reasonOf(input), hasWords });
    if (!checked.ok) return checked;
    const standing = standingText(tx, document.id, ahead);
    const text = JSON.parse(standing.canonical) as DocumentJson;
    const fresh = checkClause(text, worded, input);
    if (!fresh.ok) return fresh;
    const words = chairsWords(text, worded, input);
    if (!words.ok) return words;
    const act = { id: newId('act'), at, disposition: input.kind };
    const plan = planSteps(standing, worded, input, act.id);
    if (!plan.ok) return plan;
    for (const row of rows) {
      insertDisposition(tx, {
        id: newId('dsp'),
        documentId: document.id,
        proposalId: row.id,
        kind: input.kind,
        actId: act.id,
        reason: reasonOf(input),
        text: words.value === null ? null : JSON.stringify(words.value),
        isSuggestion: true,
        positionBefore: null,
        positionAfter: null,
        by: actor.userId,
        at,
      });
    }
    recordDisposition(tx, actor, document, rows, { kind: 'proposal.suggested', ...act });
    tellOfDispositions(tx, actor, document, rows, { kind: 'dispositionSuggested', ...act });
    return accept({ actId: act.id });
  });
}
