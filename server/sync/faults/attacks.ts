import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { FRAGMENT } from '../../text/ydoc';
import { act } from '../tests/acts';
import { below, oneOf, type Random } from '../tests/random';
import { encodeAwareness, encodeConfirm, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../wire';

/** What an attacker knows: the text as it is now, in a document they may spoil, and whose client ids are in it. */
export interface Scene {
  readonly doc: Y.Doc;
  readonly foreign: readonly number[];
  readonly random: Random;
}

type Attack = (scene: Scene) => Uint8Array;

/** Frames that know the format and mean harm, by name. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'words under a foreign client': ({ doc, foreign, random }) => {
    doc.clientID = foreign.length > 0 ? oneOf(random, foreign) : 7;
    return written(doc, () => act(doc, random));
  },
  'a gap in the clock': ({ doc, random }) => {
    act(doc, random);
    act(doc, random);
    return written(doc, () => act(doc, random));
  },
  'collected structs': ({ doc, random }) =>
    raw([[doc.clientID, state(doc), [GC, 1 + below(random, 9)]]], random),
  'a Skip': ({ doc, random }) => raw([[doc.clientID, state(doc), [SKIP, 1 + below(random, 9)]]], random),
  'lengths beyond all bounds': ({ doc, random }) =>
    raw(
      [[doc.clientID, state(doc), [oneOf(random, [GC, SKIP, DELETED]), 2 ** (30 + below(random, 23))]]],
      random,
    ),
  'a clock beyond all bounds': ({ doc, random }) =>
    raw([[doc.clientID, 2 ** (31 + below(random, 22)), [GC, 1]]], random),
  'an unknown node': ({ doc, random }) =>
    written(doc, () =>
      block(doc, oneOf(random, ['iframe', 'doc', 'text', '__proto__', 'constructor', '', 'script'])),
    ),
  'an unknown mark': ({ doc, random }) =>
    words(doc, (text) => text.format(0, 1, { [oneOf(random, ['evil', '__proto__', 'toString'])]: {} })),
  'a mark of the wrong form': ({ doc, random }) =>
    words(doc, (text) => text.format(0, 1, { bold: oneOf(random, ['yes', 1, [1], { __proto__: 1 }, true]) })),
  'a hostile link': ({ doc, random }) =>
    words(doc, (text) =>
      text.format(0, 1, {
        link: { href: oneOf(random, ['javascript:alert(1)', 'data:text/html,x', '\u0001javascript:x', 7]) },
      }),
    ),
  'a hostile attribute': ({ doc, random }) =>
    written(doc, () => {
      const value = oneOf<unknown>(random, [
        '"><script>',
        { a: 1 },
        [1],
        Uint8Array.of(1),
        2 ** 60,
        'x'.repeat(50_000),
      ]);
      block(doc, 'orderedList').setAttribute(
        oneOf(random, ['start', 'id', 'onclick', '__proto__']),
        value as string,
      );
    }),
  'an attribute on the text itself': ({ doc }) =>
    written(doc, () => Y.XmlElement.prototype.setAttribute.call(root(doc) as Y.XmlElement, 'evil', 'x')),
  'a document in the document': ({ doc }) =>
    written(doc, () => void doc.getMap(FRAGMENT).set('sub', new Y.Doc())),
  'another root': ({ doc, random }) =>
    written(doc, () => {
      const name = oneOf(random, ['other', '', '__proto__', 'default ']);
      doc.getXmlFragment(name).insert(0, [new Y.XmlElement('paragraph')]);
    }),
  'bare words at the top': ({ doc }) => written(doc, () => root(doc).insert(0, [new Y.XmlText('poison')])),
  'types that no text has': ({ doc, random }) =>
    written(doc, () => {
      const type = oneOf<() => unknown>(random, [
        () => new Y.XmlHook('evil'),
        () => new Y.XmlFragment(),
        () => new Y.Map(),
        () => new Y.Array(),
        () => new Y.Text('x'),
      ])();
      root(doc).insert(0, [type as Y.XmlElement]);
    }),
  'something among words': ({ doc, random }) =>
    words(doc, (text) =>
      text.insertEmbed(
        0,
        oneOf<object>(random, [{ image: 'x' }, new Y.XmlElement('paragraph'), new Y.Map()]),
      ),
    ),
  'nesting without end': ({ doc, random }) =>
    written(doc, () => {
      let inner = block(doc, 'bulletList');
      const depth = oneOf(random, [30, 60, 60, 200, random() < 0.02 ? 10_000 : 90]);
      for (let level = 0; level < depth; level += 1) {
        const item = new Y.XmlElement(level % 2 === 0 ? 'listItem' : 'bulletList');
        inner.insert(0, [item]);
        inner = item;
      }
    }),
  'words that mislead': ({ doc, random }) =>
    written(doc, () => {
      const hostile = [
        '\u0000',
        '\u202e',
        '\u2066\u2067',
        '\u200b',
        '\ufeff',
        '\ud800',
        '\udc00',
        'ำ่้'.repeat(500),
      ];
      block(doc, 'paragraph').insert(0, [new Y.XmlText(oneOf(random, hostile))]);
    }),
  'a bomb of deletions': ({ doc, foreign, random }) =>
    deletions(
      oneOf(random, [...foreign, 4711, doc.clientID]),
      1 + below(random, 6000),
      below(random, 2) * 900_000,
    ),
  'all that others wrote, deleted': ({ doc }) => written(doc, () => root(doc).delete(0, root(doc).length)),
  'what is known, told otherwise': ({ doc, random }) => {
    const forged = new Y.Doc();
    forged.clientID = doc.clientID;
    act(forged, random);
    act(forged, random);
    return encodeSyncStep2(Y.encodeStateAsUpdate(forged));
  },
  'an item in a place that is gone': ({ doc, random }) => {
    const element = block(doc, 'paragraph');
    const before = Y.encodeStateVector(doc);
    element.insert(0, [new Y.XmlText('orphan')]);
    const orphan = Y.encodeStateAsUpdate(doc, before);
    return encodeUpdate(random() < 0.5 ? orphan : Y.mergeUpdates([orphan, Uint8Array.of(0, 1, 1, 1, 0, 9)]));
  },
  'presence of others': ({ doc, foreign, random }) =>
    presence([
      [oneOf(random, [doc.clientID, ...foreign]), 2 ** below(random, 52), oneOf(random, PRESENCES)],
      [doc.clientID, 1, oneOf(random, PRESENCES)],
    ]),
  'presence of thousands': ({ random }) =>
    presence(Array.from({ length: below(random, 3000) }, (_, index) => [index, 1, '{}'])),
  'a state vector that is none': ({ random }) =>
    encodeSyncStep1(Uint8Array.from({ length: below(random, 20) }, () => below(random, 256))),
  'a guessed token': ({ random }) => encodeConfirm(random().toString(36)),
};

const PRESENCES = [
  'null',
  '{',
  '[]',
  '7',
  '{"user":{"name":"The Chair","color":"red;background:url(//evil)"}}',
  '{"__proto__":{"user":1},"cursor":{"anchor":{"__proto__":1},"head":{}}}',
  `{"cursor":{"anchor":{"tname":"${'x'.repeat(5000)}"},"head":{}}}`,
  '{"cursor":{"anchor":{"type":{"client":1e308,"clock":-1},"tname":"default"},"head":{"assoc":-9}}}',
];

const GC = 0;
const DELETED = 1;
const SKIP = 10;

function root(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(FRAGMENT);
}

function state(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID);
}

/** The update of what `work` writes, as a frame. */
function written(doc: Y.Doc, work: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(work);
  return encodeUpdate(Y.encodeStateAsUpdate(doc, before));
}

function block(doc: Y.Doc, name: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  root(doc).insert(root(doc).length, [element]);
  return element;
}

/** Something done to the first words there are, or to new ones. */
function words(doc: Y.Doc, work: (text: Y.XmlText) => void): Uint8Array {
  return written(doc, () => {
    const first = root(doc)
      .toArray()
      .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))
      .find((child) => child instanceof Y.XmlText);
    if (first instanceof Y.XmlText) work(first);
    else {
      const text = new Y.XmlText('words');
      block(doc, 'paragraph').insert(0, [text]);
      work(text);
    }
  });
}

/** An update put together by hand: per client its clock and one struct of a kind and a length. */
function raw(
  clients: readonly (readonly [
    client: number,
    clock: number,
    struct: readonly [kind: number, length: number],
  ])[],
  random: Random,
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, clock, [kind, length]] of clients) {
    for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, kind);
    if (kind === DELETED) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, FRAGMENT);
    }
    encoding.writeVarUint(encoder, length);
  }
  encoding.writeVarUint(encoder, random() < 0.9 ? 0 : 1);
  return encodeUpdate(encoding.toUint8Array(encoder));
}

function deletions(client: number, ranges: number, from: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, ranges]) encoding.writeVarUint(encoder, number);
  for (let index = 0; index < ranges; index += 1) {
    encoding.writeVarUint(encoder, from + index * 2);
    encoding.writeVarUint(encoder, 1);
  }
  return encodeUpdate(encoding.toUint8Array(encoder));
}

function presence(entries: readonly (readonly [client: number, clock: number, json: string])[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const [client, clock, json] of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  }
  return encodeAwareness(encoding.toUint8Array(encoder));
}
