// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { moveClause } from '@/components/editor/clause-commands';
import { apply, chooseKind } from '@/components/editor/extensions/clause-keys';
import { replaceEveryMatch, seek } from '@/components/editor/extensions/find-in-text';
import { moveColumn } from '@/components/editor/table-commands';
import type { NodeJson } from '../../../../domain/text/document-json';
import { Desk, pause, press, select, type } from './desk';

let desk: Desk;
let a: Editor;
let b: Editor;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

function clause(kind: string, id: string, text: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type: kind, attrs: { id, ...attrs }, content: [{ type: 'text', text }] };
}

/** A writes these clauses; B sits down at the same text. */
function written(...content: NodeJson[]): void {
  a = desk.editor('A');
  a.commands.setContent({ type: 'doc', content } as never);
  b = desk.editor('B');
}

const ARTICLES = [
  clause('operative', 'c_aaaa', 'AGREE to meet every year in the capital of the Chair.', { level: 1 }),
  clause('operative', 'c_bbbb', 'TASK the officials.', { level: 1 }),
  clause('operative', 'c_cccc', 'NOTE it.', { level: 1 }),
];
const UNTOUCHED = [
  'A:AGREE to meet every year in the capital of the Chair.',
  'A:TASK the officials.',
  'A:NOTE it.',
];

