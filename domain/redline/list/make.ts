import { canonicalDocument } from '../../text/canonical';
import { digestText } from '../../text/digest';
import type { DocumentJson, NodeJson } from '../../text/document-json';
import type { Change, ClauseRef, Redline } from '../types';
import { CanonicalPlaces, type ClausePlaces } from './canonical-places';
import { type PlacedRow, type PlacedRun, placeRows } from './runs';
import { SideCursor } from './side-cursor';
import { Stretches } from './stretches';
import {
  CHANGE_LIST_FORMAT,
  type ChangeList,
  type ListedChange,
  type ListedRange,
  type ListedSide,
} from './types';

/** Changes of a whole clause: their ranges are what their row covers. */
const OF_THE_CLAUSE: ReadonlySet<Change['kind']> = new Set([
  'clause-inserted',
  'clause-deleted',
  'moved',
  'split',
  'merged',
  'structure',
]);

/** The list of changes of a redline and the two texts it was made of; throws where it was made of others. */
export function changeListOf(redline: Redline, oldText: DocumentJson, newText: DocumentJson): ChangeList {
  const old = sideOf(oldText, redline.oldHash);
  const fresh = sideOf(newText, redline.newHash);
  const rows = placeRows(redline, old, fresh);
  const stretches = new Stretches(old.places.text, fresh.places.text);
  for (const placed of rows) keepWords(placed, old.places, fresh.places, stretches);
  return {
    format: CHANGE_LIST_FORMAT,
    algorithm: redline.algorithm,
    oldHash: redline.oldHash,
    newHash: redline.newHash,
    summary: redline.summary,
    changes: listChanges(redline, rows, old, fresh),
    exact: stretches.difference(),
  };
}

function sideOf(text: DocumentJson, hash: string): SideCursor {
  const places = new CanonicalPlaces(canonicalDocument(text));
  if (digestText(places.text) !== hash) throw new Error('changeListOf: the redline was made of another text');
  return new SideCursor(text, places);
}

/** Notes the letters that a row has on both sides; those of footnotes are found around them. */
function keepWords(
  { row, runs }: PlacedRow,
  old: CanonicalPlaces,
  fresh: CanonicalPlaces,
  stretches: Stretches,
): void {
  const [was, is] = [old.clauses[row.old?.index ?? -1], fresh.clauses[row.new?.index ?? -1]];
  if (was === undefined || is === undefined) return;
  const [oldNodes, newNodes] = [new NodeReader(was), new NodeReader(is)];
  for (const run of runs) {
    if (run.segment.op !== 'equal' || run.old === null || run.new === null) continue;
    if (run.segment.footnote === true) continue;
    let [oldAt, newAt] = [run.old.from, run.new.from];
    while (oldAt < run.old.to && newAt < run.new.to) {
      const one = oldNodes.at(oldAt);
      const other = newNodes.at(newAt);
      const length = Math.min(run.old.to - oldAt, run.new.to - newAt, one.rest, other.rest);
      if (one.node !== null && other.node !== null) {
        const [from, to] = [old.placeOf(one.node, one.at), old.placeOf(one.node, one.at + length)];
        const place = fresh.placeOf(other.node, other.at);
        if (old.text.slice(from, to) === fresh.text.slice(place, place + to - from)) {
          stretches.keep(from, place, to - from);
        }
      }
      oldAt += length;
      newAt += length;
    }
  }
}

/** Finds the text nodes of a clause, asked for places in ascending order. */
class NodeReader {
  private part = 0;
  private start = 0;
  private readonly clause: ClausePlaces;

  constructor(clause: ClausePlaces) {
    this.clause = clause;
  }

  /** The node at a place of the clause's words (null for a border), the place in the node, and how far the node goes on. */
  at(place: number): { readonly node: NodeJson | null; readonly at: number; readonly rest: number } {
    const { parts } = this.clause;
    for (;;) {
      const part = parts[this.part];
      if (part === undefined) return { node: null, at: 0, rest: Infinity };
      if (place < this.start + part.text.length) {
        return { node: part.node, at: place - this.start, rest: this.start + part.text.length - place };
      }
      this.start += part.text.length;
      this.part += 1;
    }
  }
}

function listChanges(
  redline: Redline,
  rows: readonly PlacedRow[],
  old: SideCursor,
  fresh: SideCursor,
): ListedChange[] {
  const runsOf = new Map<string, PlacedRun[]>();
  for (const { runs } of rows) {
    for (const run of runs) {
      if (run.segment.change === undefined) continue;
      const known = runsOf.get(run.segment.change);
      if (known === undefined) runsOf.set(run.segment.change, [run]);
      else known.push(run);
    }
  }
  return redline.changes.map((change): ListedChange => {
    const placed = rows[change.row];
    const runs = runsOf.get(change.id) ?? [];
    const authors = [...new Set(runs.flatMap(({ segment }) => segment.author ?? []))];
    const structure = placed?.row.structure.find((entry) => entry.change === change.id);
    return {
      id: change.id,
      kind: change.kind,
      old: sideOfChange(change, placed, runs, 'old', old),
      new: sideOfChange(change, placed, runs, 'new', fresh),
      wordsInserted: change.wordsInserted,
      wordsDeleted: change.wordsDeleted,
      ...(structure === undefined
        ? {}
        : { structure: { what: structure.what, from: structure.from, to: structure.to } }),
      authors,
    };
  });
}

function sideOfChange(
  change: Change,
  placed: PlacedRow | undefined,
  runs: readonly PlacedRun[],
  side: 'old' | 'new',
  cursor: SideCursor,
): ListedSide | null {
  const clause = placed?.row[side] ?? null;
  if (placed === undefined || clause === null) return null;
  const ranges = OF_THE_CLAUSE.has(change.kind) ? placed[side] : rangesOf(runs, side);
  return {
    clause: named(clause),
    ranges,
    words: ranges.map((range) => cursor.wordsAt(clause.index, range)).join(''),
  };
}

function named({ index, id, kind, label, citation }: ClauseRef): ListedSide['clause'] {
  return { index, id, kind, label, citation };
}

/** The places of runs, neighbours joined. Places at which a side has nothing count only where it has nothing at all. */
function rangesOf(runs: readonly PlacedRun[], side: 'old' | 'new'): ListedRange[] {
  const ranges: ListedRange[] = [];
  for (const { segment, [side]: range } of runs) {
    if (range === null) continue;
    const isSide = segment.op === 'equal' || (segment.op === 'delete') === (side === 'old');
    const author = isSide ? segment.author : undefined;
    const next: ListedRange = author === undefined ? range : { ...range, author };
    const last = ranges.at(-1);
    if (last === undefined || last.from === last.to) ranges.splice(last === undefined ? 0 : -1, 1, next);
    else if (next.from === next.to) continue;
    else if (last.to === next.from && last.footnote === next.footnote && last.author === next.author) {
      ranges[ranges.length - 1] = { ...last, to: next.to };
    } else ranges.push(next);
  }
  return ranges;
}
