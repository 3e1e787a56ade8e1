// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { NodeJson } from '@/domain/text/document-json';
import { changeLevel, moveClause } from './clause-commands';
import { writingExtensions } from './create-editor';
import { clauseTextOf, ids, labels, type TestText } from './editing-support';
import { apply, chooseKind } from './extensions/clause-keys';
import { replaceEveryMatch, seek } from './extensions/find-in-text';
import { moveColumn } from './table-commands';

const editors: Editor[] = [];

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function open(doc = new Y.Doc()): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: [
      ...writingExtensions({
        houseStyle: 'declaration',
        language: 'en',
        label: 'text',
        open: () => undefined,
        tooLarge: () => undefined,
        keepsBrackets: () => false,
        bracketKept: () => undefined,
      }),
      Collaboration.configure({ document: doc }),
    ],
  });
  editors.push(editor);
  return editor;
}

function clause(type: string, id: string, text: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type, attrs: { id, ...attrs }, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) };
}

function write(...content: NodeJson[]): Editor {
  const editor = open();
  editor.commands.setContent({ type: 'doc', content } as TestText);
  return editor;
}

/** Puts the caret `offset` letters into the block at `index` (from its end where negative). */
function caret(editor: Editor, index: number, offset: number): void {
  let pos = 1;
  for (let before = 0; before < index; before += 1) pos += editor.state.doc.child(before).nodeSize;
  const length = editor.state.doc.child(index).content.size;
  const at = pos + (offset < 0 ? length + 1 + offset : offset);
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
}

function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event) || undefined);
}

const ABC = [
  clause('operative', 'c_aaaa', 'alpha'),
  clause('operative', 'c_bbbb', 'beta'),
  clause('operative', 'c_cccc', 'gamma'),
];

describe('clause ids in the editor', () => {
  test('TX1 a typed clause gets an id of its own', () => {
    const editor = open();
    editor.commands.insertContent('hello');
    expect(ids(editor)).toEqual([expect.stringMatching(/^c_[a-z2-7]{12}$/)]);
  });

  test('TX2 Enter in the middle keeps the id with the first part', () => {
    const editor = write(...ABC);
    caret(editor, 1, 2);
    press(editor, 'Enter');
    expect(clauseTextOf(editor)).toEqual(['alpha', 'be', 'ta', 'gamma']);
    const [a, b, added, c] = ids(editor);
    expect([a, b, c]).toEqual(['c_aaaa', 'c_bbbb', 'c_cccc']);
    expect(added).toMatch(/^c_[a-z2-7]{12}$/);
  });

  test('TX2 Enter at the start leaves the id with the words', () => {
    const editor = write(...ABC);
    caret(editor, 1, 0);
    press(editor, 'Enter');
    expect(clauseTextOf(editor)).toEqual(['alpha', '', 'beta', 'gamma']);
    expect(ids(editor)[2]).toBe('c_bbbb');
  });

  test('TX3 a pasted copy gets a new id', () => {
    const editor = write(...ABC);
    caret(editor, 2, -1);
    editor.view.pasteHTML(
      '<p data-clause="operative" data-id="c_aaaa">alpha</p><p data-clause="operative" data-id="c_aaaa">alpha</p>',
    );
    expect(new Set(ids(editor)).size).toBe(ids(editor).length);
    expect(ids(editor)[0]).toBe('c_aaaa');
  });

  test('TX4 a clause cut and pasted elsewhere keeps its id', () => {
    const editor = write(...ABC, clause('paragraph', 'c_dddd', ''));
    const cut = editor.state.doc.child(0);
    editor.view.dispatch(editor.state.tr.delete(0, cut.nodeSize));
    caret(editor, 2, 0);
    editor.view.pasteHTML('<p data-clause="operative" data-id="c_aaaa">alpha</p>');
    expect(clauseTextOf(editor)).toEqual(['beta', 'gamma', 'alpha']);
    expect(ids(editor).slice(0, 2)).toEqual(['c_bbbb', 'c_cccc']);
    expect(ids(editor)[2]).toBe('c_aaaa');
  });

  test('TX4 Alt+Arrow moves a clause with its id, and the caret with it', () => {
    const editor = write(...ABC);
    caret(editor, 0, 2);
    press(editor, 'ArrowDown', { altKey: true });
    expect(ids(editor)).toEqual(['c_bbbb', 'c_aaaa', 'c_cccc']);
    expect(editor.state.selection.$from.parent.textContent).toBe('alpha');
    expect(editor.state.selection.$from.parentOffset).toBe(2);
    press(editor, 'ArrowUp', { altKey: true });
    expect(ids(editor)).toEqual(['c_aaaa', 'c_bbbb', 'c_cccc']);
  });

  test('TX4 a clause keeps its id when it changes kind or level', () => {
    const editor = write(...ABC);
    caret(editor, 1, 1);
    chooseKind(editor, 'heading', 2);
    expect(editor.state.doc.child(1).type.name).toBe('heading');
    chooseKind(editor, 'operative', 2);
    expect(ids(editor)).toEqual(['c_aaaa', 'c_bbbb', 'c_cccc']);
    expect(labels(editor)).toEqual(['1.', '(a)', '2.']);
  });

  test('TX1 what a colleague writes is left alone: its ids come from where it was written', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    const first = open(one);
    const second = open(two);
    first.commands.setContent({ type: 'doc', content: [clause('operative', 'c_aaaa', 'alpha')] } as TestText);
    let sentBack = 0;
    two.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') sentBack += 1;
    });
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one), 'network');
    expect(ids(second)).toEqual(['c_aaaa']);
    expect(sentBack).toBe(0);
  });
});

