import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkText, FRAGMENT, textOfDoc } from '../../text/ydoc';
import { newsOf } from '../known';
import { write } from '../tests/clients';
import { admit } from '.';
import { Candidate } from './candidate';
import { decodeUpdate } from './decode';
import { Owners } from './owners';

/** A text by the victim (client 1), and a writer who has it before them (client 2). */
function scene(prepare: (doc: Y.Doc) => void = (doc) => void write(doc, 'I agree to article 5')) {
  const victim = new Y.Doc();
  victim.clientID = 1;
  prepare(victim);
  const state = Y.encodeStateAsUpdate(victim);
  const writer = new Y.Doc();
  writer.clientID = 2;
  Y.applyUpdate(writer, state);
  const candidate = new Candidate([state]);
  const owners = new Owners([[1, { userId: 'victim' }]]);
  const send = (bytes: Uint8Array, userId = 'writer') => {
    const decoded = decodeUpdate(bytes);
    if (!decoded.ok) return decoded;
    const result = admit(candidate, owners, userId, decoded.value, newsOf(decoded.value, candidate));
    if (result.ok) for (const client of result.value.clients) owners.bind(client, userId);
    return result;
  };
  /** What the writer's act sends. */
  const act = (work: (doc: Y.Doc, root: Y.XmlFragment) => void) => {
    const vector = Y.encodeStateVector(writer);
    writer.transact(() => work(writer, writer.getXmlFragment(FRAGMENT)));
    return Y.encodeStateAsUpdate(writer, vector);
  };
  return { victim, writer, candidate, owners, send, act, vector: Y.encodeStateVector(victim) };
}

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name);
  node.insert(0, children);
  return node;
}

function set(node: Y.XmlElement, name: string, value: unknown): Y.XmlElement {
  node.setAttribute(name, value as string);
  return node;
}

describe('the gate lets honest work through', () => {
  it.each<[string, (doc: Y.Doc, root: Y.XmlFragment) => void]>([
    ['a clause', (doc) => void write(doc, 'HAVE AGREED')],
    ['a deletion', (_doc, root) => root.delete(0, 1)],
    [
      'bold words',
      (_doc, root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { bold: {} }),
    ],
    [
      'a link',
      (_doc, root) =>
        ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, {
          link: {
            href: 'https://example.org/',
            target: '_blank',
            rel: 'noopener noreferrer nofollow',
            class: null,
          },
        }),
    ],
    ['a level', (_doc, root) => root.insert(1, [set(element('operative'), 'level', 2)])],
    [
      'a list',
      (_doc, root) => root.insert(1, [element('bulletList', element('listItem', element('paragraph')))]),
    ],
    [
      'a table with a wide cell',
      (_doc, root) =>
        root.insert(1, [
          element(
            'table',
            element(
              'tableRow',
              set(set(element('tableCell', element('paragraph')), 'colspan', 2), 'colwidth', [9, 9]),
            ),
          ),
        ]),
    ],
    [
      'a footnote and a break',
      (_doc, root) =>
        (root.get(0) as Y.XmlElement).insert(1, [
          set(element('footnote'), 'text', '<b>'),
          element('hardBreak'),
        ]),
    ],
    [
      'something made and deleted at once',
      (_doc, root) => {
        root.insert(1, [element('paragraph', new Y.XmlText('gone'))]);
        root.delete(1, 1);
      },
    ],
    ['emptying the text', (_doc, root) => root.delete(0, root.length)],
  ])('SY7 %s', (_name, work) => {
    const { candidate, send, act, writer } = scene();
    const result = send(act(work));
    expect(result.ok).toBe(true);
    expect(candidate.isSpoilt).toBe(false);
    expect(textOfDoc(candidate.doc)).toEqual(textOfDoc(writer));
  });

  it('SY10 what is taken in is the news alone, and replays to the same text', () => {
    const { candidate, send, act, writer, victim } = scene();
    act((doc) => void write(doc, 'two'));
    const everything = Y.encodeStateAsUpdate(writer);
    const result = send(everything);
    if (!result.ok || result.value.own === null) throw new Error('refused');
    expect(result.value.own.byteLength).toBeLessThan(everything.byteLength);
    const replay = new Y.Doc();
    Y.applyUpdate(replay, Y.encodeStateAsUpdate(victim));
    Y.applyUpdate(replay, result.value.own);
    expect(textOfDoc(replay)).toEqual(textOfDoc(candidate.doc));
  });

  it('SY7 an attribute changed again and again offline, each value kept to be undone', () => {
    const { candidate, send, act, writer } = scene();
    const clause = writer.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
    const undo = new Y.UndoManager(writer.getXmlFragment(FRAGMENT));
    const vector = Y.encodeStateVector(writer);
    for (const id of ['c_aaaa', 'c_bbbb', 'c_cccc']) act(() => void clause.setAttribute('id', id));
    const offline = Y.encodeStateAsUpdate(writer, vector);
    const values = Y.decodeUpdate(offline).structs.map((item) => item.length);
    expect(values).toEqual([2, 1]);
    expect(send(offline).ok).toBe(true);
    expect(textOfDoc(candidate.doc)).toEqual(textOfDoc(writer));
    undo.destroy();
  });

  it("SY3 several ids of one person's earlier tabs", () => {
    const { send, writer } = scene();
    write(writer, 'from this tab');
    const earlier = new Y.Doc();
    earlier.clientID = 77;
    Y.applyUpdate(earlier, Y.encodeStateAsUpdate(writer));
    write(earlier, 'from an earlier tab');
    const result = send(Y.encodeStateAsUpdate(earlier));
    expect(result.ok && [...result.value.clients].sort()).toEqual([2, 77]);
  });
});

