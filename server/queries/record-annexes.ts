import { annulmentsOn } from '../../db/annulments';
import { type CorrigendumRow, corrigendaOf } from '../../db/corrigenda';
import { findMeeting } from '../../db/meetings';
import { waitingRecordFinding } from '../../db/record-findings';
import { statementsOn } from '../../db/statements';
import { dayOf } from '../../domain/body/days';
import { type Actor, can } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { correctableWords } from '../../domain/procedure/corrigendum';
import type { StatementKind } from '../../domain/procedure/statement';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import type { CorrigendumFinding } from '../use-cases/propose-corrigendum';
import type { DocumentView } from './documents';

export interface CorrigendumView {
  readonly id: string;
  readonly number: number;
  readonly citation: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly state: CorrigendumRow['state'];
  readonly at: string;
  readonly noObjectionUntil: string;
  readonly issuedAt: string | null;
  readonly objectedBy: string | null;
  readonly objection: string;
}

/** A corrigendum that was entered and waits for a second person (DE39); delegations have not been asked yet. */
export interface WaitingCorrigendum {
  readonly findingId: string;
  readonly citation: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly days: number;
  readonly foundBy: string;
  readonly at: string;
  readonly isOwn: boolean;
}

export interface StatementView {
  readonly id: string;
  readonly country: string;
  readonly kind: StatementKind;
  readonly language: string;
  /** Empty once it was withdrawn. */
  readonly text: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
  readonly isOwn: boolean;
}

/** What came to the record of an adopted text after the decision: nothing of it changes the text. */
export interface RecordAnnexes {
  readonly annulment: {
    readonly at: string;
    readonly reason: string;
    readonly successorId: string | null;
  } | null;
  readonly corrigenda: readonly CorrigendumView[];
  /** For those who enter and confirm corrigenda; null for everybody else. */
  readonly waitingCorrigendum: WaitingCorrigendum | null;
  /** The text with every corrigendum that was issued, or null where there is none. */
  readonly corrected: { readonly text: DocumentJson; readonly number: number; readonly hash: string } | null;
  readonly statements: readonly StatementView[];
  /** Clauses that a corrigendum may be proposed for, with the words they have by now. */
  readonly correctable: readonly { readonly id: string; readonly citation: string; readonly words: string }[];
  /** This person adopted the text in this sitting, and may still annul that. */
  readonly mayAnnul: boolean;
}

/** Whoever asks has been let in to the record already. */
export function annexesOf(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
  decision: {
    readonly decidedBy: string;
    readonly at: string;
    readonly meetingId: string;
    readonly isBySilence: boolean;
  },
  text: DocumentJson,
): RecordAnnexes {
  const { db } = runtime;
  const rows = corrigendaOf(db, [document.id]);
  const issued = rows.filter(({ state }) => state === 'issued').at(-1);
  const corrected = issued === undefined ? text : (JSON.parse(issued.text) as DocumentJson);
  const citations = citationsOf(text, document);
  const annulment = annulmentsOn(db, [document.id])[0] ?? null;
  const own = delegationLedBy(actor, document.body.id);
  const { body, state, pensDown } = document;
  const mayAnnul =
    annulment === null &&
    can(actor, 'annul', { bodyId: body.id, state, pensDown }).ok &&
    !decision.isBySilence &&
    decision.decidedBy === actor.userId &&
    document.lastDecision?.at === decision.at &&
    findMeeting(db, decision.meetingId)?.status === 'open' &&
    dayOf(decision.at) === dayOf(runtime.clock.now());
  return {
    annulment,
    corrigenda: rows.map((row) => corrigendumView(row, citations)),
    waitingCorrigendum: annulment === null ? waitingOn(runtime, actor, document, citations) : null,
    corrected: issued === undefined ? null : { text: corrected, number: issued.number, hash: issued.hash },
    statements: statementsOn(db, document.id).map((row) => ({
      id: row.id,
      country: row.country,
      kind: row.kind,
      language: row.language,
      text: row.withdrawnAt === null ? row.text : '',
      at: row.at,
      withdrawnAt: row.withdrawnAt,
      isOwn: row.country === own && document.may.attachStatement,
    })),
    correctable:
      document.may.proposeCorrigendum && annulment === null
        ? clausesOf(corrected).flatMap(({ id, node }) => {
            const words = correctableWords(node);
            return id === null || words === null || words === ''
              ? []
              : [{ id, citation: citations.get(id) ?? '', words }];
          })
        : [],
    mayAnnul,
  };
}

function waitingOn(
  { db }: Runtime,
  actor: Actor,
  { id, may }: DocumentView,
  citations: ReadonlyMap<string, string>,
): WaitingCorrigendum | null {
  const row =
    may.proposeCorrigendum || may.confirmCorrigendum ? waitingRecordFinding(db, id, 'corrigendum') : null;
  if (row === null) return null;
  const { clauseId, before, after, reason, days } = JSON.parse(row.what) as CorrigendumFinding;
  return {
    ...{ findingId: row.id, before, after, reason, days, foundBy: row.foundByName, at: row.at },
    citation: citations.get(clauseId) ?? '',
    isOwn: row.foundBy === actor.userId,
  };
}

function corrigendumView(row: CorrigendumRow, citations: ReadonlyMap<string, string>): CorrigendumView {
  const { id, number, before, after, reason, state, at, noObjectionUntil, issuedAt, objectedBy, objection } =
    row;
  return {
    ...{ id, number, before, after, reason, state, at, noObjectionUntil, issuedAt, objectedBy, objection },
    citation: citations.get(row.clauseId) ?? '',
  };
}

function citationsOf(text: DocumentJson, document: DocumentView): Map<string, string> {
  const numbers = numberClauses(text, document.houseStyle);
  return new Map(
    clausesOf(text).flatMap(({ id }, index) => (id === null ? [] : [[id, numbers[index]?.citation ?? '']])),
  );
}
