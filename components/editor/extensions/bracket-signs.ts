import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { BRACKET } from '@/domain/text/brackets/inline';
import {
  type BracketPart,
  type BracketPath,
  parsePath,
  sameAlternative,
  sharedPath,
  writePart,
} from '@/domain/text/brackets/path';
import { lookOf, ownerWords } from '../bracket-look';

const KEY = new PluginKey<DecorationSet>('bracketSigns');

export interface BracketSignsOptions {
  /** Whether brackets are acts here, and keystrokes leave them as they are (BR15). */
  readonly keeps: () => boolean;
  /** Something typed, cut or pasted would have changed which brackets there are, and was not done. */
  readonly refused: () => void;
}

/**
 * Draws the signs of brackets at the borders of their alternatives, and keeps typing, cutting and pasting from changing
 * which brackets there are; the gate of the server refuses what comes past this.
 */
export const BracketSigns = Extension.create<BracketSignsOptions>({
  name: 'bracketSigns',
  addOptions() {
    return { keeps: () => false, refused: () => undefined };
  },
  addProseMirrorPlugins() {
    const { keeps, refused } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: (_config, state) => draw(state.doc),
          apply: (tr, old) => (tr.docChanged ? redraw(tr, old) : old),
        },
        props: {
          decorations: (state) => KEY.getState(state),
          handleTextInput: (view, from, to, text) => overtyped(view, from, to, text),
          // A selection of a whole alternative takes in its signs: the browser would type in their place.
          handleDOMEvents: {
            beforeinput: (view, event) => {
              const { from, to } = view.state.selection;
              const isTyped = event.inputType === 'insertText' && event.data !== null && !view.composing;
              if (!isTyped || !overtyped(view, from, to, event.data ?? '')) return false;
              event.preventDefault();
              return true;
            },
          },
        },
        filterTransaction: (tr, state) => {
          if (!tr.docChanged || isChangeOrigin(tr) || !keeps()) return true;
          const kept = keepsBrackets(state, tr);
          if (!kept) refused();
          return kept;
        },
        appendTransaction: (transactions, _before, state) =>
          transactions.some((tr) => tr.docChanged && !isChangeOrigin(tr)) ? mended(state) : null,
      }),
    ];
  },
});

/** Blocks that an edit touched are drawn anew; everything else keeps its signs. */
function redraw(tr: Transaction, old: DecorationSet): DecorationSet {
  if (isChangeOrigin(tr)) return draw(tr.doc);
  let set = old.map(tr.mapping, tr.doc);
  for (const { pos, node } of touchedBlocks(tr)) {
    set = set.remove(set.find(pos, pos + node.nodeSize)).add(tr.doc, signsOf(node, pos));
  }
  return set;
}

function touchedBlocks(tr: Transaction): { pos: number; node: Node }[] {
  const blocks = new Map<number, Node>();
  tr.mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(index + 1);
      const from = Math.max(0, rest.map(start, -1) - 1);
      const to = Math.min(tr.doc.content.size, rest.map(end, 1) + 1);
      tr.doc.nodesBetween(from, to, (node, pos) => {
        if (node.isTextblock) blocks.set(pos, node);
        return !node.isTextblock;
      });
    });
  });
  // Steps that only set marks map nothing: their blocks are found by comparing.
  if (blocks.size === 0) {
    tr.doc.descendants((node, pos) => {
      if (node.isTextblock && tr.before.nodeAt(pos) !== node) blocks.set(pos, node);
      return !node.isTextblock;
    });
  }
  return [...blocks].map(([pos, node]) => ({ pos, node }));
}

function draw(document: Node): DecorationSet {
  const decorations: Decoration[] = [];
  document.descendants((node, pos) => {
    if (node.isTextblock) decorations.push(...signsOf(node, pos));
    return !node.isTextblock;
  });
  return DecorationSet.create(document, decorations);
}

function signsOf(block: Node, at: number): Decoration[] {
  if (partsOf(block).size === 0) return [];
  const decorations: Decoration[] = [];
  let place = at + 1;
  let path: BracketPath = [];
  const go = (next: BracketPath, pos: number) => {
    const shared = sharedPath(path, next).length;
    for (let depth = path.length - 1; depth >= shared; depth -= 1) {
      const part = path[depth];
      if (part !== undefined) decorations.push(sign(part, 'end', pos));
    }
    for (const part of next.slice(shared)) decorations.push(sign(part, 'start', pos));
    path = next;
  };
  block.forEach((child) => {
    if (child.isText) go(pathAt(child), place);
    const inner = path.at(-1);
    if (inner !== undefined) {
      const look = lookOf(inner);
      decorations.push(
        Decoration.inline(place, place + child.nodeSize, {
          class: 'bracket-words',
          'data-kind': inner.kind,
          ...(look === null ? {} : { style: `--bracket-of: ${look}` }),
        }),
      );
    }
    place += child.nodeSize;
  });
  go([], place);
  return decorations;
}

