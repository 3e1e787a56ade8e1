import { type BracketActRow, bracketActsOn } from '../../db/bracket-acts';
import type { Db } from '../../db/client';
import { awaitedOwners } from '../../domain/negotiation/lifting';
import type { Bracket } from '../../domain/text/brackets';

/** An open bracket and the delegations (ISO codes) on whose word it waits. */
export interface BracketWait {
  readonly clauseId: string | null;
  readonly delegations: readonly string[];
}

/** On whom each of a text's open brackets waits, in its order. What is said about brackets is said in the open. */
export function bracketWaits(db: Db, documentId: string, brackets: readonly Bracket[]): BracketWait[] {
  if (brackets.length === 0) return [];
  const acts = new Map<string, BracketActRow[]>();
  for (const act of bracketActsOn(db, documentId)) {
    const said = acts.get(act.bracketId);
    if (said === undefined) acts.set(act.bracketId, [act]);
    else said.push(act);
  }
  return brackets.map((bracket) => ({
    clauseId: bracket.clauseId,
    delegations: awaitedOwners(bracket, acts.get(bracket.id) ?? []),
  }));
}