describe('the gate stops', () => {
  it("SY3 words under somebody else's id: clock squatting", () => {
    const { send, candidate } = scene();
    const forger = new Y.Doc();
    forger.clientID = 1;
    Y.applyUpdate(forger, candidate.state());
    const vector = Y.encodeStateVector(forger);
    forger.clientID = 1;
    write(forger, 'FORGED');
    expect(send(Y.encodeStateAsUpdate(forger, vector))).toEqual({ ok: false, rule: 'SY3' });
    expect(candidate.isSpoilt).toBe(false);
  });

  it("SY3 words under an id of the server's own, and under one whose caret stands in the room", () => {
    const { owners, candidate, send, act } = scene();
    const bare = new Owners([]);
    expect(bare.allows(1, 'writer', candidate)).toBe(false);
    expect(owners.keep(2, 'somebody')).toBe(true);
    expect(owners.keep(2, 'writer')).toBe(false);
    expect(send(act((doc) => void write(doc, 'x')))).toEqual({ ok: false, rule: 'SY3' });
  });

  it('SY5 a gap in the clock', () => {
    const { send, act } = scene();
    act((doc) => void write(doc, 'never sent'));
    expect(send(act((doc) => void write(doc, 'sent')))).toEqual({ ok: false, rule: 'SY5' });
  });

  it('SY5 a past that is missing', () => {
    const { send, writer, victim } = scene();
    const unseen = new Y.Doc();
    unseen.clientID = 9;
    Y.applyUpdate(unseen, Y.encodeStateAsUpdate(victim));
    write(unseen, 'nobody has this');
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(unseen));
    const before = Y.encodeStateVector(writer);
    write(writer, 'after it');
    expect(send(Y.encodeStateAsUpdate(writer, before))).toEqual({ ok: false, rule: 'SY5' });
  });

  it('SY5 a hole left open by a Skip', () => {
    const { send, writer } = scene();
    const updates: Uint8Array[] = [];
    writer.on('update', (update: Uint8Array) => updates.push(update));
    for (const words of ['a', 'b', 'c']) write(writer, words);
    const [first, , third] = updates;
    if (first === undefined || third === undefined) throw new Error('no updates');
    expect(send(Y.mergeUpdates([first, third]))).toEqual({ ok: false, rule: 'SY5' });
  });

  it.each<[string, (doc: Y.Doc, root: Y.XmlFragment) => void]>([
    ['an unknown node', (_doc, root) => root.insert(0, [element('iframe')])],
    ['the document as a node', (_doc, root) => root.insert(0, [element('doc')])],
    ['a node named as a prototype', (_doc, root) => root.insert(0, [element('__proto__')])],
    [
      'bare words at the top: a poison for every editor',
      (_doc, root) => root.insert(0, [new Y.XmlText('x')]),
    ],
    ['bare empty words at the top', (_doc, root) => root.insert(0, [new Y.XmlText()])],
    ['a table row at the top', (_doc, root) => root.insert(0, [element('tableRow')])],
    ['a clause in a clause', (_doc, root) => (root.get(0) as Y.XmlElement).insert(0, [element('paragraph')])],
    ['a list of nothing', (_doc, root) => root.insert(0, [element('bulletList')])],
    [
      'an unknown node deep inside',
      (_doc, root) =>
        root.insert(0, [element('bulletList', element('listItem', element('paragraph', element('script'))))]),
    ],
    [
      'a javascript link (Tiptap #2645, #3673, #5160; Homarr CVE-2023-45908)',
      (_doc, root) =>
        ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, {
          link: { href: 'javascript:alert(1)' },
        }),
    ],
    [
      'an unknown mark',
      (_doc, root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { strike: {} }),
    ],
    [
      'a mark that is a string',
      (_doc, root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { bold: 'yes' }),
    ],
    [
      'an attribute with markup (Etherpad GHSA-f7h5-v9hm-548j: <ol start>)',
      (_doc, root) =>
        root.insert(0, [
          set(element('orderedList', element('listItem', element('paragraph'))), 'start', '"><script>'),
        ]),
    ],
    [
      'an attribute on a clause of somebody else',
      (_doc, root) => void set(root.get(0) as Y.XmlElement, 'onclick', 'alert(1)'),
    ],
    ['an attribute that is an object', (_doc, root) => void set(root.get(0) as Y.XmlElement, 'id', { a: 1 })],
    [
      'an attribute that is a shared type',
      (_doc, root) => void set(root.get(0) as Y.XmlElement, 'id', new Y.XmlText('x')),
    ],
    ['an attribute of bytes', (_doc, root) => void set(root.get(0) as Y.XmlElement, 'id', Uint8Array.of(1))],
    [
      'an attribute on words',
      (_doc, root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).setAttribute('id', 'x'),
    ],
    [
      'an embed among words',
      (_doc, root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }),
    ],
    [
      'a type among words',
      (_doc, root) =>
        ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, new Y.XmlElement('paragraph')),
    ],
    ['a hook', (_doc, root) => root.insert(0, [new Y.XmlHook('evil') as unknown as Y.XmlElement])],
    ['a sub-document', (doc) => void doc.getMap('default2').set('x', new Y.Doc())],
    ['another root', (doc) => void doc.getXmlFragment('other').insert(0, [element('paragraph')])],
    ['a map', (doc) => void doc.getMap('m').set('a', 1)],
    ['a nested fragment', (_doc, root) => root.insert(0, [new Y.XmlFragment() as unknown as Y.XmlElement])],
    [
      'endless nesting',
      (_doc, root) => {
        let node = element('paragraph');
        for (let depth = 0; depth < 50; depth += 1) {
          node = element('bulletList', element('listItem', element('paragraph'), node));
        }
        root.insert(0, [node]);
      },
    ],
    [
      'a footnote without end',
      (_doc, root) =>
        (root.get(0) as Y.XmlElement).insert(0, [set(element('footnote'), 'text', 'x'.repeat(5000))]),
    ],
  ])('SY7 %s', (_name, work) => {
    const { send, act } = scene();
    expect(send(act(work))).toMatchObject({ ok: false, rule: 'SY7' });
  });

  it('SY7 an unknown mark on words that are gone, waiting for new ones', () => {
    const { send, act, victim, vector } = scene();
    const mine = act((_doc, root) =>
      ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(2, 5, { evil: {} }),
    );
    ((victim.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 20);
    expect(send(Y.encodeStateAsUpdate(victim, vector), 'victim').ok).toBe(true);
    expect(send(mine)).toMatchObject({ ok: false, rule: 'SY7' });
  });

  it('SY7 an attribute on the text itself', () => {
    const { send, act } = scene();
    const update = act((_doc, root) => {
      // An XmlFragment has no attributes of its own; its map is there nonetheless.
      const item = root as unknown as { _map: Map<string, unknown> };
      expect(item._map.size).toBe(0);
      Y.XmlElement.prototype.setAttribute.call(root as unknown as Y.XmlElement, 'evil', 'x');
    });
    expect(send(update)).toMatchObject({ ok: false, rule: 'SY7' });
  });

  it('SY8 deletions over unknown clocks: a bomb that would wait for ever', () => {
    const { send, candidate } = scene();
    const update = deletions(
      Array.from({ length: 1000 }, (_, index) => [900_000 + index, 1]),
      12345,
    );
    expect(send(update)).toEqual({ ok: false, rule: 'SY8' });
    expect(send(deletions([[0, 1_000_000]], 1))).toEqual({ ok: false, rule: 'SY8' });
    expect(candidate.isWhole).toBe(true);
    expect(candidate.isSpoilt).toBe(false);
  });

  it('SY8 more deletions than one act makes, unless they are long known', () => {
    const { send, candidate } = scene((doc) => void write(doc, 'x'.repeat(20_001)));
    const ranges = Array.from({ length: 5001 }, (_, index): [number, number] => [4 + index * 2, 1]);
    expect(send(deletions(ranges, 1))).toEqual({ ok: false, rule: 'SY8' });
    for (let start = 0; start < ranges.length; start += 1000) {
      expect(send(deletions(ranges.slice(start, start + 1000), 1)).ok).toBe(true);
    }
    const again = decodeUpdate(deletions(ranges, 1));
    if (!again.ok) throw new Error('unreadable');
    expect(newsOf(again.value, candidate)).toEqual({ structs: [], deletes: [] });
  });
  it('SY8 more ranges than one act makes that are out of order, or say the same again and again', () => {
    const backwards = Array.from({ length: 5001 }, (_, index): [number, number] => [20_000 - index * 2, 1]);
    expect(decodeUpdate(deletions(backwards, 1))).toEqual({ ok: false, rule: 'SY8' });
    expect(
      decodeUpdate(
        deletions(
          backwards.map(() => [4, 1]),
          1,
        ),
      ),
    ).toEqual({ ok: false, rule: 'SY8' });
    const few = decodeUpdate(deletions(backwards.slice(1), 1));
    expect(few.ok && few.value.deletes[0]).toEqual({ client: 1, from: 10_000, to: 10_001 });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['noise', Uint8Array.of(1, 2, 3, 4)],
    ['something after the end', Uint8Array.of(0, 0, 0)],
    ['a count without end', Uint8Array.of(255, 255, 255, 255, 15, 0)],
  ])('SY2 %s', (_name, bytes) => {
    expect(decodeUpdate(bytes)).toEqual({ ok: false, rule: 'SY2' });
  });

  it('SY1 more than a megabyte', () => {
    expect(decodeUpdate(new Uint8Array(1024 * 1024 + 1))).toMatchObject({ ok: false, rule: 'SY1' });
  });

  it('SY2 a clock no one could reach', () => {
    const encoder = encoding.createEncoder();
    for (const number of [1, 1, 5, 2 ** 50]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, 10);
    encoding.writeVarUint(encoder, 0);
    expect(decodeUpdate(encoding.toUint8Array(encoder))).toEqual({ ok: false, rule: 'SY2' });
  });
});

