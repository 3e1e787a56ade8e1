import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { NodeJson } from '@/domain/text/document-json';
import { type ClauseNumber, type HouseStyle, numberClauses } from '@/domain/text/numbering';
import { headingDepths } from '../heading-depths';

interface Numbering {
  /** Type and level of each block at the top: as long as these stay, so do the numbers. */
  readonly shape: readonly string[];
  /** By the block's index at the top; lists and tables have none. */
  readonly numbers: readonly (ClauseNumber | null)[];
  /** Heading levels as they are heard, by the same index. */
  readonly depths: readonly (number | null)[];
  readonly decorations: DecorationSet;
}

const KEY = new PluginKey<Numbering>('marginNumbers');

/** Shows each clause's number in the margin, from structure and house style; recomputed when structure changes. */
export const MarginNumbers = Extension.create<{ houseStyle: HouseStyle }>({
  name: 'marginNumbers',
  addOptions() {
    return { houseStyle: 'declaration' };
  },
  addProseMirrorPlugins() {
    const { houseStyle } = this.options;
    return [
      new Plugin<Numbering>({
        key: KEY,
        state: {
          init: (_config, state) => numbered(state.doc, houseStyle),
          apply: (tr, old) => {
            if (!tr.docChanged) return old;
            const shape = shapeOf(tr.doc);
            if (!sameShape(shape, old.shape)) return numbered(tr.doc, houseStyle);
            if (isChangeOrigin(tr) || !staysInsideBlocks(tr))
              return { ...old, decorations: draw(tr.doc, old) };
            return { ...old, decorations: old.decorations.map(tr.mapping, tr.doc) };
          },
        },
        props: { decorations: (state) => KEY.getState(state)?.decorations },
      }),
    ];
  },
});

/** The number of the block at this index of the document's top level, or null. */
export function numberOf(state: EditorState, index: number): ClauseNumber | null {
  return KEY.getState(state)?.numbers[index] ?? null;
}

/** The heading level (2 to 6) of the block at this index as it is heard, or null. */
export function headingDepthOf(state: EditorState, index: number): number | null {
  return KEY.getState(state)?.depths[index] ?? null;
}

function numbered(document: Node, houseStyle: HouseStyle): Numbering {
  const skeleton: NodeJson[] = document.children.map((node) => ({
    type: node.type.name,
    attrs: { level: node.attrs.level },
  }));
  const counted = numberClauses({ type: 'doc', content: skeleton }, houseStyle).values();
  const numbers = document.children.map((node) => (isClause(node) ? (counted.next().value ?? null) : null));
  const depths = headingDepths(
    document.children.map((node) => ({ kind: node.type.name, level: Number(node.attrs.level ?? 1) })),
  );
  return { shape: shapeOf(document), numbers, depths, decorations: draw(document, { numbers, depths }) };
}

/** Lists and tables hold clauses, but are none: their items and rows carry no number of their own. */
function isClause(node: Node): boolean {
  return node.isTextblock;
}

function draw(document: Node, { numbers, depths }: Pick<Numbering, 'numbers' | 'depths'>): DecorationSet {
  const decorations: Decoration[] = [];
  document.forEach((node, offset, index) => {
    const label = numbers[index]?.label ?? '';
    const depth = depths[index] ?? null;
    const attributes = {
      ...(label === '' ? {} : { 'data-number': label }),
      ...(depth === null ? {} : { role: 'heading', 'aria-level': String(depth) }),
    };
    if (Object.keys(attributes).length > 0) {
      decorations.push(Decoration.node(offset, offset + node.nodeSize, attributes));
    }
  });
  return DecorationSet.create(document, decorations);
}

function shapeOf(document: Node): string[] {
  return document.children.map((node) => `${node.type.name}${node.attrs.level ?? ''}`);
}

function sameShape(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

/** Typing and formatting within blocks: positions can be mapped, nothing is drawn anew. */
function staysInsideBlocks(tr: Transaction): boolean {
  return tr.steps.every((step, index) => {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep || step instanceof AttrStep)
      return true;
    if (!(step instanceof ReplaceStep)) return false;
    const before = tr.docs[index];
    if (before === undefined) return false;
    const from = before.resolve(step.from);
    return from.parent.isTextblock && from.sameParent(before.resolve(step.to));
  });
}
