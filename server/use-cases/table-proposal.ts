import { randomBytes } from 'node:crypto';
import { atomic } from '../../db/atomic';
import { listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { changeProposal, findProposal, nextProposalNumber, type ProposalRow } from '../../db/proposals';
import { readLog } from '../../db/update-log';
import { amend } from '../../domain/negotiation/amend';
import { sensitiveChanges } from '../../domain/negotiation/editorial';
import { changeOf, checkPlace, hasWords, NO_WORDS } from '../../domain/negotiation/proposal-place';
import { checkRationale, checkTabled, checkWords } from '../../domain/negotiation/proposal-rules';
import type { Actor } from '../../domain/policy/can';
import { canReleaseProposal, canWriteProposal, type ProposalSubject } from '../../domain/policy/proposals';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { canonicalText, textHash } from '../../domain/text/canonical';
import { clauseId as newClauseId } from '../../domain/text/clause-ids';
import { clausesOf } from '../../domain/text/clauses';
import { type DocumentJson, type NodeJson, stringAttr } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { readingOf } from '../text/text-work';
import { checkText } from '../text/ydoc';
import { type FoundProposal, permittedProposal } from './permitted-proposal';
import {
  EVERYBODY_AT_THE_TABLE,
  recordProposalEvent,
  spokespeopleOf,
  tellOfProposal,
} from './proposal-event';
import { readAhead, standingText } from './standing-text';

export interface TableProposalInput {
  readonly proposalId: string;
  /** The person has read which words of meaning an editorial change touches, and tables it as editorial (NP13). */
  readonly editorialConfirmed?: boolean;
}

/**
 * Releases a draft: its words are read from its room, frozen with their hash and given the next number; its room is
 * closed for writing in the same instant. From now on everybody who reads the negotiation sees it (NP5, NP18, NP19).
 */
export async function tableProposal(
  runtime: Runtime,
  actor: Actor,
  input: TableProposalInput,
): Promise<Outcome<{ number: number }>> {
  const permitted = permittedProposal(runtime.db, actor, input.proposalId, canTable);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, permitted.value.document.id);
  const at = runtime.clock.now();
  const tabled = atomic(runtime.db, (tx): Outcome<{ number: number }> => {
    const found = permittedProposal(tx, actor, input.proposalId, canTable);
    if (!found.ok) return found;
    const standing = standingText(tx, found.value.document.id, ahead);
    return tableInside(tx, actor, found.value, JSON.parse(standing.canonical) as DocumentJson, {
      editorialConfirmed: input.editorialConfirmed === true,
      at,
    });
  });
  if (tabled.ok) runtime.live.reviewDocument(input.proposalId);
  return tabled;
}

/** The same inside a transaction, of a draft that `actor` may table: everything is asked before anything is written. */
export function tableInside(
  tx: Db,
  actor: Actor,
  found: Pick<FoundProposal, 'document' | 'proposal'>,
  standing: DocumentJson,
  { editorialConfirmed, at }: { readonly editorialConfirmed: boolean; readonly at: string },
): Outcome<{ number: number }> {
  const words = tabledWords(tx, found.proposal, standing);
  if (!words.ok) return words;
  const checked = checkTabling(tx, found.proposal, words.value, editorialConfirmed);
  if (!checked.ok) return checked;
  return accept({ number: freeze(tx, actor, found, words.value, at) });
}

/** Whoever speaks for the delegation; what is entered on behalf the secretariat tables, for the delegation to confirm. */
function canTable(actor: Actor, subject: ProposalSubject): Outcome<true> {
  const writing = canWriteProposal(actor, subject);
  return !writing.ok || subject.onBehalf ? writing : canReleaseProposal(actor, subject);
}

/**
 * The words of the room as they go on the table, where they fit into the text as it stands: with ids that no other
 * clause has. Null where the proposal has none.
 */
function tabledWords(tx: Db, proposal: ProposalRow, standing: DocumentJson): Outcome<DocumentJson | null> {
  const base = checkPlace(standing, proposal);
  if (!base.ok) return base;
  let words: DocumentJson | null = null;
  if (hasWords(proposal.kind)) {
    const reading = readingOf(readLog(tx, proposal.id).updates);
    words = withOwnIds(JSON.parse(reading.canonical) as DocumentJson, standing, proposal);
    // What was written meanwhile by another way stands already.
    if (proposal.kind === 'replace' && textHash(words) === textHash(base.value)) return refuse('NP8');
  }
  const change = changeOf(proposal, words);
  if (change === null) return accept(words);
  const amended = amend(standing, change);
  if (!amended.ok) return amended;
  return checkText(amended.value) === null ? accept(words) : refuse('NP3');
}