describe('the keyboard of a negotiated text', () => {
  test('Enter in an operative paragraph goes on at the same level; on an empty one it climbs, then ends', () => {
    const editor = write(clause('operative', 'c_aaaa', 'alpha', { level: 2 }));
    caret(editor, 0, -1);
    press(editor, 'Enter');
    expect(editor.state.doc.child(1).attrs.level).toBe(2);
    press(editor, 'Enter');
    expect(editor.state.doc.child(1).attrs.level).toBe(1);
    press(editor, 'Enter');
    expect(editor.state.doc.childCount).toBe(2);
    expect(editor.state.doc.child(1).type.name).toBe('paragraph');
  });

  test('Enter after a title or a heading begins a paragraph, after the chapeau a preambular one', () => {
    for (const [kind, next] of [
      ['title', 'paragraph'],
      ['heading', 'paragraph'],
      ['annex', 'paragraph'],
      ['chapeau', 'preambular'],
      ['preambular', 'preambular'],
    ]) {
      const editor = write(clause(kind ?? '', 'c_aaaa', 'words'));
      caret(editor, 0, -1);
      press(editor, 'Enter');
      expect([kind, editor.state.doc.child(1).type.name]).toEqual([kind, next]);
    }
  });

  test('Backspace at the start climbs, then makes a paragraph, and keeps the words', () => {
    const editor = write(clause('operative', 'c_aaaa', 'alpha', { level: 2 }));
    caret(editor, 0, 0);
    press(editor, 'Backspace');
    expect(editor.state.doc.child(0).attrs.level).toBe(1);
    press(editor, 'Backspace');
    expect(editor.getJSON().content?.[0]).toMatchObject({ type: 'paragraph', attrs: { id: 'c_aaaa' } });
  });

  test('Tab goes deeper to the third level and no further; after Escape it leaves the text', () => {
    const editor = write(clause('operative', 'c_aaaa', 'alpha'));
    caret(editor, 0, 1);
    for (let time = 0; time < 4; time += 1) press(editor, 'Tab');
    expect(editor.state.doc.child(0).attrs.level).toBe(3);
    press(editor, 'Tab', { shiftKey: true });
    expect(editor.state.doc.child(0).attrs.level).toBe(2);
    press(editor, 'Escape');
    press(editor, 'Tab');
    expect(editor.state.doc.child(0).attrs.level).toBe(2);
  });

  test('a level changes for all operative paragraphs of the selection', () => {
    const editor = write(...ABC);
    editor.commands.selectAll();
    apply(editor, changeLevel(1));
    expect(labels(editor)).toEqual(['(a)', '(b)', '(c)']);
  });

  test('a moved paragraph takes its sub-paragraphs along and passes those of its neighbour', () => {
    const editor = write(
      clause('operative', 'c_1111', 'one'),
      clause('operative', 'c_1a1a', 'one a', { level: 2 }),
      clause('operative', 'c_2222', 'two'),
      clause('operative', 'c_2a2a', 'two a', { level: 2 }),
    );
    caret(editor, 2, 1);
    apply(editor, moveClause(-1));
    expect(ids(editor)).toEqual(['c_2222', 'c_2a2a', 'c_1111', 'c_1a1a']);
    expect(apply(editor, moveClause(-1))).toBe(false);
  });

  test('numbers follow structure at once', () => {
    const editor = write(...ABC);
    expect(labels(editor)).toEqual(['1.', '2.', '3.']);
    caret(editor, 0, 0);
    chooseKind(editor, 'paragraph');
    expect(labels(editor)).toEqual(['', '1.', '2.']);
  });
});

