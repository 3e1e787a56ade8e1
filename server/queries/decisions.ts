import { loadActor } from '../../db/actors';
import { annulmentsOn } from '../../db/annulments';
import { findAgendaItem, findMeeting, listAgendaItems, listMeetings } from '../../db/meetings';
import { waitingRecordFinding } from '../../db/record-findings';
import { type LineageRow, lineageOf, tierEvidenceOf } from '../../db/tier-decisions';
import { lastRevisionHead } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import { isBackedBySecretariat } from '../../domain/policy/second-hand';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import { DECISION_VERBS, type DecisionVerb } from '../../domain/procedure/states';
import { tierHeight } from '../../domain/procedure/tier-order';
import { tierVerbs } from '../../domain/procedure/tiers';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import type { TierCommandInput } from '../use-cases/decide-tier';
import { readAhead } from '../use-cases/standing-text';
import { type DocumentView, getDocument } from './documents';

/** One decision of the lineage of a text, as pages show it. */
export type LineageStep = Pick<
  LineageRow,
  'id' | 'makesFinal' | 'verb' | 'wording' | 'revision' | 'at' | 'decidedByName' | 'meeting' | 'agendaItem'
> & {
  readonly annulled: { readonly at: string; readonly reason: string } | null;
};

/** A decision of a tier that one person entered and a second has yet to confirm (DE39). */
export interface WaitingDecision {
  readonly findingId: string;
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly foundBy: string;
  readonly at: string;
  readonly meeting: { readonly title: string; readonly titleThai: string };
  readonly agendaItem: { readonly number: string; readonly title: string; readonly titleThai: string };
  /** The text it was entered on is not the one that would be decided on now (DE12). */
  readonly isStale: boolean;
  readonly isOwn: boolean;
  readonly may: { readonly confirm: boolean; readonly takeBack: boolean };
}

export interface DecisionsView {
  readonly document: DocumentView;
  /** Oldest first. */
  readonly steps: readonly LineageStep[];
  /** What was entered and waits for a second person, for those who enter and confirm; null where nothing does. */
  readonly waiting: WaitingDecision | null;
  /** What a tier may decide on now, for whoever may record it; null for everybody else. */
  readonly next: {
    /** The Rev.n that is decided on; null while the text has changed since it was issued. */
    readonly candidate: { readonly revision: number; readonly hash: string } | null;
    readonly verbs: readonly DecisionVerb[];
    /** Items of meetings in session that the text may go to. */
    readonly items: readonly {
      readonly meetingId: string;
      readonly agendaItemId: string;
      readonly meeting: { readonly title: string; readonly titleThai: string };
      readonly item: { readonly number: string; readonly title: string; readonly titleThai: string };
    }[];
  } | null;
}

/** The decisions of all tiers on one text, and what its next tier could say. */
export async function getDecisions(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<DecisionsView>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const document = found.value;
  return accept({
    document,
    steps: stepsOf(runtime, documentId),
    waiting: document.isAnnulled ? null : await waitingOn(runtime, actor, document),
    next: document.may.decideAtTier && !document.isAnnulled ? await nextOf(runtime, document) : null,
  });
}

async function waitingOn(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
): Promise<WaitingDecision | null> {
  const { db } = runtime;
  const { confirmTierDecision, decideAtTier: takeBack } = document.may;
  const row = confirmTierDecision || takeBack ? waitingRecordFinding(db, document.id, 'tierDecision') : null;
  if (row === null) return null;
  const { verb, wording, hash, meetingId, agendaItemId } = JSON.parse(row.what) as TierCommandInput;
  const meeting = findMeeting(db, meetingId);
  const agendaItem = findAgendaItem(db, agendaItemId);
  if (!isDecisionVerb(verb) || meeting === undefined || agendaItem === undefined) return null;
  const finder = loadActor(db, row.foundBy, null, runtime.clock.now());
  const confirm =
    confirmTierDecision && finder !== null && isBackedBySecretariat(finder, actor, document.body.id);
  const standing = await readAhead(runtime, document.id);
  return {
    ...{ findingId: row.id, verb, wording, foundBy: row.foundByName, at: row.at },
    meeting: { title: meeting.title, titleThai: meeting.titleThai },
    agendaItem: { number: agendaItem.number, title: agendaItem.title, titleThai: agendaItem.titleThai },
    isStale: lastRevisionHead(db, document.id)?.hash !== hash || standing.hash !== hash,
    isOwn: row.foundBy === actor.userId,
    may: { confirm, takeBack },
  };
}

/** The lineage of a text. Whoever asks for it has been let in already. */
export function stepsOf(runtime: Runtime, documentId: string): LineageStep[] {
  const annulments = new Map(annulmentsOn(runtime.db, [documentId]).map((row) => [row.decisionId, row]));
  return lineageOf(runtime.db, [documentId]).map(
    ({ id, makesFinal, verb, wording, revision, at, decidedByName, meeting, agendaItem }) => {
      const annulment = annulments.get(id);
      return {
        ...{ id, makesFinal, verb, wording, revision, at, decidedByName, meeting, agendaItem },
        annulled: annulment === undefined ? null : { at: annulment.at, reason: annulment.reason },
      };
    },
  );
}

async function nextOf(runtime: Runtime, document: DocumentView): Promise<DecisionsView['next']> {
  const { db } = runtime;
  const head = lastRevisionHead(db, document.id);
  const standing = await readAhead(runtime, document.id);
  const isOpen = document.state !== 'adopted';
  const lowest = document.lastDecision === null ? -1 : tierHeight(document.lastDecision.meeting.tier);
  const items = listMeetings(db, [document.body.id])
    .filter(({ status, tier }) => {
      const height = tierHeight(tier);
      return status === 'open' && (isOpen ? height >= lowest : height > lowest);
    })
    .flatMap((meeting) =>
      listAgendaItems(db, meeting.id).map((item) => ({
        meetingId: meeting.id,
        agendaItemId: item.id,
        meeting: { title: meeting.title, titleThai: meeting.titleThai },
        item: { number: item.number, title: item.title, titleThai: item.titleThai },
      })),
    );
  return {
    candidate:
      head === null || head.hash !== standing.hash ? null : { revision: head.revision ?? 0, hash: head.hash },
    verbs: tierVerbs(document.state, DECISION_VERBS),
    items,
  };
}

/** The evidence of a decision of a tier, byte for byte as it was signed. */
export async function getTierEvidence(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  decisionId: string,
): Promise<Outcome<{ readonly symbol: string; readonly file: string }>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const { body, state, pensDown, symbol } = found.value;
  const allowed = can(actor, 'read', { bodyId: body.id, state, pensDown });
  if (!allowed.ok) return allowed;
  const evidence = tierEvidenceOf(runtime.db, decisionId);
  return evidence?.documentId === documentId ? accept({ symbol, file: evidence.file }) : refuse('PO1');
}
