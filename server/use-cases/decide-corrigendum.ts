import { findAnnulment } from '../../db/annulments';
import { listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { corrigendaOf, nextCorrigendumNumber } from '../../db/corrigenda';
import { findDecision } from '../../db/decisions';
import { findVersionById } from '../../db/versions';
import { type Correction, correct, OBJECTION_DAYS } from '../../domain/procedure/corrigendum';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';

export interface CorrigendumCommand {
  readonly clauseId: string;
  /** The words of the clause as they should stand. */
  readonly words: string;
  readonly reason: string;
  /** How many days delegations have to object, from the confirmation on. */
  readonly days: number;
}

export interface DecidedCorrigendum extends Correction {
  readonly number: number;
  readonly reason: string;
}

/** Asks every rule of a corrigendum, of the text with those that were issued by now. Inside a transaction. */
export function decideCorrigendum(
  tx: Db,
  documentId: string,
  { clauseId, words, reason: given, days }: CorrigendumCommand,
): Outcome<DecidedCorrigendum> {
  const base = correctedText(tx, documentId);
  if (findAnnulment(tx, base.decisionId) !== null) return refuse('DE16');
  if (corrigendaOf(tx, [documentId]).some(({ state }) => state === 'proposed')) return refuse('DE26');
  const reason = given.trim().normalize('NFC');
  if (reason.length < 3 || reason.length > 2000) return refuse('PR3', { field: 'reason' });
  if (!Number.isInteger(days) || days < OBJECTION_DAYS.least || days > OBJECTION_DAYS.most) {
    return refuse('DE27', { least: OBJECTION_DAYS.least, most: OBJECTION_DAYS.most, field: 'days' });
  }
  const countries = listCountries(tx).map(({ shortName, formalName, thaiName }) => ({
    names: [shortName, formalName, thaiName],
  }));
  const corrected = correct(base.text, clauseId, words, countries);
  if (!corrected.ok) return corrected;
  return accept({ ...corrected.value, number: nextCorrigendumNumber(tx, documentId), reason });
}

/** The adopted text with the corrigenda that were issued: what the next one corrects. */
function correctedText(
  tx: Db,
  documentId: string,
): { readonly decisionId: string; readonly text: DocumentJson } {
  const decision = findDecision(tx, documentId)?.decision;
  const version = decision === undefined ? null : findVersionById(tx, decision.versionId);
  if (decision === undefined || version === null) {
    throw new Error('correctedText: an adopted document without its adopted version');
  }
  const issued = corrigendaOf(tx, [documentId]).filter(({ state }) => state === 'issued');
  return { decisionId: decision.id, text: JSON.parse(issued.at(-1)?.text ?? version.text) as DocumentJson };
}
