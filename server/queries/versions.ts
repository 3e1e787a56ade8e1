import { lastPosition } from '../../db/update-log';
import { findVersionHead, listVersionHeads, versionText } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import type { DocumentOperation } from '../../domain/policy/operations';
import type { RedlineJob } from '../../domain/redline/job';
import type { PackedRedline } from '../../domain/redline/lines';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { signedJob } from '../../domain/text/brackets/job';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { readAhead } from '../use-cases/standing-text';
import { asStored } from './as-stored';
import { type DocumentView, getDocument } from './documents';
import { authorsOfPair } from './redline-attribution';
import { type VersionLine, versionLine } from './version-line';

/** A version by its number, or the text as it stands. */
export type VersionNumber = number | 'now';

export interface VersionList {
  readonly document: DocumentView;
  /** Newest first. */
  readonly versions: readonly VersionLine[];
  /** The log has grown since the newest version. */
  readonly hasUnsavedWork: boolean;
}

export interface VersionText {
  readonly document: DocumentView;
  readonly version: VersionLine;
  readonly text: DocumentJson;
}

/** Two texts that somebody may compare, and what a worker needs to compare them. */
export interface ComparedPair {
  readonly document: DocumentView;
  /** The document of the older text, where it is a predecessor; else null. */
  readonly fromDocument: DocumentView | null;
  readonly from: VersionLine;
  readonly to: VersionLine;
  readonly job: RedlineJob;
}

export interface Comparison extends Omit<ComparedPair, 'job'> {
  readonly redline: Redline;
}

export interface LongComparison extends Omit<ComparedPair, 'job'> {
  readonly packed: PackedRedline;
}

export interface CompareVersionsInput {
  readonly documentId: string;
  readonly from: VersionNumber;
  readonly to: VersionNumber;
  /** Where `from` is a version of another document, e.g. the adopted predecessor. */
  readonly fromDocument?: string;
}

export async function listVersions(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<VersionList>> {
  const document = await viewFor(runtime, actor, 'readVersion', documentId);
  if (!document.ok) return document;
  const versions = listVersionHeads(runtime.db, documentId).map(versionLine);
  const covered = versions[0]?.position ?? 0;
  return accept({
    document: document.value,
    versions,
    hasUnsavedWork: lastPosition(runtime.db, documentId) > covered,
  });
}

/** One version with its text; `now` is the text as it stands. VE5 where there is no version with this number. */
export async function readVersion(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly number: VersionNumber },
): Promise<Outcome<VersionText>> {
  const document = await viewFor(runtime, actor, 'readVersion', input.documentId);
  if (!document.ok) return document;
  const found = await storedText(runtime, document.value, input.number);
  if (!found.ok) return found;
  const { version, json } = found.value;
  return accept({ document: document.value, version, text: JSON.parse(json) as DocumentJson });
}

/** What changed between two versions, or between a version and the text as it stands. */
export async function compareVersions(
  runtime: Runtime,
  actor: Actor,
  input: CompareVersionsInput,
): Promise<Outcome<Comparison>> {
  const pair = await pairToCompare(runtime, actor, input);
  if (!pair.ok) return pair;
  const { job, ...sides } = pair.value;
  return accept({ ...sides, redline: await runtime.redline.compare(job) });
}

/** What a page draws of more than this, as JSON, is drawn by the browser (ADR 0014): two texts of some 8,000 words each. */
export const LONG_CHARACTERS = 200_000;

/**
 * What a page shows of a comparison: the whole redline of short texts; of long ones what it amounts to, and the rest as
 * bytes that the page's reader fetches.
 */
export async function openComparison(
  runtime: Runtime,
  actor: Actor,
  input: CompareVersionsInput,
): Promise<Outcome<Comparison | LongComparison>> {
  const texts = await textsToCompare(runtime, actor, input);
  if (!texts.ok) return texts;
  const { from, to, ...documents } = texts.value;
  const sides = { ...documents, from: from.version, to: to.version };
  return accept(
    from.json.length + to.json.length > LONG_CHARACTERS
      ? { ...sides, packed: asStored(await packed(runtime, texts.value), texts.value) }
      : {
          ...sides,
          redline: asStored(await runtime.redline.compare(await jobOf(runtime, texts.value)), texts.value),
        },
  );
}

/** The redline as bytes, for the browser that draws a long one. */
export async function packComparison(
  runtime: Runtime,
  actor: Actor,
  input: CompareVersionsInput,
): Promise<Outcome<PackedRedline>> {
  const texts = await textsToCompare(runtime, actor, input);
  return texts.ok ? accept(await packed(runtime, texts.value)) : texts;
}

