// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { TextSelection } from '@tiptap/pm/state';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { moveClause } from '@/components/editor/clause-commands';
import { writingExtensions } from '@/components/editor/create-editor';
import type { TestText } from '@/components/editor/editing-support';
import { ClientMessages } from '@/components/i18n/client-messages';
import type { CommentsView } from '@/domain/comments/view';
import { pickMessages } from '@/messages/pick';
import type { CommentActs } from './acts';
import { CommentsDesk } from './comments-desk';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const CLAUSE = 'ENSURE that services are accessible to all, in every place;';
const QUOTE = 'accessible to all';
const FROM = CLAUSE.indexOf(QUOTE);
const ANCHOR = { clauseId: 'c_2', from: FROM, to: FROM + QUOTE.length, clauseText: CLAUSE, quote: QUOTE };

const VIEW: CommentsView = {
  threads: [
    {
      id: 'thr_1',
      anchor: ANCHOR,
      ring: 'delegation',
      country: 'TH',
      at: '2019-04-22T02:00:00.000Z',
      resolved: null,
      comments: [
        {
          id: 'cmt_1',
          by: 'Anan Srisuk',
          country: 'TH',
          at: '2019-04-22T02:00:00.000Z',
          words: 'All?',
          isMine: true,
        },
      ],
      mayAnswer: true,
      maySettle: true,
      widerRings: ['tabled'],
    },
  ],
  rings: ['mine', 'delegation', 'tabled'],
  delegation: 'TH',
};

let editor: Editor;
let colleague: Editor;
let root: Root;
let acts: CommentActs;

function open(doc: Y.Doc): Editor {
  const element = document.createElement('div');
  document.body.append(element);
  const setting = { houseStyle: 'declaration', language: 'en', label: 'text' } as const;
  return new Editor({
    element,
    injectCSS: false,
    extensions: [
      ...writingExtensions({
        ...setting,
        open: () => undefined,
        tooLarge: () => undefined,
        keepsBrackets: () => false,
        bracketKept: () => undefined,
      }),
      Collaboration.configure({ document: doc }),
    ],
  });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'other') Y.applyUpdate(two, update, 'other');
  });
  two.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'other') Y.applyUpdate(one, update, 'other');
  });
  editor = open(one);
  editor.commands.setContent({
    type: 'doc',
    content: [
      { type: 'title', attrs: { id: 'c_1' }, content: [{ type: 'text', text: 'Statement' }] },
      { type: 'operative', attrs: { id: 'c_2', level: 1 }, content: [{ type: 'text', text: CLAUSE }] },
      { type: 'closing', attrs: { id: 'c_3' }, content: [{ type: 'text', text: 'ADOPTED in Chiang Rai.' }] },
    ],
  } as TestText);
  colleague = open(two);
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(VIEW), { headers: { ETag: '"tag"' } })),
  );
  const done = async () => ({ ok: true }) as const;
  acts = {
    open: vi.fn(async () => ({ ok: true, threadId: 'thr_2' }) as const),
    answer: vi.fn(done),
    settle: vi.fn(done),
    takeBack: vi.fn(done),
    widen: vi.fn(done),
    mentionable: vi.fn(async () => []),
  };
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const place = document.createElement('main');
  document.body.append(place);
  root = createRoot(place);
  await act(async () => {
    root.render(
      <ClientMessages locale="en" messages={pickMessages('en', ['comments', 'common'])}>
        <CommentsDesk
          editor={editor}
          documentId="doc_1"
          language="en"
          acts={acts}
          countryName={(code) => (code === 'TH' ? 'Thailand' : code)}
        />
      </ClientMessages>,
    );
  });
  await rest();
});

afterEach(async () => {
  await act(async () => root.unmount());
  editor.destroy();
  colleague.destroy();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Lets everything settle: scripts that come late, places found after a rest. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await act(async () => {
      await import('./places');
      await vi.advanceTimersByTimeAsync(300);
    });
  }
}

function marked(): string {
  return [...editor.view.dom.querySelectorAll('.commented')].map((element) => element.textContent).join('');
}

function page(): string {
  return document.querySelector('main')?.textContent ?? '';
}

function press(name: string): void {
  const button = [...document.querySelectorAll('main button')].find((entry) => entry.textContent === name);
  if (!(button instanceof HTMLElement)) throw new Error(`no button ${name}`);
  button.click();
}

test('CO2 the words of a conversation are marked, and stay so whoever writes around and in them', async () => {
  expect(marked()).toBe(QUOTE);
  expect(page()).toContain('Thailand only');
  await act(async () => {
    editor.commands.insertContentAt(editor.state.doc.child(0).nodeSize + 1, 'BY 2025 ');
  });
  expect(marked()).toBe(QUOTE);
  await rest();
  expect(marked()).toBe(QUOTE);
  await act(async () => {
    colleague.commands.insertContentAt(positionOf(colleague, 'ENSURE'), 'ALWAYS ');
  });
  expect(marked()).toBe(QUOTE);
  const inside = positionOf(colleague, 'to all');
  await act(async () => {
    colleague.commands.insertContentAt(inside, 'and affordable ');
  });
  await rest();
  expect(marked()).toBe('accessible and affordable to all');
  expect(page()).toContain('These words have changed since.');
  colleague.view.dispatch(colleague.state.tr.setSelection(TextSelection.create(colleague.state.doc, inside)));
  await act(async () => {
    moveClause(1)(colleague.state, colleague.view.dispatch);
  });
  await rest();
  expect(editor.state.doc.child(2).textContent).toContain('accessible');
  expect(marked()).toBe('accessible and affordable to all');
});

test('CO1 marks never enter the text', () => {
  expect(JSON.stringify(editor.getJSON())).not.toMatch(/comment|thr_1/);
});

test('CO4 selected words become the anchor of a new conversation, by the keyboard too', async () => {
  const from = positionOf(editor, 'in every place');
  await act(async () => {
    editor.view.dispatch(
      editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, from + 9)),
    );
  });
  await act(async () => {
    window.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'KeyM', key: 'm', ctrlKey: true, altKey: true }),
    );
  });
  const field = document.querySelector('form textarea');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('no form');
  await act(async () => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    set?.call(field, 'Every village?');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  const at = CLAUSE.indexOf('in every');
  expect(acts.open).toHaveBeenCalledWith({
    documentId: 'doc_1',
    anchor: { clauseId: 'c_2', from: at, to: at + 8, clauseText: CLAUSE, quote: 'in every' },
    ring: 'delegation',
    words: 'Every village?',
    mentions: [],
  });
});

test('CO8 showing a conversation to everybody is asked twice', async () => {
  await act(async () => press('Answer'));
  await act(async () => press('Show to everybody'));
  expect(acts.widen).not.toHaveBeenCalled();
  await act(async () => press('Show it'));
  expect(acts.widen).toHaveBeenCalledWith({ documentId: 'doc_1', threadId: 'thr_1', to: 'tabled' });
});

function positionOf(where: Editor, words: string): number {
  let found = -1;
  where.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at !== -1) found = pos + at;
  });
  return found;
}
