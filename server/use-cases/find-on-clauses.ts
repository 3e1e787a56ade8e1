import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { insertClauseAct } from '../../db/clause-acts';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { attendanceOf, findMeeting } from '../../db/meetings';
import { readingsOf } from '../../db/negotiation-readings';
import { type ClauseStep, decideOnClause, isClauseStep } from '../../domain/negotiation/clause-steps';
import { HEAD_TABLE } from '../../domain/negotiation/positions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { type ClauseActData, clauseFacts } from './negotiation-facts';
import { permittedDocument } from './permitted-document';
import { readAhead } from './standing-text';
import { checkShown, factsNow, type ShownWords } from './take-position';

export interface FindOnClausesInput {
  readonly documentId: string;
  readonly step: string;
  readonly on: readonly ShownWords[];
  readonly reason?: string;
  /** Capitals that have yet to confirm, as ISO codes. */
  readonly pending?: readonly string[];
}

/**
 * What the chair finds of one clause or of several in one act: agreed, agreed ad referendum, no objection heard,
 * referred, parked, its deletion agreed, reopened. All of it or nothing (PS21); a refusal names the clause, the rule
 * and what is missing.
 */
export async function findOnClauses(
  runtime: Runtime,
  asked: Actor,
  input: FindOnClausesInput,
): Promise<Outcome<{ found: number }>> {
  const { documentId, step, on } = input;
  const permitted = permittedDocument(runtime.db, asked, 'findOnClause', documentId);
  if (!permitted.ok) return permitted;
  if (!isClauseStep(step)) return refuse('BO10', { field: 'step' });
  if (on.length === 0) return refuse('PS7', { field: 'on' });
  const reason = (input.reason ?? '').trim().normalize('NFC');
  const ahead = await readAhead(runtime, documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ found: number }> => {
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'findOnClause', documentId);
    if (!found.ok) return found;
    const document = found.value;
    const facts = factsNow(tx, document, ahead, at);
    const command = { step, reason, pending: input.pending ?? [], present: presentNow(tx, document) };
    const reading = readingsOf(tx, documentId).find(({ closedAt }) => closedAt === null)?.number ?? null;
    const acts: { clauseId: string; hash: string; data: ClauseActData }[] = [];
    for (const shown of on) {
      const checked = checkShown(facts, shown);
      if (!checked.ok) return checked;
      const clause = shown.clauseId === null ? undefined : facts.byId.get(shown.clauseId);
      if (clause === undefined) return refuse('PS7');
      const decided = decideOnClause(clauseFacts(facts, clause, HEAD_TABLE), command, facts.members);
      if (!decided.ok) {
        return refuse(decided.rule, { ...decided.detail, clause: clause.citation || clause.opening });
      }
      acts.push({ clauseId: clause.id, hash: clause.hash, data: decided.value });
    }
    for (const { clauseId, hash, data } of acts) {
      insertClauseAct(tx, {
        id: newId('act'),
        documentId,
        clauseId,
        act: step,
        hash,
        reading,
        reason,
        data: JSON.stringify(data),
        by: actor.userId,
        at,
      });
    }
    recordFinding(tx, actor, document, at, { step, reason, reading, acts });
    return accept({ found: acts.length });
  });
}

/** The delegations at the document's meeting, where it is in session and somebody noted them (PS20). */
function presentNow(tx: Db, document: DocumentRow): string[] | null {
  if (document.meetingId === null || findMeeting(tx, document.meetingId)?.status !== 'open') return null;
  return attendanceOf(tx, [document.meetingId]).get(document.meetingId) ?? null;
}

function recordFinding(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  at: string,
  finding: {
    readonly step: ClauseStep;
    readonly reason: string;
    readonly reading: number | null;
    readonly acts: readonly { readonly clauseId: string; readonly data: ClauseActData }[];
  },
): void {
  const { step, reason, reading, acts } = finding;
  const pending = [...new Set(acts.flatMap(({ data }) => data.pending ?? []))];
  const present = acts[0]?.data.present ?? [];
  recordDocumentEvent(tx, actor, document, at, {
    kind: 'clause.found',
    data: {
      act: step,
      on: acts.map(({ clauseId }) => clauseId).join(' '),
      ...(reading === null ? {} : { reading }),
      ...(reason === '' ? {} : { reason }),
      ...(present.length === 0 ? {} : { present: present.join(' ') }),
      ...(pending.length === 0 ? {} : { pending: pending.join(' ') }),
    },
  });
}
