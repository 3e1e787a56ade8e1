'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { DocumentFacts } from './document-editor';
import { RoomBanner } from './room-banner';
import { UnsentPanel } from './unsent-panel';
import type { Visit } from './use-visit';

/** What is to be said above a document's text: why one only reads, how writing ended, what did not get in. */
export function StayNotes({ visit, document }: { visit: Visit; document: DocumentFacts }) {
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
