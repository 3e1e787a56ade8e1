// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { moveClause } from '@/components/editor/clause-commands';
import { apply, chooseKind } from '@/components/editor/extensions/clause-keys';
import { footnotePlaces, writeFootnote } from '@/components/editor/footnotes';
import { Random } from '../../../../domain/redline/testing/random';
import { NOBODY } from '../hands';
import { Ledger } from '../ledger';
import { readingOf } from '../reading';
import { decodeLedger, encodeLedger } from '../snapshot';
import { Desk, pause, press, told } from './desk';

/** Everybody types letters of their own, so that every letter says whose it must be. */
const LETTERS: Readonly<Record<string, string>> = { A: 'abcdefgh', B: 'ijklmnop', C: 'qrstuvwx' };
const PEOPLE = Object.keys(LETTERS);
const ACTS = 80;

/** The first 300 seeds give not one letter to a wrong author in 80 acts. */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/**
 * Sessions in which an undo makes a second copy of words that stand elsewhere by then. The log does not tell it from
 * pasting twice what was cut once, so nobody is named.
 */
const COPIES_BY_UNDO = [63, 266];

/** Of so many letters, seen after every act, one may be nobody's (LE15); and where footnotes part every clause. */
const LETTERS_TO_ONE_UNKNOWN = 50;
const LETTERS_TO_ONE_UNKNOWN_WITH_NOTES = 8;

/**
 * Sessions with footnotes in which an undo or a drag joins what went in several pieces, or a paste stands against the
 * last letters of a text that is put anew.
 */
const JOINED = [84, 105, 167, 213, 291];

type Act = (random: Random, editor: Editor, person: string, at: number) => void;

const type: Act = (random, editor, person) => {
  for (const letter of word(random, person)) editor.view.dispatch(editor.state.tr.insertText(letter));
};
const paste: Act = (random, editor, person) => {
  const words = Array.from({ length: 5 }, () => word(random, person)).join(' ');
  editor.view.dispatch(editor.state.tr.insertText(words));
};
const remove: Act = (random, editor, _person, at) => {
  const end = Math.min(editor.state.doc.content.size, at + 1 + random.below(12));
  editor.commands.setTextSelection({ from: at, to: end });
  editor.commands.deleteSelection();
};
const drag: Act = (random, editor, _person, at) => {
  const { tr } = editor.state;
  const end = Math.min(tr.doc.content.size, at + 8 + random.below(30));
  const target = place(random, editor);
  if (target >= at && target <= end) return;
  const slice = tr.doc.slice(at, end);
  tr.delete(at, end);
  const to = tr.mapping.map(target);
  editor.view.dispatch(tr.replaceRange(to, to, slice));
};
const bold: Act = (random, editor, _person, at) => {
  editor.commands.setTextSelection({ from: at, to: place(random, editor) });
  editor.commands.toggleMark('bold');
};
const addNote: Act = (random, editor, person, at) => {
  editor.commands.setTextSelection(at);
  writeFootnote(editor, null, `${word(random, person)} ${word(random, person)}`);
};
/** Letters out of a footnote, a word into it, or both. */
const rewordNote: Act = (random, editor, person) => {
  const places = footnotePlaces(editor.state.doc);
  if (places.length === 0) return;
  const note = random.pick(places);
  const from = random.below(note.text.length + 1);
  const rest = note.text.slice(random.below(2) === 0 ? from : from + random.below(8));
  const words = random.below(3) === 0 ? '' : word(random, person);
  writeFootnote(editor, note, note.text.slice(0, from) + words + rest);
};
const history =
  (what: 'undo' | 'redo'): Act =>
  (_random, editor) => {
    editor.commands.setTextSelection(1);
    editor.commands[what]();
  };

const EVERY_ACT: readonly Act[] = [
  type,
  type,
  paste,
  remove,
  drag,
  bold,
  history('undo'),
  history('redo'),
  (_random, editor) => press(editor, 'Enter'),
  (_random, editor) => editor.commands.joinBackward(),
  (_random, editor) => editor.commands.toggleList('bulletList', 'listItem'),
  (_random, editor) => editor.commands.liftListItem('listItem'),
  (_random, editor) => editor.commands.sinkListItem('listItem'),
  (random, editor) => apply(editor, moveClause(random.pick([1, -1]))),
  (random, editor) => chooseKind(editor, random.pick(['heading', 'paragraph', 'operative', 'preambular']), 1),
];

/** With footnotes, set and reworded within their words. */
const EVERY_ACT_AND_NOTES: readonly Act[] = [...EVERY_ACT, addNote, rewordNote, rewordNote];

function word(random: Random, person: string): string {
  const letters = [...(LETTERS[person] ?? '')];
  return Array.from({ length: 2 + random.below(7) }, () => random.pick(letters)).join('');
}

function place(random: Random, editor: Editor): number {
  const places: number[] = [];
  editor.state.doc.descendants((node, pos) => {
    if (node.isTextblock) for (let at = 0; at <= node.content.size; at += 1) places.push(pos + 1 + at);
  });
  return random.pick(places);
}

