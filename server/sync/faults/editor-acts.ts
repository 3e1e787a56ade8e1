import { chainCommands, deleteSelection, joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import {
  backspaceInClause,
  changeLevel,
  enterInClause,
  moveClause,
  setKind,
} from '@/components/editor/clause-commands';
import { moveColumn } from '@/components/editor/table-commands';
import { below, oneOf, type Random } from '../tests/random';
import type { HeadlessEditor } from './headless-editor';

const WORDS = ['shall ', 'ประเทศ', 'Member States, ', 'RECALLING ', 'a', '— ', 'thirty (30) days', 'é🙂'];
const KINDS = ['paragraph', 'operative', 'preambular', 'heading', 'title', 'closing', 'annex'] as const;

type Dispatch = (tr: Transaction) => void;
/** Commands one after the other: what is selected first, and what is done with it. */
type Act = (random: Random) => readonly Command[];

/** What people do in the editor, by how often. Each act is an editor command where a caret or selection is put first. */
const ACTS: readonly (readonly [weight: number, Act])[] = [
  [30, (random) => [type(oneOf(random, WORDS))]],
  [8, (random) => [selectOn(1 + below(random, 6)), deleteSelection]],
  [4, (random) => [selectOn(1 + below(random, 60)), deleteSelection]],
  [10, () => [chainCommands(enterInItem, enterInClause, splitBlock)]],
  [8, () => [caretToStart, chainCommands(liftItem, backspaceInClause, joinBackward)]],
  [6, (random) => [selectOn(1 + below(random, 12)), mark(oneOf(random, ['bold', 'italic', 'underline']))]],
  [2, (random) => [selectOn(1 + below(random, 12)), mark('link', { href: 'https://asean.org/' })]],
  [5, (random) => [kind(oneOf(random, KINDS), 1 + below(random, 3))]],
  [3, (random) => [changeLevel(random() < 0.5 ? 1 : -1)]],
  [5, (random) => [list(oneOf(random, ['bulletList', 'orderedList']))]],
  [4, () => [sinkItem]],
  [4, () => [liftItem]],
  [3, (random) => [table(1 + below(random, 3), 1 + below(random, 3))]],
  [3, () => [addRowAfter]],
  [3, () => [addColumnAfter]],
  [2, () => [deleteRow]],
  [2, () => [deleteColumn]],
  [2, () => [selectTwoCells, mergeCells]],
  [1, () => [splitCell]],
  [1, () => [toggleHeaderRow]],
  [1, () => [deleteTable]],
  [2, (random) => [moveColumn(random() < 0.5 ? 1 : -1)]],
  [5, (random) => [moveClause(random() < 0.5 ? 1 : -1)]],
  [3, (random) => [paste(random())]],
  [2, () => [insert('hardBreak')]],
  [2, () => [insert('footnote', { text: 'as agreed' })]],
];
const WEIGHT = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** Puts the caret somewhere and does one thing there, or undoes or redoes what this editor did. */
export function actInEditor(editor: HeadlessEditor, random: Random): void {
  const choice = random();
  if (choice < 0.06) editor.undo();
  else if (choice < 0.09) editor.redo();
  else for (const command of [caretAt(random()), ...pick(random)(random)]) editor.run(command);
}

function pick(random: Random): Act {
  let left = below(random, WEIGHT);
  for (const [weight, act] of ACTS) {
    left -= weight;
    if (left < 0) return act;
  }
  throw new Error('pick: weights do not add up');
}

function caretAt(place: number): Command {
  return (state, dispatch) => {
    const near = TextSelection.near(state.doc.resolve(Math.floor(place * (state.doc.content.size + 1))));
    const caret = wholeLetters(state.doc, near.head);
    dispatch?.(state.tr.setSelection(caret === near.head ? near : TextSelection.create(state.doc, caret)));
    return true;
  };
}

/** No browser puts a caret between the two halves of a letter outside the basic plane. */
function wholeLetters(doc: Node, place: number): number {
  const { nodeBefore, nodeAfter } = doc.resolve(place);
  const isSplit =
    /[\ud800-\udbff]$/.test(nodeBefore?.text ?? '') && /^[\udc00-\udfff]/.test(nodeAfter?.text ?? '');
  return isSplit ? place + 1 : place;
}

function type(words: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.insertText(words));
    return true;
  };
}

