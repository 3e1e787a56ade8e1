import fc from 'fast-check';
import type { DocumentJson, NodeJson } from '../../text/document-json';
import { blockNode, paragraph } from './arbitraries';
import { doc } from './texts';

const kind = fc.constantFrom('bulletList', 'orderedList');
const id = fc.option(
  fc.integer({ min: 20, max: 60 }).map((number) => `c_${number}`),
  { nil: null },
);

/** An item that may go on after the lists within it: "(a) … (i) … (ii) … shall report". */
function item(inner: fc.Arbitrary<NodeJson> | null): fc.Arbitrary<NodeJson> {
  const rest =
    inner === null
      ? fc.array(paragraph, { maxLength: 1 })
      : fc.array(fc.oneof(inner, paragraph), { maxLength: 3 });
  return fc.tuple(id, paragraph, rest).map(([clause, first, others]) => ({
    type: 'listItem',
    attrs: { id: clause },
    content: [first, ...others],
  }));
}

function listOf(inner: fc.Arbitrary<NodeJson> | null): fc.Arbitrary<NodeJson> {
  return fc
    .tuple(kind, fc.array(item(inner), { minLength: 1, maxLength: 3 }))
    .map(([type, content]) => ({ type, content }));
}

const deepList = listOf(listOf(listOf(null)));

/** Takes the node away, doubles it, or turns it round with the one before, wherever it stands in a list. */
const step = fc.tuple(fc.nat(30), fc.constantFrom('drop', 'double', 'turn', 'reword'));

/** Texts of lists within lists, and what a few edits made of them. */
export const listRevisions: fc.Arbitrary<readonly [DocumentJson, DocumentJson]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        deepList,
        blockNode.filter(({ type }) => type !== 'table'),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(step, { minLength: 1, maxLength: 3 }),
  )
  .map(([blocks, steps]) => {
    const edited = steps.reduce<NodeJson>((text, [place, what]) => edit(text, place, what), doc(...blocks));
    return [doc(...blocks), { ...edited, type: 'doc' }] as const;
  });

function edit(root: NodeJson, place: number, what: string): NodeJson {
  let number = 0;
  const inside = (node: NodeJson): NodeJson => {
    const content: NodeJson[] = [];
    for (const child of node.content ?? []) {
      const isMovable = child.type !== 'text' && child.type !== 'hardBreak' && child.type !== 'footnote';
      const isHere = isMovable && number++ === place;
      const kept = isMovable ? inside(child) : child;
      if (!isHere) content.push(kept);
      else if (what === 'double') content.push(kept, kept);
      else if (what === 'turn') content.splice(Math.max(0, content.length - 1), 0, kept);
      else if (what === 'reword') content.push(reworded(kept));
    }
    return { ...node, content };
  };
  return inside(root);
}

function reworded(node: NodeJson): NodeJson {
  if (node.text !== undefined) return { ...node, text: `${node.text}anew ` };
  const [first, ...rest] = node.content ?? [];
  return first === undefined ? node : { ...node, content: [reworded(first), ...rest] };
}
