import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';
import { documentSchema } from '../../../domain/text/schema';
import { checkText, FRAGMENT, textOfDoc } from '../../text/ydoc';
import { Candidate } from './candidate';
import { DESCEND_EVERYWHERE, liveItems, topLevelFault } from './tree';

const NAMES = [
  'paragraph',
  'operative',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'footnote',
  'hardBreak',
  'iframe',
];
const ATTRIBUTES = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  fc.tuple(
    fc.constantFrom('id', 'level', 'start', 'colspan', 'text', 'onclick'),
    fc.constantFrom<unknown>(1, 2, 9, 'c_1', '<b>', '1'),
  ),
);
const MARKS = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  fc.constantFrom<Record<string, unknown>>(
    { bold: {} },
    { strike: {} },
    { link: { href: 'https://a.b/' } },
    { link: { href: 'javascript:x' } },
    { language: { lang: 'th' } },
  ),
);

interface Sketch {
  readonly name: string;
  readonly attribute: [string, unknown] | null;
  readonly children: readonly (
    | Sketch
    | { readonly words: string; readonly marks: Record<string, unknown> | null }
  )[];
}

const { sketch } = fc.letrec<{
  sketch: Sketch;
  words: { words: string; marks: Record<string, unknown> | null };
}>((tie) => ({
  words: fc.record({ words: fc.constantFrom('', 'a', 'ชาติ'), marks: MARKS }),
  sketch: fc.record({
    name: fc.constantFrom(...NAMES),
    attribute: ATTRIBUTES,
    children: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 4 }, tie('words'), tie('sketch')), {
      maxLength: 3,
    }),
  }),
}));

function build(node: Sketch): Y.XmlElement {
  const element = new Y.XmlElement(node.name);
  if (node.attribute !== null) element.setAttribute(node.attribute[0], node.attribute[1] as string);
  element.insert(
    0,
    node.children.map((child) => {
      if ('name' in child) return build(child);
      const text = new Y.XmlText();
      text.insert(0, child.words, child.marks ?? {});
      return text;
    }),
  );
  return element;
}

it('SY7 judging the shared tree piece by piece agrees with judging the whole text as JSON', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.array(sketch, { minLength: 1, maxLength: 3 }), (sketches) => {
      const doc = new Y.Doc();
      const root = doc.getXmlFragment(FRAGMENT);
      root.insert(0, sketches.map(build));
      let inTree: string | null = null;
      for (const item of liveItems(root)) inTree ??= topLevelFault(item, DESCEND_EVERYWHERE)?.text ?? null;
      const asJson = checkText(rawText(root));
      if (asJson === null) sound += 1;
      expect(inTree === null, `${inTree} against ${asJson}`).toBe(asJson === null);
    }),
    { seed: 20190422, numRuns: 1500 },
  );
  expect(sound).toBeGreaterThan(50);
});

it('SY7 a text of the editor is sound, in one piece and piece by piece', () => {
  const text = {
    type: 'doc',
    content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }],
  };
  const doc = prosemirrorJSONToYDoc(documentSchema(), text, FRAGMENT);
  const candidate = new Candidate([Y.encodeStateAsUpdate(doc)]);
  expect(checkText(textOfDoc(candidate.doc))).toBeNull();
});

/** The tree as JSON with every attribute and mark it has, the schema's or not. */
function rawText(root: Y.XmlFragment): DocumentJson {
  const nodes = (parent: Y.XmlFragment): NodeJson[] =>
    parent.toArray().flatMap<NodeJson>((child): NodeJson[] => {
      if (child instanceof Y.XmlText) {
        return (child.toDelta() as { insert: string; attributes?: Record<string, object> }[]).map((run) => ({
          type: 'text',
          text: run.insert,
          marks: Object.entries(run.attributes ?? {}).map(([type, attrs]) => ({ type, attrs: { ...attrs } })),
        }));
      }
      const element = child as Y.XmlElement;
      return [
        {
          type: element.nodeName,
          attrs: element.getAttributes() as Record<string, unknown>,
          content: nodes(element),
        },
      ];
    });
  return { type: 'doc', content: nodes(root) };
}

it.each([{ colspan: 1_000_000_000 }, { level: 'x' }, null, 'x'])(
  'SY7 an attribute that would hide as a prototype is seen: %j',
  (value) => {
    const doc = new Y.Doc();
    const element = new Y.XmlElement('paragraph');
    doc.getXmlFragment(FRAGMENT).insert(0, [element]);
    element.setAttribute('__proto__', value as string);
    const [item] = liveItems(doc.getXmlFragment(FRAGMENT));
    const fault = item === undefined ? null : topLevelFault(item, DESCEND_EVERYWHERE);
    expect(fault === null).toBe(value === null);
  },
);
