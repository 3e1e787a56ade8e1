import { apartFromBrackets } from '../domain/negotiation/bracketed-changes';
import {
  type FileProposal,
  MOST_FROM_FILE,
  type ProposedByFile,
  statedBy,
} from '../domain/negotiation/file-proposal';
import { withoutKeyboardLanguages } from '../domain/negotiation/keyboard-language';
import { otherText } from '../domain/negotiation/other-text';
import { proposedBetween } from '../domain/negotiation/proposed-between';
import type { ProposedClauses } from '../domain/negotiation/wished-changes';
import { accept, type Outcome, refuse } from '../domain/refusal';
import { writeBrackets } from '../domain/text/brackets';
import { clausesOf } from '../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../domain/text/document-json';
import type { ImportedFile } from './ports';
import { withKeptIds } from './text/kept-ids';
import { readWord, type WordFile } from './word/reading';
import type { ChangesOfClause } from './word/reading/touches';

/**
 * What a Word file asks to be proposed on the text that stands, all its tracked changes together. Refuses with IM27 a
 * file that without them is another text, with IM28 one that changes nothing, with IM29 one that changes too much.
 */
export function proposedByFile(file: ImportedFile, standing: DocumentJson): Outcome<ProposedByFile> {
  const read = readWord(file.bytes, { houseStyle: file.houseStyle, language: file.language });
  if (!read.ok) return read;
  const word = read.value;
  if (word.changes.length === 0) return refuse('IM28');
  // A Word file knows no brackets: it was given them as signs (WO1).
  const shown = writeBrackets(standing, { attribution: 'delegations' });
  const options = { houseStyle: file.houseStyle, keepsKinds: word.isOwn };
  const base = withKeptIds(shown, word.rejected, options);
  const other = otherText(shown, base);
  if (other !== null) return other;
  const wanted = withKeptIds(shown, withoutKeyboardLanguages(word.accepted, standing), options);
  const between = proposedBetween(shown, wanted, MOST_FROM_FILE);
  if (!between.ok) return between;
  const { proposals, notProposed } = apartFromBrackets(between.value, standing, shown);
  if (proposals.length === 0 && notProposed.length === 0) return refuse('IM28');
  return accept({ proposals: stated(proposals, word, base, wanted), notProposed });
}

/** With whose changes each is: those that touch its clauses, before and after. */
function stated(
  proposals: readonly ProposedClauses[],
  word: WordFile,
  base: DocumentJson,
  wanted: DocumentJson,
): FileProposal[] {
  const before = new Touches(base, word.touched('rejected'));
  const after = new Touches(wanted, word.touched('accepted'));
  return proposals.map(({ place, words, clauses }) => {
    const own = place.kind === 'insert' ? clauses.flatMap(({ node }) => after.on(node)) : [];
    // The second half of a clause that was divided holds no change: the first half ends with it.
    const touching = own.length > 0 ? own : [...before.on(place.clauseId), ...after.on(place.clauseId)];
    const numbers = [...new Set(touching)].sort((a, b) => a - b);
    return { place, words, stated: statedBy(numbers.flatMap((number) => word.changes[number] ?? [])) };
  });
}

/** Which changes touch the clauses of a text, found by the ids that these have in the text that stands. */
class Touches {
  private readonly places = new Map<string | NodeJson, number>();

  constructor(
    text: DocumentJson,
    private readonly touched: ChangesOfClause,
  ) {
    for (const [index, { id, node }] of clausesOf(text).entries()) {
      if (id !== null) this.places.set(id, index);
      this.places.set(node, index);
    }
  }

  on(clause: string | NodeJson | null): number[] {
    const place = clause === null ? undefined : this.places.get(clause);
    return place === undefined ? [] : [...this.touched(place)];
  }
}
