import { type AnyExtension, Editor } from '@tiptap/core';
import { Collaboration, isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import type { HouseStyle } from '@/domain/text/numbering';
import { documentExtensions } from '@/domain/text/schema';
import { BlockViews } from './extensions/block-views';
import { BracketSigns } from './extensions/bracket-signs';
import { Carets } from './extensions/carets';
import { ClauseIds } from './extensions/clause-ids-plugin';
import { ClauseKeys, type EditorPanel } from './extensions/clause-keys';
import { CommentMarks } from './extensions/comment-marks';
import { Cursors } from './extensions/cursors';
import { DrawAnew } from './extensions/draw-anew';
import { FindInText } from './extensions/find-in-text';
import { FootnoteKeys } from './extensions/footnote-keys';
import { MarginNumbers } from './extensions/margin-numbers';
import { Paste } from './extensions/paste';
import { Proposing } from './extensions/proposing';
import { Spotlight } from './extensions/spotlight';
import { SteadyCaret } from './extensions/steady-caret';
import { WordKeys } from './extensions/word-keys';
import type { Room } from './room';
import { hasUnsavedWork } from './sync-status';

export interface EditorSetting {
  readonly houseStyle: HouseStyle;
  /** The document's language, for hyphenation, spelling and pasted passages. */
  readonly language: string;
  /** Name of the text for those who do not see it. */
  readonly label: string;
  readonly open: (panel: EditorPanel) => void;
  readonly tooLarge: () => void;
  /** Whether brackets are acts here, which no keystroke changes (BR15). */
  readonly keepsBrackets: () => boolean;
  /** An edit was not made since it would have changed which brackets there are. */
  readonly bracketKept: () => void;
}

/** What a text's editor does, the shared text and the people in it left out. */
export function writingExtensions(setting: EditorSetting): AnyExtension[] {
  return [
    ...documentExtensions(),
    BlockViews,
    BracketSigns.configure({
      keeps: () => setting.keepsBrackets(),
      refused: () => setting.bracketKept(),
    }),
    ClauseIds,
    ClauseKeys.configure({ houseStyle: setting.houseStyle, open: setting.open }),
    CommentMarks,
    DrawAnew,
    FindInText,
    FootnoteKeys.configure({ open: () => setting.open('footnote') }),
    MarginNumbers.configure({ houseStyle: setting.houseStyle }),
    Paste.configure({ language: setting.language, tooLarge: setting.tooLarge }),
    Proposing,
    Spotlight,
    SteadyCaret,
    WordKeys.configure({ houseStyle: setting.houseStyle }),
    Cursors,
  ];
}

/** An editor on the shared text of a room. The text must have arrived: an editor never stands on an unopened room. */
export function createEditor(element: HTMLElement, room: Room, setting: EditorSetting): Editor {
  const editor = new Editor({
    element,
    editable: false,
    injectCSS: false,
    enablePasteRules: false,
    extensions: [
      ...writingExtensions(setting),
      Collaboration.configure({ document: room.doc, field: 'default' }),
      Carets.configure({
        awareness: room.provider.awareness,
        isShown: () => room.status().room?.mayEdit === true,
      }),
    ],
  });
  // Only afterwards: when Tiptap makes its view it takes attributes for an object, and a function would be lost.
  editor.setOptions({ editorProps: { attributes: () => attributesOf(editor, setting) } });
  return editor;
}

/** What the text is called and drawn as; whether it is read or written changes while it stands open. */
function attributesOf(editor: Editor, setting: EditorSetting): Record<string, string> {
  const role = editor.isEditable
    ? { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' }
    : { role: 'document', tabindex: '0' };
  return { class: 'text-body', lang: setting.language, 'aria-label': setting.label, ...role };
}

/** Remembers the text as it was when the first edit was made that the server has not confirmed yet. */
export function watchUnsaved(editor: Editor, room: Room): () => Node | null {
  let before: Node | null = null;
  editor.on('beforeTransaction', ({ transaction }) => {
    const own = transaction.docChanged && !isChangeOrigin(transaction);
    if (own && !hasUnsavedWork(room.status())) before = editor.state.doc;
  });
  return () => before;
}
