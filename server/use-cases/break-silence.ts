import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { changeProcedure, type DocumentRow } from '../../db/documents';
import {
  changeSilenceRun,
  findSilenceReceiptEvent,
  findSilenceRun,
  type SilenceEventRow,
} from '../../db/silence';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { type Amendment, type AmendmentProposal, asProposal } from '../../domain/silence/amendment';
import { checkBreak, decideBreak } from '../../domain/silence/end';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { checkText } from '../text/ydoc';
import { recordDocumentEvent } from './document-event';
import { clausesNow } from './negotiation-facts';
import { permittedDocument } from './permitted-document';
import { preparedText } from './prepared-text';
import { insertDraft } from './proposal-draft';
import { asRun, noteSilence, silenceRulesOf, tellSilence } from './silence-acts';
import { readAhead, type StandingText, standingText } from './standing-text';
import { tableInside } from './table-proposal';

export interface BreakSilenceInput {
  readonly runId: string;
  readonly kind: 'objection' | 'amendment';
  /** The objection, or why the amendment. */
  readonly text: string;
  /** What the text should say instead; with an amendment, and only then. */
  readonly amendment?: Amendment;
  /** Made with the form. Sent again it gets the answer it got first. */
  readonly receipt: string;
}

export interface BrokenSilence {
  readonly eventId: string;
  /** The instant at which the server took it. */
  readonly at: string;
}

/** What came of it beside the answer: whose rooms have to be told. */
type Written = BrokenSilence & { readonly documentId: string | null };

/**
 * A delegation breaks the silence, by its head or focal point, in writing. The hour that counts is read from the
 * server's clock inside the transaction; the text is in negotiation at once. An amendment is a proposal of the
 * delegation from then on (SP25).
 */
export async function breakSilence(
  runtime: Runtime,
  asked: Actor,
  input: BreakSilenceInput,
): Promise<Outcome<BrokenSilence>> {
  // An objection waits for nothing: the hour that counts is the one in which it came.
  const run = input.kind === 'amendment' ? findSilenceRun(runtime.db, input.runId) : null;
  const ahead = run === null ? undefined : await readAhead(runtime, run.documentId);
  const broken = atomic(runtime.db, (tx): Outcome<Written> => {
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
    const amended = amendmentIn(tx, document, input, decided.value.text, ahead);
    if (!amended.ok) return amended;
    const names = silenceRulesOf(tx, document.bodyId).namesBreaker;
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
    const proposed =
      amended.value === null
        ? {}
        : propose(tx, actor, document, { ...amended.value, country, isTabled: names }, at);
    const event = noteSilence(tx, run.id, {
      kind: input.kind === 'amendment' ? 'amended' : 'objected',
      at,
      by: actor.userId,
      country,
      receipt,
      // SP20: what held when it was broken holds for it, whatever the body says later.
      data: { ...decided.value, named: names ? 1 : 0, ...proposed },
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

/** What an amendment would make of the frozen text; null of an objection. */
function amendmentIn(
  tx: Db,
  document: DocumentRow,
  { kind, amendment }: BreakSilenceInput,
  reason: string,
  ahead: StandingText | undefined,
): Outcome<PreparedAmendment | null> {
  if (kind === 'objection') return accept(null);
  if (amendment === undefined) return refuse('SP25', { field: 'words' });
  const standing = standingText(tx, document.id, ahead);
  const asked = asProposal(JSON.parse(standing.canonical) as DocumentJson, amendment, reason);
  if (!asked.ok) return asked;
  if (checkText(asked.value.amended) !== null) return refuse('NP3', { field: 'words' });
  const words = preparedText(asked.value.words);
  if (!words.ok) return words;
  const named = clausesNow(standing, document.houseStyle).find(({ id }) => id === amendment.clauseId);
  const citation = named?.citation || (named?.opening ?? '');
  return accept({ ...asked.value, words: words.value, reason, citation, plain: amendment.words, standing });
}

interface PreparedAmendment extends AmendmentProposal {
  readonly reason: string;
  /** "OP 2", as the clause was called in the frozen text; its first words where it cannot be cited. */
  readonly citation: string;
  readonly plain: string;
  /** The frozen text. */
  readonly standing: StandingText;
}

/**
 * The proposal that the amendment becomes: tabled at once where the body names who breaks a silence, for a tabled
 * proposal says whose it is; else a draft of the delegation, which tables it when it will.
 */
function propose(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  amended: PreparedAmendment & {
    readonly country: string;
    readonly isTabled: boolean;
  },
  at: string,
): Readonly<Record<string, string | number>> {
  const { place, base, words, reason, country, standing, isTabled } = amended;
  const draft = {
    ...{ place, base, words, country },
    class: 'substantive',
    rationale: reason,
    replacesId: null,
    onBehalf: false,
    position: standing.position,
  } as const;
  const proposal = insertDraft(tx, actor, document, draft, at);
  const said = {
    change: place.kind,
    citation: amended.citation,
    words: amended.plain,
    proposalId: proposal.id,
  };
  if (!isTabled) return said;
  const text = JSON.parse(standing.canonical) as DocumentJson;
  const tabled = tableInside(tx, actor, { document, proposal }, text, { editorialConfirmed: true, at });
  if (!tabled.ok) throw new Error(`breakSilence: what was asked before is refused by ${tabled.rule}`);
  return said;
}

function answerOf(event: SilenceEventRow): BrokenSilence {
  return { eventId: event.id, at: event.at };
}
