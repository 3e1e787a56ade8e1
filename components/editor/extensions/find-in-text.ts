import { Extension } from '@tiptap/core';
import { type Command, type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type FindQuery, findMatches, type Match, nextMatch } from '../find-text';

interface Finding {
  readonly query: FindQuery;
  readonly matches: readonly Match[];
  /** Index of the match one stands on, −1 where there is none. */
  readonly current: number;
}

const NOTHING: Finding = { query: { text: '', matchCase: false }, matches: [], current: -1 };
const KEY = new PluginKey<Finding>('findInText');

/** Marks every place where the sought words stand. The panel drives it through the commands below. */
export const FindInText = Extension.create({
  name: 'findInText',
  addProseMirrorPlugins() {
    return [
      new Plugin<Finding>({
        key: KEY,
        state: {
          init: () => NOTHING,
          apply: (tr, old) => {
            const meta = tr.getMeta(KEY) as Partial<Finding> | undefined;
            if (meta === undefined && (!tr.docChanged || old.query.text === '')) return old;
            const query = meta?.query ?? old.query;
            const matches =
              meta?.query !== undefined || tr.docChanged ? findMatches(tr.doc, query) : old.matches;
            const wanted =
              meta?.current ??
              (meta?.query !== undefined ? nextMatch(matches, tr.selection.from, 1) : old.current);
            return { query, matches, current: Math.min(wanted, matches.length - 1) };
          },
        },
        props: {
          decorations: (state) => {
            const finding = findingOf(state);
            if (finding.matches.length === 0) return null;
            return DecorationSet.create(
              state.doc,
              finding.matches.map(({ from, to }, index) =>
                Decoration.inline(from, to, {
                  class: index === finding.current ? 'found found-here' : 'found',
                }),
              ),
            );
          },
        },
      }),
    ];
  },
});

export function findingOf(state: EditorState): Finding {
  return KEY.getState(state) ?? NOTHING;
}

export function seek(query: FindQuery): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setMeta(KEY, { query }));
    return true;
  };
}

/** Goes to the next or previous match, round the ends, and selects it. */
export function stepMatch(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const { matches, current } = findingOf(state);
    if (matches.length === 0) return false;
    const index = current === -1 ? 0 : (current + direction + matches.length) % matches.length;
    dispatch?.(select(state, matches, index));
    return true;
  };
}

/** Selects the match one stands on, without moving on. */
export function showMatch(): Command {
  return (state, dispatch) => {
    const { matches, current } = findingOf(state);
    if (matches[current] === undefined) return false;
    dispatch?.(select(state, matches, current));
    return true;
  };
}

export function replaceMatch(replacement: string): Command {
  return (state, dispatch) => {
    const { matches, current } = findingOf(state);
    const match = matches[current];
    if (match === undefined) return false;
    const tr = put(state, state.tr, match, replacement);
    const after = findMatches(tr.doc, findingOf(state).query);
    const next = nextMatch(after, match.from + replacement.length, 1);
    const target = after[next];
    if (target !== undefined) tr.setSelection(TextSelection.create(tr.doc, target.from, target.to));
    dispatch?.(tr.setMeta(KEY, { current: next }).scrollIntoView());
    return true;
  };
}

/** One step that one undo takes back. */
export function replaceEveryMatch(replacement: string): Command {
  return (state, dispatch) => {
    const { matches } = findingOf(state);
    if (matches.length === 0) return false;
    const { tr } = state;
    for (const match of matches.toReversed()) put(state, tr, match, replacement);
    dispatch?.(tr);
    return true;
  };
}

function select(state: EditorState, matches: readonly Match[], index: number) {
  const { tr } = state;
  const match = matches[index];
  if (match !== undefined) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to));
  return tr.setMeta(KEY, { current: index }).scrollIntoView();
}

/** The new words take the marks of the first letter they replace. */
function put(state: EditorState, tr: EditorState['tr'], match: Match, replacement: string) {
  if (replacement === '') return tr.delete(match.from, match.to);
  const marks = state.doc.resolve(match.from + 1).marks();
  return tr.replaceWith(match.from, match.to, state.schema.text(replacement, marks));
}
