import { type Clause, clausesOf, clauseText } from '../../text/clauses';
import type { DocumentJson } from '../../text/document-json';
import { type CanonicalPlaces, footnotesOf } from './canonical-places';
import type { ListedRange } from './types';

interface Reading {
  /** How much of the compared clause was read. */
  at: number;
  /** The footnote that comes next. */
  footnote: number;
  /** Its footnotes as they were compared. */
  readonly footnotes: readonly string[];
  readonly place: Place;
}

/** Where a letter of the compared text stands in the canonical one, which is composed (NFC). */
type Place = (at: number) => number;

/**
 * Reads the clauses of one side of a redline from their starts to their ends and says where each run of it stands
 * in the canonical text.
 */
export class SideCursor {
  readonly places: CanonicalPlaces;
  private readonly compared: readonly Clause[];
  private readonly readings = new Map<number, Reading>();

  constructor(document: DocumentJson, places: CanonicalPlaces) {
    this.places = places;
    this.compared = clausesOf(document);
  }

  /** The next `length` letters of the running words. */
  read(clause: number, length: number): ListedRange {
    const reading = this.reading(clause);
    const from = reading.place(reading.at);
    reading.at += length;
    return { from, to: reading.place(reading.at) };
  }

  /** Reads the next footnote of a clause, from its start. */
  nextFootnote(clause: number): FootnoteCursor {
    const reading = this.reading(clause);
    const footnote = reading.footnote++;
    const compared = reading.footnotes[footnote] ?? '';
    const canonical = this.places.clauses[clause]?.footnotes[footnote] ?? '';
    const whole = { from: 0, to: canonical.length, footnote };
    return new FootnoteCursor(whole, placeIn(compared, canonical));
  }

  /** What stands in a range of a clause. */
  wordsAt(clause: number, { from, to, footnote }: ListedRange): string {
    const places = this.places.clauses[clause];
    return ((footnote === undefined ? places?.text : places?.footnotes[footnote]) ?? '').slice(from, to);
  }

  private reading(clause: number): Reading {
    const known = this.readings.get(clause);
    if (known !== undefined) return known;
    const compared = this.compared[clause];
    const text = this.places.clauses[clause]?.text;
    if (compared === undefined || text === undefined) throw new Error('SideCursor: no such clause');
    const reading = {
      at: 0,
      footnote: 0,
      footnotes: footnotesOf(compared),
      place: placeIn(clauseText(compared), text),
    };
    this.readings.set(clause, reading);
    return reading;
  }
}

/** Reads one footnote from its start to its end. */
export class FootnoteCursor {
  readonly whole: ListedRange;
  private at = 0;
  private readonly place: Place;

  constructor(whole: ListedRange, place: Place) {
    this.whole = whole;
    this.place = place;
  }

  read(length: number): ListedRange {
    const from = this.place(this.at);
    this.at += length;
    return { ...this.whole, from, to: this.place(this.at) };
  }
}

function placeIn(compared: string, canonical: string): Place {
  if (compared === canonical) return (at) => at;
  return (at) => Math.min(compared.slice(0, at).normalize('NFC').length, canonical.length);
}
