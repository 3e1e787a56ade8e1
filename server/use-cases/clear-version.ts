import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import {
  type ClearanceRow,
  insertClearance,
  standingClearances,
  withdrawClearanceRow,
} from '../../db/clearances';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findVersionHead } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import {
  checkClearedOn,
  NOTE_LENGTH,
  SEALED_EVENT,
  type SealedAct,
  sealOf,
} from '../../domain/procedure/clearance';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId, newSecret } from '../ids';
import type { Runtime } from '../runtime';
import { permittedDocument } from './permitted-document';

export interface ClearVersionInput {
  readonly documentId: string;
  readonly number: number;
  /** The day on which the capital gave its clearance, YYYY-MM-DD. */
  readonly clearedOn: string;
  readonly note?: string;
}

/** Records that the capital has cleared one version: its words and no others (VE11). For the own delegation alone. */
export async function clearVersion(
  runtime: Runtime,
  actor: Actor,
  input: ClearVersionInput,
): Promise<Outcome<true>> {
  const { documentId, number, clearedOn } = input;
  const note = (input.note ?? '').trim().normalize('NFC');
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const led = ledDelegation(tx, actor, documentId);
    if (!led.ok) return led;
    const country = led.value;
    if (note.length > NOTE_LENGTH) return refuse('VE4', { field: 'note' });
    const version = findVersionHead(tx, documentId, number);
    if (version === null) return refuse('VE5', { number });
    const dated = checkClearedOn(clearedOn, version.at, at);
    if (!dated.ok) return dated;
    if (standing(tx, documentId, country, number) !== undefined) return refuse('VE11', { number });
    const row: ClearanceRow = {
      id: newId('clr'),
      documentId,
      versionId: version.id,
      country,
      hash: version.hash,
      clearedOn,
      note,
      recordedBy: actor.userId,
      at,
      sealKey: newSecret(),
      withdrawnAt: null,
      withdrawnBy: null,
    };
    insertClearance(tx, row);
    recordSealed(tx, row, { act: 'cleared', by: actor.userId, at });
    return accept(true);
  });
}

/** Takes the clearance of a version back. That it was given stays on the delegation's record (VE12). */
export async function withdrawClearance(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly number: number },
): Promise<Outcome<true>> {
  const { documentId, number } = input;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const led = ledDelegation(tx, actor, documentId);
    if (!led.ok) return led;
    const clearance = standing(tx, documentId, led.value, number);
    if (clearance === undefined) return refuse('VE12', { number });
    withdrawClearanceRow(tx, clearance.id, { withdrawnAt: at, withdrawnBy: actor.userId });
    recordSealed(tx, clearance, { act: 'withdrawn', by: actor.userId, at });
    return accept(true);
  });
}

/** The delegation for which the actor may clear a text now. */
function ledDelegation(tx: Db, actor: Actor, documentId: string): Outcome<string> {
  const document: Outcome<DocumentRow> = permittedDocument(tx, actor, 'clearVersion', documentId);
  if (!document.ok) return document;
  const country = delegationLedBy(actor, document.value.bodyId);
  return country === null ? refuse('PO2') : accept(country);
}

function standing(tx: Db, documentId: string, country: string, number: number) {
  return standingClearances(tx, documentId, country).find((clearance) => clearance.number === number);
}

/**
 * The trail holds that something was done, when, and a seal that binds it: not who, for whom, or on which text
 * (VE13). Those who read the trail are in no delegation's ring.
 */
function recordSealed(tx: Db, clearance: ClearanceRow, act: SealedAct): void {
  const seal = sealOf(clearance, act);
  appendAudit(tx, {
    at: act.at,
    actorId: null,
    actorName: '',
    country: null,
    kind: SEALED_EVENT,
    bodyId: null,
    subjectType: 'seal',
    subjectId: seal.slice(0, 16),
    data: { seal },
  });
}
