import type { Stage, StageNews } from '../domain/negotiation/stage';
import type { StageService } from './ports';

/** So many screens one person may let follow at once: a projector, a laptop, a phone, and some to spare. */
const MOST_SCREENS = 12;

interface Place {
  stage: Stage | null;
  readonly listeners: Set<(news: StageNews) => void>;
}

/**
 * What each room looks at, in memory alone: it says where people point, not what they decided, and a restart begins
 * with nobody pointing. A place is forgotten with its last screen.
 */
export function createStageService(): StageService {
  const places = new Map<string, Place>();
  const screens = new Map<string, number>();

  return {
    show: (documentId, stage) => {
      const place = places.get(documentId);
      if (place === undefined) return;
      place.stage = stage;
      for (const listener of [...place.listeners]) listener({ stage });
    },
    watch: (documentId, userId, listener) => {
      const open = screens.get(userId) ?? 0;
      if (open >= MOST_SCREENS) return null;
      screens.set(userId, open + 1);
      const place = places.get(documentId) ?? { stage: null, listeners: new Set() };
      places.set(documentId, place);
      place.listeners.add(listener);
      listener({ stage: place.stage });
      return () => {
        if (!place.listeners.delete(listener)) return;
        const left = (screens.get(userId) ?? 1) - 1;
        if (left <= 0) screens.delete(userId);
        else screens.set(userId, left);
        if (place.listeners.size === 0) places.delete(documentId);
      };
    },
  };
}