describe('SY16 honest edits that together break the tree are mended', () => {
  const list = (doc: Y.Doc) =>
    doc
      .getXmlFragment(FRAGMENT)
      .insert(0, [
        element(
          'bulletList',
          element('listItem', element('paragraph', new Y.XmlText('one'))),
          element('listItem', element('paragraph', new Y.XmlText('two'))),
        ),
      ]);

  it('both items of a list deleted at once: the list goes', () => {
    const { send, act, candidate, victim, vector } = scene(list);
    const mine = act((_doc, root) => (root.get(0) as Y.XmlElement).delete(0, 1));
    (victim.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).delete(1, 1);
    expect(send(Y.encodeStateAsUpdate(victim, vector), 'victim').ok).toBe(true);
    const result = send(mine);
    expect(result.ok && result.value.byServer.length).toBe(1);
    expect(textOfDoc(candidate.doc)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it('a nested list put under a paragraph that is being deleted: the item keeps an empty one', () => {
    const { send, act, candidate, victim, vector } = scene(list);
    const mine = act((_doc, root) =>
      ((root.get(0) as Y.XmlElement).get(0) as Y.XmlElement).insert(1, [
        element('bulletList', element('listItem', element('paragraph', new Y.XmlText('nested')))),
      ]),
    );
    ((victim.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlElement).delete(0, 1);
    expect(send(mine).ok).toBe(true);
    const result = send(Y.encodeStateAsUpdate(victim, vector), 'victim');
    expect(result.ok && result.value.byServer.length).toBe(1);
    const text = textOfDoc(candidate.doc);
    expect(checkText(text)).toBeNull();
    expect(JSON.stringify(text)).toContain('nested');
  });

  it('a cell emptied gets its paragraph back, and what the server adds replays', () => {
    const { send, act, candidate, victim, writer } = scene((doc) =>
      doc
        .getXmlFragment(FRAGMENT)
        .insert(0, [element('table', element('tableRow', element('tableCell', element('paragraph'))))]),
    );
    const result = send(
      act((_doc, root) =>
        (((root.get(0) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlElement).delete(0, 1),
      ),
    );
    if (!result.ok || result.value.own === null) throw new Error('refused');
    for (const doc of [victim, writer]) {
      Y.applyUpdate(doc, result.value.own);
      for (const update of result.value.byServer) Y.applyUpdate(doc, update);
      expect(textOfDoc(doc)).toEqual(textOfDoc(candidate.doc));
      expect(checkText(textOfDoc(doc))).toBeNull();
    }
  });

  it('nobody is blamed for a place that was faulty before', () => {
    const { send, act } = scene((doc) =>
      doc
        .getXmlFragment(FRAGMENT)
        .insert(0, [element('listItem', set(element('paragraph', new Y.XmlText('stray')), 'onclick', 'x'))]),
    );
    expect(send(act((doc) => void write(doc, 'elsewhere')))).toMatchObject({ ok: true });
    const paragraphOf = (root: Y.XmlFragment) => (root.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    expect(send(act((_doc, root) => (paragraphOf(root).get(0) as Y.XmlText).insert(0, 'x')))).toMatchObject({
      ok: true,
    });
  });
});

/** An update that deletes ranges [clock, length] of a client and nothing else. */
function deletions(ranges: readonly (readonly number[])[], client: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, ranges.length, ...ranges.flat()])
    encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}
