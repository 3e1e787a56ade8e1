import { prosemirrorJSONToYDoc, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import { checkText, docOfState, FRAGMENT, mergeState, stateVectorOf, textOfState } from './ydoc';

function p(text: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type: 'paragraph', attrs, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) };
}

function cell(text: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, ...attrs }, content: [p(text)] };
}

const RICH: DocumentJson = {
  type: 'doc',
  content: [
    { type: 'title', attrs: { id: 'c1' }, content: [{ type: 'text', text: 'Joint Statement' }] },
    { type: 'preambular', attrs: { id: 'c2' }, content: [{ type: 'text', text: 'RECALLING the Charter,' }] },
    {
      type: 'operative',
      attrs: { id: 'c3', level: 2 },
      content: [
        { type: 'text', text: 'to see ' },
        {
          type: 'text',
          text: 'the site',
          marks: [
            {
              type: 'link',
              attrs: { href: 'https://example.org/', target: '_blank', rel: 'noopener noreferrer nofollow' },
            },
            { type: 'bold' },
          ],
        },
        { type: 'text', text: 'ข้าราชการ', marks: [{ type: 'language', attrs: { lang: 'th' } }] },
        { type: 'footnote', attrs: { text: 'A note with <b>angles</b>.' } },
        { type: 'hardBreak' },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', attrs: { id: 'c4' }, content: [p('one'), p('two')] }],
    },
    {
      type: 'table',
      attrs: { id: 'c5' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'c6' },
          content: [{ ...cell('Indicator', { colwidth: [120] }), type: 'tableHeader' }, cell('x')],
        },
        {
          type: 'tableRow',
          attrs: { id: 'c7' },
          content: [cell('merged', { colspan: 2, colwidth: [100, 80] })],
        },
      ],
    },
    p(''),
  ],
};

function stateOf(text: DocumentJson): Uint8Array {
  return Y.encodeStateAsUpdate(prosemirrorJSONToYDoc(documentSchema(), text, FRAGMENT));
}

describe('the text of a state', () => {
  it('is what the editor holds, tables, marks and attributes included, without a DOM', () => {
    expect(typeof document).toBe('undefined');
    const text = textOfState([stateOf(RICH)]);
    const asEditor = documentSchema().nodeFromJSON(RICH).toJSON() as DocumentJson;
    expect(canonicalText(text)).toBe(canonicalText(asEditor));
    expect(checkText(text)).toBeNull();
  });

  it("agrees with y-tiptap's own reading", () => {
    const doc = docOfState([stateOf(RICH)]);
    const theirs = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as DocumentJson;
    expect(canonicalText(textOfState([stateOf(RICH)]))).toBe(canonicalText(theirs));
  });

  it('of an empty document is one empty paragraph', () => {
    expect(textOfState([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(checkText(textOfState([]))).toBeNull();
  });

  it('fills in the defaults of the schema and leaves out what the schema does not know', () => {
    const doc = new Y.Doc();
    const clause = new Y.XmlElement('operative');
    clause.setAttribute('onclick', 'alert(1)');
    doc.getXmlFragment(FRAGMENT).insert(0, [clause]);
    expect(textOfState([Y.encodeStateAsUpdate(doc)])).toEqual({
      type: 'doc',
      content: [{ type: 'operative', attrs: { level: 1 } }],
    });
  });

  it('is the same from one merged state and from the single updates', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const paragraph = new Y.XmlElement('paragraph');
    doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
    const words = new Y.XmlText();
    paragraph.insert(0, [words]);
    for (const letter of 'Chiang Rai') words.insert(words.length, letter);
    words.delete(0, 7);
    expect(updates.length).toBeGreaterThan(10);
    expect(textOfState(updates)).toEqual(textOfState([mergeState(updates)]));
    expect(stateVectorOf(updates)).toEqual(Y.encodeStateVector(doc));
    expect(Buffer.from(mergeState(updates)).includes('Chiang')).toBe(false);
  });

  it('adds nothing of its own: superfluous marks stay as the log has them', () => {
    const updates: Uint8Array[] = [];
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const words = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [words]);
    doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
    words.insert(0, 'abc');
    const other = new Y.Doc();
    for (const update of updates) Y.applyUpdate(other, update);
    other.on('update', (update: Uint8Array) => updates.push(update));
    const same = (other.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    same.delete(0, 3);
    words.format(0, 3, { bold: {} });
    const deleted = Y.decodeUpdate(mergeState(updates)).ds;
    expect(Y.equalDeleteSets(deleted, Y.decodeUpdate(Y.mergeUpdates(updates)).ds)).toBe(true);
  });

  it('throws where a row is missing or cannot be read', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('paragraph')]);
    doc.getXmlFragment(FRAGMENT).insert(1, [new Y.XmlElement('paragraph')]);
    expect(() => textOfState(updates.slice(1))).toThrow(/past/);
    expect(() => textOfState([Uint8Array.of(1, 2, 3)])).toThrow();
  });
});

