import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { insertPosition, type PositionRow } from '../../db/positions';
import { clauseStanding } from '../../domain/negotiation/clause-state';
import { EVERYBODY } from '../../domain/negotiation/positions';
import { STANCES, type Stance } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { clauseFacts, clausesNow, type NegotiationFacts, negotiationFacts } from './negotiation-facts';
import { permittedDocument } from './permitted-document';
import { readAhead, type StandingText, standingText } from './standing-text';

/** Words somebody acted on: a clause, or the whole text (null), with the hash their page showed. */
export interface ShownWords {
  readonly clauseId: string | null;
  readonly hash: string;
}

export interface TakePositionInput {
  readonly documentId: string;
  readonly on: readonly ShownWords[];
  readonly stance: string;
  readonly ring: string;
  readonly note?: string;
}

export const POSITION_RINGS = ['delegation', 'chair', 'tabled'] as const;
const NOTE_LENGTH = 2000;

/**
 * The head of a delegation or its focal point says where it stands on the words they were shown: to themselves, to
 * the chair and the secretariat too, or to everybody. On several clauses all at once or not at all (PS21).
 */
export async function takePosition(
  runtime: Runtime,
  actor: Actor,
  input: TakePositionInput,
): Promise<Outcome<{ taken: number }>> {
  const stance = STANCES.find((known) => known === input.stance);
  if (stance === undefined) return refuse('BO10', { field: 'stance' });
  const ring = POSITION_RINGS.find((known) => known === input.ring);
  if (ring === undefined) return refuse('BO10', { field: 'ring' });
  const word = { stance, ring, note: (input.note ?? '').trim().normalize('NFC') };
  return speak(runtime, actor, input, word, () => accept(true));
}

/** A capital has answered: its delegation can accept what was agreed ad referendum (PS8). Everybody is told, or nobody. */
export async function confirmAdRef(
  runtime: Runtime,
  actor: Actor,
  input: Omit<TakePositionInput, 'stance'>,
): Promise<Outcome<{ taken: number }>> {
  if (input.ring !== 'tabled') return refuse('PS30', { field: 'ring' });
  const note = (input.note ?? '').trim().normalize('NFC');
  const word = { stance: 'canAccept', ring: 'tabled', note } as const;
  return speak(runtime, actor, input, word, (facts, country, clauseId) => {
    const clause = clauseId === null ? undefined : facts.byId.get(clauseId);
    if (clause === undefined) return refuse('PS8');
    const { pending } = clauseStanding(clauseFacts(facts, clause, EVERYBODY));
    return pending.includes(country) ? accept(true) : refuse('PS8', { clause: clause.citation });
  });
}

interface Word {
  readonly stance: Stance;
  readonly ring: PositionRow['ring'];
  readonly note: string;
}

type Check = (facts: NegotiationFacts, country: string, clauseId: string | null) => Outcome<true>;

async function speak(
  runtime: Runtime,
  actor: Actor,
  { documentId, on }: Pick<TakePositionInput, 'documentId' | 'on'>,
  word: Word,
  check: Check,
): Promise<Outcome<{ taken: number }>> {
  const permitted = permittedDocument(runtime.db, actor, 'takePosition', documentId);
  if (!permitted.ok) return permitted;
  if (on.length === 0) return refuse('PS7', { field: 'on' });
  if (word.note.length > NOTE_LENGTH) return refuse('PS6', { field: 'note' });
  const ahead = await readAhead(runtime, documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ taken: number }> => {
    const found = permittedDocument(tx, actor, 'takePosition', documentId);
    if (!found.ok) return found;
    const document = found.value;
    const country = delegationLedBy(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const facts = factsNow(tx, document, ahead, at);
    if (!facts.members.includes(country)) return refuse('PO2');
    for (const shown of on) {
      const checked = checkShown(facts, shown);
      if (!checked.ok) return checked;
      const wide = checkWidth(facts, country, shown.clauseId, word.ring);
      if (!wide.ok) return wide;
      const own = check(facts, country, shown.clauseId);
      if (!own.ok) return own;
    }
    const fresh = on.filter((shown) => !isSaid(facts, country, shown, word));
    for (const { clauseId, hash } of fresh) {
      insertPosition(tx, {
        id: newId('pos'),
        documentId,
        clauseId,
        country,
        ...word,
        hash,
        by: actor.userId,
        at,
      });
    }
    // What is said in an inner ring leaves no trace that others could read (PS4).
    if (word.ring === 'tabled' && fresh.length > 0) {
      recordDocumentEvent(tx, actor, document, at, {
        kind: 'position.tabled',
        data: { stance: word.stance, on: fresh.map(({ clauseId }) => clauseId ?? '*').join(' ') },
      });
    }
    return accept({ taken: fresh.length });
  });
}

/** What was said and found of a text at this instant, inside a transaction. */
export function factsNow(tx: Db, document: DocumentRow, ahead: StandingText, at: string): NegotiationFacts {
  const standing = standingText(tx, document.id, ahead);
  const clauses = clausesNow(standing, document.houseStyle);
  return negotiationFacts(tx, document, { hash: standing.hash, clauses }, at);
}

/** PS7, PS3: the words are there, and they are those that were shown. */
export function checkShown(facts: NegotiationFacts, shown: ShownWords): Outcome<true> {
  const clause = shown.clauseId === null ? null : facts.byId.get(shown.clauseId);
  if (clause === undefined) return refuse('PS7');
  if (shown.hash !== (clause?.hash ?? facts.textHash)) {
    return refuse('PS3', clause === null ? {} : { clause: clause.citation });
  }
  return accept(true);
}

/** PS5: after a tabled position the next word to others is tabled, too. */
function checkWidth(
  facts: NegotiationFacts,
  country: string,
  clauseId: string | null,
  ring: PositionRow['ring'],
): Outcome<true> {
  const own = (facts.positions.get(clauseId) ?? []).filter((position) => position.country === country);
  return ring === 'chair' && own.some((position) => position.ring === 'tabled')
    ? refuse('PS5', { field: 'ring' })
    : accept(true);
}

/** The delegation's newest word is this one already, letter by letter. */
function isSaid(facts: NegotiationFacts, country: string, shown: ShownWords, word: Word): boolean {
  const last = (facts.positions.get(shown.clauseId) ?? []).filter((row) => row.country === country).at(-1);
  return (
    last !== undefined &&
    last.hash === shown.hash &&
    last.stance === word.stance &&
    last.ring === word.ring &&
    last.note === word.note
  );
}
