'use client';

import { useSyncExternalStore } from 'react';

/** From here on there is a margin beside the text (xl of the styles). */
export const WIDE = '(min-width: 80rem)';

export function useWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
