import { accountsById } from '../../db/accounts';
import type { Db } from '../../db/client';
import { listAgendaItems, listMeetings } from '../../db/meetings';
import { silenceReceiptsOf } from '../../db/silence';
import { lastRevisionHead } from '../../db/versions';
import { clauseAsText } from '../../domain/negotiation/amend';
import { type Actor, canInBody } from '../../domain/policy/can';
import type { OpenQuestion } from '../../domain/procedure/open-questions';
import { accept, type Outcome } from '../../domain/refusal';
import { amendableWords } from '../../domain/silence/amendment';
import { openPlaces } from '../../domain/silence/clean';
import { earliestEnd } from '../../domain/silence/end-instant';
import type { SilenceRules } from '../../domain/silence/rules';
import { hasEnded } from '../../domain/silence/run';
import type { DocumentJson } from '../../domain/text/document-json';
import { newSecret } from '../ids';
import type { Runtime } from '../runtime';
import { objectingTo } from '../use-cases/adoption-gaps';
import { clausesNow } from '../use-cases/negotiation-facts';
import { rosterNow } from '../use-cases/roster-now';
import { silenceRulesOf } from '../use-cases/silence-acts';
import { readAhead } from '../use-cases/standing-text';
import type { AdoptionMeeting } from './adoption';
import { type DocumentView, getDocument } from './documents';
import { type SilenceRunView, silenceRuns } from './silence-run';

/** Who of a delegation has confirmed that the notice reached them; the secretariat is "". */
export interface SilenceReceiptLine {
  readonly country: string;
  readonly people: readonly { readonly name: string; readonly at: string }[];
}

/** What the chair needs to start one: the text as it stands and what would stand in the way. */
export interface SilenceStartView {
  readonly hash: string;
  readonly words: number;
  readonly revision: number;
  readonly isNewRevision: boolean;
  readonly questions: readonly OpenQuestion[];
  readonly objecting: readonly string[];
  /** Every meeting of the body with an agenda: it need not be in session (SP8). */
  readonly meetings: readonly AdoptionMeeting[];
  readonly earliest: string;
}

/** A clause that an amendment may name. */
export interface AmendableClause {
  readonly id: string;
  readonly citation: string;
  readonly opening: string;
  readonly words: string;
}

export interface SilenceView {
  readonly document: DocumentView;
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly rules: SilenceRules;
  /** The latest run, and those before it. */
  readonly run: SilenceRunView | null;
  readonly earlier: readonly SilenceRunView[];
  /** The end has come and the text is about to be adopted. */
  readonly isOver: boolean;
  readonly start: SilenceStartView | null;
  /** Makes one form one act, however often it is sent. */
  readonly breakReceipt: string;
  /** The clauses of the frozen text with their words, for whoever may amend them; else none. */
  readonly amendable: readonly AmendableClause[];
  readonly may: {
    readonly steer: boolean;
    readonly breakIt: boolean;
    readonly receive: boolean;
    readonly announce: boolean;
  };
  /** When this person confirmed the notice, or null. */
  readonly receivedAt: string | null;
  /** For chair and secretariat; null for everybody else. */
  readonly receipts: readonly SilenceReceiptLine[] | null;
  /** Meetings in session, at which an outcome can be announced. */
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly titleThai: string }[];
}

/** The silence procedure of a document, as far as the person has to do with it. */
export async function getSilence(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<SilenceView>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const runs = silenceRuns(runtime, actor, documentId);
  if (!runs.ok) return runs;
  const document = found.value;
  const { db } = runtime;
  const now = runtime.clock.now();
  const rules = silenceRulesOf(db, document.body.id);
  const [run = null, ...earlier] = runs.value;
  const isRunning = run?.state === 'running';
  const isOver = isRunning && hasEnded(run, now);
  const breaks = document.may.breakSilence && isRunning && !isOver;
  const received = run === null ? [] : silenceReceiptsOf(db, run.id);
  return accept({
    document,
    now,
    rules,
    run,
    earlier,
    isOver,
    start: document.may.startSilence ? await startView(runtime, document, rules, now) : null,
    breakReceipt: newSecret(),
    amendable: breaks ? await amendableClauses(runtime, document) : [],
    may: {
      steer: document.may.steerSilence && isRunning && !isOver,
      breakIt: breaks,
      receive: document.may.receiveSilence && isRunning && !isOver,
      announce: document.may.announceSilence && run !== null && !isRunning && run.announcedAt === null,
    },
    receivedAt: received.find((receipt) => receipt.userId === actor.userId)?.at ?? null,
    receipts:
      run !== null && document.may.readSilenceReceipts
        ? receiptLines(db, document.body.id, received, run.startedAt)
        : null,
    sessions: listMeetings(db, [document.body.id])
      .filter((meeting) => meeting.status === 'open')
      .map(({ id, title, titleThai }) => ({ id, title, titleThai })),
  });
}

async function amendableClauses(runtime: Runtime, document: DocumentView): Promise<AmendableClause[]> {
  const standing = await readAhead(runtime, document.id);
  const text = JSON.parse(standing.canonical) as DocumentJson;
  return clausesNow(standing, document.houseStyle).flatMap(({ id, citation, opening }) => {
    const own = clauseAsText(text, id);
    return own === null ? [] : [{ id, citation, opening, words: amendableWords(own) }];
  });
}

/** The rules of a body, for whoever may enter it. */
export function bodySilenceRules(runtime: Runtime, actor: Actor, bodyId: string): Outcome<SilenceRules> {
  const allowed = canInBody(actor, 'enter', bodyId);
  return allowed.ok ? accept(silenceRulesOf(runtime.db, bodyId)) : allowed;
}

async function startView(
  runtime: Runtime,
  document: DocumentView,
  rules: SilenceRules,
  now: string,
): Promise<SilenceStartView> {
  const { db } = runtime;
  const standing = await readAhead(runtime, document.id);
  const last = lastRevisionHead(db, document.id);
  const isNewRevision = last?.hash !== standing.hash;
  return {
    hash: standing.hash,
    words: standing.words,
    revision: (last?.revision ?? 0) + (isNewRevision ? 1 : 0),
    isNewRevision,
    questions: openPlaces(JSON.parse(standing.canonical) as DocumentJson, document.houseStyle),
    objecting: objectingTo(db, { ...document, bodyId: document.body.id }, standing, now),
    meetings: listMeetings(db, [document.body.id])
      .map(({ id, title, titleThai, tier }) => ({
        ...{ id, title, titleThai, tier },
        agenda: listAgendaItems(db, id).map((item) => ({
          id: item.id,
          number: item.number,
          title: item.title,
          titleThai: item.titleThai,
        })),
      }))
      .filter((meeting) => meeting.agenda.length > 0),
    earliest: earliestEnd(now, rules),
  };
}

/** Every delegation on the roster, whether or not anybody of it has confirmed, and the secretariat. */
function receiptLines(
  db: Db,
  bodyId: string,
  received: ReturnType<typeof silenceReceiptsOf>,
  at: string,
): SilenceReceiptLine[] {
  const roster = rosterNow(db, bodyId, at);
  const accounts = accountsById(
    db,
    received.map((receipt) => receipt.userId),
  );
  const names = new Map(accounts.map((account) => [account.id, account.name]));
  return [...roster.map((line) => line.country), ''].map((country) => ({
    country,
    people: received
      .filter((receipt) => (receipt.country ?? '') === country)
      .map((receipt) => ({ name: names.get(receipt.userId) ?? '', at: receipt.at })),
  }));
}
