'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import type { CommentActs } from '@/components/comments/acts';
import type { ProposingFacts } from '@/components/proposals/types';
import type { DocumentState } from '@/domain/procedure/states';
import type { HouseStyle } from '@/domain/text/numbering';
import type { BracketTools } from './bracket-tools';
import { DeletionDialog } from './deletion-dialog';
import { EditorDesk } from './editor-desk';
import { RoomBanner } from './room-banner';
import { UnsentPanel } from './unsent-panel';
import { useVisit } from './use-visit';
import { Waiting } from './waiting';

/** What the editor needs to know of a document. */
export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly houseStyle: HouseStyle;
  readonly state: DocumentState;
  readonly pensDown: boolean;
  readonly mayEdit: boolean;
  readonly whyNotEdit: string | null;
  /** Whether the meeting lets unsent words be kept on this device. */
  readonly keepsCopies: boolean;
}

export interface DocumentEditorProps {
  readonly document: DocumentFacts;
  readonly userId: string;
  readonly syncPath: string;
  readonly schemaHash: string;
  /** Names of countries in the reader's language, by code. */
  readonly countryNames: Readonly<Record<string, string>>;
  /** What this person may do with brackets in the text, or null. */
  readonly brackets?: BracketTools | null;
  readonly comments: CommentActs;
  /** What one brings who may propose changes and not write; null for everybody else. */
  readonly proposing?: ProposingFacts | null;
}

/** The text page: the live text of a document, to write in where one may, to read everywhere else. */
export function DocumentEditor({
  document,
  userId,
  syncPath,
  schemaHash,
  countryNames,
  brackets = null,
  comments,
  proposing = null,
}: DocumentEditorProps) {
  const { id, mayEdit, keepsCopies } = document;
  const first = useRef({ mayEdit, keepsCopies });
  const joining = useMemo(
    () => ({ documentId: id, userId, syncPath, schemaHash, ...first.current }),
    [id, userId, syncPath, schemaHash],
  );
  const visit = useVisit(joining, document.houseStyle);
  const { room, status } = visit;
  useFreshHeader(document, status.room);
  const countryName = (code: string) => countryNames[code] ?? code;
  return (
    <div className="grid gap-4">
      <RoomBanner
        status={status}
        ending={visit.ending}
        refusal={visit.refusal}
        documentId={id}
        adopted={status.room?.state === 'adopted'}
        whyNotEdit={document.whyNotEdit}
        onGoOn={visit.goOn}
      />
      <UnsentPanel
        clauses={visit.unsent}
        stranded={visit.stranded}
        language={document.language}
        onDismiss={visit.dismissUnsent}
      />
      {room !== null && status.opened ? (
        <EditorDesk
          room={room}
          visit={visit}
          document={document}
          comments={comments}
          countryName={countryName}
          brackets={brackets}
          proposing={proposing}
        />
      ) : (
        <Waiting status={status} />
      )}
      {room === null ? null : (
        <DeletionDialog
          held={status.held}
          countryName={countryName}
          onDelete={room.confirmDeletion}
          onKeep={room.withdrawDeletion}
        />
      )}
    </div>
  );
}

/** The page around the text was made by the server: when the state or the pens changed since, it is made anew. */
function useFreshHeader(document: DocumentFacts, room: { state: string; pensDown: boolean } | null): void {
  const router = useRouter();
  const stale = room !== null && (room.state !== document.state || room.pensDown !== document.pensDown);
  useEffect(() => {
    if (stale) router.refresh();
  }, [stale, router]);
}
