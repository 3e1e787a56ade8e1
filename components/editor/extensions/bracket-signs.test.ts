// @vitest-environment happy-dom
import { Editor, type JSONContent } from '@tiptap/core';
import { afterEach, describe, expect, test } from 'vitest';
import { bracketsOf } from '@/domain/text/brackets';
import type { DocumentJson } from '@/domain/text/document-json';
import { bracketAt, selectedWords } from '../bracket-place';
import { writingExtensions } from '../create-editor';
import { setProposing } from './proposing';

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

function run(text: string, path?: string): JSONContent {
  return path === undefined
    ? { type: 'text', text }
    : { type: 'text', text, marks: [{ type: 'bracket', attrs: { path } }] };
}

let refused = 0;
function editorOn(...content: JSONContent[]): Editor {
  refused = 0;
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: writingExtensions({
      houseStyle: 'declaration',
      language: 'en',
      label: 'Text',
      open: () => undefined,
      tooLarge: () => undefined,
      keepsBrackets: () => true,
      bracketKept: () => {
        refused += 1;
      },
    }),
    content: { type: 'doc', content: [{ type: 'operative', attrs: { id: 'c_1' }, content }] },
  });
  open.push(editor);
  return editor;
}

const CONTESTED = [run('We '), run('shall', 'b_1:0:'), run('should', 'b_1:1:TH+VN'), run(' meet.')];

function signs(editor: Editor): string[] {
  return [...editor.view.dom.querySelectorAll('.bracket-sign')].map((sign) =>
    (sign.textContent ?? '').trim(),
  );
}
function wordings(editor: Editor) {
  return bracketsOf(editor.getJSON() as DocumentJson).map(({ alternatives }) =>
    alternatives.map(({ owners, words }) => `${owners.join('+')} ${words}`),
  );
}
/** Places in the paragraph: 1 is its first letter. */
function at(editor: Editor, words: string): number {
  return 1 + editor.state.doc.textContent.indexOf(words);
}

describe('brackets in the editor', () => {
  test('BR4 signs stand at the borders of each alternative, with who holds it', () => {
    const editor = editorOn(...CONTESTED);
    expect(signs(editor)).toEqual(['[', ']', '[TH, VN:', ']']);
    expect(editor.state.doc.textContent).toBe('We shallshould meet.');
  });

  test('BR15 words are typed inside an alternative and stay inside it', () => {
    const editor = editorOn(...CONTESTED);
    editor.view.dispatch(editor.state.tr.insertText(' well', at(editor, ' meet')));
    expect(wordings(editor)).toEqual([[' shall', 'TH+VN should well']]);
    editor.view.dispatch(editor.state.tr.insertText('must', at(editor, 'shall'), at(editor, 'shall') + 5));
    expect(wordings(editor)).toEqual([[' must', 'TH+VN should well']]);
    expect(refused).toBe(0);
  });

  test('BR15 what is pasted into the midst of an alternative belongs to it', () => {
    const editor = editorOn(...CONTESTED);
    const { tr, schema } = editor.state;
    editor.view.dispatch(tr.insert(at(editor, 'ould'), schema.text(' (pasted) ')));
    expect(wordings(editor)).toEqual([[' shall', 'TH+VN sh (pasted) ould']]);
  });

  test('BR15 no key empties, takes away or tears a bracket', () => {
    const editor = editorOn(...CONTESTED);
    const before = editor.getJSON();
    const from = at(editor, 'should');
    editor.view.dispatch(editor.state.tr.delete(from, from + 6));
    editor.view.dispatch(editor.state.tr.delete(1, editor.state.doc.content.size - 1));
    editor.view.dispatch(editor.state.tr.split(from + 2));
    editor.view.dispatch(editor.state.tr.removeMark(1, 15, editor.schema.marks.bracket));
    expect(refused).toBe(4);
    expect(editor.getJSON()).toEqual(before);
  });

  test('a word of one alternative is chosen by a double click, and what is typed over it stays in it', () => {
    const editor = editorOn(...CONTESTED);
    const { view } = editor;
    const should = [...view.dom.querySelectorAll('.bracket-words')][1];
    const double = { target: should } as unknown as MouseEvent;
    const pos = at(editor, 'should') + 3;
    expect(view.someProp('handleDoubleClick', (choose) => choose(view, pos, double))).toBe(true);
    expect(editor.state.selection.from).toBe(at(editor, 'should'));
    expect(editor.state.selection.to).toBe(at(editor, 'should') + 6);
    for (const data of 'must') {
      const event = Object.assign(new Event('beforeinput', { bubbles: true, cancelable: true }), {
        inputType: 'insertText',
        data,
      });
      view.dom.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    }
    expect(wordings(editor)).toEqual([[' shall', 'TH+VN must']]);
    expect(refused).toBe(0);
  });

  test('NP5 what is typed over words of a bracket begins the proposal of whoever may only propose', () => {
    const editor = editorOn(...CONTESTED);
    const heard: unknown[] = [];
    setProposing(editor.view, (typed) => heard.push(typed));
    const from = at(editor, 'should');
    editor.commands.setTextSelection({ from: from, to: from + 3 });
    const event = Object.assign(new Event('beforeinput', { bubbles: true, cancelable: true }), {
      inputType: 'insertText',
      data: 'x',
    });
    editor.view.dom.dispatchEvent(event);
    expect([event.defaultPrevented, heard.length]).toEqual([true, 1]);
  });

  test('BR7 the selected words are named by clause, block and letters', () => {
    const editor = editorOn(...CONTESTED);
    editor.commands.setTextSelection({ from: at(editor, 'meet'), to: at(editor, 'meet') + 4 });
    expect(selectedWords(editor)).toEqual({ clauseId: 'c_1', line: 0, from: 15, to: 19, words: 'meet' });
    editor.commands.setTextSelection(at(editor, 'ould'));
    expect(bracketAt(editor)).toMatchObject({ id: 'b_1', alternative: 1, owners: ['TH', 'VN'] });
  });
});