describe('SY7 a text may stand', () => {
  const withClause = (clause: NodeJson): DocumentJson => ({ type: 'doc', content: [clause] });
  const marked = (type: string, attrs?: Record<string, unknown>) =>
    withClause({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [attrs === undefined ? { type } : { type, attrs }] }],
    });

  it.each<[string, DocumentJson]>([
    ['an unknown node', withClause({ type: 'iframe' })],
    ['bare text at the top', withClause({ type: 'text', text: 'x' })],
    ['a paragraph in a paragraph', withClause({ type: 'paragraph', content: [p('x')] })],
    ['a list without items', withClause({ type: 'bulletList' })],
    ['a table without rows', withClause({ type: 'table' })],
    ['an unknown mark', marked('strike')],
    ['a javascript link', marked('link', { href: 'javascript:alert(1)' })],
    ['a link in disguise', marked('link', { href: ' javascript:alert(1)' })],
    ['a data link', marked('link', { href: 'data:text/html,x' })],
    ['a link without a target', marked('link')],
    ['a link with a title of markup', marked('link', { href: 'https://a.b/', title: '<img src=x>' })],
    ['an unknown language', marked('language', { lang: '"><script>' })],
    ['a level that is no number', withClause({ type: 'operative', attrs: { level: '1' } })],
    ['a level out of range', withClause({ type: 'heading', attrs: { level: 9 } })],
    [
      'a list that starts with markup',
      withClause({
        type: 'orderedList',
        attrs: { start: '"><script>' },
        content: [{ type: 'listItem', content: [p('x')] }],
      }),
    ],
    [
      'a cell over half a column',
      withClause({
        type: 'table',
        content: [{ type: 'tableRow', content: [cell('x', { colspan: 0.5 })] }],
      }),
    ],
    ['an id with markup', withClause(p('x', { id: '"><b>' }))],
    ['a long id', withClause(p('x', { id: 'a'.repeat(65) }))],
    ['an attribute that does not exist', withClause(p('x', { onclick: 'alert(1)' }))],
    ['an attribute of the prototype', withClause(p('x', { constructor: 'x' }))],
    [
      'an endless footnote',
      withClause({
        type: 'paragraph',
        content: [{ type: 'footnote', attrs: { text: 'x'.repeat(4001) } }],
      }),
    ],
    [
      'a footnote that is no text',
      withClause({
        type: 'paragraph',
        content: [{ type: 'footnote', attrs: { text: { a: 1 } } }],
      }),
    ],
  ])('refuses %s', (_name, text) => {
    expect(checkText(text)).toEqual(expect.any(String));
  });

  it('refuses nesting without end, and does not fall over it', () => {
    let node: NodeJson = p('x');
    for (let depth = 0; depth < 20_000; depth += 1) {
      node = { type: 'bulletList', content: [{ type: 'listItem', content: [p('y'), node] }] };
    }
    expect(checkText({ type: 'doc', content: [node] })).toBe('nested too deep');
  });

  it('refuses what is not a document', () => {
    expect(checkText(p('x') as DocumentJson)).toBe('not a document');
  });

  it('names kinds and sizes, never words', () => {
    expect(checkText(marked('link', { href: 'javascript:secret words' }))).not.toContain('secret');
  });
});
