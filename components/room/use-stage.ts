'use client';

import { useEffect, useState } from 'react';
import type { StageNews } from '@/domain/negotiation/stage';

const NOBODY: StageNews = { stage: null };

/** What the room looks at, told by the server; the browser comes anew by itself when the line breaks. */
export function useStage(documentId: string): StageNews {
  const [news, setNews] = useState<StageNews>(NOBODY);
  useEffect(() => {
    const source = new EventSource(`/api/documents/${encodeURIComponent(documentId)}/stage`);
    source.onmessage = (event: MessageEvent<string>) => setNews(JSON.parse(event.data) as StageNews);
    return () => source.close();
  }, [documentId]);
  return news;
}
