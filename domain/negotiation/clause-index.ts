import { allBrackets, type Bracket, bracketsOf, countBrackets, writeBrackets } from '../text/brackets';
import { textHash } from '../text/canonical';
import { type Clause, clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { type HouseStyle, numberClauses } from '../text/numbering';
import { asTextOfItsOwn } from './amend';

/** A clause as the negotiation knows it: its id, the hash of its words, how one cites it and how it begins. */
export interface ClauseEntry {
  readonly id: string;
  readonly kind: Clause['kind'];
  readonly level: number;
  readonly hash: string;
  /** "OP 3 (b)", or "" where it cannot be cited. */
  readonly citation: string;
  readonly opening: string;
  /** Open brackets and placeholders. */
  readonly brackets: number;
}

/** What pages ask of a text besides its words. */
export interface TextIndex {
  readonly clauses: readonly ClauseEntry[];
  /** The open ones, in reading order. */
  readonly brackets: readonly Bracket[];
}

const OPENING = 120;

export function textIndex(document: DocumentJson, houseStyle: HouseStyle): TextIndex {
  const clauses = clauseIndex(document, houseStyle);
  const isOpen = clauses.some(({ brackets }) => brackets > 0);
  return { clauses, brackets: isOpen ? allBrackets(bracketsOf(document)) : [] };
}

/** Every clause of a text that can be negotiated, in one pass. Blank lines and clauses without an id are nobody's. */
export function clauseIndex(document: DocumentJson, houseStyle: HouseStyle): ClauseEntry[] {
  const numbers = numberClauses(document, houseStyle);
  const open = countBrackets(document).byClause;
  return clausesOf(document).flatMap((clause, index): ClauseEntry[] => {
    const words = plainly(clause);
    const own = asTextOfItsOwn(document, clause);
    const unsettled = clause.id === null ? undefined : open.get(clause.id);
    if (clause.id === null || own === null || words === '') return [];
    return [
      {
        id: clause.id,
        kind: clause.kind,
        level: clause.level,
        hash: textHash(own),
        citation: numbers[index]?.citation ?? '',
        opening: shortened(unsettled === undefined ? words : withSigns(own)),
        brackets: (unsettled?.brackets ?? 0) + (unsettled?.placeholders ?? 0),
      },
    ];
  });
}

/** The words of a clause with its brackets as signs: "[ID: shall] [SG: should]". */
function withSigns(own: DocumentJson): string {
  const [clause] = clausesOf(writeBrackets(own, { attribution: 'delegations' }));
  return clause === undefined ? '' : plainly(clause);
}

function plainly(clause: Clause): string {
  return clauseText(clause).replace(/\s+/gu, ' ').trim();
}

/** Cut between words where there are spaces to cut at. */
function shortened(words: string): string {
  if (words.length <= OPENING) return words;
  const cut = words.slice(0, OPENING);
  const space = cut.lastIndexOf(' ');
  return `${space > OPENING / 2 ? cut.slice(0, space) : cut}…`;
}
