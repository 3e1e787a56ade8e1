import { setImmediate } from 'node:timers/promises';
import { lastCarriedOut } from '../../db/dispositions';
import type { CompiledText } from '../../domain/negotiation/compiled';
import type { ProposalKind } from '../../domain/negotiation/types';
import { type Actor, can } from '../../domain/policy/can';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanText, countBrackets, type OpenText, writeBrackets } from '../../domain/text/brackets';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import type { PaperLanguage } from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { type PackedText, packText } from '../text/packed-text';
import { type Sponsored, withSponsors, withWords } from '../use-cases/compiled-proposals';
import { createMemory } from '../use-cases/remembered';
import { readAhead } from '../use-cases/standing-text';
import { type DocumentView, getDocument } from './documents';
import { type ExportedFile, MEDIA_TYPES } from './export-text';
import { orNull, paperOf } from './papers';
import { type ProposalHeadView, proposalHeads } from './proposals';
import { LONG_CHARACTERS, readVersion } from './versions';

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
  /** Of which log's position and of which proposals it is. */
  readonly mark: string;
  /** Whether the browser draws it (ADR 0014). */
  readonly isLong: boolean;
  readonly open: OpenText;
  readonly proposals: readonly ViewedProposal[];
  /** Those that have no place in the text: moves, comments, and what is about a clause that is gone. */
  readonly beside: readonly ViewedProposal[];
}

export interface DelegationText extends Omit<TextViewResult, 'text' | 'mark' | 'open' | 'isLong'> {
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
  const { document, canonical, position } = standing.value;
  const text = JSON.parse(canonical) as DocumentJson;
  return accept({
    document,
    text: cleanText(text),
    mark: `${position}`,
    isLong: false,
    open: countBrackets(text),
    proposals: [],
    beside: [],
  });
}

