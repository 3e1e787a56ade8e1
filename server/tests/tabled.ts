import { insertProposal, nextProposalNumber, type ProposalRow } from '../../db/proposals';
import { appointments } from '../../db/schema/bodies';
import { clauseAsText } from '../../domain/negotiation/amend';
import type { ProposalKind } from '../../domain/negotiation/types';
import { canonicalText, textHash } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import { moveState } from '../use-cases/move-state';
import { readAhead } from '../use-cases/standing-text';
import { draftStatement } from './adopted';
import { accepted } from './outcome';
import { BODY, type Person, userIdOf, type World } from './world';

/** A statement under negotiation, and the Philippine delegate at the head of their delegation. */
export async function negotiatedStatement(world: World, text?: DocumentJson): Promise<string> {
  const documentId = await draftStatement(world, text);
  const place = { documentId, step: 'openNegotiation' } as const;
  accepted(await moveState(world.runtime, world.actor('secretariat'), place));
  appoint(world, 'philippines', 'PH');
  return documentId;
}

/** Somebody heads the delegation of a country from now on. */
export function appoint(world: World, person: Person, country: string): void {
  world.db
    .insert(appointments)
    .values({
      id: newId('app'),
      userId: userIdOf(person),
      role: 'headOfDelegation',
      bodyId: BODY,
      country,
      from: '2016-01-01T00:00:00.000Z',
      to: null,
    })
    .run();
}

export async function standingJson(world: World, documentId: string): Promise<DocumentJson> {
  return JSON.parse((await readAhead(world.runtime, documentId)).canonical) as DocumentJson;
}

/** A tabled proposal of a delegation, drafted on the text as it stands. */
export async function tabled(
  world: World,
  documentId: string,
  made: Partial<Omit<ProposalRow, 'text'>> & {
    readonly country: string;
    readonly kind?: ProposalKind;
    readonly words?: DocumentJson;
  },
): Promise<ProposalRow> {
  const { words, ...more } = made;
  const standing = await readAhead(world.runtime, documentId);
  const clauseId = made.clauseId === undefined ? 'c_3' : made.clauseId;
  const kind = made.kind ?? 'replace';
  const clause = clauseId === null ? null : clauseAsText(JSON.parse(standing.canonical), clauseId);
  const base: DocumentJson = kind === 'insert' || clause === null ? { type: 'doc', content: [] } : clause;
  const at = world.clock.now();
  const row: ProposalRow = {
    id: newId('prp'),
    documentId,
    kind,
    clauseId,
    otherClauseId: null,
    class: 'substantive',
    rationale: '',
    state: 'tabled',
    number: nextProposalNumber(world.db, documentId),
    basePosition: standing.position,
    baseText: canonicalText(base),
    baseHash: textHash(base),
    text: words === undefined ? null : canonicalText(words),
    hash: words === undefined ? null : textHash(words),
    replacesId: null,
    enteredBy: userIdOf('indonesia'),
    onBehalf: false,
    confirmedAt: null,
    confirmedBy: null,
    createdAt: at,
    tabledAt: at,
    tabledBy: userIdOf('indonesia'),
    closedAt: null,
    ...more,
  };
  insertProposal(world.db, row);
  return row;
}
