import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { TextSelection } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { writingExtensions } from '@/components/editor/create-editor';
import { canonicalDocument } from '../../../../domain/text/canonical';
import type { DocumentJson } from '../../../../domain/text/document-json';
import { layHands } from '../../../../domain/text/ledger/lay';
import { minimalEdit } from '../../minimal-edit';
import { docOfState, FRAGMENT, textOfDoc } from '../../ydoc';
import type { VersionMark } from '../history/chronicle';
import { Ledger, type LedgerRow } from '../ledger';
import { type Reading, readingOf } from '../reading';

/**
 * People at one text, each with the real editor on a Y.Doc of their own. What anybody does is a row of the log, and
 * reaches the others at once. Time goes on by a second with every row.
 */
export class Desk {
  readonly rows: LedgerRow[] = [];
  /** Where versions lie that were brought back, and where they were brought back to. */
  readonly marks: VersionMark[] = [];
  private readonly docs = new Map<string, Y.Doc>();
  private readonly editors = new Map<string, Editor>();
  private seconds = 0;

  /** The editor of this person, opened at first use. */
  editor(person: string): Editor {
    const known = this.editors.get(person);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    for (const row of this.rows) Y.applyUpdate(doc, row.bytes, 'network');
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.write(person, bytes);
    });
    this.docs.set(person, doc);
    const editor = new Editor({
      element: document.createElement('div'),
      injectCSS: false,
      extensions: [
        ...writingExtensions({
          houseStyle: 'declaration',
          language: 'en',
          label: 'text',
          open: () => undefined,
          tooLarge: () => undefined,
          keepsBrackets: () => false,
          bracketKept: () => undefined,
        }),
        Collaboration.configure({ document: doc }),
      ],
    });
    this.editors.set(person, editor);
    return editor;
  }

  /** A row by the server's hand for this person: the text becomes what it was at this position, by the smallest edit. */
  restore(person: string, position: number): void {
    const then = this.ledger(position);
    this.turnInto(person, textOfDoc(then.doc), readingOf(then));
    this.marks.push({ position, restores: 0 }, { position: this.rows.length, restores: position });
  }

  /** A row by the server's hand for this person: the text becomes this one, by the smallest edit. */
  turnInto(person: string, text: DocumentJson, restores?: Reading): void {
    const bytes = minimalEdit(
      this.rows.map((row) => row.bytes),
      text,
      900_000 + this.rows.length,
    );
    if (bytes !== null) this.write(person, bytes, restores);
  }

  /** A row by the server's hand that mends what this person's edit left faulty. */
  mend(person: string, change: (fragment: Y.XmlFragment) => void): void {
    const doc = docOfState(this.rows.map((row) => row.bytes));
    doc.on('update', (bytes: Uint8Array) => this.write(person, bytes));
    doc.transact(() => change(doc.getXmlFragment(FRAGMENT)));
  }

  wait(seconds: number): void {
    this.seconds += seconds;
  }

  close(): void {
    for (const editor of this.editors.values()) editor.destroy();
  }

  /** What the ledger makes of the log, clause by clause: "A:AGREE to |B:meet"; runs of footnotes as "^A:Ibid.^". Borders are left out. */
  told(): string[] {
    return told(this.ledger(), this.rows);
  }

  ledger(through = this.rows.length): Ledger {
    const ledger = new Ledger();
    for (const row of this.rows.slice(0, through)) ledger.enter(row);
    return ledger;
  }

  private write(person: string, bytes: Uint8Array, restores?: Reading): void {
    this.seconds += 1;
    const at = new Date(Date.UTC(2019, 3, 22) + this.seconds * 1000).toISOString();
    this.rows.push({
      position: this.rows.length + 1,
      userId: person,
      delegation: person,
      at,
      bytes,
      ...(restores && { restores }),
    });
    for (const [other, doc] of this.docs) if (other !== person) Y.applyUpdate(doc, bytes, 'network');
  }
}

export function told(ledger: Ledger, rows: readonly LedgerRow[]): string[] {
  const { runs } = readingOf(ledger);
  const clauses = layHands(
    // As versions are kept.
    canonicalDocument(textOfDoc(ledger.doc)),
    runs.map(({ length, written }) => ({ length, hand: rows[written - 1]?.userId ?? '?' })),
  );
  if (clauses === null) throw new Error('told: the hands are not as long as the text');
  return clauses.map((clause) => {
    let last: string | null = null;
    let inNote: number | undefined;
    return clause
      .map(({ text, hand, note }) => {
        const edge = note === inNote ? '' : '^';
        if (edge !== '') [last, inNote] = [null, note];
        const mark = hand === null || hand === last ? '' : `${last === null ? '' : '|'}${hand}:`;
        last = hand ?? last;
        return edge + mark + text;
      })
      .concat(inNote === undefined ? '' : '^')
      .join('');
  });
}

/** Puts the caret `offset` characters into the block at `index`; with `to`, selects up to there. */
export function select(editor: Editor, index: number, offset: number, toIndex = index, to = offset): void {
  const at = (block: number, place: number) => {
    let pos = 1;
    for (let before = 0; before < block; before += 1) pos += editor.state.doc.child(before).nodeSize;
    return pos + (place < 0 ? editor.state.doc.child(block).content.size + 1 + place : place);
  };
  editor.view.dispatch(
    editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at(index, offset), at(toIndex, to))),
  );
}

export function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event) || undefined);
}

/** Typed letter by letter, a row each. */
export function type(editor: Editor, words: string): void {
  for (const letter of words) editor.view.dispatch(editor.state.tr.insertText(letter));
}

/** From here on an undo takes back only what comes after. */
export function pause(editor: Editor): void {
  const state = yUndoPluginKey.getState(editor.state) as { undoManager: Y.UndoManager };
  state.undoManager.stopCapturing();
}