/** The text with its brackets and every proposal on the table, attributed and bracketed in its place (BR16). */
export async function compilationView(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<TextViewResult>> {
  const found = await tableOf(runtime, actor, documentId);
  if (!found.ok) return found;
  const { document, canonical, position, tabled } = found.value;
  // Between these passes over thousands of proposals others' keystrokes and requests come first.
  await setImmediate();
  const compiled = await compiledOnce(runtime, documentId, position, canonical, tabled);
  return accept({
    document,
    text: compiled.text,
    mark: compiled.mark,
    isLong: compiled.isLong,
    open: compiled.open,
    proposals: tabled.map(viewed),
    beside: tabled.filter(({ id }) => compiled.beside.includes(id)).map(viewed),
  });
}

/**
 * A compilation as bytes for the browser that draws a long one: a line with its mark, and the text as JSON. It is the one
 * that a page was given with this mark, as long as it is remembered, however many have written since.
 */
export async function packCompilation(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  mark = '',
): Promise<Outcome<PackedText>> {
  const allowed = await negotiatedDocument(runtime, actor, documentId);
  if (!allowed.ok) return allowed;
  const given = await compilations.known(`${documentId} ${mark}`);
  if (given !== undefined) return accept(await packedOnce(given));
  const view = await compilationView(runtime, actor, documentId);
  return view.ok ? accept(await packedOnce(view.value)) : view;
}

const packedTexts = new WeakMap<DocumentJson, Promise<PackedText>>();

function packedOnce({ text, mark }: Pick<TextViewResult, 'text' | 'mark'>): Promise<PackedText> {
  const known = packedTexts.get(text) ?? packText(`${mark}\n${JSON.stringify(text)}`);
  packedTexts.set(text, known);
  return known;
}

interface Compiled extends Omit<CompiledText, 'text'>, Pick<TextViewResult, 'text' | 'mark' | 'isLong'> {}

/** So many are remembered: of the texts that are on the table somewhere now. */
const compilations = createMemory<Compiled>(8);
const amendments = createMemory<Amendments>(16);

/**
 * The compilation of a text, once for each position of its log and the same proposals with the same sponsors: words on
 * the table never change (NP5). Two who ask at once wait for one.
 */
function compiledOnce(
  runtime: Runtime,
  documentId: string,
  position: number,
  canonical: string,
  tabled: readonly TabledProposal[],
): Promise<Compiled> {
  const sponsors = tabled.map(({ id, countries }) => `${id} ${countries.join('+')}`).join('\n');
  const mark = `${position} ${digestText(sponsors)}`;
  return compilations(`${documentId} ${mark}`, async () => {
    const proposals = withWords(runtime.db, tabled);
    await setImmediate();
    const { text, ...rest } = await runtime.texts.compile(canonical, proposals);
    return { ...rest, mark, text: JSON.parse(text) as DocumentJson, isLong: text.length > LONG_CHARACTERS };
  });
}

/** What one delegation has on the table, as a redline against the text as it stands (BR17). */
export async function delegationView(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  country: string,
): Promise<Outcome<DelegationText>> {
  const found = await tableOf(runtime, actor, documentId);
  if (!found.ok) return found;
  const { document, canonical, position, tabled } = found.value;
  const own = tabled.filter(({ countries }) => countries.includes(country));
  const { houseStyle } = document;
  // The same proposals on the same text: their words never change (NP5).
  const ids = own.map(({ id }) => id).join(' ');
  const key = `${documentId} ${position} ${houseStyle} ${digestText(ids)}`;
  const { redline, beside } = await amendments(key, () => amendmentsOf(runtime, canonical, own, houseStyle));
  return accept({
    document,
    redline,
    proposals: own.map(viewed),
    beside: own.filter(({ id }) => beside.includes(id)).map(viewed),
  });
}

interface Amendments {
  readonly redline: Redline | null;
  readonly beside: readonly string[];
}

async function amendmentsOf(
  runtime: Runtime,
  canonical: string,
  own: readonly TabledProposal[],
  houseStyle: HouseStyle,
): Promise<Amendments> {
  const wanted = await runtime.texts.wanted(canonical, withWords(runtime.db, own), houseStyle);
  const { oldJson, newJson, isSame, beside } = wanted;
  const options = { houseStyle };
  return { redline: isSame ? null : await runtime.redline.compare({ oldJson, newJson, options }), beside };
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

interface Standing {
  readonly document: DocumentView;
  readonly canonical: string;
  readonly position: number;
}

/** The text and what is on the table beside it, of one instant: nothing that was agreed meanwhile is in neither. */
async function tableOf(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<Standing & { readonly tabled: readonly TabledProposal[] }>> {
  const standing = await standingFor(runtime, actor, documentId);
  if (!standing.ok) return standing;
  const tabled = tabledOn(runtime, actor, documentId);
  if (!tabled.ok) return tabled;
  if (lastCarriedOut(runtime.db, documentId) > standing.value.position) {
    return tableOf(runtime, actor, documentId);
  }
  return accept({ ...standing.value, tabled: tabled.value });
}

async function standingFor(runtime: Runtime, actor: Actor, documentId: string): Promise<Outcome<Standing>> {
  const found = await negotiatedDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const { canonical, position } = await readAhead(runtime, documentId);
  return accept({ document: found.value, canonical, position });
}

async function negotiatedDocument(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<DocumentView>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const { body, state, pensDown } = found.value;
  const allowed = can(actor, 'readNegotiation', { bodyId: body.id, state, pensDown });
  return allowed.ok ? found : allowed;
}

type TabledProposal = ProposalHeadView & Sponsored;

/** Tabled and not dealt with yet, by number: the drafts of one's own ring have no place in what everybody sees. */
function tabledOn(runtime: Runtime, actor: Actor, documentId: string): Outcome<TabledProposal[]> {
  const seen = proposalHeads(runtime, actor, documentId);
  if (!seen.ok) return seen;
  return accept(withSponsors(runtime.db, seen.value));
}

function viewed({ id, number, country, kind }: ProposalHeadView): ViewedProposal {
  return { id, number, country, kind };
}