/** Everything that three people do in a random session; `after` sees the rows so far. */
function session(seed: number, after: (desk: Desk) => void, acts = EVERY_ACT): void {
  const desk = new Desk();
  const random = new Random(seed);
  try {
    for (const person of PEOPLE) desk.editor(person);
    for (let count = 0; count < ACTS; count += 1) {
      const person = random.pick(PEOPLE);
      const editor = desk.editor(person);
      const at = place(random, editor);
      editor.commands.setTextSelection(at);
      try {
        random.pick(acts)(random, editor, person, at);
      } catch (error) {
        // y-tiptap 3.0.9 fails to place a caret again whose clause an undo took away; its row is written by then.
        if (!(error instanceof RangeError)) throw error;
      }
      if (random.below(3) === 0) pause(editor);
      after(desk);
    }
  } finally {
    desk.close();
  }
}

/** Letters that are not their author's; "?" is nobody. */
function strangers(clauses: readonly string[]): string[] {
  return clauses
    .flatMap((clause) => clause.replaceAll(/\s/g, '').split(/[|^]/))
    .filter(
      (run) =>
        run !== '' &&
        !run.startsWith('?:') &&
        !new RegExp(`^[${LETTERS[run[0] ?? ''] ?? ''}]*$`).test(run.slice(2)),
    );
}

describe('random sessions of three people in real editors', () => {
  /** Letters seen after every act, and how many of them are nobody's; fails where one has a wrong author. */
  function lettersOf(seed: number, acts: readonly Act[]): { letters: number; unknown: number } {
    const live = new Ledger();
    let [letters, unknown] = [0, 0];
    const look = ({ rows }: Desk) => {
      for (const row of rows.slice(live.position)) live.enter(row);
      expect(strangers(told(live, rows))).toEqual([]);
      for (const { length, written } of readingOf(live).runs) {
        letters += length;
        if (written === NOBODY) unknown += length;
      }
    };
    session(seed, look, acts);
    expect(live.position).toBeGreaterThan(20);
    return { letters, unknown };
  }

  test.each(SEEDS)('LE4 LE15 every letter stays its author’s, or nobody is named: seed %i', (seed) => {
    const { letters, unknown } = lettersOf(seed, EVERY_ACT);
    expect(unknown * LETTERS_TO_ONE_UNKNOWN).toBeLessThanOrEqual(letters);
  });

  test.each([...SEEDS, ...JOINED])(
    'LE11 LE15 so does every letter of footnotes and around them: seed %i',
    (seed) => {
      const { letters, unknown } = lettersOf(seed, EVERY_ACT_AND_NOTES);
      expect(unknown * LETTERS_TO_ONE_UNKNOWN_WITH_NOTES).toBeLessThanOrEqual(letters);
    },
  );

  test.each(COPIES_BY_UNDO)('LE10 LE15 a copy that an undo makes has no wrong author: seed %i', (seed) => {
    const live = new Ledger();
    let unknown = 0;
    session(seed, ({ rows }) => {
      for (const row of rows.slice(live.position)) live.enter(row);
      expect(strangers(told(live, rows))).toEqual([]);
      unknown += readingOf(live).runs.filter(({ written }) => written === NOBODY).length;
    });
    expect(unknown).toBeGreaterThan(0);
  });

  test.each([14, 24, 25])('LE1 LE2 replayed, and gone on from anywhere, it is the same: seed %i', (seed) => {
    let rows: Desk['rows'] = [];
    const keep = (desk: Desk) => {
      rows = desk.rows;
    };
    session(seed, keep, EVERY_ACT_AND_NOTES);
    const enter = (ledger: Ledger, from: number, to: number) => {
      for (const row of rows.slice(from, to)) ledger.enter(row);
      return ledger;
    };
    const whole = enter(new Ledger(), 0, rows.length);
    const again = enter(new Ledger(), 0, rows.length);
    expect(facts(again)).toEqual(facts(whole));
    for (const middle of [1, rows.length >> 1, rows.length - 2]) {
      const kept = decodeLedger(encodeLedger(enter(new Ledger(), 0, middle)));
      if (kept === null) throw new Error('the kept ledger has another format');
      expect(facts(enter(kept, middle, rows.length))).toEqual(facts(whole));
    }
    const length = told(whole, rows)
      .join('')
      .replaceAll(/[ABC?]:|[|^\t\n]/g, '').length;
    expect(readingOf(whole).runs.reduce((sum, run) => sum + run.length, 0)).toBe(length);
  });
});

/** Everything that a ledger knows. */
function facts(ledger: Ledger) {
  return {
    position: ledger.position,
    hands: [...ledger.hands.entries()],
    fates: [...ledger.fates.entries()],
    recent: ledger.recent.removed.map(({ text, clause, whole, gone, at, userId }) => ({
      text,
      clause,
      whole,
      gone,
      at,
      userId,
    })),
    notes: ledger.notes.state,
    reading: readingOf(ledger),
  };
}
