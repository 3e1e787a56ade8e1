import { openDraftsOf } from '../../db/proposals';
import type { FileProposal } from '../../domain/negotiation/file-proposal';
import { baseOf, NO_WORDS } from '../../domain/negotiation/proposal-place';
import type { NotProposed } from '../../domain/negotiation/proposed-between';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import type { Redline } from '../../domain/redline/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import type { DraftedAlready } from '../use-cases/drafted-already';
import { listDrafts } from '../use-cases/listed-drafts';
import { permittedDocument } from '../use-cases/permitted-document';
import { readProposals } from '../use-cases/propose-from-file';
import { readAhead } from '../use-cases/standing-text';
import { waitingImport } from '../use-cases/waiting-import';
import { type PendingImport, pendingOf } from './imports';
import { inTurns } from './in-turns';

/** A proposal that a file asks for, beside the words that stand. */
export interface ShownFileProposal extends FileProposal {
  readonly redline: Redline;
  /** Where the delegation drafts this already: none is begun (IM30). */
  readonly already: DraftedAlready | null;
}

export interface ShownByFile {
  readonly proposals: readonly ShownFileProposal[];
  readonly notProposed: readonly NotProposed[];
  /** Who has the drafts made says with it which list they saw (IM32). */
  readonly fingerprint: string;
}

/** Rules by which a good file was not read just now, and may be in a moment. */
const NOT_JUST_NOW: readonly string[] = ['IM13', 'IM21', 'IM22'];

export interface FileProposalsPage {
  readonly language: string;
  readonly houseStyle: HouseStyle;
  /** The text that stands, for the names of its clauses. */
  readonly text: DocumentJson;
  readonly pending: PendingImport | null;
  /** What the waiting file asks for, or the rule why it asks for nothing; null where none waits. */
  readonly asked: Outcome<ShownByFile> | null;
  /** The file was not read just now, for no fault of its own. */
  readonly isBusy: boolean;
}

/** The page on which tracked changes become drafts, as this person finds it. Refused like a proposal itself. */
export async function getFileProposals(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<FileProposalsPage>> {
  const permitted = permittedDocument(runtime.db, actor, 'propose', documentId);
  if (!permitted.ok) return permitted;
  const { bodyId, language, houseStyle } = permitted.value;
  const country = innerRingOf(actor, bodyId);
  if (country === null) return refuse('PO2');
  const standing = await readAhead(runtime, documentId);
  const text = JSON.parse(standing.canonical) as DocumentJson;
  const facts = { language, houseStyle, text, isBusy: false };
  const found = waitingImport(runtime.db, actor, { documentId, now: runtime.clock.now() }, 'propose');
  if (!found.ok) return accept({ ...facts, pending: null, asked: null });
  const pending = pendingOf(found.value);
  const read = await readProposals(runtime, actor, found.value, standing);
  if (!read.ok) return accept({ ...facts, pending, asked: read, isBusy: NOT_JUST_NOW.includes(read.rule) });
  const open = openDraftsOf(runtime.db, documentId, country);
  const list = await listDrafts(runtime.db, open, read.value.proposals, new Map());
  if (!list.ok) return accept({ ...facts, pending, asked: list });
  const proposals = await inTurns(list.value.drafts, async ({ proposal, already }) => ({
    ...proposal,
    already,
    redline: await runtime.redline.compare({
      oldJson: canonicalText(baseOf(text, proposal.place) ?? NO_WORDS),
      newJson: canonicalText(proposal.words ?? NO_WORDS),
      options: { houseStyle },
    }),
  }));
  const { notProposed } = read.value;
  const { fingerprint } = list.value;
  return accept({ ...facts, pending, asked: accept({ proposals, notProposed, fingerprint }) });
}
