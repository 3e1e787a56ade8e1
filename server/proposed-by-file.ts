import {
  type FileProposal,
  MOST_FROM_FILE,
  type ProposedByFile,
  statedBy,
} from '../domain/negotiation/file-proposal';
import { type ProposedChange, proposedBetween } from '../domain/negotiation/proposed-between';
import { accept, type Outcome, refuse } from '../domain/refusal';
import { clausesOf } from '../domain/text/clauses';
import type { DocumentJson } from '../domain/text/document-json';
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
  const options = { houseStyle: file.houseStyle, keepsKinds: word.isOwn };
  const base = withKeptIds(standing, word.rejected, options);
  const other = proposedBetween(standing, base, 0);
  if (!other.ok) return other.rule === 'IM29' ? refuse('IM27') : other;
  if (other.value.notProposed.length > 0) return refuse('IM27');
  const wanted = withKeptIds(standing, word.accepted, options);
  const between = proposedBetween(standing, wanted, MOST_FROM_FILE);
  if (!between.ok) return between;
  const { proposals, notProposed } = between.value;
  if (proposals.length === 0 && notProposed.length === 0) return refuse('IM28');
  return accept({ proposals: stated(proposals, word, base, wanted), notProposed });
}

/** With whose changes each is: those that touch its clauses, before and after. */
function stated(
  proposals: readonly ProposedChange[],
  word: WordFile,
  base: DocumentJson,
  wanted: DocumentJson,
): FileProposal[] {
  const before = new Touches(base, word.touched('rejected'));
  const after = new Touches(wanted, word.touched('accepted'));
  return proposals.map((proposal) => {
    const { kind, clauseId } = proposal.place;
    const touching =
      kind === 'insert' ? after.newAfter(clauseId) : [...before.on(clauseId), ...after.on(clauseId)];
    const numbers = [...new Set(touching)].sort((a, b) => a - b);
    return { ...proposal, stated: statedBy(numbers.flatMap((number) => word.changes[number] ?? [])) };
  });
}

/** Which changes touch the clauses of a text, found by the ids that these have in the text that stands. */
class Touches {
  private readonly ids: readonly (string | null)[];
  private readonly places: ReadonlyMap<string | null, number>;

  constructor(
    text: DocumentJson,
    private readonly touched: ChangesOfClause,
  ) {
    this.ids = clausesOf(text).map(({ id }) => id);
    this.places = new Map(this.ids.map((id, index) => [id, index]));
  }

  on(clauseId: string | null): number[] {
    const place = clauseId === null ? undefined : this.places.get(clauseId);
    return place === undefined ? [] : [...this.touched(place)];
  }

  /** Of the clauses without an id that follow: new ones. */
  newAfter(clauseId: string | null): number[] {
    const first = clauseId === null ? 0 : (this.places.get(clauseId) ?? this.ids.length) + 1;
    const numbers: number[] = [];
    for (let place = first; place < this.ids.length && this.ids[place] === null; place++)
      numbers.push(...this.touched(place));
    return numbers;
  }
}
