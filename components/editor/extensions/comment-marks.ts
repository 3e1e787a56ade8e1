import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { onScreen, shownClauses } from '../clause-words';

/** The words of a conversation, in the words of their clause. */
export interface MarkedWords {
  readonly threadId: string;
  readonly clauseId: string;
  readonly from: number;
  readonly to: number;
}

interface Marked {
  readonly marks: readonly MarkedWords[];
  readonly current: string | null;
  readonly drawn: DecorationSet;
}

const NOTHING: Marked = { marks: [], current: null, drawn: DecorationSet.empty };
const KEY = new PluginKey<Marked>('commentMarks');

/** Shows which words are commented on. They are drawn over the text and never enter it (CO1). */
export const CommentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<Marked>({
        key: KEY,
        state: {
          init: () => NOTHING,
          apply: (tr, old) => {
            const told = tr.getMeta(KEY) as Pick<Marked, 'marks' | 'current'> | undefined;
            if (told !== undefined) return { ...told, drawn: draw(tr.doc, told) };
            if (!tr.docChanged || old.marks.length === 0) return old;
            // A colleague's edit puts the whole text anew, and nothing could be carried over it.
            return { ...old, drawn: isChangeOrigin(tr) ? draw(tr.doc, old) : carry(tr, old) };
          },
        },
        props: {
          decorations: (state) => KEY.getState(state)?.drawn,
          handleClick: (view, pos) => {
            const [hit] = threadsAt(view.state, pos);
            if (hit !== undefined) tellOf(view, hit);
            return false;
          },
        },
      }),
    ];
  },
});

/** Name of the event by which the text says that somebody pointed at the words of a conversation. */
export const POINTED_AT = 'mufakat:comment';

function tellOf(view: EditorView, threadId: string): void {
  view.dom.dispatchEvent(new CustomEvent(POINTED_AT, { detail: threadId }));
}

/** Marks these words, and one conversation's more than the rest. */
export function markWords(view: EditorView, marks: readonly MarkedWords[], current: string | null): void {
  view.dispatch(view.state.tr.setMeta(KEY, { marks, current }).setMeta('addToHistory', false));
}

/** Where the words of a conversation begin on the screen, or null. */
export function markedPosition(state: EditorState, threadId: string): number | null {
  const found = KEY.getState(state)?.drawn.find(
    undefined,
    undefined,
    (spec) => (spec as { threadId?: string }).threadId === threadId,
  );
  return found?.[0]?.from ?? null;
}

function threadsAt(state: EditorState, pos: number): string[] {
  const found = KEY.getState(state)?.drawn.find(pos, pos) ?? [];
  return found
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))
    .flatMap(({ spec }) => (spec as { threadId?: string }).threadId ?? []);
}

function carry(tr: Transaction, { drawn }: Marked): DecorationSet {
  return drawn.map(tr.mapping, tr.doc);
}

function draw(document: Node, { marks, current }: Pick<Marked, 'marks' | 'current'>): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty;
  const clauses = new Map(shownClauses(document).map((clause) => [clause.id, clause]));
  return DecorationSet.create(
    document,
    marks.flatMap(({ threadId, clauseId, from, to }) => {
      const clause = clauses.get(clauseId);
      const name = threadId === current ? 'commented commented-here' : 'commented';
      return clause === undefined
        ? []
        : onScreen(clause, { from, to }).map((place) =>
            Decoration.inline(place.from, place.to, { class: name, 'data-thread': threadId }, { threadId }),
          );
    }),
  );
}