describe('tables', () => {
  const cell = (text: string, type = 'tableCell'): NodeJson => ({
    type,
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
      row('c_head', cell('H1', 'tableHeader'), cell('H2', 'tableHeader')),
      row('c_rowa', cell('a1'), cell('a2')),
      row('c_rowb', cell('b1'), cell('b2')),
    ],
  };
  const words = (editor: Editor) =>
    editor.state.doc
      .child(0)
      .children.map((tableRow) => tableRow.children.map((each) => each.textContent).join(' '));
  const into = (editor: Editor, text: string) => {
    editor.state.doc.descendants((node, pos) => {
      if (node.isText && node.text === text) {
        editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos + 1)));
      }
    });
  };

  test('a row moves with its id, below the header row and never past it', () => {
    const editor = write(matrix);
    into(editor, 'b1');
    expect(apply(editor, moveClause(-1))).toBe(true);
    expect(words(editor)).toEqual(['H1 H2', 'b1 b2', 'a1 a2']);
    expect(editor.state.doc.child(0).children.map((tableRow) => tableRow.attrs.id)).toEqual([
      'c_head',
      'c_rowb',
      'c_rowa',
    ]);
    expect(apply(editor, moveClause(-1))).toBe(false);
    expect(editor.state.selection.$from.parent.textContent).toBe('b1');
  });

  test('a column moves with the caret in it, and stops at the edge', () => {
    const editor = write(matrix);
    into(editor, 'a1');
    expect(apply(editor, moveColumn(1))).toBe(true);
    expect(words(editor)).toEqual(['H2 H1', 'a2 a1', 'b2 b1']);
    expect(editor.state.selection.$from.parent.textContent).toBe('a1');
    expect(apply(editor, moveColumn(1))).toBe(false);
  });

  test('TX1 a new row has an id at once', () => {
    const editor = write(matrix);
    into(editor, 'b1');
    editor.commands.addRowAfter();
    const rows = editor.state.doc.child(0).children.map((tableRow) => tableRow.attrs.id);
    expect(rows).toEqual(['c_head', 'c_rowa', 'c_rowb', expect.stringMatching(/^c_/)]);
    expect(new Set(rows).size).toBe(4);
  });
});

describe('finding and replacing', () => {
  test('replace all is one step, takes the marks of what it replaces, and one undo takes it back', () => {
    const editor = write(
      clause('operative', 'c_aaaa', 'plan and Plan'),
      clause('operative', 'c_bbbb', 'plan'),
    );
    editor.commands.setTextSelection({ from: 1, to: 5 });
    editor.commands.toggleMark('bold');
    apply(editor, seek({ text: 'plan', matchCase: false }));
    expect(apply(editor, replaceEveryMatch('work'))).toBe(true);
    expect(clauseTextOf(editor)).toEqual(['work and work', 'work']);
    expect(editor.state.doc.child(0).firstChild?.marks.map((mark) => mark.type.name)).toEqual(['bold']);
  });
});

/** As Ctrl+V does with plain text; `view.pasteText` is Ctrl+Shift+V, which takes text as it is. */
function pastePlain(editor: Editor, text: string): void {
  const { view } = editor;
  const slice = view.someProp('clipboardTextParser', (parse) =>
    parse(text, view.state.selection.$from, false, view),
  );
  if (slice !== undefined) view.dispatch(view.state.tr.replaceSelection(slice));
}

describe('paste into the editor', () => {
  test('numbered plain text becomes operative paragraphs', () => {
    const editor = open();
    pastePlain(editor, '1. Agree\n(a) to plan\n(b) to act\n2. Adopt');
    expect(labels(editor).filter((label) => label !== '')).toEqual(['1.', '(a)', '(b)', '2.']);
    expect(ids(editor).every((id) => typeof id === 'string')).toBe(true);
  });

  test('Ctrl+Shift+V takes numbered text as it is', () => {
    const editor = open();
    editor.view.pasteText('1. Agree\n2. Adopt');
    expect(clauseTextOf(editor)).toEqual(['1. Agree', '2. Adopt']);
  });

  test('a single line flows into the clause it lands in', () => {
    const editor = write(...ABC);
    caret(editor, 0, -1);
    editor.view.pasteText(' and more');
    expect(clauseTextOf(editor)).toEqual(['alpha and more', 'beta', 'gamma']);
    expect(ids(editor)[0]).toBe('c_aaaa');
  });

  test('a table from Word arrives as a table', () => {
    const editor = open();
    editor.view.pasteHTML(
      '<table class="MsoTableGrid"><tr><td><p class="MsoNormal"><b>A</b><o:p></o:p></p></td><td><p>B</p></td></tr></table>',
    );
    expect(editor.state.doc.firstChild?.type.name).toBe('table');
    expect(editor.state.doc.textContent).toBe('AB');
  });

  test('a selected footnote is replaced as a whole, its words never leak into the text', () => {
    const editor = write({
      type: 'paragraph',
      attrs: { id: 'c_aaaa' },
      content: [
        { type: 'text', text: 'x' },
        { type: 'footnote', attrs: { text: 'secret' } },
      ],
    });
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 2)));
    editor.view.pasteText('y');
    expect(editor.state.doc.textContent).toBe('xy');
  });
});
