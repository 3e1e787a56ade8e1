// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { moveClause } from '@/components/editor/clause-commands';
import { apply, chooseKind } from '@/components/editor/extensions/clause-keys';
import { footnotePlaces, writeFootnote } from '@/components/editor/footnotes';
import type { NodeJson } from '../../../../domain/text/document-json';
import { docOfState, FRAGMENT, textOfDoc } from '../../ydoc';
import { Ledger } from '../ledger';
import { Notes, textOfPieces } from '../notes';
import { readingOf } from '../reading';
import type { Piece } from '../stretch';
import { Desk, pause, press, select } from './desk';

let desk: Desk;
let a: Editor;
let b: Editor;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

function noted(id: string, before: string, note: string, after: string): NodeJson {
  return {
    type: 'operative',
    attrs: { id, level: 1 },
    content: [
      { type: 'text', text: before },
      { type: 'footnote', attrs: { text: note } },
      { type: 'text', text: after },
    ],
  };
}

function written(...content: NodeJson[]): void {
  a = desk.editor('A');
  a.commands.setContent({ type: 'doc', content } as never);
  b = desk.editor('B');
}

const TEXT = [
  noted('c_aaaa', 'AGREE to meet', 'Adopted by the SOM in 2019.', ' every year.'),
  noted('c_bbbb', 'TASK the officials', 'Ibid.', ' with it.'),
];
const UNTOUCHED = [
  'A:AGREE to meet^A:Adopted by the SOM in 2019.^A: every year.',
  'A:TASK the officials^A:Ibid.^A: with it.',
];

/** Rewrites the footnote at this place, as the dialog of the editor does. */
function rewrite(editor: Editor, index: number, words: string): void {
  writeFootnote(editor, footnotePlaces(editor.state.doc)[index] ?? null, words);
}

