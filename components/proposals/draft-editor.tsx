'use client';

import type { Editor } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { EditorToolbar } from '@/components/editor/editor-toolbar';
import type { EditorPanel } from '@/components/editor/extensions/clause-keys';
import { isComposing } from '@/components/editor/extensions/composition';
import type { TypedAt } from '@/components/editor/extensions/proposing';
import { clausePosition } from '@/components/editor/extensions/spotlight';
import type { Room } from '@/components/editor/room';
import { RoomBar } from '@/components/editor/room-bar';
import { HeldDeletion, useStay } from '@/components/editor/stay';
import { mayType } from '@/components/editor/sync-status';
import { UnsentPanel } from '@/components/editor/unsent-panel';
import { useEditor } from '@/components/editor/use-editor';
import { useSettledValue } from '@/components/editor/use-editor-value';
import { useRefusalWords } from '@/components/editor/use-refusal-words';
import type { Visit } from '@/components/editor/use-visit';
import { useTranslations } from '@/components/i18n/use-translations';
import { Notice } from '@/components/ui/notice';
import type { DocumentJson } from '@/domain/text/document-json';
import type { HouseStyle } from '@/domain/text/numbering';
import type { DraftDoor, DraftFacts } from './types';
import type { TypingAhead } from './typing-ahead';

const FootnoteDialog = lazy(() =>
  import('@/components/editor/footnote-dialog').then((it) => ({ default: it.FootnoteDialog })),
);
const LinkDialog = lazy(() =>
  import('@/components/editor/link-dialog').then((it) => ({ default: it.LinkDialog })),
);
const LiveRedline = lazy(() => import('./live-redline').then((it) => ({ default: it.LiveRedline })));

export interface DraftEditorProps {
  readonly draft: DraftFacts;
  readonly door: DraftDoor;
  readonly houseStyle: HouseStyle;
  readonly language: string;
  readonly countryName: (code: string) => string;
  /** What is typed before the room is open. */
  readonly typing: TypingAhead | null;
}

/** The words of a draft: its room, shared by the own delegation alone, and the redline against what stands. */
export function DraftEditor(props: DraftEditorProps) {
  const t = useTranslations('proposals');
  const { draft, door, houseStyle } = props;
  const { keepsCopies } = door;
  const visit = useStay({ id: draft.id, houseStyle, mayEdit: draft.mayWrite, keepsCopies }, door);
  const words = useRefusalWords();
  const { room, status } = visit;
  const why = visit.refusal?.rule ?? (status.room?.mayEdit === false ? status.room.why : null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {visit.ending === null && why === null ? null : (
        <Notice tone={why === 'NP5' || visit.ending === 'frozen' ? 'info' : 'warn'}>
          <p>{words(why ?? 'NP5', { state: status.room?.state ?? '' })}</p>
        </Notice>
      )}
      <UnsentPanel
        clauses={visit.unsent}
        stranded={visit.stranded}
        language={props.language}
        onDismiss={visit.dismissUnsent}
      />
      {room !== null && status.opened ? (
        <Sheet {...props} room={room} visit={visit} />
      ) : (
        <p role="status" className="text-sm text-muted">
          {t('draft.opening')}
        </p>
      )}
      <HeldDeletion visit={visit} countryName={props.countryName} />
    </div>
  );
}

function Sheet(props: DraftEditorProps & { room: Room; visit: Visit }) {
  const t = useTranslations('proposals');
  const { draft, room, visit, houseStyle, language, typing } = props;
  const place = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<EditorPanel | null>(null);
  const [said, say] = useState('');
  const editable = visit.writes && mayType(visit.status, draft.mayWrite);
  const setting = {
    houseStyle,
    language,
    label: t('draft.words'),
    open: (wanted: EditorPanel) => setPanel(wanted),
    tooLarge: () => say(t('draft.tooLarge')),
    // Only the text on the table holds its brackets fast; in a proposal they may be proposed to change.
    keepsBrackets: () => false,
    bracketKept: () => undefined,
  };
  const editor = useEditor(place, room, setting, editable, visit.watch);
  useGoOnTyping(editor, editable, draft.clauseId, typing);
  return (
    <>
      <div className="draft-sheet rounded-md border border-line bg-paper">
        <RoomBar
          room={room}
          status={visit.status}
          writes={editable}
          lost={visit.unsent.length > 0}
          countryName={props.countryName}
          onGoTo={() => undefined}
        />
        {editor === null || !editable ? null : (
          <div className="border-t border-line">
            <EditorToolbar
              editor={editor}
              open={setPanel}
              onOutline={() => undefined}
              brackets={false}
              onRefusal={say}
            />
          </div>
        )}
        <div ref={place} className="border-t border-line px-3 py-3" />
        <p role="status" className="px-3 text-sm text-warn empty:hidden">
          {said}
        </p>
      </div>
      {editor === null ? null : (
        <Suspense fallback={null}>
          <Compared editor={editor} draft={draft} houseStyle={houseStyle} language={language} />
          {panel === 'link' ? <LinkDialog editor={editor} onClose={() => setPanel(null)} /> : null}
          {panel === 'footnote' ? <FootnoteDialog editor={editor} onClose={() => setPanel(null)} /> : null}
        </Suspense>
      )}
    </>
  );
}

/** The redline follows the typing at a distance: no letter waits for it. */
function Compared(props: { editor: Editor; draft: DraftFacts; houseStyle: HouseStyle; language: string }) {
  const t = useTranslations('proposals');
  const words = useSettledValue(props.editor, (editor) => editor.getJSON() as DocumentJson, 300);
  return (
    <section aria-label={t('draft.redline')}>
      <h3 className="mb-1 text-xs font-semibold tracking-wide text-muted uppercase">{t('draft.redline')}</h3>
      <LiveRedline
        base={props.draft.base}
        words={words}
        houseStyle={props.houseStyle}
        language={props.language}
      />
    </section>
  );
}

/** The caret goes to where one was typing, and what was typed until the room was open is written there, once. */
function useGoOnTyping(
  editor: Editor | null,
  editable: boolean,
  clauseId: string | null,
  typing: TypingAhead | null,
): void {
  const hasBegun = useRef(false);
  useEffect(() => {
    if (editor === null || !editable || typing === null) return;
    return typing.listen((typed) => {
      const { tr } = editor.state;
      if (!hasBegun.current) selectTyped(editor, tr, clauseId, typed);
      hasBegun.current = true;
      if (typed.text !== '') tr.insertText(typed.text);
      else if (!tr.selection.empty) tr.deleteSelection();
      editor.view.dispatch(tr);
      // What is composed at this moment is heard when it is done, and takes the caret along.
      if (!isComposing()) editor.view.focus();
    });
  }, [editor, editable, clauseId, typing]);
}

/** The same place in the draft as in the clause that it was begun from. */
function selectTyped(editor: Editor, tr: Transaction, clauseId: string | null, typed: TypedAt): void {
  const start = clausePosition(editor.state, clauseId ?? '') ?? 0;
  const { doc } = tr;
  const within = (offset: number) => Math.max(1, Math.min(start + offset, doc.content.size - 1));
  const [from, to] = [doc.resolve(within(typed.from)), doc.resolve(within(typed.to))];
  const isPlain = from.parent.isTextblock && from.sameParent(to);
  tr.setSelection(TextSelection.between(from, isPlain ? to : from));
}
