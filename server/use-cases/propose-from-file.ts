import { setImmediate } from 'node:timers/promises';
import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { deletePendingImport, pendingImportBytes } from '../../db/imports';
import { openDraftsOf } from '../../db/proposals';
import { type ProposedByFile, statedRationale } from '../../domain/negotiation/file-proposal';
import { otherText } from '../../domain/negotiation/other-text';
import type { ProposalPlace } from '../../domain/negotiation/proposal-place';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import type { ImportKey } from './decide-import';
import { type DraftAhead, draftAhead } from './draft-ahead';
import type { KnownDraftWords } from './drafted-already';
import { type ListedDraft, listDrafts, listDraftsNow } from './listed-drafts';
import { insertDraft } from './proposal-draft';
import { readAhead, type StandingText, standingText } from './standing-text';
import { type WaitingImport, waitingImport } from './waiting-import';

export interface ProposeFromFileInput extends ImportKey {
  /** The fingerprint of the list that the person saw (IM32). */
  readonly listed: string;
}

/** What came of a file. */
export interface MadeFromFile {
  readonly made: number;
  /** Places where the delegation has a draft already (IM30): nothing was made there. */
  readonly skipped: readonly ProposalPlace[];
}

/**
 * Begins a draft of the person's delegation for each proposal of the waiting file that was listed: all of them or none,
 * in one transaction with the end of the file. None is tabled. All is worked out before (ADR 0010).
 */
export async function proposeFromFile(
  runtime: Runtime,
  asked: Actor,
  input: ProposeFromFileInput,
): Promise<Outcome<MadeFromFile>> {
  const { documentId, listed } = input;
  const found = waitingImport(runtime.db, asked, { ...input, now: runtime.clock.now() }, 'propose');
  if (!found.ok) return found;
  const country = innerRingOf(asked, found.value.document.bodyId);
  if (country === null) return refuse('PO2');
  const ahead = await readAhead(runtime, documentId);
  const read = await readProposals(runtime, asked, found.value, ahead);
  if (!read.ok) return read;
  const { proposals } = read.value;
  const openThen = openDraftsOf(runtime.db, documentId, country);
  const known: KnownDraftWords = new Map();
  const list = await listDrafts(runtime.db, openThen, proposals, known);
  if (!list.ok) return list;
  if (list.value.fingerprint !== listed) return refuse('IM32');
  const text = textOf(ahead);
  const drafts = await draftsAhead(runtime, text, country, list.value.drafts);
  if (!drafts.ok) return drafts;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<MadeFromFile> => {
    // Grants may have ended while the file was read, and text and drafts may have gone on.
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const still = waitingImport(tx, actor, { ...input, now: at }, 'propose');
    if (!still.ok) return still;
    const { document, pending } = still.value;
    if (innerRingOf(actor, document.bodyId) !== country) return refuse('PO2');
    const standing = standingText(tx, document.id, ahead);
    if (standing.hash !== ahead.hash) return otherText(textOf(standing), text) ?? refuse('IM27');
    const same = isListedStill(tx);
    if (!same.ok) return same;
    for (const { draft, first } of drafts.value)
      insertDraft(tx, actor, document, { ...draft, position: standing.position }, at, first ?? undefined);
    deletePendingImport(tx, pending.id);
    const skipped = list.value.drafts.filter(({ already }) => already !== null);
    return accept({ made: drafts.value.length, skipped: skipped.map(({ proposal }) => proposal.place) });
  });

  /** Only where the delegation's drafts are others than a moment ago is anything compared again. */
  function isListedStill(tx: Db): Outcome<true> {
    const open = openDraftsOf(tx, documentId, country ?? '');
    const isAsItWas =
      open.length === openThen.length && open.every(({ id }, index) => id === openThen[index]?.id);
    if (isAsItWas) return accept(true);
    const again = listDraftsNow(tx, open, proposals, known);
    if (!again.ok) return again;
    return again.value.fingerprint === listed ? accept(true) : refuse('IM32');
  }
}

/** The drafts of a list, worked out one after another: keystrokes and pages of others come in between. */
async function draftsAhead(
  runtime: Runtime,
  text: DocumentJson,
  country: string,
  list: readonly ListedDraft[],
): Promise<Outcome<DraftAhead[]>> {
  const drafts: DraftAhead[] = [];
  for (const { proposal, already } of list) {
    if (already !== null) continue;
    await setImmediate();
    const rationale = statedRationale(proposal.stated);
    const draft = await draftAhead(runtime, text, country, { ...proposal, rationale });
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }
  return accept(drafts);
}

/** What a waiting file asks to be proposed on the text as it stands, read by the worker that reads files (IM13, IM21). */
export async function readProposals(
  runtime: Runtime,
  actor: Actor,
  { document, pending }: WaitingImport,
  standing: StandingText,
): Promise<Outcome<ProposedByFile>> {
  const bytes = pendingImportBytes(runtime.db, pending.id);
  if (bytes === null) return refuse('IM18');
  const { houseStyle, language } = document;
  const place = runtime.imports.enter(actor.userId);
  if (!place.ok) return place;
  const file = { name: pending.fileName, bytes, houseStyle, language };
  return runtime.imports.propose(file, standing.canonical).finally(place.value);
}

function textOf({ canonical }: { readonly canonical: string }): DocumentJson {
  return JSON.parse(canonical) as DocumentJson;
}
