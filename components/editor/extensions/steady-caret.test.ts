// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writingExtensions } from '../create-editor';

const SETTING = {
  houseStyle: 'declaration',
  language: 'en',
  label: 'Text',
  open: () => undefined,
  tooLarge: () => undefined,
  keepsBrackets: () => false,
  bracketKept: () => undefined,
} as const;

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

function editorOn(doc: Y.Doc): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: [...writingExtensions(SETTING), Collaboration.configure({ document: doc, field: 'default' })],
  });
  open.push(editor);
  return editor;
}

function clause(id: string, text: string) {
  return { type: 'operative', attrs: { id }, content: [{ type: 'text', text }] };
}

/** Two editors on one text, their edits exchanged only by `meet`. */
function twoWriters(...texts: string[]) {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const [one, two] = [editorOn(docs[0]), editorOn(docs[1])];
  one.commands.setContent({ type: 'doc', content: texts.map((text, index) => clause(`c_${index}`, text)) });
  const meet = () => {
    Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0], Y.encodeStateVector(docs[1])));
    Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1], Y.encodeStateVector(docs[0])));
  };
  meet();
  return { one, two, meet };
}

function type(editor: Editor, letter: string | undefined): void {
  if (letter !== undefined) editor.view.dispatch(editor.state.tr.insertText(letter));
}

/** Whether the letters of `words` stand in `text` in their order, others in between allowed. */
function inOrder(text: string, words: string): boolean {
  let from = 0;
  for (const letter of words) {
    const place = text.indexOf(letter, from);
    if (place < 0) return false;
    from = place + 1;
  }
  return true;
}

describe('the caret while a colleague writes in the same clause', () => {
  const first = '0123456789';
  const second = 'abcdefghij';

  test.each([
    ['at the end', 8, 8],
    ['at the start', 1, 1],
    ['one before the other', 3, 6],
  ])('both type %s: everybody’s letters keep their order', (_name, place, other) => {
    const { one, two, meet } = twoWriters('Agreed.', 'Another clause.');
    one.commands.setTextSelection(place);
    two.commands.setTextSelection(other);
    for (let index = 0; index < first.length; index += 1) {
      type(one, first[index]);
      type(two, second[index]);
      meet();
    }
    const text = one.state.doc.child(0).textContent;
    expect(two.state.doc.child(0).textContent).toBe(text);
    expect([text, inOrder(text, first), inOrder(text, second)]).toEqual([text, true, true]);
  });

  test('a selection moves along with the words it holds', () => {
    const { one, two, meet } = twoWriters('We agree on this text.');
    one.commands.setTextSelection({ from: 4, to: 9 });
    two.commands.setTextSelection(1);
    type(two, 'Indeed: ');
    meet();
    const { from, to } = one.state.selection;
    expect(one.state.doc.textBetween(from, to)).toBe('agree');
  });
});
