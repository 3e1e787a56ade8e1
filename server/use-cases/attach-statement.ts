import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDecision } from '../../db/decisions';
import { findStatement, insertStatement, withdrawStatement } from '../../db/statements';
import { PARTIES } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { checkStatement, type StatementCommand } from '../../domain/procedure/statement';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { tell } from './tell';

export interface AttachStatementInput extends StatementCommand {
  readonly documentId: string;
}

/** Attaches a delegation's statement to the record of an adopted text: to the record, never to the text (DE32–DE35). */
export async function attachStatement(
  runtime: Runtime,
  actor: Actor,
  input: AttachStatementInput,
): Promise<Outcome<{ readonly statementId: string }>> {
  return atomic(runtime.db, (tx): Outcome<{ readonly statementId: string }> => {
    const at = runtime.clock.now();
    const led = ledOn(tx, actor, input.documentId);
    if (!led.ok) return led;
    const { document, country } = led.value;
    const checked = checkStatement(input);
    if (!checked.ok) return checked;
    const decision = findDecision(tx, document.id);
    if (decision === null) throw new Error('attachStatement: adopted without a decision');
    const id = newId('sta');
    insertStatement(tx, {
      id,
      documentId: document.id,
      decisionId: decision.decision.id,
      country,
      ...checked.value,
      by: actor.userId,
      at,
      withdrawnAt: null,
    });
    const { kind, language } = checked.value;
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.statementAttached',
      data: { statementId: id, decisionId: decision.decision.id, form: kind, language },
    });
    tell(tx, at, {
      kind: 'statementAttached',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { country, statementId: id, form: kind },
      key: `statementAttached:${id}`,
      to: { roles: PARTIES, except: actor.userId },
    });
    return accept({ statementId: id });
  });
}

/** A delegation takes its own statement back (DE34): its words are shown no more, that it was made stays. */
export async function takeStatementBack(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly statementId: string },
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const at = runtime.clock.now();
    const led = ledOn(tx, actor, input.documentId);
    if (!led.ok) return led;
    const { document, country } = led.value;
    const statement = findStatement(tx, input.statementId);
    const isOwn = statement?.documentId === document.id && statement.country === country;
    if (statement === null || !isOwn || statement.withdrawnAt !== null) return refuse('DE34');
    withdrawStatement(tx, statement.id, at);
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.statementWithdrawn',
      data: { statementId: statement.id, form: statement.kind },
    });
    return accept(true);
  });
}

/** The adopted document, and the delegation that the actor speaks for there. */
function ledOn(tx: Db, actor: Actor, documentId: string) {
  const found = permittedDocument(tx, actor, 'attachStatement', documentId);
  if (!found.ok) return found;
  const country = delegationLedBy(actor, found.value.bodyId);
  return country === null ? refuse('PO2') : accept({ document: found.value, country });
}
