import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { deletePendingImport, pendingImportBytes } from '../../db/imports';
import { openDraftsOf } from '../../db/proposals';
import {
  type FileProposal,
  type ProposedByFile,
  statedRationale,
} from '../../domain/negotiation/file-proposal';
import type { ProposalPlace } from '../../domain/negotiation/proposal-place';
import { checkRationale } from '../../domain/negotiation/proposal-rules';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import type { ImportKey } from './decide-import';
import { draftAtPlace, isDraftedOn } from './draft-at-place';
import { insertDraft, type NewDraft } from './proposal-draft';
import { readAhead, type StandingText, standingText } from './standing-text';
import { type WaitingImport, waitingImport } from './waiting-import';

/** What came of a file. */
export interface MadeFromFile {
  readonly made: number;
  /** Places where the delegation has a draft already (NP42): nothing was made there. */
  readonly skipped: readonly ProposalPlace[];
}

/**
 * Begins a draft of the person's delegation for each proposal that the waiting file asks for: all of them or none, in
 * one transaction with the end of the file. None is tabled.
 */
export async function proposeFromFile(
  runtime: Runtime,
  asked: Actor,
  input: ImportKey,
): Promise<Outcome<MadeFromFile>> {
  const found = waitingImport(runtime.db, asked, { ...input, now: runtime.clock.now() }, 'propose');
  if (!found.ok) return found;
  const ahead = await readAhead(runtime, input.documentId);
  const read = await readProposals(runtime, asked, found.value, ahead);
  if (!read.ok) return read;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<MadeFromFile> => {
    // Grants may have ended while the file was read, and the text may have gone on.
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const still = waitingImport(tx, actor, { ...input, now: at }, 'propose');
    if (!still.ok) return still;
    const { document, pending } = still.value;
    const country = innerRingOf(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const standing = standingText(tx, document.id, ahead);
    if (standing.hash !== ahead.hash) return refuse('IM27');
    const text = JSON.parse(standing.canonical) as DocumentJson;
    const open = openDraftsOf(tx, document.id, country);
    const drafts: NewDraft[] = [];
    const skipped: ProposalPlace[] = [];
    // Everything is asked before anything is written: a refusal leaves nothing behind.
    for (const proposal of read.value.proposals) {
      if (isDraftedOn(open, proposal.place)) {
        skipped.push(proposal.place);
        continue;
      }
      const wanted = wantedDraft(proposal, document.id, country);
      const reasoned = checkRationale(wanted.kind, wanted.rationale, false);
      if (!reasoned.ok) return reasoned;
      const planned = draftAtPlace(tx, actor, { text, position: standing.position }, wanted, open);
      if (!planned.ok) return planned;
      const { draft } = planned.value;
      if (draft === null) skipped.push(proposal.place);
      else drafts.push(draft);
    }
    for (const draft of drafts) insertDraft(tx, actor, document, draft, at);
    deletePendingImport(tx, pending.id);
    return accept({ made: drafts.length, skipped });
  });
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

function wantedDraft({ place, words, stated }: FileProposal, documentId: string, country: string) {
  const rationale = statedRationale(stated);
  const draft = { ...place, documentId, country, onBehalf: false, rationale };
  return words === null ? draft : { ...draft, words };
}
