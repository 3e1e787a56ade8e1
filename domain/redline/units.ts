import { type Clause, clausesOf, ownBlocks } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { type HouseStyle, numberClauses } from '../text/numbering';
import { type Flat, flatten, joinFlats, visibleKey } from './flat';
import { type Tokens, tokenise, WORD_TOKEN } from './tokens';
import type { ClauseRef } from './types';
import type { Vocabulary } from './vocabulary';

/** A clause prepared for comparison: running text, or a table row with its cells. */
export interface Unit {
  readonly index: number;
  readonly clause: Clause;
  readonly ref: ClauseRef;
  readonly isRow: boolean;
  readonly flat: Flat;
  /** Cells of a row, empty for running text. */
  readonly cells: readonly CellUnit[];
  readonly tokens: Tokens;
  /** Equal for clauses that read the same and are of the same sort (row or running text). */
  readonly key: string;
  /** Its words as sorted numbers, repeated words repeated. */
  readonly bag: Int32Array;
  /** Words, those of its footnotes included. */
  readonly words: number;
  /** Lists or the table around the clause, outermost first. */
  readonly containers: readonly NodeJson[];
}

export interface CellUnit {
  readonly node: NodeJson;
  readonly flat: Flat;
  /** First grid column of the cell, cells spanning down from earlier rows counted. */
  readonly column: number;
}

export function unitsOf(document: DocumentJson, style: HouseStyle, vocabulary: Vocabulary): Unit[] {
  const numbers = numberClauses(document, style);
  const columns = new ColumnCounter();
  return clausesOf(document).map((clause, index) => {
    const isRow = clause.kind === 'tableRow';
    const cells = isRow ? cellsOf(clause, columns, vocabulary) : [];
    const flat = isRow
      ? joinFlats(
          cells.map((cell) => cell.flat),
          '\t',
          vocabulary,
        )
      : flatten(ownBlocks(clause), vocabulary);
    const tokens = vocabulary.tokens(flat, () => tokenise(flat.text, flat.notes, vocabulary));
    const number = numbers[index];
    return {
      index,
      clause,
      ref: {
        id: clause.id,
        kind: clause.kind,
        level: clause.level,
        path: clause.path,
        index,
        label: number?.label ?? '',
        citation: number?.citation ?? '',
      },
      isRow,
      flat,
      cells,
      tokens,
      key: `${isRow ? 'row' : 'text'}\u0000${visibleKey(flat)}`,
      bag: bagOf(tokens),
      words: wordsOf(flat, tokens, vocabulary),
      containers: containersOf(document, clause.path),
    };
  });
}

/** Words of a flat text: those that run in the line and those of its footnotes. */
export function wordsOf(flat: Flat, tokens: Tokens, vocabulary: Vocabulary): number {
  return flat.notes.reduce((sum, note) => sum + tokenise(note.text, [], vocabulary).words, tokens.words);
}

function bagOf(tokens: Tokens): Int32Array {
  const bag = tokens.words === 0 ? tokens.keys.slice() : new Int32Array(tokens.words);
  if (tokens.words > 0) {
    let count = 0;
    for (let index = 0; index < tokens.keys.length; index += 1) {
      if (tokens.kinds[index] !== WORD_TOKEN) continue;
      bag[count] = tokens.keys[index] ?? 0;
      count += 1;
    }
  }
  return bag.sort();
}

function containersOf(document: DocumentJson, path: readonly number[]): NodeJson[] {
  const containers: NodeJson[] = [];
  let node: NodeJson | undefined = document;
  for (const step of path.slice(0, -1)) {
    node = node?.content?.[step];
    if (node !== undefined && node.type !== 'listItem') containers.push(node);
  }
  return containers;
}

function cellsOf(row: Clause, columns: ColumnCounter, vocabulary: Vocabulary): CellUnit[] {
  const nodes = row.node.content ?? [];
  const places = columns.place(row);
  return nodes.map((node, index) => ({
    node,
    flat: flatten([node], vocabulary),
    column: places[index] ?? index,
  }));
}

/** Finds the grid columns of cells row by row, with cells that span several columns or rows. */
class ColumnCounter {
  private table = '';
  private reaching: number[] = [];

  place(row: Clause): number[] {
    const table = row.path.slice(0, -1).join('.');
    if (table !== this.table) this.reaching = [];
    this.table = table;
    const taken = this.reaching;
    const next = taken.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    const places = (row.node.content ?? []).map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const place = column;
      const width = span(cell, 'colspan');
      for (let at = place; at < place + width; at += 1) next[at] = span(cell, 'rowspan') - 1;
      column += width;
      return place;
    });
    this.reaching = Array.from(next, (rows) => rows ?? 0);
    return places;
  }
}

/** How many columns or rows a cell spans; hostile numbers are bounded. */
export function span(cell: NodeJson, attribute: 'colspan' | 'rowspan'): number {
  const value = cell.attrs?.[attribute];
  return typeof value === 'number' && Number.isInteger(value) && value > 1 ? Math.min(value, 200) : 1;
}
