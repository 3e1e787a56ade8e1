import { clausesOf, ownBlocks } from '../clauses';
import type { DocumentJson } from '../document-json';
import { eachLine } from './blocks';
import { saysBracket, wordsOf } from './inline';
import type { AlternativeKind } from './path';
import { type LineBracket, type LineItem, lineOf, treeOf } from './tree';

/** A bracket of a text: contested words with those who hold them. */
export interface Bracket {
  readonly id: string;
  /** The clause it stands in; null where the clause has no id. */
  readonly clauseId: string | null;
  /** Place of that clause in the order of clauses, from 0. */
  readonly clause: number;
  /** 1 for a bracket that stands in no other. */
  readonly depth: number;
  readonly alternatives: readonly BracketAlternative[];
}

export interface BracketAlternative {
  readonly alternative: number;
  readonly owners: readonly string[];
  readonly kind: AlternativeKind;
  /** Its words as they stand, nested brackets' words one after the other; empty for the alternative of no words. */
  readonly words: string;
  readonly nested: readonly Bracket[];
}

/** The brackets of a text in reading order; those within others hang below them. */
export function bracketsOf(document: DocumentJson): Bracket[] {
  return clausesOf(document).flatMap((clause, index) => {
    const found: Bracket[] = [];
    const blocks = clause.kind === 'tableRow' ? [clause.node] : ownBlocks(clause);
    const place = { clauseId: clause.id, clause: index };
    for (const block of blocks) {
      eachLine(block, ({ content = [] }) => {
        if (content.some(saysBracket)) found.push(...bracketsIn(treeOf(content), place, 1));
      });
    }
    return found;
  });
}

/** The same with those that hang below others, each after the one it stands in. */
export function allBrackets(brackets: readonly Bracket[]): Bracket[] {
  return brackets.flatMap((bracket) => [
    bracket,
    ...bracket.alternatives.flatMap(({ nested }) => allBrackets(nested)),
  ]);
}

export function findBracket(document: DocumentJson, id: string): Bracket | null {
  return allBrackets(bracketsOf(document)).find((bracket) => bracket.id === id) ?? null;
}

function bracketsIn(
  items: readonly LineItem[],
  place: Pick<Bracket, 'clauseId' | 'clause'>,
  depth: number,
): Bracket[] {
  return items.flatMap((item) => (item.what === 'node' ? [] : [bracketAt(item.bracket, place, depth)]));
}

function bracketAt(
  { id, alternatives }: LineBracket,
  place: Pick<Bracket, 'clauseId' | 'clause'>,
  depth: number,
): Bracket {
  return {
    id,
    ...place,
    depth,
    alternatives: alternatives.map(({ alternative, owners, kind, items }) => ({
      alternative,
      owners,
      kind,
      words: kind === 'none' ? '' : wordsOf(lineOf(items)),
      nested: bracketsIn(items, place, depth + 1),
    })),
  };
}
