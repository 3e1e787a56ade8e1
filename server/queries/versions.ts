import { lastPosition } from '../../db/update-log';
import { findVersionHead, listVersionHeads, versionText } from '../../db/versions';
import { type Actor, can } from '../../domain/policy/can';
import type { DocumentOperation } from '../../domain/policy/operations';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { readAhead } from '../use-cases/standing-text';
import { type DocumentView, getDocument } from './documents';
import { attributed } from './redline-attribution';
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

export interface Comparison {
  readonly document: DocumentView;
  /** The document of the older text, where it is a predecessor; else null. */
  readonly fromDocument: DocumentView | null;
  readonly from: VersionLine;
  readonly to: VersionLine;
  readonly redline: Redline;
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
  return document.ok ? textOf(runtime, document.value, input.number) : document;
}

/** What changed between two versions, or between a version and the text as it stands. */
export async function compareVersions(
  runtime: Runtime,
  actor: Actor,
  input: CompareVersionsInput,
): Promise<Outcome<Comparison>> {
  const document = await viewFor(runtime, actor, 'compare', input.documentId);
  if (!document.ok) return document;
  const foreign = input.fromDocument !== undefined && input.fromDocument !== input.documentId;
  const fromDocument = foreign
    ? await viewFor(runtime, actor, 'compare', input.fromDocument ?? '')
    : document;
  if (!fromDocument.ok) return fromDocument;
  const from = await textOf(runtime, fromDocument.value, input.from);
  if (!from.ok) return from;
  const to = await textOf(runtime, document.value, input.to);
  if (!to.ok) return to;
  const redline = await runtime.redline.compare(from.value.text, to.value.text, {
    houseStyle: document.value.houseStyle,
  });
  return accept({
    document: document.value,
    fromDocument: foreign ? fromDocument.value : null,
    from: from.value.version,
    to: to.value.version,
    redline: await attributed(runtime, document.value, from.value, to.value, redline),
  });
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

async function textOf(
  runtime: Runtime,
  document: DocumentView,
  number: VersionNumber,
): Promise<Outcome<VersionText>> {
  if (number === 'now') return accept(await nowOf(runtime, document));
  const head = findVersionHead(runtime.db, document.id, number);
  const text = head === null ? null : versionText(runtime.db, head.id);
  if (head === null || text === null) return refuse('VE5', { number });
  return accept({ document, version: versionLine(head), text: JSON.parse(text) as DocumentJson });
}

async function nowOf(runtime: Runtime, document: DocumentView): Promise<VersionText> {
  const standing = await readAhead(runtime, document.id);
  return {
    document,
    // As versions are kept, so that both sides of a comparison are composed alike.
    text: JSON.parse(standing.canonical) as DocumentJson,
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
