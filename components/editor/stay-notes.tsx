'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { DraftActions } from '@/components/proposals/types';
import type { DocumentFacts } from './document-editor';
import { RoomBanner } from './room-banner';
import { UnsentPanel } from './unsent-panel';
import type { Visit } from './use-visit';

/** What is to be said above a document's text: why one only reads, how writing ended, what did not get in. */
export function StayNotes({
  visit,
  document,
  begin = null,
}: {
  visit: Visit;
  document: DocumentFacts;
  /** Begins the draft of a proposal; null for who may not propose. */
  begin?: DraftActions['begin'] | null;
}) {
  const { status } = visit;
  useFreshPage(document, status.room);
  return (
    <>
      <RoomBanner
        status={status}
        ending={visit.ending}
        refusal={visit.refusal}
        documentId={document.id}
        adopted={status.room?.state === 'adopted'}
        whyNotEdit={document.whyNotEdit}
        onGoOn={visit.goOn}
      />
      <UnsentPanel
        clauses={visit.unsent}
        stranded={visit.stranded}
        language={document.language}
        onDismiss={visit.dismissUnsent}
        propose={
          begin &&
          (({ kind, clauseId, words }) => {
            const place = { documentId: document.id, kind, clauseId, otherClauseId: null };
            return begin(words === null ? place : { ...place, words });
          })
        }
        onProposed={visit.dismissOneUnsent}
      />
    </>
  );
}

/** The page around the text was made by the server: when the state or the pens changed since, it is made anew. */
function useFreshPage(document: DocumentFacts, room: { state: string; pensDown: boolean } | null): void {
  const router = useRouter();
  const stale = room !== null && (room.state !== document.state || room.pensDown !== document.pensDown);
  useEffect(() => {
    if (stale) router.refresh();
  }, [stale, router]);
}
