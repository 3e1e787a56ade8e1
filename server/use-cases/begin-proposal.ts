import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { listMemberships } from '../../db/bodies';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findProposal, type ProposalRow, proposalsOn } from '../../db/proposals';
import { readLogSince } from '../../db/update-log';
import { holdsAt } from '../../domain/body/grants';
import {
  checkPlace,
  firstWords,
  hasWords,
  type ProposalPlace,
} from '../../domain/negotiation/proposal-place';
import { checkRationale, checkTabled } from '../../domain/negotiation/proposal-rules';
import type { ProposalClass } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { textHash } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import type { Runtime } from '../runtime';
import { textsAt } from '../text/texts-at';
import { permittedDocument } from './permitted-document';
import { preparedText } from './prepared-text';
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
    const base = checkPlace(text, input);
    if (!base.ok) return base;
    const onBehalf = input.onBehalfOf !== undefined;
    const given =
      input.words === undefined || !hasWords(input.kind) ? accept(null) : preparedText(input.words);
    if (!given.ok) return given;
    const drafts = draftsAtPlace(tx, input, country.value, onBehalf);
    const again = drafts.findLast((draft) => isBegunAgain(tx, draft, actor, rationale, input, given.value));
    if (again !== undefined) return accept({ proposalId: again.id, isNew: false });
    // The newest of several: an amendment that broke a silence is one beside what was drafted before.
    const open = hasWords(input.kind) && input.kind !== 'insert' ? (drafts.at(-1) ?? null) : null;
    if (open !== null) {
      return input.words === undefined ? accept({ proposalId: open.id, isNew: false }) : refuse('NP42');
    }
    const first = hasWords(input.kind) && given.value === null ? firstText(tx, text, input) : null;
    const words = first === null ? given : preparedText(first);
    if (!words.ok) return words;
    const draft = {
      place: { kind: input.kind, clauseId: input.clauseId, otherClauseId: input.otherClauseId },
      country: country.value,
      class: input.class ?? 'substantive',
      rationale,
      replacesId: input.replacesId ?? null,
      onBehalf,
      position: standing.position,
      base: base.value,
      words: words.value,
    } as const;
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

/** A replacing proposal goes on from the words of the one that it replaces, where it is about the same clause. */
function firstText(tx: Db, text: DocumentJson, input: BeginProposalInput): DocumentJson | null {
  const words = firstWords(text, input);
  const replaced = input.replacesId === undefined ? null : findProposal(tx, input.replacesId);
  const goesOn = replaced?.kind === input.kind && replaced.clauseId === input.clauseId;
  return goesOn && replaced.text !== null ? (JSON.parse(replaced.text) as DocumentJson) : words;
}

/** Two people of one delegation who begin at the same words write in one draft. */
function draftsAtPlace(
  tx: Db,
  input: BeginProposalInput,
  country: string,
  onBehalf: boolean,
): readonly ProposalRow[] {
  return proposalsOn(tx, input.documentId).filter(
    (row) =>
      row.state === 'draft' &&
      row.closedAt === null &&
      row.country === country &&
      row.onBehalf === onBehalf &&
      row.kind === input.kind &&
      row.clauseId === input.clauseId &&
      row.otherClauseId === input.otherClauseId &&
      row.replacesId === (input.replacesId ?? null),
  );
}

/**
 * Whether one's own draft is what is asked for now: begun with the same words, or the same deletion for the same
 * reason. Who got no answer asks again (NP42).
 */
function isBegunAgain(
  tx: Db,
  draft: ProposalRow,
  actor: Actor,
  rationale: string,
  input: BeginProposalInput,
  words: DocumentJson | null,
): boolean {
  if (draft.enteredBy !== actor.userId) return false;
  if (words === null) return input.kind === 'delete' && draft.rationale === rationale;
  const began = textsAt(readLogSince(tx, draft.id, 0).updates, [1]).get(1);
  return began !== undefined && wordsHash(JSON.parse(began) as DocumentJson) === wordsHash(words);
}

/** Of the words as the schema writes them; clauses that came without an id got one by chance. */
function wordsHash(words: DocumentJson): string {
  const written = documentSchema().nodeFromJSON(words).toJSON() as DocumentJson;
  return textHash(withoutIds(written));
}

function withoutIds<Node extends NodeJson>(node: Node): Node {
  const { id: _, ...attrs } = node.attrs ?? {};
  return { ...node, attrs, ...(node.content === undefined ? {} : { content: node.content.map(withoutIds) }) };
}
