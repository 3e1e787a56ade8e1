// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { AllSelection } from '@tiptap/pm/state';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentExtensions } from '../../../domain/text/schema';
import { createWorld, type World } from '../../tests/world';
import { admit } from '../gate';
import { Candidate } from '../gate/candidate';
import { decodeUpdate } from '../gate/decode';
import { Owners } from '../gate/owners';
import { newsOf } from '../known';
import { Brake, WINDOW_MS } from '.';

/** An update that holds nothing but deletes. */
function deletesOnly(client: number, ranges: readonly { clock: number; len: number }[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, ranges.length]) encoding.writeVarUint(encoder, number);
  for (const { clock, len } of ranges) {
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, len);
  }
  return encoding.toUint8Array(encoder);
}

/** Twenty paragraphs of some 120 characters, none like another. */
const CLAUSES = Array.from(
  { length: 20 },
  (_, index) =>
    `Member States shall, by the year ${2030 + index}, establish measure ${index * 7919} of the plan and report on line ${index * 31} of its table, as they shall see fit.`,
);
const LETTERS = CLAUSES.join('').length;

describe('the brake against mass deletion', () => {
  let world: World;
  let brake: Brake;
  let editor: Editor;
  let candidate: Candidate;
  let owners: Owners;
  let nowMs: number;
  let doc: Y.Doc;
  const sent: Uint8Array[] = [];

  beforeEach(() => {
    world = createWorld();
    brake = new Brake(world.db);
    nowMs = 1_000_000;
    const others = new Y.Doc();
    others.clientID = 1;
    const author = open(others);
    author.commands.setContent({
      type: 'doc',
      content: CLAUSES.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    });
    author.destroy();
    const state = Y.encodeStateAsUpdate(others);
    candidate = new Candidate([state]);
    owners = new Owners([
      [1, { userId: 'others' }],
      [2, { userId: 'me' }],
    ]);
    doc = new Y.Doc();
    doc.clientID = 2;
    Y.applyUpdate(doc, state);
    editor = open(doc);
    sent.length = 0;
    doc.on('update', (update: Uint8Array) => sent.push(update));
  });

  afterEach(() => {
    editor.destroy();
    world.close();
  });

  function open(shared: Y.Doc): Editor {
    return new Editor({
      element: document.createElement('div'),
      injectCSS: false,
      extensions: [...documentExtensions(), Collaboration.configure({ document: shared })],
    });
  }

  /** Sends one update as `commit.ts` would; the detail of the refusal, or null. */
  function deliver(bytes: Uint8Array): Readonly<Record<string, string | number>> | null {
    const update = decodeUpdate(bytes);
    if (!update.ok) throw new Error('unreadable');
    const news = newsOf(update.value, candidate);
    const hand = { documentId: 'doc', userId: 'me', nowMs };
    const deletion = brake.look(candidate, owners, hand, news);
    const before = Y.encodeStateAsUpdate(candidate.doc);
    const held = deletion === null ? null : brake.holdAtOnce(candidate, owners, hand, deletion);
    if (held !== null) return held.detail ?? {};
    const admitted = admit(candidate, owners, 'me', update.value, news);
    if (!admitted.ok) throw new Error(`refused by ${admitted.rule}`);
    if (deletion === null) return null;
    const weighed = brake.weigh(candidate, owners, hand, deletion);
    if (weighed.ok) {
      brake.spend(weighed.value);
      return null;
    }
    expect(weighed.rule).toBe('SY21');
    candidate = new Candidate([before]);
    return weighed.detail ?? {};
  }

  /** What of all that was sent is held back. */
  function held(): Readonly<Record<string, string | number>>[] {
    return sent.splice(0).flatMap((bytes) => {
      const detail = deliver(bytes);
      return detail === null ? [] : [detail];
    });
  }

  function deleteClauses(from: number, count: number): void {
    const { doc: text, tr } = editor.state;
    let start = 0;
    for (let index = 0; index < from; index += 1) start += text.child(index).nodeSize;
    let end = start;
    for (let index = from; index < from + count; index += 1) end += text.child(index).nodeSize;
    editor.view.dispatch(tr.delete(start, end));
  }

  /** As Ctrl+A and Delete do. A letter goes before: y-tiptap does not pass on an emptying that is the first edit of all. */
  function emptyTheText(): void {
    editor.commands.insertContentAt(1, 'x');
    const { doc: text, tr } = editor.state;
    editor.view.dispatch(tr.setSelection(new AllSelection(text)).deleteSelection());
  }

  function paste(words: string): void {
    editor.commands.insertContentAt(editor.state.doc.content.size, {
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
    });
  }

  describe('SY21 lets honest work pass', () => {
    it.each<[string, () => unknown]>([
      [
        'a list of every paragraph',
        () => editor.chain().selectAll().toggleList('bulletList', 'listItem').run(),
      ],
      ['a heading of every paragraph', () => editor.chain().selectAll().setNode('heading').run()],
      ['bold from end to end', () => editor.chain().selectAll().toggleMark('bold').run()],
      [
        'Enter in the middle of every paragraph, and taking it back',
        () => {
          for (let pos = 40; pos < editor.state.doc.content.size; pos += 160) {
            editor.chain().setTextSelection(pos).splitBlock().run();
          }
          for (let count = 0; count < 10; count += 1) editor.commands.undo();
        },
      ],
      [
        'joining all paragraphs, one after the other',
        () => {
          while (editor.state.doc.childCount > 1) {
            const at = editor.state.doc.child(0).nodeSize;
            editor.view.dispatch(editor.state.tr.join(at));
          }
        },
      ],
      [
        'dragging half of the text to its end',
        () => {
          const { doc: text, tr } = editor.state;
          let end = 0;
          for (let index = 0; index < 10; index += 1) end += text.child(index).nodeSize;
          const slice = text.slice(0, end);
          editor.view.dispatch(tr.insert(text.content.size, slice.content).delete(0, end));
        },
      ],
      [
        'finding and replacing in every paragraph',
        () => {
          const { tr } = editor.state;
          const places: number[] = [];
          editor.state.doc.descendants((node, pos) => {
            for (const { index } of (node.text ?? '').matchAll(/shall/g)) places.push(pos + index);
          });
          expect(places).toHaveLength(40);
          for (const pos of places.reverse()) tr.insertText('should', pos, pos + 5);
          editor.view.dispatch(tr);
        },
      ],
      [
        'undo of a paste of one’s own, as long as the text',
        () => {
          paste('word '.repeat(600));
          editor.commands.undo();
        },
      ],
      [
        'deleting all that one has written oneself',
        () => {
          for (let index = 0; index < 20; index += 1) paste(`own words ${index} `.repeat(10));
          deleteClauses(20, 20);
        },
      ],
      ['deleting one paragraph of twenty', () => deleteClauses(3, 1)],
      [
        'a paragraph worded anew',
        () => editor.commands.insertContentAt({ from: 1, to: 90 }, 'All shall rest.'),
      ],
    ])('%s', (_name, work) => {
      work();
      expect(sent.length).toBeGreaterThan(0);
      expect(held()).toEqual([]);
      expect(candidate.doc.getXmlFragment('default').toString()).toBe(
        doc.getXmlFragment('default').toString(),
      );
    });
  });

  it('SY21 a text is not emptied by one key', () => {
    emptyTheText();
    expect(held()).toEqual([
      expect.objectContaining({
        characters: LETTERS,
        percent: 100,
        token: expect.stringMatching(/^[\w-]{24}$/),
      }),
    ]);
    expect(candidate.doc.getXmlFragment('default').length).toBe(20);
  });

  it('SY21 a deletion that names only the elements, not the words in them, is weighed by the words', () => {
    const ranges = candidate.root.toArray().flatMap((child) => {
      const { _item: item } = child as Y.XmlElement;
      return item === null ? [] : [{ clock: item.id.clock, len: 1 }];
    });
    const bytes = deletesOnly(1, ranges);
    expect(bytes.byteLength).toBeLessThan(252);
    expect(deliver(bytes)).toMatchObject({ characters: LETTERS, percent: 100 });
  });

  it('SY21 slices make a whole within a minute, and only within a minute', () => {
    for (let slice = 0; slice < 4; slice += 1) {
      deleteClauses(0, 1);
      expect(held()).toEqual([]);
      nowMs += WINDOW_MS / 5;
    }
    deleteClauses(0, 1);
    const [fifth = new Uint8Array()] = sent;
    expect(held()).toEqual([expect.objectContaining({ percent: 25 })]);
    nowMs += WINDOW_MS;
    expect(deliver(fifth)).toBeNull();
  });

  it('SY21 other words of the same length are no compensation', () => {
    editor.chain().selectAll().insertContent('lorem ipsum '.repeat(250)).run();
    expect(held()).toEqual([expect.objectContaining({ characters: LETTERS, percent: 100 })]);
  });

  it('SY21 words written and deleted in the same update are no compensation', () => {
    doc.transact(() => {
      const root = doc.getXmlFragment('default');
      const copy = root.toArray().map((child) => (child as Y.XmlElement).clone());
      root.insert(0, copy);
      root.delete(0, root.length);
      root.insert(0, [new Y.XmlElement('paragraph')]);
    });
    expect(held()).toEqual([expect.objectContaining({ percent: 100 })]);
  });

  it('SY21 making a list of others’ words does not make them one’s own', () => {
    editor.chain().selectAll().toggleList('bulletList', 'listItem').run();
    expect(held()).toEqual([]);
    nowMs += 2 * WINDOW_MS;
    emptyTheText();
    expect(held()[0]).toMatchObject({ percent: 100 });
  });

  it('SY21 a confirmed deletion passes once, and no other by the same word', () => {
    emptyTheText();
    const [letter = new Uint8Array(), update = new Uint8Array()] = sent.splice(0);
    expect(deliver(letter)).toBeNull();
    const place = { documentId: 'doc', userId: 'me', nowMs };
    const token = String(deliver(update)?.token);
    expect(brake.permits.confirm({ ...place, userId: 'others' }, token)).toBe(false);
    expect(brake.permits.confirm({ ...place, documentId: 'other' }, token)).toBe(false);
    expect(brake.permits.confirm(place, 'guessed')).toBe(false);
    expect(brake.permits.confirm(place, token)).toBe(true);
    expect(brake.permits.confirm(place, token)).toBe(false);
    expect(deliver(update)).toBeNull();
    expect(brake.permits.confirm(place, token)).toBe(false);
  });

  it('SY21 a word given for one deletion does not serve another, nor after two minutes', () => {
    deleteClauses(0, 6);
    const [six = new Uint8Array()] = sent.splice(0);
    emptyTheText();
    sent.length = 0;
    const token = String(deliver(six)?.token);
    brake.permits.confirm({ documentId: 'doc', userId: 'me', nowMs }, token);
    expect(deliver(Y.encodeStateAsUpdate(doc))).toMatchObject({ percent: 100 });
    const again = String(deliver(six)?.token);
    nowMs += 120_001;
    expect(brake.permits.confirm({ documentId: 'doc', userId: 'me', nowMs }, again)).toBe(false);
  });
});
