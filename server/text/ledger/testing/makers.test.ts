// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveClause } from '@/components/editor/clause-commands';
import { apply, chooseKind } from '@/components/editor/extensions/clause-keys';
import type { NodeJson } from '../../../../domain/text/document-json';
import { minimalEdit } from '../../minimal-edit';
import { textOfDoc } from '../../ydoc';
import { Desk, pause, press, select, type } from './desk';
import { madeBetween } from './made';

let desk: Desk;
let a: Editor;
let b: Editor;
let c: Editor;
let begun: number;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

const WORDS = [
  'AGREE to meet every year in the capital of the Chair;',
  'TASK the officials with a report on training;',
  'NOTE the progress of the network of academies;',
  'REQUEST the Secretariat to keep the register of projects;',
  'WELCOME the offer of Thailand to host the forum.',
];

function operative(text: string, index: number): NodeJson {
  return { type: 'operative', attrs: { id: `c_${index}`, level: 1 }, content: [{ type: 'text', text }] };
}

/** A writes these clauses; B and C sit down at the same text. */
function written(...content: NodeJson[]): void {
  a = desk.editor('A');
  a.commands.setContent({ type: 'doc', content } as never);
  b = desk.editor('B');
  c = desk.editor('C');
  begun = desk.rows.length;
}

function move(editor: Editor, index: number, by: number): void {
  for (let step = 0; step < Math.abs(by); step += 1) {
    select(editor, index + step * Math.sign(by), 3);
    apply(editor, moveClause(by > 0 ? 1 : -1));
  }
}

/** Puts a block elsewhere in one step, as a drag by its handle does. */
function drag(editor: Editor, index: number, to: number): void {
  const { doc, tr } = editor.state;
  const at = (place: number) => {
    let pos = 0;
    for (let before = 0; before < place; before += 1) pos += doc.child(before).nodeSize;
    return pos;
  };
  const node = doc.child(index);
  tr.delete(at(index), at(index) + node.nodeSize);
  editor.view.dispatch(tr.insert(tr.mapping.map(at(to > index ? to + 1 : to)), node));
}

describe('who moved a clause', () => {
  beforeEach(() => written(...WORDS.map(operative)));

  test('LE16 by keys, while another writes in it', () => {
    move(b, 0, 2);
    select(c, 2, 5);
    type(c, ' firmly');
    move(b, 2, 1);
    expect(madeBetween(desk, begun)).toEqual(['moved B']);
  });

  test('LE16 by a drag, while others write, reshape and move elsewhere', () => {
    drag(b, 0, 2);
    select(c, 3, 1);
    apply(c, moveClause(1));
    select(a, 2, 5);
    type(a, ' gladly');
    expect(madeBetween(desk, begun)).toEqual(['moved B', 'moved C']);
  });

  test('LE17 moved by one and moved on by another, it is whose it was last', () => {
    drag(b, 0, 4);
    drag(c, 4, 2);
    expect(madeBetween(desk, begun)).toEqual(['moved C']);
  });

  test('LE17 where it cannot be told whether the clause moved or those it passed, nobody is named', () => {
    drag(b, 0, 3);
    move(c, 3, 1);
    expect(madeBetween(desk, begun)).toEqual(['moved nobody']);
  });

  test('LE17 past clauses that another moved, each move is its own where something stayed between', () => {
    drag(b, 0, 3);
    drag(c, 2, 0);
    expect(madeBetween(desk, begun)).toEqual(['moved C', 'moved B']);
  });

  test('LE17 where every clause it passed was moved by others, nobody is named', () => {
    drag(b, 0, 1);
    drag(c, 0, 1);
    drag(b, 0, 1);
    expect(madeBetween(desk, begun)).toEqual(['moved nobody']);
  });

  test('LE16 undone by its author nothing is left, and what another moved stays that one’s', () => {
    drag(b, 0, 3);
    pause(b);
    drag(c, 4, 0);
    b.commands.undo();
    const made = madeBetween(desk, begun);
    expect(made).toEqual(['moved C']);
  });

  test('LE16 moved back by another, of the two texts between which it went back', () => {
    drag(b, 0, 3);
    const moved = desk.rows.length;
    drag(c, 3, 0);
    expect(madeBetween(desk, begun)).toEqual([]);
    expect(madeBetween(desk, moved)).toEqual(['moved C']);
    expect(madeBetween(desk, begun, moved)).toEqual(['moved B']);
  });

  test('LE6 LE17 what a restore undid is nobody’s, what was done before the restored text and after it is whose it was', () => {
    drag(b, 0, 3);
    const kept = desk.rows.length;
    drag(c, 4, 0);
    select(c, 1, 0);
    chooseKind(c, 'paragraph', 1);
    const spoilt = desk.rows.length;
    desk.restore('A', kept);
    expect(madeBetween(desk, begun)).toEqual(['moved B']);
    expect(madeBetween(desk, spoilt)).toEqual(['structure kind nobody', 'moved nobody']);
    select(b, 1, 0);
    chooseKind(b, 'paragraph', 1);
    expect(madeBetween(desk, begun)).toEqual(['structure kind B', 'moved B']);
  });
});

