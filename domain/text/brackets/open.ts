import { accept, type Outcome, refuse } from '../../refusal';
import { clausesOf } from '../clauses';
import type { DocumentJson, NodeJson } from '../document-json';
import { changeLines, lineOfClause } from './blocks';
import { contextOf, spansOf, wholeBrackets } from './context';
import { findBracket } from './find';
import { joinedLine, lengthOfLine, placed, saysBracket, sliceLine, withPath, wordsOf } from './inline';
import {
  type AlternativeKind,
  type BracketPart,
  type BracketPath,
  DEEPEST_BRACKET,
  MOST_ALTERNATIVES,
  NO_WORDS,
  sharedPath,
  sortedOwners,
} from './path';

/** Words of a clause: which of its blocks (0 where it has one), and from where to where in letters. */
export interface WordRange {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A wording that is to stand in a bracket; empty words are the alternative of no words. */
export interface NewAlternative {
  readonly owners: readonly string[];
  readonly words: string;
  readonly kind?: AlternativeKind;
}

export interface NewBracket {
  readonly id: string;
  /** Delegations that put the words as they stand in brackets; nobody where others want them otherwise. */
  readonly owners: readonly string[];
  /** The words that stand there are a placeholder. */
  readonly isPlaceholder?: boolean;
  readonly alternatives: readonly NewAlternative[];
}

/**
 * The text with some words of a clause put in brackets. Refusals: BR7 the clause or the words are not there, BR8 the
 * bracket would cut through another one or stand too deep, BR9 it would hold nothing, or more than it can.
 */
export function openBracket(
  document: DocumentJson,
  clauseId: string,
  range: WordRange,
  { id, owners, isPlaceholder = false, alternatives }: NewBracket,
): Outcome<DocumentJson> {
  if (range.from === range.to && alternatives.length === 0) return refuse('BR9');
  if (alternatives.length > MOST_ALTERNATIVES) return refuse('BR9');
  const zero: BracketPart = {
    id,
    alternative: 0,
    owners: sortedOwners(owners),
    kind: isPlaceholder ? 'placeholder' : 'words',
  };
  return changeClauseLine(document, clauseId, range.line, (line) => {
    if (range.from < 0 || range.to < range.from || range.to > lengthOfLine(line)) return refuse('BR7');
    const spans = spansOf(line);
    const whole = wholeBrackets(spans, range);
    if (whole.from !== range.from || whole.to !== range.to) return refuse('BR8');
    const context = contextOf(spans, range);
    const inside = placed(sliceLine(line, range.from, range.to)).map(({ node, path }) => ({
      node,
      path: [...context, zero, ...path.slice(sharedPath(path, context).length)],
    }));
    const isDeep = [context.length + 1, ...inside.map(({ path }) => path.length)];
    if (Math.max(...isDeep) > DEEPEST_BRACKET) return refuse('BR8');
    return accept([
      ...sliceLine(line, 0, range.from),
      ...inside.map(({ node, path }) => withPath(node, path)),
      ...alternatives.map((alternative, index) => alternativeNode(context, id, index + 1, alternative)),
      ...sliceLine(line, range.to, lengthOfLine(line)),
    ]);
  });
}

/** The text with one more alternative at the end of a bracket. BR6: there is no such bracket; BR9: it is full. */
export function addAlternative(
  document: DocumentJson,
  id: string,
  alternative: NewAlternative,
): Outcome<DocumentJson> {
  const bracket = findBracket(document, id);
  if (bracket === null) return refuse('BR6');
  const number = Math.max(...bracket.alternatives.map((other) => other.alternative)) + 1;
  if (number > MOST_ALTERNATIVES) return refuse('BR9');
  let isDone = false;
  const text = changeLines(document, (line) => {
    if (isDone || !line.some(saysBracket)) return line;
    const nodes = placed(line);
    const last = nodes.findLastIndex(({ path }) => path.some((part) => part.id === id));
    const path = nodes[last]?.path;
    if (path === undefined) return line;
    isDone = true;
    const context = path.slice(
      0,
      path.findIndex((part) => part.id === id),
    );
    const added = alternativeNode(context, id, number, alternative);
    return joinedLine([...line.slice(0, last + 1), added, ...line.slice(last + 1)]);
  });
  return accept(text);
}

/** The text with one more delegation holding an alternative. BR6: there is no such one, BR18: it holds it already. */
export function addOwner(
  document: DocumentJson,
  id: string,
  alternative: number,
  owner: string,
): Outcome<DocumentJson> {
  const bracket = findBracket(document, id);
  const joined = bracket?.alternatives.find((other) => other.alternative === alternative);
  if (joined === undefined) return refuse('BR6');
  if (joined.owners.includes(owner)) return refuse('BR18');
  const withOwner = (path: BracketPath): BracketPath =>
    path.map((part) =>
      part.id === id && part.alternative === alternative
        ? { ...part, owners: sortedOwners([...part.owners, owner]) }
        : part,
    );
  return accept(
    changeLines(document, (line) => {
      if (!line.some(saysBracket)) return line;
      const nodes = placed(line);
      if (!nodes.some(({ path }) => path.some((part) => part.id === id))) return line;
      return joinedLine(nodes.map(({ node, path }) => withPath(node, withOwner(path))));
    }),
  );
}

function alternativeNode(
  context: BracketPath,
  id: string,
  alternative: number,
  { owners, words, kind = 'words' }: NewAlternative,
): NodeJson {
  const isEmpty = words.trim() === '';
  const part: BracketPart = {
    id,
    alternative,
    owners: sortedOwners(owners),
    kind: isEmpty ? 'none' : kind,
  };
  return withPath({ type: 'text', text: isEmpty ? NO_WORDS : words.trim() }, [...context, part]);
}

/** Changes one block of a clause; BR7 where there is none. */
function changeClauseLine(
  document: DocumentJson,
  clauseId: string,
  number: number,
  change: (line: readonly NodeJson[]) => Outcome<readonly NodeJson[]>,
): Outcome<DocumentJson> {
  const clause = clausesOf(document).find(({ id }) => id === clauseId);
  const block = clause === undefined ? null : lineOfClause(clause, number);
  if (block === null) return refuse('BR7');
  let outcome: Outcome<readonly NodeJson[]> = refuse('BR7');
  const text = changeLines(document, (line, other) => {
    if (other !== block) return line;
    outcome = change(line);
    return outcome.ok ? joinedLine(outcome.value) : line;
  });
  const done: Outcome<readonly NodeJson[]> = outcome;
  return done.ok ? accept(text) : done;
}

/** The words of a range, or null where the text has no such place. */
export function wordsInRange(document: DocumentJson, clauseId: string, range: WordRange): string | null {
  const clause = clausesOf(document).find(({ id }) => id === clauseId);
  const block = clause === undefined ? null : lineOfClause(clause, range.line);
  return block === null ? null : wordsOf(sliceLine(block.content ?? [], range.from, range.to));
}
