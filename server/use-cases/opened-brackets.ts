import { allBrackets, type Bracket, bracketsOf } from '../../domain/text/brackets';
import type { DocumentJson } from '../../domain/text/document-json';
import { type BracketPlace, recordBracketAct } from './bracket-edit';
import { tellHolders } from './put-in-brackets';

/** Writes down the brackets that stand in a text (JSON) and did not before, and tells whoever holds words in them. */
export function recordOpenedBrackets(place: BracketPlace, before: string, after: string): void {
  const known = new Set(bracketsIn(before).map(({ id }) => id));
  for (const bracket of bracketsIn(after)) {
    if (known.has(bracket.id)) continue;
    recordBracketAct(place, { bracketId: bracket.id, act: 'opened' });
    tellHolders(
      place,
      bracket.id,
      bracket.alternatives.flatMap(({ owners }) => owners),
    );
  }
}

function bracketsIn(text: string): Bracket[] {
  return allBrackets(bracketsOf(JSON.parse(text) as DocumentJson));
}