/** The first part of a replaced clause is the clause; everything else is new to the text. */
function withOwnIds(
  words: DocumentJson,
  standing: DocumentJson,
  { kind, clauseId }: ProposalRow,
): DocumentJson {
  const keeps = kind !== 'insert' && clauseId !== null;
  const first = clausesOf(words)[0];
  const taken = new Set(clausesOf(standing).map(({ id }) => id));
  const seen = new Set<string>();
  const name = (node: NodeJson): NodeJson => {
    const content = (node.content ?? []).map(name);
    const renamed = node.content === undefined ? node : { ...node, content };
    if (keeps && node === first?.node) return { ...renamed, attrs: { ...node.attrs, id: clauseId } };
    const id = stringAttr(node, 'id');
    if (id === null) return renamed;
    if (!taken.has(id) && !seen.has(id)) {
      seen.add(id);
      return renamed;
    }
    return { ...renamed, attrs: { ...node.attrs, id: newClauseId(randomBytes(12)) } };
  };
  return name(words) as DocumentJson;
}

function checkTabling(
  tx: Db,
  proposal: ProposalRow,
  words: DocumentJson | null,
  editorialConfirmed: boolean,
): Outcome<true> {
  const reasoned = checkRationale(proposal.kind, proposal.rationale, true);
  if (!reasoned.ok) return reasoned;
  const hashed = words === null ? null : { text: words, hash: textHash(words) };
  const worded = checkWords(proposal.kind, hashed, { hash: proposal.baseHash });
  if (!worded.ok) return worded;
  if (proposal.replacesId !== null) {
    const replaced = findProposal(tx, proposal.replacesId);
    const open = replaced === null ? refuse('NP11') : checkTabled(replaced);
    if (!open.ok) return open;
  }
  return proposal.class !== 'editorial' || editorialConfirmed
    ? accept(true)
    : checkEditorial(tx, proposal, words);
}

/** NP13: as editorial nobody changes numbers, dates, negations, obligations or countries without having been asked. */
function checkEditorial(tx: Db, proposal: ProposalRow, words: DocumentJson | null): Outcome<true> {
  if (proposal.kind === 'move' || proposal.kind === 'comment') return accept(true);
  const countries = listCountries(tx).map(({ shortName, formalName, localName, thaiName }) => ({
    names: [shortName, formalName, localName, thaiName],
  }));
  const base = JSON.parse(proposal.baseText) as DocumentJson;
  const found = sensitiveChanges(base, words ?? NO_WORDS, countries);
  return found.length === 0
    ? accept(true)
    : refuse('NP13', { found: found.map(({ word }) => word).join(', ') });
}

function freeze(
  tx: Db,
  actor: Actor,
  { document, proposal }: Pick<FoundProposal, 'document' | 'proposal'>,
  words: DocumentJson | null,
  at: string,
): number {
  const number = nextProposalNumber(tx, document.id);
  const text = words === null ? null : canonicalText(words);
  const frozen = { state: 'tabled', number, text, hash: words === null ? null : textHash(words) } as const;
  changeProposal(tx, proposal.id, { ...frozen, tabledAt: at, tabledBy: actor.userId });
  const tabled = { ...proposal, ...frozen };
  const replaced = proposal.replacesId === null ? null : findProposal(tx, proposal.replacesId);
  if (replaced !== null) changeProposal(tx, replaced.id, { state: 'superseded', closedAt: at });
  recordProposalEvent(tx, actor, document, tabled, at, 'tabled', {
    ...(text === null ? {} : { textHash: frozen.hash }),
    ...(replaced === null ? {} : { replaces: replaced.number }),
    ...(proposal.onBehalf ? { onBehalf: true } : {}),
  });
  const except = actor.userId;
  tellOfProposal(tx, at, document, tabled, 'proposalTabled', { roles: EVERYBODY_AT_THE_TABLE, except });
  if (proposal.onBehalf) {
    const to = spokespeopleOf(proposal.country);
    tellOfProposal(tx, at, document, tabled, 'proposalAwaitsConfirmation', to);
  }
  return number;
}
