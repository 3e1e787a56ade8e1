import type { NodeJson } from '../../text/document-json';
import type { CanonicalPlaces, ClausePlaces } from './canonical-places';
import type { PlacedRow } from './runs';
import type { Stretches } from './stretches';

/** Notes the letters that a row has on both sides; those of footnotes are found around them. */
export function keepWords(
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