describe('who wrote it, after each operation of the editor', () => {
  test('LE3 typing, a letter a row', () => {
    written(...ARTICLES);
    select(b, 1, 4);
    type(b, ' firmly');
    // The editor cannot tell which of two spaces is the new one, and takes the second.
    expect(desk.told()[1]).toBe('A:TASK |B:firmly |A:the officials.');
  });

  test('LE3 typing over a selection', () => {
    written(...ARTICLES);
    select(b, 1, 9, 1, 18);
    type(b, 'SOM');
    expect(desk.told()[1]).toBe('A:TASK the |B:SOM|A:.');
  });

  test('LE3 words composed by an input method arrive whole and grow', () => {
    written(clause('paragraph', 'c_aaaa', 'ที่ประชุม'));
    const from = b.state.doc.child(0).content.size + 1;
    let end = from;
    for (const composed of ['ร', 'รับ', 'รับร', 'รับรอง']) {
      b.view.dispatch(b.state.tr.insertText(composed, from, end));
      end = from + composed.length;
    }
    expect(desk.told()).toEqual(['A:ที่ประชุม|B:รับรอง']);
  });

  test('LE3 pasting words from elsewhere', () => {
    written(...ARTICLES);
    select(b, 2, -1);
    b.view.pasteText(' and adopt the work plan');
    expect(desk.told()[2]).toBe('A:NOTE it.|B: and adopt the work plan');
  });

  test('LE4 a copy is written by whoever pastes it', () => {
    written(...ARTICLES);
    select(b, 2, -1);
    b.view.pasteText(' AGREE to meet every year');
    expect(desk.told()[2]).toBe('A:NOTE it.|B: AGREE to meet every year');
  });

  test('LE4 Enter in the middle, and Backspace at the start', () => {
    written(...ARTICLES);
    for (const at of [1, 2, 6, 20, 50, 52]) {
      select(b, 0, at);
      press(b, 'Enter');
      const text = a.state.doc.child(0).textContent;
      expect(desk.told().slice(0, 2)).toEqual([`A:${text}`, `A:${a.state.doc.child(1).textContent}`]);
      b.commands.joinBackward();
      expect(desk.told()).toEqual(UNTOUCHED);
    }
  });

  test('LE4 a selection over the end of a clause, deleted and typed over', () => {
    written(...ARTICLES);
    select(b, 0, 6, 1, 5);
    b.commands.deleteSelection();
    expect(desk.told()).toEqual(['A:AGREE the officials.', 'A:NOTE it.']);
    select(b, 0, 19, 1, 5);
    type(b, 'x');
    expect(desk.told()).toEqual(['A:AGREE the officials|B:x|A:it.']);
  });

  test('LE4 several clauses pasted into the middle of one', () => {
    written(...ARTICLES);
    select(b, 0, 6);
    b.view.pasteHTML('<p>one</p><p>two</p>');
    expect(desk.told().slice(0, 3)).toEqual([
      'A:AGREE |B:one',
      'B:two|A:to meet every year in the capital of the Chair.',
      'A:TASK the officials.',
    ]);
  });

  test('LE4 into a list, deeper, higher, and out again', () => {
    written(
      clause('paragraph', 'c_aaaa', 'alpha'),
      clause('paragraph', 'c_bbbb', 'beta'),
      clause('paragraph', 'c_cccc', 'gamma'),
    );
    select(b, 1, 2);
    type(b, 'X');
    const expected = ['A:alpha', 'A:be|B:X|A:ta', 'A:gamma'];
    select(b, 0, 0, 2, -1);
    b.commands.toggleList('bulletList', 'listItem');
    expect(b.state.doc.childCount).toBe(1);
    expect(desk.told()).toEqual(expected);
    select(b, 0, 10);
    b.commands.sinkListItem('listItem');
    expect(desk.told()).toEqual(expected);
    b.commands.toggleList('orderedList', 'listItem');
    expect(desk.told()).toEqual(expected);
    b.commands.liftListItem('listItem');
    expect(desk.told()).toEqual(expected);
    b.commands.selectAll();
    b.commands.liftListItem('listItem');
    expect(desk.told()).toEqual(expected);
  });

  test('LE4 another kind and another level', () => {
    written(...ARTICLES);
    select(b, 1, 4);
    for (const [kind, level] of [
      ['heading', 2],
      ['preambular', 1],
      ['operative', 2],
      ['title', 1],
    ] as const) {
      chooseKind(b, kind, level);
      expect(desk.told()).toEqual(UNTOUCHED);
    }
  });

  test('LE4 words with marks, breaks and footnotes between them', () => {
    written({
      type: 'operative',
      attrs: { id: 'c_aaaa', level: 1 },
      content: [
        { type: 'text', text: 'AGREE', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' to' },
        { type: 'hardBreak' },
        { type: 'text', text: 'do', marks: [{ type: 'italic' }] },
        { type: 'footnote', attrs: { text: 'a note' } },
        { type: 'text', text: ' so' },
      ],
    });
    select(b, 0, 5);
    type(b, 'S');
    select(b, 0, 1);
    for (const kind of ['heading', 'paragraph'] as const) {
      chooseKind(b, kind, 1);
      expect(desk.told()).toEqual(['A:AGREE|B:S|A: to\ndo^A:a note^A: so']);
    }
    b.commands.toggleList('bulletList', 'listItem');
    expect(desk.told()).toEqual(['A:AGREE|B:S|A: to\ndo^A:a note^A: so']);
  });

  test('LE5 formatting changes nobody', () => {
    written(...ARTICLES);
    select(b, 0, 3, 2, 4);
    b.commands.toggleMark('bold');
    b.commands.toggleMark('italic');
    b.commands.toggleMark('bold');
    expect(desk.told()).toEqual(UNTOUCHED);
    expect(desk.ledger().position).toBeGreaterThan(1);
  });

  test('LE4 a clause past its neighbour, whatever the neighbour says', () => {
    written(
      clause('operative', 'c_aaaa', 'AGREE to meet.', { level: 1 }),
      clause('operative', 'c_bbbb', 'AGREE to plan.', { level: 1 }),
    );
    select(b, 1, -1);
    type(b, ' AGREE to meet.');
    const [first, second] = ['A:AGREE to meet.', 'A:AGREE to plan.|B: AGREE to meet.'];
    expect(desk.told()).toEqual([first, second]);
    select(b, 0, 0);
    apply(b, moveClause(1));
    expect(desk.told()).toEqual([second, first]);
    select(b, 1, 0);
    apply(b, moveClause(-1));
    expect(desk.told()).toEqual([first, second]);
  });

  test('LE4 two clauses in the same words by different people trade places', () => {
    written(clause('operative', 'c_aaaa', '[Agreed]', { level: 1 }), clause('operative', 'c_cccc', 'x'));
    select(b, 1, 0, 1, -1);
    b.commands.insertContent({ type: 'text', text: '[Agreed]' });
    expect(desk.told()).toEqual(['A:[Agreed]', 'B:[Agreed]']);
    select(b, 0, 0);
    apply(b, moveClause(1));
    expect(b.state.doc.child(0).attrs.id).toBe('c_cccc');
    expect(desk.told()).toEqual(['B:[Agreed]', 'A:[Agreed]']);
  });

  test('LE4 a clause dragged elsewhere', () => {
    written(...ARTICLES);
    const { tr, doc } = b.state;
    const moved = doc.child(0);
    b.view.dispatch(tr.delete(0, moved.nodeSize).insert(tr.doc.content.size, moved));
    expect(desk.told()).toEqual([...UNTOUCHED.slice(1), UNTOUCHED[0]]);
  });

  test('LE4 words dragged within a clause and to another', () => {
    written(...ARTICLES);
    const drag = (from: number, to: number, target: number) => {
      const { tr } = b.state;
      const slice = tr.doc.slice(from, to);
      tr.delete(from, to);
      b.view.dispatch(tr.replace(tr.mapping.map(target), tr.mapping.map(target), slice));
    };
    drag(14, 25, 1);
    expect(desk.told()[0]).toBe(`A:${b.state.doc.child(0).textContent}`);
    const second = b.state.doc.child(0).nodeSize + 1;
    drag(1, 12, second + 5);
    expect(b.state.doc.child(1).textContent).toMatch(/^TASK .*the officials/);
    expect(desk.told()).toEqual(b.state.doc.children.map((node) => `A:${node.textContent}`));
    drag(1, 6, second);
    expect(desk.told()).toEqual(b.state.doc.children.map((node) => `A:${node.textContent}`));
  });

  test('LE4 cut and pasted, within the hour', () => {
    written(...ARTICLES);
    const cut = b.state.doc.child(0);
    b.view.dispatch(b.state.tr.delete(0, cut.nodeSize));
    desk.wait(300);
    select(b, 1, -1);
    type(b, '!');
    b.view.dispatch(b.state.tr.insert(b.state.doc.content.size, cut));
    expect(desk.told()).toEqual(['A:TASK the officials.', 'A:NOTE it.|B:!', UNTOUCHED[0]]);
  });

  test('LE4 pasted twice, the second is a copy', () => {
    written(...ARTICLES);
    const words = 'every year in the capital';
    select(b, 0, 14, 0, 14 + words.length);
    b.commands.deleteSelection();
    for (const index of [1, 2]) {
      select(b, index, -1);
      b.view.pasteText(` ${words}`);
    }
    expect(desk.told().slice(1)).toEqual([`A:TASK the officials.|B: |A:${words}`, `A:NOTE it.|B: ${words}`]);
  });

  test('LE4 what another person cut is not theirs to paste as if moved', () => {
    written(...ARTICLES);
    const cut = b.state.doc.child(0);
    b.view.dispatch(b.state.tr.delete(0, cut.nodeSize));
    const c = desk.editor('C');
    c.commands.insertContentAt(c.state.doc.content.size, cut.toJSON());
    expect(desk.told()).toEqual([...UNTOUCHED.slice(1), UNTOUCHED[0]?.replace('A:', 'C:')]);
  });

  test('LE4 undo gives words back to whoever wrote them; redo takes them again', () => {
    written(...ARTICLES);
    pause(b);
    select(b, 0, 6, 0, 9);
    b.commands.deleteSelection();
    pause(b);
    select(b, 1, 0, 2, 4);
    b.commands.deleteSelection();
    pause(b);
    b.view.dispatch(b.state.tr.delete(0, b.state.doc.child(0).nodeSize));
    for (let time = 0; time < 3; time += 1) b.commands.undo();
    expect(desk.told()).toEqual(UNTOUCHED);
    for (let time = 0; time < 3; time += 1) {
      // y-tiptap cannot place a caret again whose clause a redo takes away.
      select(b, 0, 0);
      b.commands.redo();
    }
    for (let time = 0; time < 3; time += 1) b.commands.undo();
    expect(desk.told()).toEqual(UNTOUCHED);
  });

  test('LE4 undo of one letter taken away, and of a word taken away letter by letter', () => {
    written(...ARTICLES);
    pause(b);
    select(b, 1, 2, 1, 3);
    b.commands.deleteSelection();
    pause(b);
    for (let end = 18; end > 9; end -= 1) {
      select(b, 1, end - 2, 1, end - 1);
      b.commands.deleteSelection();
    }
    b.commands.undo();
    b.commands.undo();
    expect(desk.told()).toEqual(UNTOUCHED);
  });

  test('LE4 undo of structure: list, split, join, move', () => {
    written(...ARTICLES);
    for (const act of [
      () => b.chain().selectAll().setNode('paragraph').toggleList('bulletList', 'listItem').run(),
      () => {
        select(b, 0, 6);
        press(b, 'Enter');
      },
      () => {
        select(b, 1, 0);
        b.commands.joinBackward();
      },
      () => {
        select(b, 0, 1);
        apply(b, moveClause(1));
      },
    ]) {
      pause(b);
      act();
      pause(b);
      b.commands.undo();
      expect(desk.told()).toEqual(UNTOUCHED);
      b.commands.redo();
      b.commands.undo();
      expect(desk.told()).toEqual(UNTOUCHED);
    }
  });

  test('LE4 undo of one’s own words and redo: they stay one’s own', () => {
    written(...ARTICLES);
    pause(b);
    select(b, 2, -1);
    type(b, ' Together.');
    b.commands.undo();
    expect(desk.told()).toEqual(UNTOUCHED);
    b.commands.redo();
    expect(desk.told()[2]).toBe('A:NOTE it.|B: Together.');
  });

  test('LE3 what is taken away and typed again is typed', () => {
    written(...ARTICLES);
    select(b, 1, 5, 1, 8);
    b.commands.deleteSelection();
    type(b, 'the');
    expect(desk.told()[1]).toBe('A:TASK |B:the|A: officials.');
  });

  test('LE3 find and replace in many clauses', () => {
    written(...ARTICLES);
    apply(b, seek({ text: 'the', matchCase: false }));
    apply(b, replaceEveryMatch('all'));
    expect(desk.told()).toEqual([
      'A:AGREE to meet every year in |B:all|A: capital of |B:all|A: Chair.',
      'A:TASK |B:all|A: officials.',
      'A:NOTE it.',
    ]);
  });

  test('LE6 a restored version has its authors again', () => {
    written(...ARTICLES);
    select(b, 1, 5, 1, 8);
    type(b, 'some');
    select(b, 0, 0);
    b.view.dispatch(b.state.tr.delete(0, b.state.doc.child(0).nodeSize));
    expect(desk.told()).toEqual(['A:TASK |B:some|A: officials.', 'A:NOTE it.']);
    desk.wait(7 * 24 * 3600);
    desk.restore('C', 1);
    expect(desk.told()).toEqual(UNTOUCHED);
  });

  test('LE3 a text that comes in by a program: what is new in it is its sender’s', () => {
    written(...ARTICLES);
    desk.turnInto('C', {
      type: 'doc',
      content: [
        clause('operative', 'c_bbbb', 'TASK all the officials.', { level: 1 }),
        clause('operative', 'c_cccc', 'NOTE it.', { level: 1 }),
        clause('paragraph', 'c_dddd', 'Done at Chiang Rai.'),
      ],
    });
    expect(desk.told()).toEqual(['A:TASK |C:all |A:the officials.', 'A:NOTE it.', 'C:Done at Chiang Rai.']);
  });

  test('LE5 a repair by the server changes nobody', () => {
    written(...ARTICLES);
    select(b, 0, 0, 2, -1);
    b.commands.setNode('paragraph');
    b.commands.toggleList('bulletList', 'listItem');
    desk.mend('B', (fragment) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, [new Y.XmlElement('paragraph')]);
      (fragment.get(0) as Y.XmlElement).push([item]);
    });
    expect(desk.told()).toEqual([...UNTOUCHED, '']);
    desk.mend('B', (fragment) => (fragment.get(0) as Y.XmlElement).delete(3, 1));
    expect(desk.told()).toEqual(UNTOUCHED);
  });

  test('LE3 three people in one clause at the same time', () => {
    written(...ARTICLES);
    const c = desk.editor('C');
    select(b, 1, -1);
    type(b, ' One.');
    select(c, 1, 0);
    type(c, 'Both ');
    select(a, 1, 9);
    press(a, 'Enter');
    expect(desk.told().slice(1, 3)).toEqual(['C:Both |A:TASK', 'A: the officials.|B: One.']);
  });
});