describe('at once, each without having seen the other', () => {
  const level = (node: NodeJson, depth: number): NodeJson => ({
    ...node,
    attrs: { ...node.attrs, level: depth },
  });

  /** Rows of people who all turned the text that stands into one of their own. */
  function atOnce(...edits: readonly (readonly [person: string, content: readonly NodeJson[]])[]): void {
    const base = desk.rows.map((row) => row.bytes);
    edits.forEach(([person, content], index) => {
      const bytes = minimalEdit(base, { type: 'doc', content }, 700_000 + index);
      const last = desk.rows.at(-1);
      if (bytes === null || last === undefined) throw new Error('atOnce: nothing changed');
      desk.rows.push({ ...last, position: desk.rows.length + 1, userId: person, delegation: person, bytes });
    });
  }

  test('LE16 one moves a clause, another moves and reshapes others', () => {
    const [v, w, x, y, z] = WORDS.map(operative) as [NodeJson, NodeJson, NodeJson, NodeJson, NodeJson];
    written(v, w, x, y, z);
    atOnce(['B', [w, x, y, v, z]], ['C', [z, v, level(w, 2), x, y]]);
    expect(textOfDoc(desk.ledger().doc).content?.map(({ attrs }) => attrs?.id)).toEqual(
      [4, 1, 2, 3, 0].map((index) => `c_${index}`),
    );
    expect(madeBetween(desk, begun)).toEqual(['moved C', 'structure level C', 'moved B']);
  });

  test('LE17 where two moved one clause it stands twice, and nobody is named for either', () => {
    const [v, w, x, y, z] = WORDS.map(operative) as [NodeJson, NodeJson, NodeJson, NodeJson, NodeJson];
    written(v, w, x, y, z);
    atOnce(['B', [w, x, y, v, z]], ['C', [w, x, v, y, z]]);
    const twice = textOfDoc(desk.ledger().doc).content?.filter(({ attrs }) => attrs?.id === 'c_0');
    expect(twice).toHaveLength(2);
    expect(madeBetween(desk, begun)).toEqual(['moved nobody', 'clause-inserted nobody']);
  });
});

describe('who split and joined clauses', () => {
  beforeEach(() => written(...WORDS.map(operative)));

  test('LE16 one splits, another joins elsewhere, a third writes in both', () => {
    select(b, 0, 21);
    press(b, 'Enter');
    select(c, 4, 0);
    c.commands.joinBackward();
    select(a, 1, 3);
    type(a, 'xy');
    select(a, 3, 3);
    type(a, 'xy');
    expect(madeBetween(desk, begun)).toEqual(['split B', 'merged C']);
  });

  test('LE17 split by one, joined by another, split again elsewhere by a third', () => {
    select(b, 0, 21);
    press(b, 'Enter');
    const split = desk.rows.length;
    select(c, 1, 0);
    c.commands.joinBackward();
    const joined = desk.rows.length;
    select(a, 0, 30);
    press(a, 'Enter');
    expect(madeBetween(desk, begun)).toEqual(['split A']);
    expect(madeBetween(desk, begun, joined)).toEqual([]);
    expect(madeBetween(desk, split, joined)).toEqual(['merged C']);
  });

  test('LE16 an undo of a split joins, also where another wrote since', () => {
    select(b, 0, 21);
    press(b, 'Enter');
    const split = desk.rows.length;
    pause(b);
    select(c, 3, 3);
    type(c, 'xy');
    b.commands.undo();
    expect(madeBetween(desk, split)).toEqual(['merged B']);
  });

  test('LE16 an undo of a join splits again', () => {
    select(b, 1, 0);
    b.commands.joinBackward();
    const joined = desk.rows.length;
    pause(b);
    select(c, 2, 3);
    type(c, 'xy');
    b.commands.undo();
    expect(madeBetween(desk, joined)).toEqual(['split B']);
  });

  test('LE17 into a part that one split off another put further words of the whole: nobody is named', () => {
    select(b, 0, 40);
    press(b, 'Enter');
    const { tr, doc } = c.state;
    const [from, end] = [22, 1 + doc.child(0).content.size];
    const slice = doc.slice(from, end);
    tr.delete(from, end);
    c.view.dispatch(tr.replaceRange(tr.mapping.map(end + 2), tr.mapping.map(end + 2), slice));
    expect(madeBetween(desk, begun).filter((made) => made.startsWith('split'))).toEqual(['split nobody']);
  });
});

