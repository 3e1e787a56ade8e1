import * as Y from 'yjs';
import { carry } from '../../../domain/text/ledger/carry';
import type { Traces } from '../../../domain/text/ledger/form/traces';
import { SHORTEST_WHOLE } from '../../../domain/text/ledger/lengths';
import type { Carried, Doubtful } from '../../../domain/text/ledger/passage';
import { Spans } from '../../../domain/text/ledger/spans';
import type { Block } from './blocks';
import { type Flow, flowsOf, returnsOf } from './flows';
import { Forms } from './form/forms';
import { FATES, type Fate, HANDS, type Hand, NOBODY } from './hands';
import { withNotes } from './note-change';
import { Notes } from './notes';
import { type Pair, pairsOf, takenFrom, whereIs, withoutOverlap } from './pairs';
import { type Reading, readingOf, sideBySide } from './reading';
import { Recent, type Removed } from './recent';
import { changeOf, type RowChange } from './row-change';
import { piecesBetween, remainders, type Stretch } from './stretch';

/** One row of the log as the ledger needs it. */
export interface LedgerRow {
  readonly position: number;
  readonly userId: string;
  /** What its author spoke for; "" for the secretariat. */
  readonly delegation: string;
  readonly at: string;
  readonly bytes: Uint8Array;
  /** The text as it stood here is what the row brought back, where it restored a version. */
  readonly restores?: Reading;
}

/** What one row did to the clauses of a text. */
export interface RowTold {
  /** Nodes and texts, older than the row, that are not as they were. */
  readonly touched: readonly Block[];
  /** Nodes came, went, or have another id. */
  readonly isStructural: boolean;
  readonly flows: readonly Flow[];
  /** The same of words that an undo set again where they had stood before. */
  readonly returns: readonly Flow[];
}

const NO_FLOWS: Pick<RowTold, 'flows' | 'returns'> = { flows: [], returns: [] };

/**
 * Who wrote every character of a text, and who took it away: worked out row by row from the log and nothing else, so
 * the same log always gives the same ledger. Words belong to whoever first wrote them. Yjs gives them new ids
 * whenever a clause is split, joined, moved, listed, made a heading, or an edit is undone; the ledger sees that the
 * words which came are those which went, and hands their author on.
 */
export class Ledger {
  readonly doc: Y.Doc;
  readonly hands: Spans<Hand>;
  readonly fates: Spans<Fate>;
  readonly recent: Recent;
  readonly notes: Notes;
  readonly forms: Forms;
  private last: number;

  /** Empty, at position 0; or as it was kept. */
  constructor(kept?: {
    readonly position: number;
    readonly doc: Y.Doc;
    readonly hands: Spans<Hand>;
    readonly fates: Spans<Fate>;
    readonly recent: Recent;
    readonly notes: Notes;
    readonly traces: Traces;
  }) {
    this.last = kept?.position ?? 0;
    this.doc = kept?.doc ?? new Y.Doc();
    this.hands = kept?.hands ?? new Spans(HANDS);
    this.fates = kept?.fates ?? new Spans(FATES);
    this.recent = kept?.recent ?? new Recent();
    this.notes = kept?.notes ?? new Notes();
    this.forms = new Forms(this.doc, kept?.traces);
  }

  /** Position of the last row that was entered. */
  get position(): number {
    return this.last;
  }