function sign(part: BracketPart, edge: 'start' | 'end', pos: number): Decoration {
  const draw = () => {
    const element = document.createElement('span');
    element.className = 'bracket-sign';
    element.contentEditable = 'false';
    const look = lookOf(part);
    if (look !== null) element.style.setProperty('--bracket-of', look);
    element.textContent = edge === 'start' ? '[' : ']';
    if (edge === 'start' && part.owners.length > 0) {
      const owners = document.createElement('span');
      owners.className = 'bracket-owners';
      owners.textContent = ownerWords(part.owners);
      element.append(owners);
    }
    if (edge === 'end') element.append('\u200A');
    return element;
  };
  // A closing sign stands before what opens at the same place.
  return Decoration.widget(pos, draw, {
    side: edge === 'end' ? -1 : 1,
    key: `${edge} ${writePart(part)}`,
    marks: [],
    ignoreSelection: true,
  });
}

function pathAt(node: Node): BracketPath {
  const path: unknown = node.marks.find(({ type }) => type.name === BRACKET)?.attrs.path;
  return parsePath(path) ?? [];
}

const KNOWN = new WeakMap<Node, ReadonlySet<string>>();

/** The alternatives in one block; a block that is not touched is not looked through again. */
function partsOf(block: Node): ReadonlySet<string> {
  const known = KNOWN.get(block);
  if (known !== undefined) return known;
  const parts = new Set(block.children.flatMap((child) => pathAt(child).map(writePart)));
  KNOWN.set(block, parts);
  return parts;
}

/** The alternatives that stand in a text and in how many blocks each does: what no keystroke changes (BR15). */
function alternativesIn(document: Node): Map<string, number> {
  const found = new Map<string, number>();
  document.descendants((block) => {
    if (!block.isTextblock) return true;
    for (const part of partsOf(block)) found.set(part, (found.get(part) ?? 0) + 1);
    return false;
  });
  return found;
}

function keepsBrackets(state: EditorState, tr: Transaction): boolean {
  const before = alternativesIn(state.doc);
  const after = alternativesIn(tr.doc);
  return (
    before.size === after.size && [...after].every(([part, places]) => places <= (before.get(part) ?? 0))
  );
}

/** Words that are typed over a whole alternative stand in it: a browser may leave their mark behind. */
function overtyped(view: EditorView, from: number, to: number, text: string): boolean {
  if (from === to) return false;
  const { state } = view;
  const $from = state.doc.resolve(from);
  const held = $from.marksAcross(state.doc.resolve(to))?.some(({ type }) => type.name === BRACKET);
  if (held !== true) return false;
  view.dispatch(state.tr.insertText(text, from, to).scrollIntoView());
  return true;
}

/** What was put into the midst of an alternative without its mark (pasted words) belongs to it. */
function mended(state: EditorState): Transaction | null {
  const type = state.schema.marks[BRACKET];
  if (type === undefined) return null;
  const { tr } = state;
  state.doc.descendants((block, pos) => {
    if (!block.isTextblock) return true;
    if (partsOf(block).size === 0) return false;
    const children = block.children;
    const last = new Map<string, number>();
    children.forEach((child, index) => {
      for (const part of pathAt(child)) last.set(`${part.id}:${part.alternative}`, index);
    });
    let place = pos + 1;
    let open: BracketPath = [];
    children.forEach((child, index) => {
      const own = pathAt(child);
      const held = open.filter((part) => (last.get(`${part.id}:${part.alternative}`) ?? -1) > index);
      const isHole = held.some((part, depth) => !sameAlternative(part, own[depth]));
      if (child.isText && isHole) {
        tr.addMark(place, place + child.nodeSize, type.create({ path: held.map(writePart).join('/') }));
      } else if (child.isText) open = own;
      place += child.nodeSize;
    });
    return false;
  });
  return tr.steps.length === 0 ? null : tr;
}
