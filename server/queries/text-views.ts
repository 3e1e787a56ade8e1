import { setImmediate } from 'node:timers/promises';
import {
  asWanted,
  type Compilation,
  type CompiledProposal,
  compiling,
} from '../../domain/negotiation/compilation';
import type { ProposalKind } from '../../domain/negotiation/types';
import { type Actor, can } from '../../domain/policy/can';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanText, countBrackets, type OpenText, writeBrackets } from '../../domain/text/brackets';
import { signedJob } from '../../domain/text/brackets/job';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import type { PaperLanguage } from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { readAhead } from '../use-cases/standing-text';
import { type DocumentView, getDocument } from './documents';
import { type ExportedFile, MEDIA_TYPES } from './export-text';
import { orNull, paperOf } from './papers';
import { type ProposalView, proposalsFor } from './proposals';
import { readVersion } from './versions';

/** A proposal that a view shows or has no place for. */
export interface ViewedProposal {
  readonly id: string;
  readonly number: number | null;
  readonly country: string;
  readonly kind: ProposalKind;
}

export interface TextViewResult {
  readonly document: DocumentView;
  readonly text: DocumentJson;
  readonly open: OpenText;
  readonly proposals: readonly ViewedProposal[];
  /** Those that have no place in the text: moves, comments, and what is about a clause that is gone. */
  readonly beside: readonly ViewedProposal[];
}

export interface DelegationText extends Omit<TextViewResult, 'text' | 'open'> {
  /** What the delegation would change; null where it has tabled nothing that changes a word. */
  readonly redline: Redline | null;
}

/** The text as it stands without its brackets: of each the words that nobody had to propose. */
export async function cleanView(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<TextViewResult>> {
  const standing = await standingFor(runtime, actor, documentId);
  if (!standing.ok) return standing;
  const { document, text } = standing.value;
  return accept({ document, text: cleanText(text), open: countBrackets(text), proposals: [], beside: [] });
}

/** The text with its brackets and every proposal on the table, attributed and bracketed in its place (BR16). */
export async function compilationView(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<TextViewResult>> {
  const standing = await standingFor(runtime, actor, documentId);
  if (!standing.ok) return standing;
  const { document, text } = standing.value;
  const tabled = await tabledOn(runtime, actor, documentId);
  if (!tabled.ok) return tabled;
  const { text: compiled, beside } = await compiledInTurns(text, tabled.value.map(compiledOf));
  return accept({
    document,
    text: compiled,
    open: countBrackets(compiled),
    proposals: tabled.value.map(viewed),
    beside: tabled.value.filter(({ id }) => beside.includes(id)).map(viewed),
  });
}

/** Gathering thousands of proposals takes seconds: between two clauses others' keystrokes and requests come first. */
async function compiledInTurns(
  text: DocumentJson,
  proposals: readonly CompiledProposal[],
): Promise<Compilation> {
  const steps = compiling(text, proposals);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

/** What one delegation has on the table, as a redline against the text as it stands (BR17). */
export async function delegationView(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  country: string,
): Promise<Outcome<DelegationText>> {
  const standing = await standingFor(runtime, actor, documentId);
  if (!standing.ok) return standing;
  const { document, text } = standing.value;
  const tabled = await tabledOn(runtime, actor, documentId);
  if (!tabled.ok) return tabled;
  const own = tabled.value.filter((proposal) => ownersOf(proposal).includes(country));
  const { text: wanted, beside } = asWanted(text, own.map(compiledOf));
  const [oldJson, newJson] = [canonicalText(text), canonicalText(wanted)];
  const job = signedJob({ oldJson, newJson, options: { houseStyle: document.houseStyle } });
  return accept({
    document,
    redline: oldJson === newJson ? null : await runtime.redline.compare(job),
    proposals: own.map(viewed),
    beside: own.filter(({ id }) => beside.includes(id)).map(viewed),
  });
}

/** The compilation as a Word file. */
export async function exportCompilation(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly locale: PaperLanguage },
): Promise<Outcome<ExportedFile>> {
  const view = await compilationView(runtime, actor, input.documentId);
  if (!view.ok) return view;
  const { body, state, pensDown, symbol } = view.value.document;
  const allowed = can(actor, 'exportText', { bodyId: body.id, state, pensDown });
  if (!allowed.ok) return allowed;
  const read = await readVersion(runtime, actor, { documentId: input.documentId, number: 'now' });
  if (!read.ok) return read;
  const text = writeBrackets(view.value.text, { attribution: 'delegations' });
  const paper = paperOf({ ...read.value, text }, input.locale, 'none');
  const content = await orNull(runtime, symbol, runtime.word.text(paper, []));
  if (content === null) return refuse('PD5');
  return accept({ content, mediaType: MEDIA_TYPES.docx, fileName: `${symbol}-compilation.docx` });
}

async function standingFor(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<{ readonly document: DocumentView; readonly text: DocumentJson }>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const { body, state, pensDown } = found.value;
  const allowed = can(actor, 'readNegotiation', { bodyId: body.id, state, pensDown });
  if (!allowed.ok) return allowed;
  const { canonical } = await readAhead(runtime, documentId);
  return accept({ document: found.value, text: JSON.parse(canonical) as DocumentJson });
}

/** Tabled and not dealt with yet, by number: the drafts of one's own ring have no place in what everybody sees. */
async function tabledOn(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<ProposalView[]>> {
  const seen = await proposalsFor(runtime, actor, documentId);
  return seen.ok ? accept(seen.value.filter(({ state }) => state === 'tabled')) : seen;
}

function compiledOf(proposal: ProposalView): CompiledProposal {
  const { id, kind, clauseId, otherClauseId, words } = proposal;
  return { id, kind, clauseId, otherClauseId, words, countries: ownersOf(proposal) };
}

function ownersOf({ country, backings }: ProposalView): string[] {
  const sponsors = backings.filter(({ kind }) => kind === 'cosponsor').map((backing) => backing.country);
  return [...new Set([country, ...sponsors])];
}

function viewed({ id, number, country, kind }: ProposalView): ViewedProposal {
  return { id, number, country, kind };
}
