import { canonicalDocument } from '../canonical';
import { digestText } from '../digest';
import type { DocumentJson, NodeJson } from '../document-json';
import { changeLines, eachLine } from './blocks';
import { gatherLine } from './gather';
import { withPath } from './inline';
import { type BracketPart, NO_WORDS } from './path';
import type { OwnedEdits } from './regions';
import { spanEdits } from './spans';

/** A clause as delegations would have it; `words` null is that it go. */
export interface ProposedWords {
  readonly countries: readonly string[];
  readonly words: DocumentJson | null;
}

export interface BracketOptions {
  /**
   * What makes the ids of these brackets unlike those of any others: the id of the act that puts them into a text.
   * Without it they serve a view, and are the same whenever it is drawn.
   */
  readonly salt?: string;
}

/**
 * One clause (as a text of its own, see `clauseAsText`) with what delegations would change in it gathered into
 * brackets. Changes that touch the same words make one bracket, others each their own; the words as they stand are
 * alternative 0 and nobody's; equal wordings share their owners; a deletion is an alternative without words. What is
 * proposed beyond the clause (the further parts of one that is split) follows as clauses of their own, in brackets. With
 * alternative 0 everywhere (`cleanText`) the clause is what it was. Kinds and levels of clauses are not bracketed.
 */
export function bracketProposals(
  baseClause: DocumentJson,
  proposals: readonly ProposedWords[],
  { salt = '' }: BracketOptions = {},
): DocumentJson {
  const base = canonicalDocument(baseClause);
  const lines = linesOf(base);
  const plans = proposals.map(({ countries, words }) =>
    planOf(base, lines, countries, words === null ? null : canonicalDocument(words)),
  );
  const seed = digestText(JSON.stringify([salt, base, proposals.map(({ words }) => words)]));
  const idAt = (place: string) => `b_${digestText(`${seed} ${place}`).slice(0, 12)}`;
  let index = -1;
  const gathered = changeLines(base, (line) => {
    index += 1;
    const all = plans.map(({ countries, edits }): OwnedEdits => ({ countries, edits: edits[index] ?? [] }));
    const isTouched = all.some(({ edits }) => edits.length > 0);
    return isTouched ? gatherLine(line, all, (place) => idAt(`${index} ${place}`)) : line;
  });
  return withFurther(gathered, plans, idAt);
}

/** One proposal against the clause: its changes line by line, and the clauses that follow. */
interface Plan {
  readonly countries: readonly string[];
  readonly edits: readonly OwnedEdits['edits'][];
  readonly further: readonly NodeJson[];
}

function planOf(
  base: DocumentJson,
  lines: readonly (readonly NodeJson[])[],
  countries: readonly string[],
  words: DocumentJson | null,
): Plan {
  if (words === null) return { countries, edits: lines.map((line) => spanEdits(line, [])), further: [] };
  const [holder] = base.content ?? [];
  const units = unitsOf(words, holder);
  const wanted = units[0] === undefined ? [] : linesOf(units[0]);
  // Cells that came or went: the whole row is proposed anew.
  if (wanted.length !== lines.length) {
    return { countries, edits: lines.map((line) => spanEdits(line, [])), further: units };
  }
  return {
    countries,
    edits: lines.map((line, index) => spanEdits(line, wanted[index] ?? [])),
    further: units.slice(1),
  };
}

/** The clauses of a text of their own: items and rows where the clause is one, blocks otherwise. */
function unitsOf(words: DocumentJson, holder: NodeJson | undefined): readonly NodeJson[] {
  const isInside = holder !== undefined && HOLDERS.has(holder.type);
  return (words.content ?? []).flatMap((node) =>
    isInside && HOLDERS.has(node.type) ? (node.content ?? []) : [node],
  );
}

const HOLDERS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'table']);

/** The clause followed by the further ones of every proposal, the same wording once. */
function withFurther(
  gathered: DocumentJson,
  plans: readonly Plan[],
  idAt: (place: string) => string,
): DocumentJson {
  const byWords = new Map<string, { owners: string[]; units: readonly NodeJson[] }>();
  for (const { countries, further } of plans) {
    if (further.length === 0) continue;
    const key = JSON.stringify(further.map(withoutIds));
    const known = byWords.get(key) ?? { owners: [], units: further };
    known.owners.push(...countries);
    byWords.set(key, known);
  }
  if (byWords.size === 0) return gathered;
  const added = [...byWords.values()].flatMap(({ owners, units }, index) =>
    units.map((unit, place) => bracketed(withoutIds(unit), owners, idAt(`further ${index} ${place}`))),
  );
  const [holder, ...others] = gathered.content ?? [];
  const isInside = holder !== undefined && HOLDERS.has(holder.type);
  if (isInside && added.every(({ type }) => type === 'listItem' || type === 'tableRow')) {
    return {
      ...gathered,
      content: [{ ...holder, content: [...(holder.content ?? []), ...added] }, ...others],
    };
  }
  return { ...gathered, content: [...(gathered.content ?? []), ...added] };
}

/** Clauses that do not stand in a text yet, in brackets from their first word to their last; `salt` as above. */
export function bracketedClauses(words: DocumentJson, owners: readonly string[], salt: string): DocumentJson {
  const seed = digestText(JSON.stringify([salt, words]));
  const inHolder = (node: NodeJson, at: number): NodeJson =>
    HOLDERS.has(node.type)
      ? { ...node, content: (node.content ?? []).map((unit, index) => own(unit, `${at} ${index}`)) }
      : own(node, String(at));
  const own = (unit: NodeJson, place: string) =>
    bracketed(withoutIds(unit), owners, `b_${digestText(`${seed} ${place}`).slice(0, 12)}`);
  return { type: 'doc', content: (canonicalDocument(words).content ?? []).map(inHolder) };
}

/** A clause that does not stand in the text yet: all of its words in brackets, and nothing as it stands. */
function bracketed(unit: NodeJson, owners: readonly string[], id: string): NodeJson {
  let line = -1;
  const change = (content: readonly NodeJson[]): readonly NodeJson[] => {
    line += 1;
    const part: BracketPart = {
      id: line === 0 ? id : `${id}x${line}`,
      alternative: 1,
      owners,
      kind: 'words',
    };
    if (content.length === 0)
      return [withPath({ type: 'text', text: NO_WORDS }, [{ ...part, kind: 'none' }])];
    return content.map((node) => withPath(node, [part]));
  };
  const changed = changeLines({ type: 'doc', content: [unit] }, change);
  return changed.content?.[0] ?? unit;
}

function withoutIds(node: NodeJson): NodeJson {
  const { attrs, content, ...bare } = node;
  const { id: _, ...others } = attrs ?? {};
  return {
    ...bare,
    ...(Object.keys(others).length === 0 ? {} : { attrs: others }),
    ...(content === undefined ? {} : { content: content.map(withoutIds) }),
  };
}

function linesOf(node: NodeJson): (readonly NodeJson[])[] {
  const lines: (readonly NodeJson[])[] = [];
  eachLine(node, ({ content = [] }) => lines.push(content));
  return lines;
}
