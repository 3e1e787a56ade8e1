import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseId, clauseIdChanges, isClauseId } from './clause-ids';
import { documentSchema } from './schema';

const schema = documentSchema();

function clause(id: string | null, text: string, type = 'operative'): Node {
  return schema.node(type, { id }, text === '' ? [] : [schema.text(text)]);
}

function doc(...blocks: Node[]): Node {
  return schema.node('doc', null, blocks);
}

function counter(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `c_new${next}`;
  };
}

/** Ids of the top level after the corrections. */
function settled(before: Node, after: Node): (string | null)[] {
  const tr = EditorState.create({ doc: after }).tr;
  for (const { pos, id } of clauseIdChanges(before, after, counter())) tr.setNodeAttribute(pos, 'id', id);
  return tr.doc.children.map((node) => node.attrs.id as string | null);
}

describe('clause ids', () => {
  test('TX1 a new clause gets an id; nothing else changes', () => {
    const before = doc(clause('c_a', 'one'));
    expect(settled(before, doc(clause('c_a', 'one'), clause(null, 'two')))).toEqual(['c_a', 'c_new1']);
  });

  test('TX1 an id that is not of the form is replaced', () => {
    const before = doc(clause('c_a', 'one'));
    expect(settled(before, doc(clause('"><script>', 'one')))).toEqual(['c_new1']);
  });

  test('TX2 the first part of a split clause keeps the id, even where the split copies attributes', () => {
    const before = doc(clause('c_a', 'one two'));
    expect(settled(before, doc(clause('c_a', 'one '), clause('c_a', 'two')))).toEqual(['c_a', 'c_new1']);
  });

  test('TX2 a split at the very start leaves the id with the words', () => {
    const before = doc(clause('c_a', 'one'), clause('c_b', 'two'));
    const after = doc(clause('c_a', ''), clause(null, 'one'), clause('c_b', 'two'));
    expect(settled(before, after)).toEqual(['c_new1', 'c_a', 'c_b']);
  });

  test('TX3 a pasted copy gets a new id, before or after its original', () => {
    const before = doc(clause('c_a', 'one'), clause('c_b', 'two'), clause('c_c', 'three'));
    const above = doc(clause('c_c', 'three'), ...before.children);
    const below = doc(...before.children, clause('c_a', 'one'));
    expect(settled(before, above)).toEqual(['c_new1', 'c_a', 'c_b', 'c_c']);
    expect(settled(before, below)).toEqual(['c_a', 'c_b', 'c_c', 'c_new1']);
  });

  test('TX4 a moved clause keeps its id', () => {
    const [a, b, c] = [clause('c_a', 'one'), clause('c_b', 'two'), clause('c_c', 'three')];
    expect(settled(doc(a, b, c), doc(c, a, b))).toEqual(['c_c', 'c_a', 'c_b']);
  });

  test('TX4 a clause cut and pasted elsewhere keeps its id', () => {
    const [a, b] = [clause('c_a', 'one'), clause('c_b', 'two')];
    const cut = doc(b);
    expect(settled(doc(a, b), cut)).toEqual(['c_b']);
    expect(settled(cut, doc(b, a))).toEqual(['c_b', 'c_a']);
  });

  test('TX1 rows and list items have ids; the blocks inside them need none', () => {
    const paragraph = schema.node('paragraph', null, [schema.text('x')]);
    const row = schema.node('tableRow', null, [schema.node('tableCell', null, [paragraph])]);
    const list = schema.node('bulletList', null, [schema.node('listItem', null, [paragraph])]);
    const after = doc(schema.node('table', null, [row]), list);
    const changes = clauseIdChanges(doc(clause('c_a', '')), after, counter());
    expect(changes.map(({ pos }) => after.nodeAt(pos)?.type.name)).toEqual(['table', 'tableRow', 'listItem']);
  });

  test('an id is `c_` and twelve characters', () => {
    expect(clauseId(new Uint8Array([0, 31, 32, 255, 1, 2, 3, 4, 5, 6, 7, 8]))).toBe('c_a7a7bcdefghi');
    expect(isClauseId('c_a7a7bcdefghi')).toBe(true);
    expect(isClauseId('x')).toBe(false);
  });

  test('TX1–TX4 after any run of edits every clause has an id of its own, and untouched clauses keep theirs', () => {
    const edit = fc.record({
      kind: fc.constantFrom('split', 'copy', 'move', 'delete', 'join', 'retype'),
      at: fc.nat(40),
      to: fc.nat(40),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const newId = counter();
        let state = EditorState.create({
          doc: doc(clause('c_a', 'alpha'), clause('c_b', 'beta'), clause('c_c', 'gamma')),
        });
        for (const step of edits) {
          const before = state.doc;
          const tr = state.tr;
          apply(tr, step);
          for (const { pos, id } of clauseIdChanges(before, tr.doc, newId))
            tr.setNodeAttribute(pos, 'id', id);
          state = state.apply(tr);
          const ids = state.doc.children.map((node) => node.attrs.id);
          expect(ids.every(isClauseId)).toBe(true);
          expect(new Set(ids).size).toBe(ids.length);
          if (step.kind === 'move') {
            expect([...ids].sort()).toEqual(before.children.map((node) => node.attrs.id).sort());
          }
        }
      }),
      { seed: 20, numRuns: 200 },
    );
  });
});

function apply(tr: EditorState['tr'], step: { kind: string; at: number; to: number }): void {
  const count = tr.doc.childCount;
  const index = step.at % count;
  const node = tr.doc.child(index);
  const pos = start(tr.doc, index);
  switch (step.kind) {
    case 'split':
      tr.split(pos + 1 + (step.to % (node.content.size + 1)));
      break;
    case 'copy':
      tr.replace(start(tr.doc, step.to % (count + 1)), undefined, new Slice(Fragment.from(node), 0, 0));
      break;
    case 'move':
      if (count === 1) break;
      tr.delete(pos, pos + node.nodeSize);
      tr.insert(start(tr.doc, step.to % (tr.doc.childCount + 1)), node);
      break;
    case 'delete':
      if (count > 1) tr.delete(pos, pos + node.nodeSize);
      break;
    case 'join':
      if (index > 0) tr.join(pos);
      break;
    default:
      tr.setNodeMarkup(pos, schema.nodes.paragraph, { id: node.attrs.id });
  }
}

function start(document: Node, index: number): number {
  let pos = 0;
  for (let before = 0; before < index; before += 1) pos += document.child(before).nodeSize;
  return pos;
}
