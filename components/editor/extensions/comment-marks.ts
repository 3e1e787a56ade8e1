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
  /** The clauses that have marks, by their ids, as they read when the marks were told. */
  readonly words: ReadonlyMap<string, string>;
  readonly current: string | null;
  readonly drawn: DecorationSet;
}

const NOTHING: Marked = { marks: [], words: new Map(), current: null, drawn: DecorationSet.empty };
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
            if (told !== undefined) return told.marks.length === 0 ? NOTHING : remember(tr.doc, told);
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

function remember(document: Node, told: Pick<Marked, 'marks' | 'current'>): Marked {
  const marked = new Set(told.marks.map(({ clauseId }) => clauseId));
  const words = new Map(
    shownClauses(document).flatMap((clause): [string, string][] =>
      clause.id !== null && marked.has(clause.id) ? [[clause.id, clause.words]] : [],
    ),
  );
  return { ...told, words, drawn: draw(document, { ...told, words }) };
}

/**
 * Where an offset is after one edit of the words, until the places are found anew: before what changed as far from
 * the beginning, after it as far from the end.
 */
function shifted(offset: number, old: string, now: string): number {
  const length = Math.min(old.length, now.length);
  let same = 0;
  while (same < length && old[same] === now[same]) same += 1;
  if (offset <= same) return offset;
  let sameEnd = 0;
  while (sameEnd < length - same && old.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd += 1;
  return offset >= old.length - sameEnd ? offset + now.length - old.length : Math.min(offset, now.length);
}

function carry(tr: Transaction, { drawn }: Marked): DecorationSet {
  return drawn.map(tr.mapping, tr.doc);
}

function draw(
  document: Node,
  { marks, current, words }: Pick<Marked, 'marks' | 'current' | 'words'>,
): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty;
  const clauses = new Map(shownClauses(document).map((clause) => [clause.id, clause]));
  return DecorationSet.create(
    document,
    marks.flatMap(({ threadId, clauseId, from, to }) => {
      const clause = clauses.get(clauseId);
      if (clause === undefined) return [];
      const old = words.get(clauseId) ?? clause.words;
      const stretch = { from: shifted(from, old, clause.words), to: shifted(to, old, clause.words) };
      const name = threadId === current ? 'commented commented-here' : 'commented';
      return onScreen(clause, stretch).map((place) =>
        Decoration.inline(place.from, place.to, { class: name, 'data-thread': threadId }, { threadId }),
      );
    }),
  );
}
