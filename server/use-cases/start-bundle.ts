import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { BundleState } from '../../domain/text/bundle';
import type { PaperLanguage } from '../../domain/text/paper';
import type { BundledDocument, BundlePart } from '../ports';
import { getTierEvidence, stepsOf } from '../queries/decisions';
import { type DocumentView, listDocuments } from '../queries/documents';
import { type ExportFormat, exportText } from '../queries/export-text';
import { getMeeting } from '../queries/meetings';
import { fileVersion } from '../queries/papers';
import { getEvidence } from '../queries/records';
import type { Runtime } from '../runtime';

/** How the index is written: the caller's words. */
export type WriteIndex = (
  documents: readonly BundledDocument[],
) => readonly { readonly name: string; readonly content: string }[];

/**
 * Begins a bundle of a meeting's papers: of every document that the actor may take away its adopted text or newest
 * revision as PDF and Word, and the evidence of what is adopted. Each file asks the policy again when its turn comes.
 */
export async function startBundle(
  runtime: Runtime,
  actor: Actor,
  input: { readonly meetingId: string; readonly locale: PaperLanguage; readonly index: WriteIndex },
): Promise<Outcome<BundleState>> {
  const documents = await bundledDocuments(runtime, actor, input.meetingId);
  if (!documents.ok) return documents;
  const names = new Set<string>();
  const state = runtime.bundles.start(actor.userId, {
    meetingId: input.meetingId,
    documents: documents.value.map((document) => {
      const { currentVersion: version } = document;
      const folder = freeName(names, safe(document.symbol));
      return {
        symbol: document.symbol,
        facts: {
          symbol: document.symbol,
          title: document.title,
          language: document.language,
          state: document.state,
          isAnnulled: document.isAnnulled,
          version: version === null ? 'now' : fileVersion(version),
          hash: version?.hash ?? '',
        },
        files: partsOf(runtime, actor, document, folder, input.locale),
      };
    }),
    index: input.index,
  });
  return state === null ? refuse('PD9') : accept(state);
}

/** The documents of a meeting that the actor may take away, by symbol. */
export async function bundledDocuments(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<readonly DocumentView[]>> {
  const meeting = await getMeeting(runtime, actor, meetingId);
  if (!meeting.ok) return meeting;
  const documents = await listDocuments(runtime, actor, { meetingId });
  if (!documents.ok) return documents;
  return accept(
    documents.value
      .filter((document) => document.may.exportText)
      .sort((one, other) => one.symbol.localeCompare(other.symbol, 'en')),
  );
}

function partsOf(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
  folder: string,
  locale: PaperLanguage,
): BundlePart[] {
  const version = document.currentVersion;
  const file = `${folder}/${folder}-${version === null ? 'now' : safe(fileVersion(version))}`;
  const text = (format: ExportFormat, sort: string): BundlePart => ({
    name: `${file}.${format}`,
    sort,
    async make() {
      const made = await exportText(runtime, actor, {
        documentId: document.id,
        number: version?.number ?? 'now',
        format,
        locale,
      });
      return made.ok ? made.value.content : null;
    },
  });
  const evidence: BundlePart = {
    name: `${folder}/${folder}.evidence.json`,
    sort: 'JSON',
    async make() {
      const found = await getEvidence(runtime, actor, document.id);
      return found.ok ? found.value.file : null;
    },
  };
  const isAdopted = document.state === 'adopted' && document.may.readRecord;
  // Each tier signs its own decision.
  const atTiers = stepsOf(runtime, document.id)
    .filter(({ makesFinal }) => !makesFinal)
    .map(
      ({ id, verb, meeting }, index): BundlePart => ({
        name: `${folder}/${folder}-${index + 1}-${verb}-${meeting.tier}.evidence.json`,
        sort: 'JSON',
        async make() {
          const found = await getTierEvidence(runtime, actor, document.id, id);
          return found.ok ? found.value.file : null;
        },
      }),
    );
  return [text('pdf', 'PDF'), text('docx', 'Word'), ...(isAdopted ? [evidence] : []), ...atTiers];
}

/** A name that every system takes for a folder. */
function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'document';
}

function freeName(taken: Set<string>, name: string): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}