/** The same two texts at the same places of their logs give the same bytes. */
function packed(runtime: Runtime, texts: TextsToCompare): Promise<PackedRedline> {
  const { document, from, to } = texts;
  const places = [from, to].map(({ version }) => [version.documentId, version.position, version.hash]);
  return runtime.redline.pack(JSON.stringify([document.houseStyle, ...places]), () => jobOf(runtime, texts));
}

/** The two texts of a comparison with whose words they are, for whoever compares them: a page, Word, PDF. */
export async function pairToCompare(
  runtime: Runtime,
  actor: Actor,
  input: CompareVersionsInput,
  brackets: 'signs' | 'stored' = 'signs',
): Promise<Outcome<ComparedPair>> {
  const texts = await textsToCompare(runtime, actor, input);
  if (!texts.ok) return texts;
  const { from, to, ...documents } = texts.value;
  const job = await (brackets === 'signs' ? jobOf : storedJobOf)(runtime, texts.value);
  return accept({ ...documents, from: from.version, to: to.version, job });
}

interface TextsToCompare extends Pick<ComparedPair, 'document' | 'fromDocument'> {
  readonly from: StoredText;
  readonly to: StoredText;
}

async function textsToCompare(
  runtime: Runtime,
  actor: Actor,
  input: CompareVersionsInput,
): Promise<Outcome<TextsToCompare>> {
  const document = await viewFor(runtime, actor, 'compare', input.documentId);
  if (!document.ok) return document;
  const foreign = input.fromDocument !== undefined && input.fromDocument !== input.documentId;
  const fromDocument = foreign
    ? await viewFor(runtime, actor, 'compare', input.fromDocument ?? '')
    : document;
  if (!fromDocument.ok) return fromDocument;
  const from = await storedText(runtime, fromDocument.value, input.from);
  if (!from.ok) return from;
  const to = await storedText(runtime, document.value, input.to);
  if (!to.ok) return to;
  return accept({
    document: document.value,
    fromDocument: foreign ? fromDocument.value : null,
    from: from.value,
    to: to.value,
  });
}

/** The texts as they are read: brackets are signs among the words. Two that are one show their own fingerprint. */
async function jobOf(runtime: Runtime, texts: TextsToCompare): Promise<RedlineJob> {
  const job = await storedJobOf(runtime, texts);
  return job.oldJson === job.newJson ? job : signedJob(job);
}

async function storedJobOf(runtime: Runtime, { document, from, to }: TextsToCompare): Promise<RedlineJob> {
  return {
    oldJson: from.json,
    newJson: to.json,
    options: { houseStyle: document.houseStyle },
    ...(await authorsOfPair(runtime, document, from.version, to.version)),
  };
}

async function viewFor(
  runtime: Runtime,
  actor: Actor,
  operation: DocumentOperation,
  documentId: string,
): Promise<Outcome<DocumentView>> {
  const document = await getDocument(runtime, actor, documentId);
  if (!document.ok) return document;
  const { body, state, pensDown } = document.value;
  const allowed = can(actor, operation, { bodyId: body.id, state, pensDown });
  return allowed.ok ? document : allowed;
}

/** A text as it is stored, canonical JSON: both sides of a comparison are composed alike. */
interface StoredText {
  readonly version: VersionLine;
  readonly json: string;
}

async function storedText(
  runtime: Runtime,
  document: DocumentView,
  number: VersionNumber,
): Promise<Outcome<StoredText>> {
  if (number === 'now') return accept(await nowOf(runtime, document));
  const head = findVersionHead(runtime.db, document.id, number);
  const json = head === null ? null : versionText(runtime.db, head.id);
  if (head === null || json === null) return refuse('VE5', { number });
  return accept({ version: versionLine(head), json });
}

async function nowOf(runtime: Runtime, document: DocumentView): Promise<StoredText> {
  const standing = await readAhead(runtime, document.id);
  return {
    json: standing.canonical,
    version: {
      id: 'now',
      documentId: document.id,
      number: 0,
      kind: 'checkpoint',
      revision: null,
      name: '',
      comment: '',
      state: document.state,
      position: standing.position,
      hash: standing.hash,
      words: standing.words,
      wordsInserted: null,
      wordsDeleted: null,
      delegations: [],
      takenBy: '',
      at: runtime.clock.now(),
    },
  };
}
