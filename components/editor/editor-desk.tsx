'use client';

import type { Editor } from '@tiptap/core';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { CommentActs } from '@/components/comments/acts';
import { useTranslations } from '@/components/i18n/use-translations';
import type { PersonInRoom } from '@/components/presence/presence';
import type { ProposingFacts } from '@/components/proposals/types';
import type { BracketTools } from './bracket-tools';
import { caretOf } from './caret-places';
import { ClauseDoings } from './clause-doings';
import type { DocumentFacts } from './document-editor';
import { EditorFoot } from './editor-foot';
import { EditorToolbar } from './editor-toolbar';
import type { EditorPanel } from './extensions/clause-keys';
import { FootnoteList } from './footnote-list';
import { MarginHandle } from './margin-handle';
import { OutlinePanel } from './outline-panel';
import type { Room } from './room';
import { RoomBar } from './room-bar';
import { Saying, useSaying } from './saying';
import { mayType } from './sync-status';
import { useEditor } from './use-editor';
import type { Visit } from './use-visit';

type Panel = EditorPanel | 'outline';
type Doings = (clauseId: string) => ReactNode;

/** Panels and dialogs come when they are first asked for, comments once the text stands. */
const BracketDialog = lazy(() => import('./bracket-dialog').then((it) => ({ default: it.BracketDialog })));
const CommentsDesk = lazy(() =>
  import('@/components/comments/comments-desk').then(
    (it) => ({ default: it.CommentsDesk }),
    // The text stands without its margin where the connection was lost on the way.
    () => ({ default: () => null }),
  ),
);
const FindPanel = lazy(() => import('./find-panel').then((it) => ({ default: it.FindPanel })));
const FootnoteDialog = lazy(() => import('./footnote-dialog').then((it) => ({ default: it.FootnoteDialog })));
const HelpSheet = lazy(() => import('./help-sheet').then((it) => ({ default: it.HelpSheet })));
const LinkDialog = lazy(() => import('./link-dialog').then((it) => ({ default: it.LinkDialog })));
const ProposeInPlace = lazy(() =>
  import('@/components/proposals/propose-in-place').then((it) => ({ default: it.ProposeInPlace })),
);
const OutlineSheet = lazy(() => import('./outline-sheet').then((it) => ({ default: it.OutlineSheet })));

/** The desk: the sheet of paper with the text, what one needs at hand above it, the outline beside it. */
export function EditorDesk(props: {
  room: Room;
  visit: Visit;
  document: DocumentFacts;
  comments: CommentActs;
  countryName: (code: string) => string;
  brackets: BracketTools | null;
  proposing: ProposingFacts | null;
}) {
  const t = useTranslations('editor');
  const { room, visit, document, proposing } = props;
  const place = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [finding, setFinding] = useState(false);
  const [said, say] = useSaying();
  const [doings, setDoings] = useState<Doings | null>(null);
  const editable = visit.writes && mayType(visit.status, document.mayEdit);
  const open = (wanted: Panel) => (wanted === 'find' ? setFinding(true) : setPanel(wanted));
  const close = () => setPanel(null);
  const proposes = proposing !== null && !editable && visit.status.room?.mayEdit === false;
  const editor = useEditor(
    place,
    room,
    {
      houseStyle: document.houseStyle,
      language: document.language,
      label: t('label', { title: document.title }),
      open: (wanted) => (wanted === 'help' || editable ? open(wanted) : undefined),
      tooLarge: () => say(t('paste.tooLarge')),
      keepsBrackets: () => (visit.status.room?.state ?? document.state) === 'negotiation',
      bracketKept: () => say(t('bracket.kept')),
    },
    editable,
    visit.watch,
  );
  useEffect(() => {
    if (visit.returned && editable) editor?.view.dom.focus({ preventScroll: true });
  }, [visit.returned, editable, editor]);
  useQuestionMark(() => setPanel('help'));
  const goTo = (person: PersonInRoom) => {
    if (editor !== null) showCaret(editor, room, person);
  };
  return (
    <div className="grid grid-cols-[minmax(0,56rem)] justify-center gap-6 xl:grid-cols-[14rem_minmax(0,56rem)_17rem]">
      <nav
        aria-label={t('outline.title')}
        className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] self-start overflow-y-auto xl:block"
      >
        <h2 className="mb-2 px-3 text-sm font-semibold text-muted">{t('outline.title')}</h2>
        {editor === null ? null : <OutlinePanel editor={editor} language={document.language} />}
      </nav>
      <section aria-label={t('label', { title: document.title })} className="paper-sheet min-w-0">
        <div className="no-print sticky top-14 z-20 rounded-t-lg border-b border-line bg-paper">
          <RoomBar
            room={room}
            status={visit.status}
            writes={editable || (visit.writes && document.mayEdit)}
            lost={visit.ending === 'refused' || (visit.ending !== null && visit.unsent.length > 0)}
            countryName={props.countryName}
            onGoTo={goTo}
          />
          {editor === null || !editable ? null : (
            <EditorToolbar
              editor={editor}
              open={open}
              onOutline={() => setPanel('outline')}
              brackets={props.brackets !== null}
              onRefusal={say}
            />
          )}
          {editor !== null && editable && finding ? (
            <Suspense fallback={null}>
              <FindPanel editor={editor} onClose={() => setFinding(false)} />
            </Suspense>
          ) : null}
        </div>
        <ClauseDoings value={doings}>
          <div className="px-3 pt-8 pb-16 sm:px-8 lg:px-12">
            {editor === null || !proposes || proposing === null ? null : (
              <Suspense fallback={null}>
                <ProposeInPlace
                  editor={editor}
                  document={document}
                  door={room.options}
                  proposing={proposing}
                  countryName={props.countryName}
                  say={say}
                  onDoings={setDoings}
                />
              </Suspense>
            )}
            <MarginHandle editor={editor} say={say}>
              <div ref={place} />
            </MarginHandle>
            {editor === null ? null : <FootnoteList editor={editor} language={document.language} />}
          </div>
          {editor === null ? null : <EditorFoot editor={editor} say={say} />}
        </ClauseDoings>
      </section>
      {editor === null ? null : (
        <Suspense fallback={null}>
          <CommentsDesk
            editor={editor}
            documentId={document.id}
            language={document.language}
            acts={props.comments}
            countryName={props.countryName}
          />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {panel === 'help' ? <HelpSheet onClose={close} /> : null}
        {editor === null ? null : (
          <>
            {panel === 'bracket' && props.brackets !== null ? (
              <BracketDialog
                editor={editor}
                documentId={document.id}
                tools={props.brackets}
                onClose={close}
              />
            ) : null}
            {panel === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
            {panel === 'footnote' ? <FootnoteDialog editor={editor} onClose={close} /> : null}
            {panel === 'outline' ? (
              <OutlineSheet editor={editor} language={document.language} onClose={close} />
            ) : null}
          </>
        )}
      </Suspense>
      <Saying>{said}</Saying>
    </div>
  );
}

/** “?” opens the help wherever one is not writing. */
function useQuestionMark(onPress: () => void): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const writing =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key === '?' && !writing) latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function showCaret(editor: Editor, room: Room, person: PersonInRoom): void {
  const pos = caretOf(editor, room, person.clientId);
  if (pos === null) return;
  const { node } = editor.view.domAtPos(pos);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}