describe('who wrote it, after each operation on a table', () => {
  const cell = (text: string, kind = 'tableCell'): NodeJson => ({
    type: kind,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const row = (id: string, ...cells: NodeJson[]): NodeJson => ({
    type: 'tableRow',
    attrs: { id },
    content: cells,
  });
  const matrix: NodeJson = {
    type: 'table',
    attrs: { id: 'c_tttt' },
    content: [
      row('c_head', cell('No.', 'tableHeader'), cell('Activity', 'tableHeader')),
      row('c_rowa', cell('1'), cell('Share good practices')),
      row('c_rowb', cell('2'), cell('Share a newsletter')),
    ],
  };
  const into = (editor: Editor, words: string) => {
    editor.state.doc.descendants((node, pos) => {
      if (node.isText && node.text === words) editor.commands.setTextSelection(pos + 1);
    });
  };

  test('LE4 rows and columns that move, come and go keep the words where they belong', () => {
    written(matrix);
    into(b, '2');
    type(b, 'bis');
    into(b, 'Activity');
    type(b, 'X');
    const head = 'A:No.\tA|B:X|A:ctivity';
    const [one, two] = ['A:1\tShare good practices', 'A:2|B:bis\t|A:Share a newsletter'];
    expect(desk.told()).toEqual([head, one, two]);
    into(b, '1');
    apply(b, moveClause(1));
    expect(desk.told()).toEqual([head, two, one]);
    into(b, '1');
    apply(b, moveColumn(1));
    expect(desk.told()).toEqual([
      'A:A|B:X|A:ctivity\tNo.',
      'A:Share a newsletter\t2|B:bis',
      'A:Share good practices\t1',
    ]);
    into(b, '1');
    b.commands.addColumnBefore();
    type(b, 'new');
    b.commands.addRowBefore();
    expect(desk.told()).toHaveLength(4);
    expect(desk.told().at(-1)).toBe('A:Share good practices\t\t1|B:new');
    into(b, 'Share good practices');
    b.commands.deleteColumn();
    b.commands.deleteRow();
    expect(desk.told()).toHaveLength(3);
    expect(desk.told().slice(0, 2)).toEqual(['\tA:No.', '\tA:2|B:bis']);
  });

  test('LE4 cells joined and split', () => {
    written(matrix);
    b.commands.selectAll();
    b.commands.mergeCells();
    b.commands.splitCell();
    expect(
      desk
        .told()
        .join('')
        .replaceAll(/A:|[\t\n]/g, ''),
    ).toBe('No.Activity1Share good practices2Share a newsletter');
  });
});
