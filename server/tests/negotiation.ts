import type { Outcome } from '../../domain/refusal';
import { textHash } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import { findOnClauses } from '../use-cases/find-on-clauses';
import { moveState } from '../use-cases/move-state';
import { clausesNow } from '../use-cases/negotiation-facts';
import { readAhead } from '../use-cases/standing-text';
import type { ShownWords } from '../use-cases/take-position';
import { draftStatement } from './adopted';
import { accepted } from './outcome';
import type { Person, World } from './world';

/** A statement under negotiation, with the people of Indonesia and the Philippines at their head. */
export async function negotiatedStatement(world: World, text?: DocumentJson): Promise<string> {
  appointHead(world, 'philippines');
  const documentId = await draftStatement(world, text);
  accepted(
    await moveState(world.runtime, world.actor('secretariat'), { documentId, step: 'openNegotiation' }),
  );
  return documentId;
}

export function appointHead(world: World, person: Person): void {
  world.raw(`update appointments set role = 'headOfDelegation' where id = ?`, `appointment_${person}`);
}

/** The clauses as a page shows them now, or those of them that are named. */
export async function shownNow(
  world: World,
  documentId: string,
  ...ids: readonly string[]
): Promise<ShownWords[]> {
  const standing = await readAhead(world.runtime, documentId);
  return clausesNow(standing, 'declaration')
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(({ id, hash }) => ({ clauseId: id, hash }));
}

/** The whole text as a page shows it now. */
export async function wholeNow(world: World, documentId: string): Promise<ShownWords[]> {
  const { canonical } = await readAhead(world.runtime, documentId);
  return [{ clauseId: null, hash: textHash(JSON.parse(canonical) as DocumentJson) }];
}

/** The chair finds every clause agreed. */
export async function agreeAll(world: World, documentId: string): Promise<Outcome<{ found: number }>> {
  const on = await shownNow(world, documentId);
  return findOnClauses(world.runtime, world.actor('chair'), { documentId, step: 'agreed', on });
}