describe('who wrote the words of a footnote', () => {
  test('LE11 a footnote is written by whoever adds it, wherever it is called', () => {
    written(...TEXT);
    select(b, 1, 4);
    writeFootnote(b, null, 'See the annex.');
    expect(desk.told()).toEqual([
      UNTOUCHED[0],
      'A:TASK^B:See the annex.^A: the officials^A:Ibid.^A: with it.',
    ]);
  });

  test('LE11 of one that is worded anew the words that stay keep their author', () => {
    written(...TEXT);
    rewrite(b, 0, 'Adopted by the Leaders in 2019.');
    expect(desk.told()[0]).toBe('A:AGREE to meet^A:Adopted by the |B:Leaders|A: in 2019.^A: every year.');
    rewrite(a, 0, 'Adopted by the Leaders in May 2019, in Chiang Rai.');
    expect(desk.told()[0]).toBe(
      'A:AGREE to meet^A:Adopted by the |B:Leaders|A: in May 2019, in Chiang Rai.^A: every year.',
    );
  });

  test('LE11 one letter in, one letter out', () => {
    written(...TEXT);
    rewrite(b, 1, 'Ibidx.');
    expect(desk.told()[1]).toBe('A:TASK the officials^A:Ibid|B:x|A:.^A: with it.');
    rewrite(b, 1, 'Ibid.');
    rewrite(b, 1, 'Ibd.');
    expect(desk.told()[1]).toBe('A:TASK the officials^A:Ibd.^A: with it.');
  });

  test('LE11 LE15 whether a letter at the edge of another word stayed nobody can say', () => {
    written(...TEXT);
    rewrite(b, 1, 'In 2020');
    expect(desk.told()[1]).toBe('A:TASK the officials^?:I|B:n 2020^A: with it.');
    rewrite(b, 0, 'See the annex');
    expect(desk.told()[0]).toBe('A:AGREE to meet^B:See|A: the |B:annex^A: every year.');
  });

  test('LE4 LE11 a clause split before and behind its footnote, and joined again', () => {
    written(...TEXT);
    for (const at of [2, 14]) {
      select(b, 0, at);
      press(b, 'Enter');
      const [letters, all] = [desk.told(), UNTOUCHED].map((told) =>
        told.join('').replaceAll(/\^?A:|\^/g, ''),
      );
      expect(letters).toBe(all);
      b.commands.joinBackward();
      expect(desk.told()).toEqual(UNTOUCHED);
    }
  });

  test('LE4 LE11 another kind, a list, another place', () => {
    written(...TEXT);
    select(b, 0, 3);
    apply(b, moveClause(1));
    expect(desk.told()).toEqual([...UNTOUCHED].reverse());
    chooseKind(b, 'heading', 1);
    expect([...desk.told()].sort()).toEqual(UNTOUCHED);
    chooseKind(b, 'paragraph', 1);
    b.commands.toggleList('bulletList', 'listItem');
    expect([...desk.told()].sort()).toEqual(UNTOUCHED);
  });

  test('LE4 LE11 what an undo gives back, down to one letter', () => {
    written(...TEXT);
    pause(b);
    rewrite(b, 0, 'Adopted by the SOM in 209.');
    pause(b);
    rewrite(b, 0, 'Adopted in 209.');
    pause(b);
    rewrite(b, 1, '');
    expect(desk.told()).toEqual([
      'A:AGREE to meet^A:Adopted in 209.^A: every year.',
      'A:TASK the officials with it.',
    ]);
    b.commands.undo();
    expect(desk.told()[1]).toBe(UNTOUCHED[1]);
    b.commands.undo();
    b.commands.undo();
    expect(desk.told()).toEqual(UNTOUCHED);
    b.commands.redo();
    b.commands.redo();
    b.commands.undo();
    expect(desk.told()[0]).toBe('A:AGREE to meet^A:Adopted by the SOM in 209.^A: every year.');
  });

  test('LE11 what goes from beside each other when a wording is set again goes as one run', () => {
    const notes = new Notes();
    const old = [notes.fresh('beffbd'), notes.fresh('w'), notes.fresh(' wtxwt')];
    const [, , kept] = old as [Piece, Piece, Piece];
    const then = [notes.fresh('xqtx'), notes.fresh('uwqw'), kept];
    notes.remember({ userId: 'A', at: 0, note: '1 1', pieces: then });
    const { came, went } = notes.rewrite('A', '1 1', old, 'xqtxuwqw wtxwt');
    expect([went, came].map((runs) => runs.map(textOfPieces))).toEqual([['beffbdw'], ['xqtxuwqw']]);
  });

  test('LE11 the same letter written again after more than an hour is written anew', () => {
    written(...TEXT);
    rewrite(b, 0, 'Adopted by the SOM in 209.');
    desk.wait(2 * 60 * 60);
    rewrite(b, 0, 'Adopted by the SOM in 2019.');
    expect(desk.told()[0]).toBe('A:AGREE to meet^A:Adopted by the SOM in 20|B:1|A:9.^A: every year.');
  });

  test('LE3 LE11 a copy of a footnote is written by whoever makes it', () => {
    written(...TEXT);
    select(b, 1, 4);
    writeFootnote(b, null, 'Adopted by the SOM in 2019.');
    expect(desk.told()[1]).toBe('A:TASK^B:Adopted by the SOM in 2019.^A: the officials^A:Ibid.^A: with it.');
  });

  test('LE4 LE11 a phrase cut from the line and put into a footnote', () => {
    written(...TEXT);
    select(b, 0, 9, 0, 13);
    b.commands.deleteSelection();
    select(b, 1, 5, 1, 18);
    b.commands.deleteSelection();
    rewrite(b, 1, 'Ibid., the officials');
    expect(desk.told()[1]).toBe('A:TASK ^A:Ibid.|B:, |A:the officials^A: with it.');
  });

  test('LE6 LE11 a restored version brings its footnotes with their authors', () => {
    written(...TEXT);
    const then = desk.rows.length;
    rewrite(b, 0, 'Something else.');
    select(b, 1, 0, 1, -1);
    b.commands.deleteSelection();
    desk.wait(24 * 60 * 60);
    desk.restore('C', then);
    const restored = new Ledger();
    for (const row of desk.rows) restored.enter(row);
    expect(desk.told()).toEqual(UNTOUCHED);
  });

  /** The log with two wordings of one footnote that were written at once, in the order of these client ids. */
  function race(...clients: [number, number]) {
    const base = desk.rows.map(({ bytes }) => bytes);
    const apart = (client: number, words: string) => {
      const doc = docOfState(base);
      doc.clientID = client;
      const [note] = doc.getXmlFragment(FRAGMENT).querySelectorAll('footnote');
      let bytes: Uint8Array = new Uint8Array();
      doc.on('update', (update: Uint8Array) => {
        bytes = update;
      });
      (note as Y.XmlElement).setAttribute('text', words);
      return bytes;
    };
    const rows = [
      ...desk.rows,
      ...clients.map((client, index) => ({
        position: desk.rows.length + 1 + index,
        userId: client === 7 ? 'B' : 'C',
        delegation: client === 7 ? 'B' : 'C',
        at: '2019-04-22T04:00:00.000Z',
        bytes: apart(
          client,
          client === 7 ? 'Adopted by the Leaders in 2019.' : 'Adopted by the SOM in May 2019.',
        ),
      })),
    ];
    return rows;
  }

  test('LE1 LE11 LE15 of two wordings written at once what neither took from the other is nobody’s, in every replay', () => {
    written(...TEXT);
    const rows = race(7, 8);
    const lettersOf = () => {
      const ledger = new Ledger();
      for (const row of rows) ledger.enter(row);
      expect(JSON.stringify(textOfDoc(ledger.doc))).toContain('Adopted by the SOM in May 2019.');
      const byPerson = new Map<string, number>();
      for (const { written, length } of readingOf(ledger).runs) {
        const person = rows[written - 1]?.userId ?? '?';
        byPerson.set(person, (byPerson.get(person) ?? 0) + length);
      }
      return Object.fromEntries(byPerson);
    };
    // "SOM" is A's, went with B's wording, and stands again with C's, who had it before them: C did not write it.
    expect(lettersOf()).toEqual({ A: expect.any(Number), '?': 'SOM'.length + 'May '.length });
    expect(lettersOf()).toEqual(lettersOf());
  });

  test('LE11 a wording that loses to one written at once changes nothing of what stands', () => {
    written(...TEXT);
    const rows = race(8, 7);
    const ledger = new Ledger();
    const lost = rows.pop();
    for (const row of rows) ledger.enter(row);
    const before = readingOf(ledger);
    if (lost !== undefined) ledger.enter(lost);
    expect(JSON.stringify(textOfDoc(ledger.doc))).toContain('Adopted by the SOM in May 2019.');
    expect(readingOf(ledger).runs).toEqual(before.runs);
  });
});
