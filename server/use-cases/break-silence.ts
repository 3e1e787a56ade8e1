import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { changeProcedure } from '../../db/documents';
import {
  changeSilenceRun,
  findSilenceReceiptEvent,
  findSilenceRun,
  type SilenceEventRow,
} from '../../db/silence';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { checkBreak, decideBreak } from '../../domain/silence/end';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { asRun, noteSilence, silenceRulesOf, tellSilence } from './silence-acts';

export interface BreakSilenceInput {
  readonly runId: string;
  readonly kind: 'objection' | 'amendment';
  readonly text: string;
  /** Made with the form. Sent again it gets the answer it got first. */
  readonly receipt: string;
}

export interface BrokenSilence {
  readonly eventId: string;
  /** The instant at which the server took it. */
  readonly at: string;
}

/**
 * A delegation breaks the silence, by its head or focal point, in writing. The hour that counts is read from the
 * server's clock inside the transaction; the text is in negotiation at once.
 */
export async function breakSilence(
  runtime: Runtime,
  asked: Actor,
  input: BreakSilenceInput,
): Promise<Outcome<BrokenSilence>> {
  const broken = atomic(runtime.db, (tx): Outcome<BrokenSilence & { documentId: string | null }> => {
    const at = runtime.clock.now();
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    const run = findSilenceRun(tx, input.runId);
    if (actor === null || run === null) return refuse('PO1');
    const read = permittedDocument(tx, actor, 'readNegotiation', run.documentId);
    if (!read.ok) return read;
    const document = read.value;
    const checked = checkBreak(input);
    const receipt = `${run.id}:${actor.userId}:${input.receipt}`;
    const before = checked.ok ? findSilenceReceiptEvent(tx, receipt) : null;
    if (before !== null) return accept({ ...answerOf(before), documentId: null });
    if (run.state !== 'running') return refuse('SP10');
    const allowed = permittedDocument(tx, actor, 'breakSilence', document.id);
    if (!allowed.ok) return allowed;
    const country = delegationLedBy(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const decided = decideBreak(asRun(run), input, at);
    if (!decided.ok) return decided;
    const names = silenceRulesOf(tx, document.bodyId).namesBreaker;
    const event = noteSilence(tx, run.id, {
      kind: input.kind === 'amendment' ? 'amended' : 'objected',
      at,
      by: actor.userId,
      country,
      receipt,
      // SP20: what held when it was broken holds for it, whatever the body says later.
      data: { ...decided.value, named: names ? 1 : 0 },
    });
    changeSilenceRun(tx, run.id, { state: 'broken', endedAt: at });
    const freed = changeProcedure(tx, document.id, document.stateSeq, {
      state: 'negotiation',
      pensDownAt: null,
      pensDownBy: null,
    });
    if (!freed) throw new Error('breakSilence: the document changed inside the transaction');
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.silenceBroken',
      data: { runId: run.id, form: input.kind },
    });
    tellSilence(tx, at, document, run, {
      kind: 'silenceBroken',
      key: 'broken',
      ...(names ? { data: { country, form: input.kind } } : {}),
    });
    return accept({ ...answerOf(event), documentId: document.id });
  });
  if (!broken.ok) return broken;
  const { documentId, ...answer } = broken.value;
  if (documentId !== null) runtime.live.reviewDocument(documentId);
  return accept(answer);
}

function answerOf(event: SilenceEventRow): BrokenSilence {
  return { eventId: event.id, at: event.at };
}