describe('who gave a clause its form', () => {
  test('LE16 kind by one, level by another, a list by a third, words by all', () => {
    written(...WORDS.map(operative));
    select(a, 0, 2);
    chooseKind(a, 'preambular', 1);
    select(b, 1, 2);
    chooseKind(b, 'operative', 2);
    select(c, 3, 2);
    c.commands.toggleList('bulletList', 'listItem');
    for (const editor of [a, b, c]) {
      select(editor, 1, 6);
      type(editor, 'x');
      select(editor, 0, 6);
      type(editor, 'y');
    }
    expect(madeBetween(desk, begun).filter((made) => !made.endsWith('nobody'))).toEqual([
      'structure kind A',
      'structure level B',
      'structure kind C',
    ]);
  });

  test('LE17 set by one and set anew by another, the form is whose it is now', () => {
    written(...WORDS.map(operative));
    select(b, 1, 2);
    chooseKind(b, 'operative', 2);
    select(c, 1, 2);
    chooseKind(c, 'operative', 3);
    expect(madeBetween(desk, begun)).toEqual(['structure level C']);
  });

  test('LE16 items of a list, deeper by one, of another list by another', () => {
    const item = (text: string, index: number): NodeJson => ({
      type: 'listItem',
      attrs: { id: `c_${index}` },
      content: [{ type: 'paragraph', attrs: { id: `p_${index}` }, content: [{ type: 'text', text }] }],
    });
    written({ type: 'bulletList', content: WORDS.map(item) });
    const into = (editor: Editor, words: string) => {
      let at = 0;
      editor.state.doc.descendants((node, pos) => {
        if (node.isText && node.text?.startsWith(words)) at = pos;
      });
      editor.commands.setTextSelection(at + 1);
    };
    into(b, 'TASK');
    b.commands.sinkListItem('listItem');
    into(c, 'WELCOME');
    type(c, 'x');
    expect(madeBetween(desk, begun)).toEqual(['structure level B']);
  });

  test('LE16 marks set by one, while another writes beside them; nobody’s where another writes in them', () => {
    written(...WORDS.map(operative));
    select(b, 0, 0, 0, 13);
    b.commands.toggleMark('bold');
    select(c, 0, 40);
    type(c, ' xyz');
    expect(madeBetween(desk, begun)).toEqual(['formatting B']);
    select(c, 0, 8);
    type(c, ' xyz');
    expect(new Set(madeBetween(desk, begun))).toEqual(new Set(['formatting nobody']));
  });

  test('LE16 a clause that one set in bold and another moved', () => {
    written(...WORDS.map(operative));
    select(b, 0, 0, 0, 5);
    b.commands.toggleMark('bold');
    drag(c, 0, 3);
    expect(madeBetween(desk, begun)).toEqual(['moved C', 'formatting B']);
  });
});

describe('tables', () => {
  const cell = (text: string): NodeJson => ({
    type: 'tableCell',
    content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }],
  });
  const row = (id: string, ...texts: string[]): NodeJson => ({
    type: 'tableRow',
    attrs: { id },
    content: texts.map(cell),
  });
  const into = (editor: Editor, words: string) => {
    let at = 0;
    editor.state.doc.descendants((node, pos) => {
      if (node.isText && node.text?.startsWith(words)) at = pos;
    });
    editor.commands.setTextSelection(at + 1);
  };
  beforeEach(() => {
    written(operative(WORDS[0] ?? '', 0), {
      type: 'table',
      attrs: { id: 't_1' },
      content: [row('r_1', 'Activity', 'Lead country'), row('r_2', 'Training of trainers', 'Thailand')],
    });
  });

  test('LE16 an empty row by one, while another writes in the next', () => {
    into(b, 'Activity');
    b.commands.addRowAfter();
    into(c, 'Thailand');
    type(c, 'x');
    expect(madeBetween(desk, begun)).toEqual(['clause-inserted B']);
  });

  test('LE16 a column by one, a row by another', () => {
    into(b, 'Lead');
    b.commands.addColumnAfter();
    into(c, 'Training');
    c.commands.addRowAfter();
    expect(madeBetween(desk, begun)).toContain('clause-inserted C');
    expect(madeBetween(desk, begun)).toContain('structure columns B');
  });

  test('LE16 an empty row taken away', () => {
    into(b, 'Activity');
    b.commands.addRowAfter();
    const added = desk.rows.length;
    let at = 0;
    c.state.doc.descendants((node, pos) => {
      if (node.type.name === 'tableCell' && node.textContent === '' && at === 0) at = pos;
    });
    c.commands.setTextSelection(at + 2);
    c.commands.deleteRow();
    into(b, 'Thailand');
    type(b, 'x');
    expect(madeBetween(desk, added)).toEqual(['clause-deleted C']);
  });
});
