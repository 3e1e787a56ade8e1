import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  type Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { BRACKET } from '@/domain/text/brackets/inline';
import {
  type BracketPart,
  type BracketPath,
  parsePath,
  sameAlternative,
  sharedPath,
  writePart,
  writePath,
} from '@/domain/text/brackets/path';
import { keptBrackets, StretchCount } from '@/domain/text/brackets/stretches';
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
          // Dragged words are not of the bracket they came from.
          transformPasted: ({ content, openStart, openEnd }) => new Slice(bare(content), openStart, openEnd),
          handleDoubleClick: (view, pos, event) => choseWord(view, pos, event.target),
          handleTextInput: (view, from, to, text) => overtyped(view, from, to, text),
          // At a sign the browser would type beside it, or in its place.
          handleDOMEvents: {
            beforeinput: (view, event) => {
              const { data, inputType } = event;
              const { selection } = view.state;
              if (inputType !== 'insertText' || data === null || view.composing || !isAtSign(selection))
                return false;
              const { from, to } = selection;
              const typed = () => view.state.tr.insertText(data).scrollIntoView();
              // Whoever may only propose is heard first.
              const isHeard = view.someProp('handleTextInput', (hear) => hear(view, from, to, data, typed));
              if (isHeard !== true) view.dispatch(typed());
              event.preventDefault();
              return true;
            },
          },
        },
        filterTransaction: (tr, state) => {
          if (!tr.docChanged || isChangeOrigin(tr) || !keeps()) return true;
          const kept = keptBrackets(alternativesIn(state.doc), alternativesIn(tr.doc));
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
  if (alternativesOf(block).size === 0) return [];
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

const KNOWN = new WeakMap<Node, ReadonlyMap<string, number>>();

/** The alternatives in one block; a block that is not touched is not looked through again. */
function alternativesOf(block: Node): ReadonlyMap<string, number> {
  const known = KNOWN.get(block);
  if (known !== undefined) return known;
  const count = new StretchCount();
  // Bare words in the midst of an alternative tear nothing: they will be its own (`mended`).
  for (const path of block.children.map(pathAt)) if (path.length > 0) count.words(path);
  KNOWN.set(block, count.found);
  return count.found;
}

/** The alternatives that stand in a text and in how many stretches each does: what no keystroke changes (BR15). */
function alternativesIn(document: Node): Map<string, number> {
  const found = new Map<string, number>();
  document.descendants((block) => {
    if (!block.isTextblock) return true;
    for (const [path, stretches] of alternativesOf(block))
      found.set(path, (found.get(path) ?? 0) + stretches);
    return false;
  });
  return found;
}

function bare(content: Fragment): Fragment {
  const nodes = content.content.map((node) => {
    if (node.isText) return node.mark(node.marks.filter(({ type }) => type.name !== BRACKET));
    const attrs = BRACKET in node.attrs ? { ...node.attrs, [BRACKET]: null } : node.attrs;
    return node.type.create(attrs, bare(node.content), node.marks);
  });
  return Fragment.fromArray(nodes);
}

/** To a browser the words on both sides of a sign are one: a double click chooses a word of one alternative. */
function choseWord(view: EditorView, pos: number, target: EventTarget | null): boolean {
  const element = target instanceof Element ? target.closest('.bracket-words') : null;
  if (element === null) return false;
  const $at = view.state.doc.resolve(view.posAtDOM(element, 0));
  const start = $at.pos - $at.textOffset;
  const words = $at.parent.maybeChild($at.index())?.text ?? '';
  const word = WORDS.segment(words).containing(Math.min(Math.max(pos - start, 0), words.length - 1));
  if (word === undefined) return false;
  const from = start + word.index;
  const chosen = TextSelection.create(view.state.doc, from, from + word.segment.length);
  view.dispatch(view.state.tr.setSelection(chosen));
  return true;
}

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The caret stands at a sign, or words of a bracket are selected. */
function isAtSign({ empty, $from, $to }: Selection): boolean {
  if (!empty) return $from.marksAcross($to)?.some(({ type }) => type.name === BRACKET) === true;
  const [before, after] = [$from.nodeBefore, $from.nodeAfter].map((node) =>
    node === null ? '' : writePath(pathAt(node)),
  );
  return before !== after;
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
    if (alternativesOf(block).size === 0) return false;
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
