import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { changeProcedure, type DocumentRow } from '../../db/documents';
import { changeSilenceRun, findSilenceRun, runningSilence, type SilenceRunRow } from '../../db/silence';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { decideCancel, decideExtend } from '../../domain/silence/steer';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { asRun, noteSilence, silenceRulesOf, tellSilence } from './silence-acts';

/** What the chair steers: the run as it stands inside the transaction, by the server's clock there (SP9). */
interface Steered {
  readonly actor: Actor;
  readonly document: DocumentRow;
  readonly run: SilenceRunRow;
  readonly at: string;
}

export interface ExtendSilenceInput {
  readonly runId: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly holidayConfirmed?: boolean;
}

/** The chair gives more time. Everybody is told (SP13). */
export async function extendSilence(
  runtime: Runtime,
  asked: Actor,
  input: ExtendSilenceInput,
): Promise<Outcome<{ expiresAt: string }>> {
  const extended = atomic(runtime.db, (tx): Outcome<{ documentId: string; expiresAt: string }> => {
    const steered = steeredRun(tx, runtime, asked, input.runId);
    if (!steered.ok) return steered;
    const { actor, document, run, at } = steered.value;
    const decided = decideExtend(
      asRun(run),
      { local: input.endsAt, zone: input.zone, holidayConfirmed: input.holidayConfirmed === true },
      silenceRulesOf(tx, document.bodyId),
      at,
    );
    if (!decided.ok) return decided;
    const data = { from: run.expiresAt, ...decided.value };
    changeSilenceRun(tx, run.id, decided.value);
    const country = delegationOf(actor, document.bodyId);
    noteSilence(tx, run.id, { kind: 'extended', at, by: actor.userId, country, data });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.silenceExtended',
      data: { runId: run.id, ...data },
    });
    tellSilence(
      tx,
      at,
      document,
      { ...run, ...decided.value },
      { kind: 'silenceExtended', key: `extended:${decided.value.expiresAt}`, data: { from: run.expiresAt } },
    );
    return accept({ documentId: document.id, expiresAt: decided.value.expiresAt });
  });
  if (!extended.ok) return extended;
  runtime.live.reviewDocument(extended.value.documentId);
  return accept({ expiresAt: extended.value.expiresAt });
}

/** The chair takes the text back into negotiation, with a reason. */
export async function cancelSilence(
  runtime: Runtime,
  asked: Actor,
  input: { readonly runId: string; readonly reason: string },
): Promise<Outcome<true>> {
  const cancelled = atomic(runtime.db, (tx): Outcome<string> => {
    const steered = steeredRun(tx, runtime, asked, input.runId);
    if (!steered.ok) return steered;
    const { actor, document, run, at } = steered.value;
    const closed = cancelRun(tx, actor, document, run, { reason: input.reason }, at);
    if (!closed.ok) return closed;
    const freed = changeProcedure(tx, document.id, document.stateSeq, {
      state: 'negotiation',
      pensDownAt: null,
      pensDownBy: null,
    });
    if (!freed) throw new Error('cancelSilence: the document changed inside the transaction');
    return accept(document.id);
  });
  if (!cancelled.ok) return cancelled;
  runtime.live.reviewDocument(cancelled.value);
  return accept(true);
}

/**
 * Ends the run of a text that leaves silence by another step (withdrawn, not adopted), in the transaction of that step
 * (SP15). After the end it is too late for that, too.
 */
export function closeSilence(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  step: { readonly step: string; readonly reason: string },
  at: string,
): Outcome<true> {
  const run = runningSilence(tx, document.id);
  if (run === null) throw new Error(`closeSilence: ${document.id} is under silence without a run`);
  return cancelRun(tx, actor, document, run, step, at);
}

function cancelRun(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  run: SilenceRunRow,
  why: { readonly reason: string; readonly step?: string },
  at: string,
): Outcome<true> {
  const decided = decideCancel(asRun(run), why.reason, at);
  if (!decided.ok) return decided;
  const data = { ...decided.value, ...(why.step === undefined ? {} : { step: why.step }) };
  changeSilenceRun(tx, run.id, { state: 'cancelled', endedAt: at });
  const country = delegationOf(actor, document.bodyId);
  noteSilence(tx, run.id, { kind: 'cancelled', at, by: actor.userId, country, data });
  recordDocumentEvent(tx, actor, document, at, {
    kind: 'document.silenceCancelled',
    data: { runId: run.id, ...data },
  });
  tellSilence(tx, at, document, run, { kind: 'silenceCancelled', key: 'cancelled' });
  return accept(true);
}

function steeredRun(tx: Db, runtime: Runtime, asked: Actor, runId: string): Outcome<Steered> {
  const at = runtime.clock.now();
  const actor = loadActor(tx, asked.userId, asked.sessionId, at);
  const run = findSilenceRun(tx, runId);
  if (actor === null || run === null) return refuse('PO1');
  const read = permittedDocument(tx, actor, 'readNegotiation', run.documentId);
  if (!read.ok) return read;
  // Who comes after it was broken or adopted hears that, and not that the state is another.
  if (run.state !== 'running') return refuse('SP10');
  const found = permittedDocument(tx, actor, 'steerSilence', run.documentId);
  if (!found.ok) return found;
  return accept({ actor, document: found.value, run, at });
}