/** Selects so many places on from the caret. */
function selectOn(length: number): Command {
  return ({ tr, doc, selection: { $from } }, dispatch) => {
    const to = doc.resolve(wholeLetters(doc, Math.min($from.pos + length, doc.content.size)));
    dispatch?.(tr.setSelection(TextSelection.between($from, to)));
    return true;
  };
}

function caretToStart({ tr, doc, selection: { $from } }: EditorState, dispatch?: Dispatch): boolean {
  dispatch?.(tr.setSelection(TextSelection.near(doc.resolve($from.start()))));
  return true;
}

function enterInItem(state: EditorState, dispatch?: Dispatch): boolean {
  return splitListItem(node(state, 'listItem'))(state, dispatch);
}

function sinkItem(state: EditorState, dispatch?: Dispatch): boolean {
  return sinkListItem(node(state, 'listItem'))(state, dispatch);
}

function liftItem(state: EditorState, dispatch?: Dispatch): boolean {
  return liftListItem(node(state, 'listItem'))(state, dispatch);
}

function node(state: EditorState, name: string) {
  const type = state.schema.nodes[name];
  if (type === undefined) throw new Error(`no node ${name}`);
  return type;
}

function mark(name: string, attrs?: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const type = state.schema.marks[name];
    if (type === undefined) throw new Error(`no mark ${name}`);
    return toggleMark(type, attrs)(state, dispatch);
  };
}

function kind(chosen: (typeof KINDS)[number], level: number): Command {
  return (state, dispatch) => {
    const { tr } = state;
    if (!setKind(tr, chosen, level)) return false;
    dispatch?.(tr);
    return true;
  };
}

function list(name: string): Command {
  return (state, dispatch) => wrapInList(node(state, name))(state, dispatch);
}

function table(rows: number, columns: number): Command {
  return (state, dispatch) => {
    if (state.selection.$from.depth !== 1) return false;
    const cell = () => node(state, 'tableCell').createAndFill();
    const row = () => node(state, 'tableRow').create(null, all(columns, cell));
    const made = node(state, 'table').create(null, all(rows, row));
    dispatch?.(state.tr.insert(state.selection.$from.after(1), made));
    return true;
  };
}

function all(count: number, make: () => Node | null): Node[] {
  return Array.from({ length: count }, make).filter((made) => made !== null);
}

/** Selects the cell of the caret and the one after it; what comes next does nothing where there is none. */
function selectTwoCells({ tr, doc, selection: { $from } }: EditorState, dispatch?: Dispatch): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { tableRole } = $from.node(depth).type.spec as { tableRole?: string };
    if (tableRole !== 'cell') continue;
    if ($from.index(depth - 1) + 1 >= $from.node(depth - 1).childCount) return false;
    dispatch?.(tr.setSelection(CellSelection.create(doc, $from.before(depth), $from.after(depth))));
    return true;
  }
  return false;
}

/** Copies a block of the text to behind the caret's block. */
function paste(place: number): Command {
  return (state, dispatch) => {
    const { doc } = state;
    const copied = doc.child(Math.floor(place * doc.childCount));
    dispatch?.(state.tr.insert(state.selection.$from.after(1), copied));
    return true;
  };
}

function insert(name: string, attrs: Record<string, unknown> = {}): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const made = node(state, name).create(attrs);
    if (state.selection instanceof NodeSelection) return false;
    if (!$from.parent.canReplaceWith($from.index(), $from.index(), made.type)) return false;
    dispatch?.(state.tr.insert($from.pos, made));
    return true;
  };
}
