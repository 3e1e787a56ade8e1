import { setImmediate } from 'node:timers/promises';
import { bracketActsOn } from '../../db/bracket-acts';
import { clauseActsOn } from '../../db/clause-acts';
import { findDocument } from '../../db/documents';
import { hasTakenPosition } from '../../db/positions';
import { runningSilence, silenceReceiptsOf } from '../../db/silence';
import { countTabled, draftsAwaitingRelease, unconfirmedProposals } from '../../db/tabled-proposals';
import { awaitedOn } from '../../domain/negotiation/awaits';
import { toReconfirm } from '../../domain/negotiation/clause-state';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import type { Runtime } from '../runtime';
import { clauseFacts, negotiationFacts, positionsSeen } from '../use-cases/negotiation-facts';
import { waitingFinding } from '../use-cases/waiting-finding';
import { bracketWaits } from './bracket-waits';
import { indexedText } from './clause-index';
import type { DocumentView } from './documents';

/**
 * What in a negotiation waits for one person and nobody else (PS28): `confirmAdoption` the chair's finding waits for
 * the secretariat · `silence` a silence runs and they have not confirmed that its notice reached them · `confirmAdRef`
 * their capital has yet to confirm · `reconfirm` their acceptance was of other words · `onBehalf` the secretariat
 * entered a proposal for them · `consent` brackets in which their delegation holds something wait for its word · `release` their delegation asked them to release a draft · `dispose` tabled proposals
 * wait for the chair.
 */
export const NEGOTIATION_TASKS = [
  'confirmAdoption',
  'silence',
  'confirmAdRef',
  'reconfirm',
  'consent',
  'onBehalf',
  'release',
  'dispose',
] as const;
export type NegotiationTaskKind = (typeof NEGOTIATION_TASKS)[number];

export interface NegotiationTask {
  readonly kind: NegotiationTaskKind;
  /** Clauses or proposals; 1 where there is one thing. */
  readonly count: number;
}

export async function negotiationTasks(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
): Promise<NegotiationTask[]> {
  const counts: Record<NegotiationTaskKind, number> = {
    confirmAdoption: awaitsConfirmation(runtime, actor, document) ? 1 : 0,
    silence: awaitsReceipt(runtime, actor, document) ? 1 : 0,
    confirmAdRef: 0,
    reconfirm: 0,
    consent: 0,
    onBehalf: 0,
    release: 0,
    dispose: document.may.dispose ? countTabled(runtime.db, document.id) : 0,
  };
  const speaksFor = delegationLedBy(actor, document.body.id);
  if (speaksFor !== null) {
    if (document.may.tableProposal) {
      counts.onBehalf = unconfirmedProposals(runtime.db, document.id, speaksFor);
      counts.release = draftsAwaitingRelease(runtime.db, document.id, actor.userId);
    }
    if (document.may.takePosition) {
      Object.assign(counts, await ownWord(runtime, document, speaksFor));
    }
  }
  return NEGOTIATION_TASKS.filter((kind) => counts[kind] > 0).map((kind) => ({ kind, count: counts[kind] }));
}

function awaitsConfirmation(runtime: Runtime, actor: Actor, document: DocumentView): boolean {
  if (!document.may.confirmAdoption || !document.pensDown) return false;
  const row = findDocument(runtime.db, document.id);
  const finding = row === null ? null : waitingFinding(runtime.db, row);
  return finding !== null && finding.foundBy !== actor.userId;
}

/** Only whoever could break the silence is asked; once they have said that the notice reached them, it is theirs. */
function awaitsReceipt(runtime: Runtime, actor: Actor, document: DocumentView): boolean {
  if (!document.may.breakSilence) return false;
  const run = runningSilence(runtime.db, document.id);
  return run !== null && !silenceReceiptsOf(runtime.db, run.id).some(({ userId }) => userId === actor.userId);
}

/**
 * Clauses on which a delegation has spoken and has to speak again, or its capital has to answer, and brackets that wait
 * for it. The text is read only where there can be any.
 */
async function ownWord(
  runtime: Runtime,
  document: DocumentView,
  speaksFor: string,
): Promise<{ confirmAdRef: number; reconfirm: number; consent: number }> {
  const found = { confirmAdRef: 0, reconfirm: 0, consent: 0 };
  const { db } = runtime;
  const wasFound = hasTakenPosition(db, document.id, speaksFor) || clauseActsOn(db, document.id).length > 0;
  const wasBracketed = bracketActsOn(db, document.id).length > 0;
  if (!wasFound && !wasBracketed) return found;
  const text = await indexedText(runtime, document);
  const waits = bracketWaits(db, document.id, text.brackets);
  found.consent = waits.filter(({ delegations }) => delegations.includes(speaksFor)).length;
  const row = findDocument(db, document.id);
  if (row === null || !wasFound) return found;
  const facts = negotiationFacts(db, row, text, runtime.clock.now());
  // What was read is of one instant; before it is gone through, others' keystrokes and requests come first.
  await setImmediate();
  const eyes = { headTable: false, ring: null };
  const own = { headTable: false, ring: speaksFor };
  if (toReconfirm(positionsSeen(facts, null, own)).includes(speaksFor)) found.reconfirm += 1;
  for (const clause of facts.clauses) {
    const position = positionsSeen(facts, clause, own).find(({ country }) => country === speaksFor) ?? null;
    const awaited = awaitedOn(clauseFacts(facts, clause, eyes), position, { speaksFor, chair: false });
    if (awaited === 'confirmAdRef' || awaited === 'reconfirm') found[awaited] += 1;
  }
  return found;
}
