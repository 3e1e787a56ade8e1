import { commonEnds } from '../../../domain/text/ledger/common-ends';
import { type Match, matchWords, withEdges } from '../../../domain/text/ledger/match-words';
import type { Id } from './pairs';
import { REMEMBERED_MS } from './recent';
import { type Piece, piecesBetween } from './stretch';

/**
 * The words of a footnote are one value in Yjs, set as a whole, so their characters have no ids. The ledger gives them
 * ids of its own, under a client that Yjs never draws (it draws 32 bits), counted in the order of the log.
 */
export const NOTE_CLIENT = 2 ** 32;

/** So many characters of earlier wordings are remembered; the oldest are forgotten first. */
const MOST_REMEMBERED = 100_000;

/** A wording that a footnote had before somebody rewrote it: an undo sets it again as a whole. */
export interface PastWording {
  readonly userId: string;
  /** When it went, in milliseconds since 1970. */
  readonly at: number;
  /** The footnote: id of its element. */
  readonly note: string;
  readonly pieces: readonly Piece[];
}

/** What the ledger knows of the words of footnotes. */
export interface NotesState {
  /** The pieces of every wording that stands, by the id of its value. */
  readonly standing: Map<string, readonly Piece[]>;
  readonly past: PastWording[];
  /** The next id. */
  next: number;
}

/** A footnote that an edit rewrote: what stayed keeps its ids, what came has new ones. */
export interface Rewritten {
  /** All of the new wording. */
  readonly pieces: readonly Piece[];
  readonly came: readonly Piece[][];
  readonly went: readonly Piece[][];
  /** Of what came, letters at the edge of a changed word: whether they stayed cannot be told. */
  readonly unsure: readonly Piece[];
  /** Of what came, where it stood when the same person took it away: the wording is the one that this person had found. */
  readonly before: ReadonlyMap<Piece, Id>;
}

export class Notes {
  readonly state: NotesState;

  constructor(state: NotesState = { standing: new Map(), past: [], next: 0 }) {
    this.state = state;
  }

  /** The pieces of the wording that stands as this value. */
  at(value: string): readonly Piece[] {
    return this.state.standing.get(value) ?? [];
  }

  /** New ids for all of a text. */
  fresh(text: string): Piece {
    const piece = { client: NOTE_CLIENT, clock: this.state.next, text };
    this.state.next += text.length;
    return piece;
  }

  stands(value: string, pieces: readonly Piece[]): void {
    if (pieces.length > 0) this.state.standing.set(value, pieces);
  }

  wentAt(value: string): void {
    this.state.standing.delete(value);
  }

  rewrite(userId: string, note: string, old: readonly Piece[], text: string): Rewritten {
    const then = this.state.past.findLast(
      (past) => past.userId === userId && past.note === note && textOfPieces(past.pieces) === text,
    );
    return then === undefined ? this.reword(old, text) : this.turnBack(old, then.pieces);
  }

  private reword(old: readonly Piece[], text: string): Rewritten {
    const before = textOfPieces(old);
    const pieces: Piece[] = [];
    const came: Piece[][] = [];
    const went: Piece[][] = [];
    const unsure: Piece[] = [];
    const arrive = (words: string): Piece => {
      const piece = this.fresh(words);
      pieces.push(piece);
      return piece;
    };
    let [from, to] = [0, 0];
    for (const match of [...keptIn(before, text), { from: before.length, to: text.length, length: 0 }]) {
      const [gone, fresh] = [before.slice(from, match.from), text.slice(to, match.to)];
      if (gone !== '') went.push(piecesBetween(old, from, gone.length));
      const { start, end } = commonEnds(gone, fresh);
      if (start > 0) unsure.push(arrive(fresh.slice(0, start)));
      if (start + end < fresh.length) came.push([arrive(fresh.slice(start, fresh.length - end))]);
      if (end > 0) unsure.push(arrive(fresh.slice(fresh.length - end)));
      pieces.push(...piecesBetween(old, match.from, match.length));
      [from, to] = [match.from + match.length, match.to + match.length];
    }
    return { pieces, came, went, unsure, before: new Map() };
  }

  /** The wording is again the one that the same person had found: what still stands of it stays, the rest comes back. */
  private turnBack(old: readonly Piece[], then: readonly Piece[]): Rewritten {
    const before = new Map<Piece, Id>();
    const cut = cutBy(then, old).map(({ piece, isIn }) => {
      if (isIn) return { piece, isIn };
      const fresh = this.fresh(piece.text);
      before.set(fresh, { client: piece.client, clock: piece.clock });
      return { piece: fresh, isIn };
    });
    const pieces = cut.map(({ piece }) => piece);
    return { pieces, came: runsOut(cut), went: runsOut(cutBy(old, then)), unsure: [], before };
  }

  /** Keeps in mind the wording that this person took from a footnote. */
  remember(past: PastWording): void {
    if (past.pieces.length > 0) this.state.past.push(past);
  }

  prune(now: number): void {
    const { past } = this.state;
    let characters = past.reduce((sum, { pieces }) => sum + textOfPieces(pieces).length, 0);
    let forgotten = 0;
    for (const { at, pieces } of past) {
      if (at >= now - REMEMBERED_MS && characters <= MOST_REMEMBERED) break;
      characters -= textOfPieces(pieces).length;
      forgotten += 1;
    }
    if (forgotten > 0) past.splice(0, forgotten);
  }
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** What of a wording stayed for sure. Where letters only came, or only went, all others stayed; else words did, and ends of three letters. */
function keptIn(before: string, after: string): Match[] {
  const { start, end } = commonEnds(before, after);
  if (start + end < Math.min(before.length, after.length)) {
    return withEdges(before, after, matchWords(before, after));
  }
  return [
    { from: 0, to: 0, length: start },
    { from: before.length - end, to: after.length - end, length: end },
  ].filter(({ length }) => length > 0);
}

interface Cut {
  readonly piece: Piece;
  readonly isIn: boolean;
}

/** Runs of what is not in, not interrupted by what is. */
function runsOut(cut: readonly Cut[]): Piece[][] {
  const runs: Piece[][] = [];
  cut.forEach(({ piece, isIn }, index) => {
    if (isIn) return;
    if (cut[index - 1]?.isIn === false) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  });
  return runs;
}

/** Pieces, cut where their characters are or are not among those of others. */
function cutBy(pieces: readonly Piece[], others: readonly Piece[]): Cut[] {
  const clocks = new Set(
    others.flatMap(({ clock, text }) => Array.from({ length: text.length }, (_, at) => clock + at)),
  );
  return pieces.flatMap((piece) => {
    const cut: { piece: Piece; isIn: boolean }[] = [];
    for (let at = 0; at < piece.text.length; at += 1) {
      const isIn = clocks.has(piece.clock + at);
      const last = cut.at(-1);
      const letter = piece.text.slice(at, at + 1);
      if (last?.isIn === isIn) last.piece = { ...last.piece, text: last.piece.text + letter };
      else cut.push({ piece: { ...piece, clock: piece.clock + at, text: letter }, isIn });
    }
    return cut;
  });
}
