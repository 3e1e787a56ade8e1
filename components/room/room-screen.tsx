'use client';

import type { Editor } from '@tiptap/core';
import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentEditorProps } from '@/components/editor/document-editor';
import type { Room } from '@/components/editor/room';
import { RoomBar } from '@/components/editor/room-bar';
import { Saying, useSaying } from '@/components/editor/saying';
import { HeldDeletion, useStay } from '@/components/editor/stay';
import { StayNotes } from '@/components/editor/stay-notes';
import { mayType } from '@/components/editor/sync-status';
import { useEditor } from '@/components/editor/use-editor';
import { useSettledValue } from '@/components/editor/use-editor-value';
import type { Visit } from '@/components/editor/use-visit';
import { Waiting } from '@/components/editor/waiting';
import { useTranslations } from '@/components/i18n/use-translations';
import { SIZES, StageBar } from './stage-bar';
import { stageClauses } from './stage-clauses';
import { showOnStage, stagePlugin } from './stage-plugin';
import { useStage } from './use-stage';

export interface RoomScreenProps extends Omit<DocumentEditorProps, 'comments'> {
  readonly symbol: string;
  readonly mayLead: boolean;
  readonly lead: (documentId: string, clauseId: string | null) => Promise<void>;
}

/** The text on the wall of the room: large letters, the clause under discussion, whoever leads takes the others along. */
export function RoomScreen(props: RoomScreenProps) {
  const { document } = props;
  const visit = useStay(document, props);
  const { room, status } = visit;
  const countryName = (code: string) => props.countryNames[code] ?? code;
  return (
    <>
      {room === null || !status.opened ? (
        <div className="mx-auto grid max-w-4xl gap-4 p-4">
          <StayNotes visit={visit} document={document} />
          <Waiting status={status} />
        </div>
      ) : (
        <Wall {...props} room={room} visit={visit} countryName={countryName} />
      )}
      <HeldDeletion visit={visit} countryName={countryName} />
    </>
  );
}

const KEPT_SIZE = 'mufakat.room.size';
/** A phone is held in the hand, a wall is far away. */
const NARROW = 640;

function Wall(props: RoomScreenProps & { room: Room; visit: Visit; countryName: (code: string) => string }) {
  const { document, room, visit, mayLead } = props;
  const t = useTranslations('editor');
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(() => keptSize());
  const [follows, setFollows] = useState(true);
  const [said, say] = useSaying();
  const editable = visit.writes && mayType(visit.status, document.mayEdit);
  const label = t('label', { title: document.title });
  const { houseStyle, language } = document;
  const editor = useEditor(
    place,
    room,
    {
      houseStyle,
      language,
      label,
      open: () => {},
      tooLarge: () => say(t('paste.tooLarge')),
      keepsBrackets: () => (visit.status.room?.state ?? document.state) === 'negotiation',
      bracketKept: () => say(t('bracket.kept')),
    },
    editable,
    visit.watch,
  );
  const letters = { '--room-size': `${SIZES[size] ?? 140}%` } as CSSProperties;
  const changeSize = (step: 1 | -1) => {
    const next = Math.min(SIZES.length - 1, Math.max(0, size + step));
    setSize(next);
    keepSize(next);
  };
  return (
    <div className="flex min-h-dvh flex-col" style={letters}>
      <div className="no-print sticky top-0 z-20">
        {editor === null ? null : (
          <Lectern
            {...props}
            editor={editor}
            follows={mayLead || follows}
            size={size}
            onFollow={setFollows}
            onSize={changeSize}
          />
        )}
        <div className="border-b border-line bg-paper">
          <RoomBar
            room={room}
            status={visit.status}
            writes={editable}
            lost={visit.ending !== null && visit.unsent.length > 0}
            countryName={props.countryName}
            onGoTo={() => {}}
          />
          <div className="grid max-h-[50vh] gap-2 overflow-y-auto px-4 pb-2 empty:hidden">
            <StayNotes visit={visit} document={document} />
          </div>
        </div>
      </div>
      <div className="room-wall flex-1 bg-paper">
        <div ref={place} className="mx-auto max-w-6xl px-4 py-[30vh] sm:px-10" />
      </div>
      <Saying>{said}</Saying>
    </div>
  );
}

type LecternProps = RoomScreenProps & {
  editor: Editor;
  follows: boolean;
  size: number;
  onFollow: (follows: boolean) => void;
  onSize: (step: 1 | -1) => void;
};

/** Joins the stage of the room to this screen. */
function Lectern(props: LecternProps) {
  const { editor, document, mayLead, follows, lead } = props;
  const news = useStage(document.id);
  const clauses = useSettledValue(editor, ({ state }) => stageClauses(state));
  // Whoever leads is there at once and does not wait to be told where they are.
  const [chosen, setChosen] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: news of the room, whatever it says, settles the choice
  useEffect(() => setChosen(null), [news]);
  const clauseId = chosen ?? news.stage?.clauseId ?? null;
  const at = clauses.findIndex((clause) => clause.id === clauseId);

  useEffect(() => {
    const plugin = stagePlugin();
    editor.registerPlugin(plugin);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin('stage');
    };
  }, [editor]);

  useEffect(() => {
    if (!editor.isDestroyed) showOnStage(editor, clauseId, follows);
  }, [editor, clauseId, follows]);

  const go = useCallback(
    (index: number) => {
      const clause = clauses[Math.max(0, index)];
      if (!mayLead || clause === undefined) return;
      setChosen(clause.id);
      void lead(document.id, clause.id);
    },
    [clauses, mayLead, lead, document.id],
  );

  useEffect(() => {
    if (!mayLead) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      go(event.key === 'PageDown' ? at + 1 : at - 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mayLead, go, at]);

  return (
    <StageBar
      news={news}
      clauses={clauses}
      at={at}
      leads={mayLead}
      follows={follows}
      size={props.size}
      backHref={`/documents/${document.id}`}
      onGo={go}
      onFollow={props.onFollow}
      onSize={props.onSize}
    />
  );
}

function keptSize(): number {
  const usual = window.innerWidth < NARROW ? 0 : 2;
  try {
    const kept = Number(window.localStorage.getItem(KEPT_SIZE) ?? usual);
    return Number.isInteger(kept) && kept >= 0 && kept < SIZES.length ? kept : usual;
  } catch {
    return usual;
  }
}

function keepSize(size: number): void {
  try {
    window.localStorage.setItem(KEPT_SIZE, String(size));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