  /** Enters the next row of the log. Throws where a row was left out, or its past is missing. */
  enter(row: LedgerRow): RowTold {
    if (row.position !== this.last + 1) throw new Error(`ledger: row ${row.position} after ${this.last}`);
    this.last = row.position;
    let told: RowTold = { touched: [], isStructural: false, flows: [], returns: [] };
    const take = (tr: Y.Transaction) => {
      const { userId } = row;
      const change = withNotes(changeOf(tr), tr, this.notes, { userId, at: Date.parse(row.at) });
      const { flows, returns } = change === null ? NO_FLOWS : this.take(row, change);
      // Where a row put marks, Yjs tidies them in a transaction of its own, and both are what the row did.
      const { touched, isStructural } = touchedBy(tr);
      told = {
        touched: [...new Set([...told.touched, ...touched])],
        isStructural: told.isStructural || isStructural,
        flows: [...told.flows, ...flows],
        returns: [...told.returns, ...returns],
      };
    };
    this.doc.on('afterTransaction', take);
    try {
      Y.applyUpdate(this.doc, row.bytes);
    } finally {
      this.doc.off('afterTransaction', take);
    }
    if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) {
      throw new Error(`ledger: the past of row ${row.position} is missing`);
    }
    this.forms.enter(row.position, row.delegation, told);
    return told;
  }

  private take(row: LedgerRow, change: RowChange): Pick<RowTold, 'flows' | 'returns'> {
    const at = Date.parse(row.at);
    this.recent.prune(at);
    for (const { client, clock, text } of change.came) {
      this.hands.paint(client, clock, text.length, { written: row.position, carried: 0 });
    }
    for (const { client, clock, text } of change.unsure) {
      this.hands.paint(client, clock, text.length, { written: NOBODY, carried: row.position });
    }
    for (const { client, clock, text } of change.went) {
      this.fates.paint(client, clock, text.length, {
        removed: row.position,
        back: 0,
        leaves: false,
        client: 0,
        clock: 0,
      });
    }
    if (row.restores !== undefined && this.restore(row.position, change, row.restores)) {
      this.remember(row, at, change.sources, []);
      return NO_FLOWS;
    }
    const earlier = this.earlierFor(row.userId, change);
    const sources: Stretch[] = [...change.sources, ...earlier];
    const { links, doubtful } = carry(change.targets, sources, this.undone(change, sources));
    const returns = returnsOf(links, change.targets, sources, change.sources, this.fates);
    this.handOn(
      row.position,
      links.flatMap((link) => pairsOf(link, change.targets, sources)),
    );
    this.doubt(row.position, change.targets, doubtful);
    this.remember(row, at, change.sources, links);
    earlier.forEach((removed, index) => {
      const taken = takenFrom(change.sources.length + index, links);
      if (taken.length > 0 && removed.gone === 'earlier')
        this.recent.spend(removed, remainders(removed, taken));
    });
    return { flows: flowsOf(links, change.targets, sources), returns };
  }

  /** Of what this row brought and may have carried, nobody is named. Words that stood there before have their author. */
  private doubt(position: number, targets: readonly Stretch[], doubtful: readonly Doubtful[]): void {
    for (const { target, at, length } of doubtful) {
      for (const piece of piecesBetween(targets[target]?.pieces ?? [], at, length)) {
        for (const span of this.hands.read(piece.client, piece.clock, piece.text.length)) {
          if (span.value.written !== position) continue;
          this.hands.paint(piece.client, span.clock, span.length, { written: NOBODY, carried: position });
        }
      }
    }
  }

  /** A single keystroke brings nothing back, except by undoing; then there is no need to look at what went. */
  private earlierFor(userId: string, change: RowChange): Removed[] {
    const mayHold = change.targets.some(({ text, whole }) => whole || text.length >= SHORTEST_WHOLE);
    const mayUndo = [...change.before.values()].some((id) => this.isGone(id));
    if (!mayHold && !mayUndo) return [];
    return this.recent.by(userId);
  }

  private isGone({ client, clock }: Y.ID): boolean {
    return this.fates.read(client, clock, 1).length > 0;
  }

  /** What an undo brings back: Yjs puts the new words right before the old ones that went, letter for letter. */
  private undone(change: RowChange, sources: readonly Stretch[]): Carried[] {
    const links: Carried[] = [];
    change.targets.forEach((stretch, target) => {
      let targetAt = 0;
      for (const piece of stretch.pieces) {
        const beside = change.before.get(piece);
        if (beside !== undefined && this.isGone(beside)) {
          links.push(
            ...whereIs(piece, beside, sources).map((link) => ({
              ...link,
              target,
              targetAt: targetAt + link.at,
            })),
          );
        }
        targetAt += piece.text.length;
      }
    });
    return withoutOverlap(links);
  }

  /** The words that a restore brought back have the hands they had in the text it brought back. */
  private restore(position: number, change: RowChange, then: Reading): boolean {
    const now = readingOf(this);
    if (now.length !== then.length) return false;
    const came = new Spans<true>({ advance: () => true, continues: () => true });
    for (const { client, clock, text } of [...change.came, ...change.unsure]) {
      came.paint(client, clock, text.length, true);
    }
    const pairs: Pair[] = [];
    for (const { old, fresh, length } of sideBySide(then, now)) {
      for (const span of came.read(fresh.client, fresh.clock, length)) {
        pairs.push({
          from: { client: old.client, clock: old.clock + span.clock - fresh.clock },
          to: { client: fresh.client, clock: span.clock },
          length: span.length,
          leaves: false,
          hand: { written: old.written, carried: old.carried },
        });
      }
    }
    this.handOn(position, pairs);
    return true;
  }

  /** Hands authors on. All are read before the first is written: words may have changed places. */
  private handOn(position: number, pairs: readonly Pair[]): void {
    const moves = pairs
      .filter(({ from, to }) => from.client !== to.client || from.clock !== to.clock)
      .flatMap(({ from, to, length, hand, leaves }) =>
        hand !== undefined
          ? [{ from, to, length, hand, leaves }]
          : this.hands.read(from.client, from.clock, length).map((span) => ({
              from: { client: from.client, clock: span.clock },
              to: { client: to.client, clock: to.clock + span.clock - from.clock },
              length: span.length,
              hand: { written: span.value.written, carried: position },
              leaves,
            })),
      );
    for (const { hand, ...move } of moves) {
      this.hands.paint(move.to.client, move.to.clock, move.length, hand);
      this.bringBack(position, move);
    }
  }

  /** What went, under whatever id it stood last, is there again. */
  private bringBack(position: number, { from, to, length, leaves }: Omit<Pair, 'hand'>): void {
    for (const span of this.fates.read(from.client, from.clock, length)) {
      const fresh = { client: to.client, clock: to.clock + span.clock - from.clock };
      const { removed, back, client, clock } = span.value;
      if (back > 0)
        this.bringBack(position, { from: { client, clock }, to: fresh, length: span.length, leaves });
      else
        this.fates.paint(from.client, span.clock, span.length, { removed, back: position, leaves, ...fresh });
    }
  }

  /** Keeps in mind what a row took away: what it put elsewhere apart from what it did not. */
  private remember(row: LedgerRow, at: number, sources: readonly Stretch[], links: readonly Carried[]): void {
    const { userId } = row;
    sources.forEach((source, index) => {
      const taken = takenFrom(index, links);
      for (const rest of remainders(source, taken)) {
        for (const left of this.goneOf(rest)) this.recent.add({ ...left, gone: 'earlier', userId, at });
      }
      if (taken.length === 0) return;
      for (const spent of this.goneOf(source)) this.recent.add({ ...spent, gone: 'elsewhere', userId, at });
    });
  }

  /** Words of a block that took another's place stand in its passage and are still there: they did not go. */
  private goneOf(stretch: Stretch): Stretch[] {
    if (
      !stretch.whole ||
      stretch.pieces.every(({ client, clock }) => this.isGone(Y.createID(client, clock)))
    ) {
      return [stretch];
    }
    let at = 0;
    const kept: { at: number; length: number }[] = [];
    for (const { client, clock, text } of stretch.pieces) {
      if (!this.isGone(Y.createID(client, clock))) kept.push({ at, length: text.length });
      at += text.length;
    }
    return remainders(stretch, kept);
  }
}

function touchedBy(tr: Y.Transaction): Pick<RowTold, 'touched' | 'isStructural'> {
  const touched: Block[] = [];
  let isStructural = false;
  for (const [type, keys] of tr.changed) {
    touched.push(type as unknown as Block);
    if (!(type instanceof Y.XmlText) && (keys.has(null) || keys.has('id'))) isStructural = true;
  }
  return { touched, isStructural };
}
