import { listMemberships } from '../../db/bodies';
import { bracketActsOn } from '../../db/bracket-acts';
import { holdsAt } from '../../domain/body/grants';
import {
  askedFor,
  type BracketAct,
  type Consent,
  consentsTo,
  missingFor,
  ownersOf,
} from '../../domain/negotiation/lifting';
import { type Actor, can } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import {
  allBrackets,
  type Bracket,
  bracketsOf,
  countBrackets,
  type OpenText,
} from '../../domain/text/brackets';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { readAhead } from '../use-cases/standing-text';
import { type CountryView, countriesFor } from './countries';
import { type DocumentView, getDocument } from './documents';

/** One open bracket with what its delegations have said about lifting it. */
export interface BracketView {
  readonly bracket: Bracket;
  /** How one cites its clause: "OP 3". */
  readonly citation: string;
  readonly consents: readonly Consent[];
  /** For every alternative, and for none of them (null): who is asked, and who has not consented yet. */
  readonly choices: readonly BracketChoice[];
  /** Whether the actor may give or take back their delegation's consent. */
  readonly own: string | null;
}

export interface BracketChoice {
  readonly alternative: number | null;
  readonly asked: readonly string[];
  readonly missing: readonly string[];
}

export interface OpenBrackets {
  readonly document: DocumentView;
  readonly counts: OpenText;
  /** Those of one page. */
  readonly brackets: readonly BracketView[];
  readonly page: number;
  readonly pages: number;
  readonly mayLift: boolean;
}

const PER_PAGE = 40;

export interface OpenBracketsInput {
  readonly documentId: string;
  /** The number of a page, or the id of a bracket that is on it. */
  readonly page: string;
}

/** The brackets of the text as it stands, in reading order, page by page: open to whoever may read the negotiation. */
export async function openBrackets(
  runtime: Runtime,
  actor: Actor,
  { documentId, page: wanted }: OpenBracketsInput,
): Promise<Outcome<OpenBrackets>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const document = found.value;
  const { body, state, pensDown } = document;
  const subject = { bodyId: body.id, state, pensDown };
  if (!can(actor, 'readNegotiation', subject).ok) return refuse('PO2');
  const text = JSON.parse((await readAhead(runtime, documentId)).canonical) as DocumentJson;
  const acts = bracketActsOn(runtime.db, documentId);
  const citations = citationsOf(text, document);
  const led = can(actor, 'takePosition', subject).ok ? delegationLedBy(actor, body.id) : null;
  const all = allBrackets(bracketsOf(text));
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const named = all.findIndex(({ id }) => id === wanted);
  const page = named < 0 ? clamp(Number(wanted), pages) : Math.floor(named / PER_PAGE) + 1;
  return accept({
    document,
    counts: countBrackets(text),
    page,
    pages,
    brackets: all.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((bracket) => ({
      bracket,
      citation: citations[bracket.clause] ?? '',
      consents: consentsTo(bracket, acts),
      choices: choicesOf(bracket, acts),
      own: led !== null && ownersOf(bracket).includes(led) ? led : null,
    })),
    mayLift: can(actor, 'dispose', subject).ok,
  });
}

function clamp(page: number, pages: number): number {
  return Number.isInteger(page) ? Math.min(Math.max(page, 1), pages) : 1;
}

function choicesOf(bracket: Bracket, acts: readonly BracketAct[]): BracketChoice[] {
  const kept = [...bracket.alternatives.map(({ alternative }) => alternative), null];
  return kept.map((alternative) => ({
    alternative,
    asked: askedFor(bracket, alternative),
    missing: missingFor(bracket, alternative, acts),
  }));
}

function citationsOf(text: DocumentJson, { houseStyle }: DocumentView): string[] {
  const numbers = numberClauses(text, houseStyle);
  return clausesOf(text).map((_clause, index) => numbers[index]?.citation ?? '');
}

/** Delegations that sit in a body as members now. No policy: who sits where is known to everybody. */
export function membersOf(runtime: Runtime, bodyId: string): CountryView[] {
  const at = runtime.clock.now();
  const codes = new Set(
    listMemberships(runtime.db, bodyId)
      .filter((membership) => membership.standing === 'member' && holdsAt(membership, at))
      .map(({ country }) => country),
  );
  return countriesFor(runtime).filter(({ code }) => codes.has(code));
}
