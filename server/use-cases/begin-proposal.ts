import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { listMemberships } from '../../db/bodies';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findProposal } from '../../db/proposals';
import { holdsAt } from '../../domain/body/grants';
import type { ProposalPlace } from '../../domain/negotiation/proposal-place';
import { checkRationale, checkTabled } from '../../domain/negotiation/proposal-rules';
import type { ProposalClass } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { draftAtPlace } from './draft-at-place';
import { permittedDocument } from './permitted-document';
import { insertDraft } from './proposal-draft';
import { readAhead, standingText } from './standing-text';

export interface BeginProposalInput extends ProposalPlace {
  readonly documentId: string;
  readonly class?: ProposalClass;
  readonly rationale?: string;
  /** A tabled proposal of the same delegation that this one shall replace. */
  readonly replacesId?: string;
  /** Words of the person's own that its room shall begin with: those that did not get into the text. */
  readonly words?: DocumentJson;
  /** The delegation for which the secretariat enters it (NP16). */
  readonly onBehalfOf?: string;
}

export interface BegunProposal {
  readonly proposalId: string;
  /** False where the delegation had a draft on these words open already: its people write in one. */
  readonly isNew: boolean;
}

/**
 * Opens the draft of a proposal: the clause as it stands is its base and the first text of its room, which is its
 * delegation's alone. Nobody else learns of it, the audit trail included (NP17).
 */
export async function beginProposal(
  runtime: Runtime,
  asked: Actor,
  input: BeginProposalInput,
): Promise<Outcome<BegunProposal>> {
  const operation = input.onBehalfOf === undefined ? 'propose' : 'proposeOnBehalf';
  const permitted = permittedDocument(runtime.db, asked, operation, input.documentId);
  if (!permitted.ok) return permitted;
  const rationale = (input.rationale ?? '').trim().normalize('NFC');
  const reasoned = checkRationale(input.kind, rationale, false);
  if (!reasoned.ok) return reasoned;
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<BegunProposal> => {
    // Grants may have ended while the text was read.
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, operation, input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const country = proposingDelegation(tx, actor, document, input.onBehalfOf, at);
    if (!country.ok) return country;
    const replaced = checkReplaced(tx, input, country.value);
    if (!replaced.ok) return replaced;
    const standing = standingText(tx, document.id, ahead);
    const text = JSON.parse(standing.canonical) as DocumentJson;
    const onBehalf = input.onBehalfOf !== undefined;
    const wanted = { ...input, rationale, country: country.value, onBehalf };
    const planned = draftAtPlace(tx, actor, { text, position: standing.position }, wanted);
    if (!planned.ok) return planned;
    const { known, draft } = planned.value;
    if (known !== null) return accept({ proposalId: known, isNew: false });
    return accept({ proposalId: insertDraft(tx, actor, document, draft, at).id, isNew: true });
  });
}

/** Whose proposal it is: the actor's own delegation, or the one for which the secretariat speaks. */
function proposingDelegation(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  onBehalfOf: string | undefined,
  at: string,
): Outcome<string> {
  if (onBehalfOf === undefined) {
    const own = innerRingOf(actor, document.bodyId);
    return own === null ? refuse('PO2') : accept(own);
  }
  const isMember = listMemberships(tx, document.bodyId).some(
    (entry) => entry.country === onBehalfOf && entry.standing === 'member' && holdsAt(entry, at),
  );
  return isMember ? accept(onBehalfOf) : refuse('NP16', { field: 'onBehalfOf' });
}

/** NP11: what is replaced is a tabled proposal of the same delegation on the same text, and nobody replaces it for them. */
function checkReplaced(tx: Db, input: BeginProposalInput, country: string): Outcome<true> {
  if (input.replacesId === undefined) return accept(true);
  if (input.onBehalfOf !== undefined) return refuse('NP11');
  const replaced = findProposal(tx, input.replacesId);
  if (replaced === null || replaced.documentId !== input.documentId || replaced.country !== country) {
    return refuse('NP11');
  }
  return checkTabled(replaced);
}
